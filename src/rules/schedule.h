// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/points.h"
#include "model/campaign_facts.h"
#include "rules/milestone_state.h"
#include "rules/plan.h"

#include <functional>

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
    QDate doneOn; ///< the fact's own date; invalid while not done
    bool isCountable = false;
    Rate progress; ///< 0/1 or 1/1 for a yes or no
    QString why;
    bool isEnteredLater = false; ///< 补登: done in time, but entered after the window had ended
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
QVector<PhaseStanding> schedule(const model::CampaignFacts& facts, const Plan& plan, const WorkingCalendar& calendar,
                                QDate day);

/// Records of a register whose own day is not after `day`, but that were entered after it.
using EnteredAfter = std::function<QSet<Uid>(const model::RecordKind& kind, QDate day)>;

/// Marks the milestones done in time of which the records did not yet show it when the window ended (补登): such a
/// fact counts by its own date and is no late work. `facts` are those the phases were judged by.
void markEnteredLater(QVector<PhaseStanding>& phases, const model::CampaignFacts& facts, const Plan& plan,
                      const EnteredAfter& enteredAfter);

} // namespace chengheng::rules
