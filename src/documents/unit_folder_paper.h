// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/photograph_paper.h"
#include "documents/record_paper.h"
#include "rules/scoring.h"

namespace chengheng::documents {

/// What a unit's folder is made from besides the facts.
struct UnitFolderInput {
    Uid unit;
    QHash<Uid, rules::Score> scores; ///< of its visits, each on its own day; missing: scored on another edition
    QVector<PrintedPhotograph> photographs;
    bool isInPacket = false; ///< where the photographs have a paper of their own
};

/// 一户一档: a first page that may lie on the counter (pledge, instruments with their state, score, open problems),
/// then ledger, visits, problems, trainings, supervisors' reports and photographs. Telephone numbers stay in the
/// office; of a supervisor's report only its day and content are told, never who made it (TOWN-5).
Paper unitFolderPaper(const rules::SummaryInput& input, const UnitFolderInput& folder);

} // namespace chengheng::documents
