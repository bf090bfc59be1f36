// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/paper.h"

namespace chengheng::documents {

struct PdfBytes
{
    QByteArray bytes;
    int pages = 0;
};

/// Papers one after the other, each with its own page numbers. Fonts are embedded, text can be
/// searched and copied; the same papers and date give the same bytes. Needs a QGuiApplication.
Result<PdfBytes> makePdf(const QVector<Paper>& papers, QDate created);

/// The same as a file, written beside the target and then renamed; returns the number of pages.
/// Errors: pdf_not_made, pdf_not_mended, cannot_write_file.
Result<int> writePdf(const QString& path, const QVector<Paper>& papers, QDate created);

} // namespace chengheng::documents
