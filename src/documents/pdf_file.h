// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/page_layout.h"

namespace chengheng::documents {

struct PdfBytes {
    QByteArray bytes;
    int pages = 0;
};

/// Papers one after the other, each with its own page numbers. Fonts are embedded, text can be
/// searched and copied; the same papers and date give the same bytes. Needs a QGuiApplication.
Result<PdfBytes> makePdf(const QVector<Paper>& papers, QDate created);

/// Pages as they were laid out, e.g. a letter's, all of one size.
Result<PdfBytes> makePdf(const LaidPaper& paper, const QString& title, QDate created);

/// The papers' as a file, written beside the target and then renamed; returns the number of pages.
/// Errors: pdf_not_made, pdf_not_mended, cannot_write_file.
Result<int> writePdf(const QString& path, const QVector<Paper>& papers, QDate created);

} // namespace chengheng::documents
