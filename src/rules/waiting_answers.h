// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"
#include "model/campaign_facts.h"
#include "model/dossier_records.h"
#include "model/supervisor_records.h"

namespace chengheng::rules {

/// Somebody waits for an answer: a volunteer for that to his report, a customer for that to his complaint at a unit.

/// The last day in time to answer a report (设置: 答复监督反馈的工作日).
QDate answerDue(const model::SupervisorReport& report, const model::CampaignFacts& facts,
                const WorkingCalendar& calendar);
bool isAnswered(const model::SupervisorReport& report, QDate day);

/// Received by the day and not dealt with; no rule says by when it must be.
bool isOpen(const model::UnitComplaint& complaint, QDate day);

} // namespace chengheng::rules
