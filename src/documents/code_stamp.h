// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace chengheng::documents {

/// Side of the stamped code and its distance from the page's edges, in points: inside every margin of this
/// program's papers and outside what printers cut off.
inline constexpr double stampSide = 31;
inline constexpr double stampDistance = 14;
inline constexpr double stampLabelPoints = 7; ///< size of the label's letters

/// Puts a QR code at the top right of every page of a PDF and a label left of it, both as outlines and not as
/// pictures or text: no font is needed. Nothing else changes; the same bytes in give the same bytes out. Needs a
/// QGuiApplication. Invalid "not_a_pdf", "locked_pdf", "code_too_long".
Result<QByteArray> stampCode(const QByteArray& pdf, const QString& code, const QString& label = {});

} // namespace chengheng::documents
