// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"
#include "model/campaign_facts.h"
#include "rules/plan.h"

namespace chengheng::rules {

enum class RiskKind {
    InstrumentsLapsed,     ///< run out by then
    InstrumentsFailed,     ///< latest result failed
    InstrumentsUnrecorded, ///< no verification on record
    InspectionsMissing,
    SelfChecksMissing,
    ProblemsPastDue,
    CommitmentsNotDisplayed,
    QuotaNotFilled,
    MilestonesMissed,
    PapersAbsent ///< from the acceptance packet
};
/// instruments_lapsed, instruments_failed, instruments_unrecorded, inspections_missing …
QString keyOf(RiskKind kind);
QString labelOf(RiskKind kind);

/// One thing that will be wrong on the day asked about if nothing is done.
struct Risk {
    RiskKind kind = RiskKind::InstrumentsLapsed;
    qint64 count = 0;            ///< instruments by quantity, else records
    QDate startBy;               ///< last working day to begin in time; may lie in the past
    QString why;                 ///< one sentence
    QVector<Uid> records;        ///< instruments, units or problems
    QStringList milestones = {}; ///< keys in the plan, for missed milestones
    QStringList papers = {};     ///< titles, for absent papers
};

struct Readiness {
    QDate day;           ///< what is known then
    QDate on;            ///< the day asked about
    QVector<Risk> risks; ///< what must start first stands first
};

/// Forecast at `day` for `on` (on >= day): the records as they stand, judged on `on`. `facts` are all
/// facts known as of `day`; the same figures come out as on `on` itself when nothing is done until then.
/// `absentPapers`: what the packet of `on` would lack.
Readiness readiness(const model::CampaignFacts& facts, const Plan& plan, const WorkingCalendar& calendar, QDate day,
                    QDate on, const QStringList& absentPapers = {});

} // namespace chengheng::rules
