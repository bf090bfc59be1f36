// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"
#include "invented_facts.h"
#include "rules/plan.h"

namespace chengheng::test {

/// Working days of 2024 with one holiday week in October; nothing is known of 2025.
inline WorkingCalendar calendar2024()
{
    QSet<QDate> holidays;
    for (QDate d = day("2024-10-01"); d <= day("2024-10-07"); d = d.addDays(1))
        holidays.insert(d);
    return {holidays, {day("2024-10-12")}, {day("2024-01-01"), day("2024-12-31")}};
}

inline rules::Milestone milestoneOf(const char* key, const char* from, const char* to, rules::MilestoneTestKind kind,
                                    QVector<model::InspectionKind> inspections = {}, int lead = 5)
{
    rules::Milestone milestone;
    milestone.key = QString::fromLatin1(key);
    milestone.title = QStringLiteral("任务") + milestone.key;
    milestone.owner = QStringLiteral("town");
    milestone.from = day(from);
    milestone.to = day(to);
    milestone.leadWorkingDays = lead;
    milestone.test = {kind, std::move(inspections)};
    return milestone;
}

/// A small plan with one milestone of each test.
inline rules::Plan smallPlan()
{
    using model::InspectionKind;
    using rules::MilestoneTestKind;
    rules::Plan plan;
    plan.from = day("2024-01-01");
    plan.to = day("2024-12-31");
    plan.organisations = {{QStringLiteral("town"), QStringLiteral("示例镇"), model::OrganisationKind::Town, {}}};
    plan.quotas = {{model::Trade::Shop, QStringLiteral("超市商店"), 2},
                   {model::Trade::Market, QStringLiteral("菜场"), 1}};
    plan.keyRoads = {QStringLiteral("水产西路"), QStringLiteral("菊盛路")};
    rules::Phase survey{QStringLiteral("survey"), QStringLiteral("调查摸底"), day("2024-01-01"), day("2024-03-31"), {}};
    survey.milestones = {milestoneOf("seats", "2024-01-01", "2024-06-30", MilestoneTestKind::SeatsFilled),
                         milestoneOf("quotas", "2024-01-01", "2024-03-31", MilestoneTestKind::QuotasFilled),
                         milestoneOf("application", "2024-03-01", "2024-03-31", MilestoneTestKind::HandEntry),
                         milestoneOf("commitments", "2024-03-01", "2024-04-30", MilestoneTestKind::CommitmentsSigned)};
    rules::Phase work{QStringLiteral("work"), QStringLiteral("创建实施"), day("2024-05-01"), day("2024-11-30"), {}};
    work.milestones = {milestoneOf("displays", "2024-05-01", "2024-06-30", MilestoneTestKind::CommitmentsDisplayed),
                       milestoneOf("verified", "2024-05-01", "2024-09-30", MilestoneTestKind::InstrumentsVerified),
                       milestoneOf("passed", "2024-05-01", "2024-09-30", MilestoneTestKind::InstrumentsPassed),
                       milestoneOf("self_checks", "2024-10-01", "2024-10-31", MilestoneTestKind::UnitsInspected,
                                   {InspectionKind::SelfCheck}),
                       milestoneOf("organiser", "2024-10-01", "2024-10-31", MilestoneTestKind::OrganiserInspected,
                                   {InspectionKind::SelfCheck}),
                       milestoneOf("problems", "2024-10-01", "2024-11-30", MilestoneTestKind::ProblemsClosed)};
    plan.phases = {survey, work};
    return plan;
}

} // namespace chengheng::test
