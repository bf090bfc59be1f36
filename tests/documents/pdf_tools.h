// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/pdf_file.h"
#include "support/support.h"

namespace chengheng::test {

/// What a program prints; the test fails where it ends with a fault.
QString outputOf(const QString& program, const QStringList& arguments);

/// The text that poppler finds in the PDF of papers, pages separated by form feeds.
QString textOf(const QVector<documents::Paper>& papers, bool isLaidOut = true);

/// The same without any blanks and line ends, for looking up texts that were wrapped.
QString packed(QString text);

documents::Paper samplePaper();

} // namespace chengheng::test
