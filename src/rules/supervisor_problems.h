// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"
#include "model/supervision_records.h"
#include "model/supervisor_records.h"
#include "model/campaign_facts.h"

namespace chengheng::rules {

/// The problems that a supervisor's report makes at the office (SUP-4: 及时反馈推进办): one for each answer
/// that found fault, without uid, and without a word on who reported it.
/// `facts`: as of the day it was received, for the days the office gives.
QVector<model::Problem> problemsOf(const model::SupervisorReport& report, const WorkingCalendar& calendar,
                                   const model::CampaignFacts& facts);

} // namespace chengheng::rules
