// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QImage>
#include <QStringList>
#include <QVector>

#include <functional>

namespace chengheng::documents {

/// Texts of all QR codes in a picture, whichever way it was turned.
QStringList codesIn(const QImage& picture);

/// The same of each page of a PDF, in its order; a page is looked at more closely before it counts as one
/// without a code. `goOn` is told page and number of pages and ends the work by false: Cancelled "cancelled".
/// Invalid "not_a_pdf".
Result<QVector<QStringList>> codesOnPages(const QByteArray& pdf, const std::function<bool(int, int)>& goOn = {});

} // namespace chengheng::documents
