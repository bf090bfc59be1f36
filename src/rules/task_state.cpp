// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/task_state.h"

#include "model/office_records.h"
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TaskState)
};

QString milestoneTitle(const Plan& plan, const QString& key)
{
    for (const Phase& phase : plan.phases)
        for (const Milestone& milestone : phase.milestones)
            if (milestone.key == key)
                return milestone.title;
    return {};
}

MilestoneStanding standingOf(const model::Task& task, const Plan& plan, const WorkingCalendar& calendar, QDate day)
{
    MilestoneStanding standing;
    standing.key = task.uid.toString();
    standing.title = task.title;
    standing.from = task.from.isValid() ? task.from : task.setOn;
    standing.to = task.dueOn;
    standing.startBy = standing.from;
    MilestoneProgress progress;
    const bool isSaidDone = task.doneOn.isValid() && task.doneOn <= day;
    if (isSaidDone && !task.proof.trimmed().isEmpty())
        progress.reachedOn = task.doneOn;
    const MilestoneVerdict verdict = judgeMilestone({standing.from, standing.to, 0}, progress, calendar, day);
    standing.state = verdict.state;
    standing.isLate = verdict.isLate;
    standing.doneOn = progress.reachedOn;
    standing.progress = {progress.reachedOn.isValid() ? 1 : 0, 1};
    standing.why = verdict.why;
    if (isSaidDone && !progress.reachedOn.isValid())
        standing.why += Text::tr("填了完成日期，还没有写明完成依据。");
    if (const QString milestone = milestoneTitle(plan, task.milestone); !milestone.isEmpty())
        standing.why += Text::tr("对应节点：%1。").arg(milestone);
    return standing;
}

void widen(PhaseStanding& goal, const MilestoneStanding& task)
{
    goal.from = goal.from.isValid() ? qMin(goal.from, task.from) : task.from;
    goal.to = goal.to.isValid() ? qMax(goal.to, task.to) : task.to;
}

} // namespace

QVector<PhaseStanding> taskSchedule(const model::CampaignFacts& facts, const Plan& plan,
                                    const WorkingCalendar& calendar, QDate day)
{
    QHash<Uid, QString> organisations;
    for (const model::Organisation& organisation : facts.organisations)
        organisations.insert(organisation.uid, organisation.name);
    auto tasks = bookOf<model::Task>(facts);
    std::stable_sort(tasks.begin(), tasks.end(), [](const auto& a, const auto& b) { return a.dueOn < b.dueOn; });
    QVector<PhaseStanding> goals;
    for (const model::Task& task : std::as_const(tasks)) {
        auto goal =
            std::find_if(goals.begin(), goals.end(), [&](const PhaseStanding& one) { return one.title == task.goal; });
        if (goal == goals.end()) {
            goals.append({QStringLiteral("goal%1").arg(goals.size() + 1), task.goal, {}, {}, {}});
            goal = goals.end() - 1;
        }
        MilestoneStanding standing = standingOf(task, plan, calendar, day);
        standing.owner = organisations.value(task.organisation);
        widen(*goal, standing);
        goal->milestones.append(standing);
    }
    return goals;
}

} // namespace chengheng::rules
