// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/office_records.h"
#include "rules/task_state.h"

#include <QCoreApplication>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TaskSummaries)
};

} // namespace

Summary taskSummary(const SummaryInput& input)
{
    Summary summary;
    summary.columns = {Text::tr("年度目标"), Text::tr("任务"), Text::tr("责任部门"),
                       Text::tr("期限"),     Text::tr("状态"), Text::tr("说明")};
    qsizetype done = 0;
    for (const PhaseStanding& goal : taskSchedule(input.facts, input.plan, input.calendar, input.day))
        for (const MilestoneStanding& task : goal.milestones) {
            done += task.state == MilestoneState::Done;
            const bool isPressing = task.state == MilestoneState::AtRisk || task.state == MilestoneState::Missed;
            summary.rows.append(
                {{goal.title, task.title, task.owner, screenDate(task.to), labelOf(task.state), task.why},
                 model::kindOf<model::Task>().key,
                 Uid(task.key),
                 isPressing});
        }
    summary.sentence = Text::tr("%1 项任务，已完成 %2 项，有风险或逾期 %3 项。")
                           .arg(summary.rows.size())
                           .arg(done)
                           .arg(summary.pressing());
    return summary;
}

} // namespace chengheng::rules
