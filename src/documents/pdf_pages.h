// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QVector>

namespace chengheng::documents {

/// How many pages a PDF has. Invalid "not_a_pdf", "locked_pdf" (it asks for a password).
Result<int> pagesIn(const QByteArray& pdf);

/// Some pages of a PDF, counted from 1, as a PDF of their own; the same bytes in give the same bytes out.
/// Invalid as pagesIn().
Result<QByteArray> takePages(const QByteArray& pdf, const QVector<int>& pages);

/// A file's bytes, and its name for sentences.
struct NamedBytes {
    QString name;
    QByteArray bytes;
};
/// Pictures (photographs of pages) and PDFs one after the other as one PDF; a picture fills an A4 page. Invalid as
/// pagesIn() and readPhotograph().
Result<QByteArray> joinPages(const QVector<NamedBytes>& files);

} // namespace chengheng::documents
