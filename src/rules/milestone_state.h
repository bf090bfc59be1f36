// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"

#include <QString>

namespace chengheng::rules {

enum class MilestoneState { Done, Due, AtRisk, Missed, NotYetDue };
/// done, due, at_risk, missed, not_yet_due.
QString keyOf(MilestoneState state);
/// 已完成, 进行中, 有风险, 未按期完成, 未开始.
QString labelOf(MilestoneState state);

struct MilestoneWindow {
    QDate from;
    QDate to;                ///< the last day in time
    int leadWorkingDays = 0; ///< how long the work takes once it is begun
};

/// How far the records are on the day.
struct MilestoneProgress {
    bool isCountable = false; ///< so many of so many; else a yes or no
    qint64 num = 0;
    qint64 den = 0;  ///< 0 with isCountable: nothing to count, which is not done
    QDate reachedOn; ///< the fact's own date; valid only where it is done
    QString measure; ///< 家, 台（件）, 项 …
};

struct MilestoneVerdict {
    MilestoneState state = MilestoneState::NotYetDue;
    bool isLate = false; ///< done after its window
    QString why;         ///< one sentence
};

/// A fact done after its window is done and late; one before its window is done. Within the window a
/// countable one is at risk when, after five working days, the rest does not fit at the pace so far or
/// inside the lead time; a yes/no one in the last fifth of the window.
MilestoneVerdict judgeMilestone(const MilestoneWindow& window, const MilestoneProgress& progress,
                                const WorkingCalendar& calendar, QDate day);

/// What a sentence that counts working days must add where the holiday table ends before `to`; else "".
QString calendarGapRemark(const WorkingCalendar& calendar, QDate from, QDate to);

} // namespace chengheng::rules
