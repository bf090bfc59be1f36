// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/points.h"
#include "model/campaign_facts.h"
#include "rules/milestone_state.h"
#include "rules/plan.h"

namespace chengheng::rules {

/// One milestone of the plan on a day.
struct MilestoneStanding {
    QString key;
    QString title;
    QString owner; ///< name of the organisation
    QDate from;
    QDate to;
    QDate startBy; ///< last working day to begin, by its lead time
    MilestoneState state = MilestoneState::NotYetDue;
    bool isLate = false;
    QDate doneOn;  ///< the fact's own date; invalid while not done
    bool isCountable = false;
    Rate progress; ///< 0/1 or 1/1 for a yes or no
    QString why;
};

struct PhaseStanding {
    QString key;
    QString title;
    QDate from;
    QDate to;
    QVector<MilestoneStanding> milestones;
};

/// All phases with their milestones; `facts` are those as of the day. A milestone is judged by the
/// dates of the facts; when they were entered is not seen here.
QVector<PhaseStanding> schedule(const model::CampaignFacts& facts, const Plan& plan,
                                const WorkingCalendar& calendar, QDate day);

} // namespace chengheng::rules
