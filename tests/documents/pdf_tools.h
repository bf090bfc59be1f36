// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/pdf_file.h"
#include "support/command.h"

namespace chengheng::test {

/// The text that poppler finds in the PDF of papers, pages separated by form feeds.
QString textOf(const QVector<documents::Paper>& papers, bool isLaidOut = true);

documents::Paper samplePaper();

} // namespace chengheng::test
