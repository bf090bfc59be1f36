// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"
#include "model/campaign_facts.h"
#include "model/supervision_records.h"
#include "model/supervisor_records.h"

namespace chengheng::rules {

/// The problems that a supervisor's report makes at the office (SUP-4: 及时反馈推进办): one for each answer
/// that found fault, without uid, and without a word on who reported it.
/// `facts`: as of the day it was received, for the days the office gives.
QVector<model::Problem> problemsOf(const model::SupervisorReport& report, const WorkingCalendar& calendar,
                                   const model::CampaignFacts& facts);

/// The same of one instrument that the report names (SUP-2). The supervisor's own words stay with the report.
model::Problem problemOf(const model::ReportInstrument& seen, const model::SupervisorReport& report,
                         const WorkingCalendar& calendar, const model::CampaignFacts& facts);

/// Whether a problem speaks of what `specific` says of one instrument: the report's answer to the question as a whole,
/// not yet about any instrument. It is then told of the instrument instead of being doubled.
bool isTheSameAtLarge(const model::Problem& known, const model::Problem& specific);

} // namespace chengheng::rules
