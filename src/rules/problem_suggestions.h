// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"
#include "model/campaign_facts.h"
#include "rules/scoring.h"

namespace chengheng::rules {

/// A problem that an inspection's findings suggest; only a person makes it one.
struct ProblemSuggestion {
    model::Problem problem; ///< without uid; `item` is the first of `items`
    QStringList items;      ///< all items merged into it
    QString why;            ///< one sentence
};

/// Problems suggested by the points a scored inspection lost and, where an item of it asks for valid
/// instruments, by each mandatory instrument in use that is overdue, failed or without a record. Findings
/// of one unit, instrument and fault code are one problem; those already recorded and not closed are left
/// out. Due dates count the working days set for their severity from the
/// inspection's day. `facts` are those as of that day.
QVector<ProblemSuggestion> suggestProblems(const SheetEdition& edition, const model::Inspection& inspection,
                                           const Score& scored, const model::CampaignFacts& facts,
                                           const WorkingCalendar& calendar);

/// The issue code an item's lost points stand for; 其他 where the sheet does not say.
QString faultOf(const SheetEdition& edition, const SheetItem& item);

} // namespace chengheng::rules
