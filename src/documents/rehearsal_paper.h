// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/record_paper.h"
#include "rules/fix_first.h"

namespace chengheng::documents {

/// What a rehearsal takes along: the drawn units in the order they are walked, then a blank sheet for each.
Paper rehearsalPaper(const rules::SummaryInput& input, const rules::DrawResult& drawn);

/// The fix-first list: who is to be put right before acceptance, in the order of what it does to a draw.
Paper fixFirstPaper(const rules::SummaryInput& input, const rules::FixFirst& list);

} // namespace chengheng::documents
