// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/schedule.h"

namespace chengheng::rules {

/// Tasks on a day (TOWN-1), judged as milestones are: each goal with its tasks, in the order of their deadlines. A task
/// is done on the day it was done, where its proof is named; it should begin on `from`, else when it was set.
QVector<PhaseStanding> taskSchedule(const model::CampaignFacts& facts, const Plan& plan,
                                    const WorkingCalendar& calendar, QDate day);

} // namespace chengheng::rules
