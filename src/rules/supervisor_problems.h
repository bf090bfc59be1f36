// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"
#include "model/supervision_records.h"
#include "model/supervisor_records.h"
#include "rules/problem_suggestions.h"

namespace chengheng::rules {

/// The problems that a supervisor's report makes at the office (SUP-4: 及时反馈推进办): one for each answer
/// that found fault, without uid, and without a word on who reported it.
QVector<model::Problem> problemsOf(const model::SupervisorReport& report, const WorkingCalendar& calendar,
                                   const RectificationDays& days = {});

} // namespace chengheng::rules
