// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/record_paper.h"

namespace chengheng::documents {

/// 归档文件目录: the nine columns of DA/T 22-2015 (序号、档号、文号、责任者、题名、日期、密级、页数、备注), box by box,
/// each box on pages of its own.
Paper archiveCataloguePaper(const rules::SummaryInput& input);
/// For each box a cover, and on the last pages the spines to cut out, each as wide as its box.
Paper archiveCoverPaper(const rules::SummaryInput& input);

} // namespace chengheng::documents
