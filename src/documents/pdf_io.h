// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <qpdf/QPDF.hh>

namespace chengheng::documents {

/// Reads a PDF for work on its pages; `bytes` must outlive it. Invalid "not_a_pdf", and "locked_pdf" where it
/// asks for a password.
Result<void> openPdf(QPDF& pdf, const QByteArray& bytes);
/// The same of a file, whose pages are read when they are needed.
Result<void> openPdfFile(QPDF& pdf, const QString& path);
/// Writes it so that the same pages give the same bytes.
QByteArray bytesOfPdf(QPDF& pdf);
/// What a fault of the library while pages are worked on is told as.
tl::unexpected<Error> pdfFault(const std::exception& fault);

} // namespace chengheng::documents
