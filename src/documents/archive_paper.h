// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/record_paper.h"

namespace chengheng::documents {

/// 归档文件目录: the nine columns of DA/T 22-2015, box by box, each box on pages of its own.
Paper archiveCataloguePaper(const rules::SummaryInput& input);
/// For each box a cover with what stands in it and a spine to cut out.
Paper archiveCoverPaper(const rules::SummaryInput& input);

} // namespace chengheng::documents
