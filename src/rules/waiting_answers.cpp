// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/waiting_answers.h"

#include "rules/settings.h"

namespace chengheng::rules {

QDate answerDue(const model::SupervisorReport& report, const model::CampaignFacts& facts,
                const WorkingCalendar& calendar)
{
    return calendar.addWorkingDays(report.receivedOn, daysOf(facts, model::SettingName::FeedbackAnswer));
}

bool isAnswered(const model::SupervisorReport& report, QDate day)
{
    return report.answeredOn.isValid() && report.answeredOn <= day;
}

bool isOpen(const model::UnitComplaint& complaint, QDate day)
{
    return complaint.on <= day && (!complaint.handledOn.isValid() || complaint.handledOn > day);
}

} // namespace chengheng::rules
