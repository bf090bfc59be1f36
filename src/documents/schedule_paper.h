// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"
#include "rules/schedule.h"

namespace chengheng::documents {

/// The phases as bands and below each its milestones, from the last day to begin to the deadline; what
/// was or is late goes on after it.
TimeChart scheduleChart(const QVector<rules::PhaseStanding>& phases, QDate day);

struct PrintedSchedule {
    QString campaign;
    QVector<rules::PhaseStanding> phases;
    QDate day;
    QString title = {}; ///< empty: 计划任务
};

/// 计划任务, or the tasks of the goals (rules/task_state.h), as a time line on A4, lying across.
Paper schedulePaper(const PrintedSchedule& schedule);

} // namespace chengheng::documents
