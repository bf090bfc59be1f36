// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/due_report.h"
#include "rules/quota.h"
#include "rules/schedule.h"

namespace chengheng::rules {

/// Where the campaign stands on a day, at a glance. For "against a month ago" ask for both days, each
/// with the facts as of it.
struct Status {
    QDate day;
    QVector<QuotaStanding> quotas;
    QVector<RoadStanding> roads;
    QVector<PhaseStanding> phases;
    VerificationFigures verification;
    qint64 units = 0;             ///< taking part
    QVector<Uid> scoredUnits;     ///< of those, with an inspection by somebody else (no self-check)
    QVector<Uid> committedUnits;  ///< of those, with a signed commitment
    QVector<Uid> displayingUnits; ///< of those, seen displaying it
    QVector<Uid> openProblems;
    QVector<Uid> overdueProblems; ///< of the open ones
};

/// Units that somebody else has inspected by the day; a self-check is no inspection in this sense.
QSet<Uid> inspectedUnits(const model::CampaignFacts& facts, QDate day);

/// All but the phases, which take the longest.
Status statusFigures(const model::CampaignFacts& facts, const Plan& plan, QDate day);
Status status(const model::CampaignFacts& facts, const Plan& plan, const WorkingCalendar& calendar, QDate day);

} // namespace chengheng::rules
