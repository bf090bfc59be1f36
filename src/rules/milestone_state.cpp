// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/milestone_state.h"

#include "base/dates.h"

#include <QCoreApplication>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MilestoneState)
};

/// No verdict on the pace before so many working days have been seen.
constexpr int settlingWorkingDays = 5;

QString countPart(const MilestoneProgress& progress)
{
    if (!progress.isCountable)
        return Text::tr("尚无记录");
    if (progress.den == 0)
        return Text::tr("还没有可计数的记录");
    return Text::tr("已完成%1/%2%3").arg(progress.num).arg(progress.den).arg(progress.measure);
}

QString doneCount(const MilestoneProgress& progress)
{
    if (!progress.isCountable)
        return {};
    return Text::tr("（%1/%2%3）").arg(progress.num).arg(progress.den).arg(progress.measure);
}

QString doneSentence(const MilestoneWindow& window, const MilestoneProgress& progress, bool isLate)
{
    if (progress.isCountable && progress.den == 0) // nothing was found by the window's end: nothing was done, either
        return Text::tr("到期限%1为止尚无这类问题或意见的记录，没有要办的。").arg(paperDate(window.to));
    const QString on = paperDate(progress.reachedOn);
    const QString count = doneCount(progress);
    if (!isLate)
        return Text::tr("%1已完成%2，期限%3。").arg(on, count, paperDate(window.to));
    return Text::tr("%1已完成%2，晚于期限%3，迟%4天。")
        .arg(on, count, paperDate(window.to), QString::number(window.to.daysTo(progress.reachedOn)));
}

/// Why the rest is at risk on a day inside the window; "" where it is not.
QString countableRisk(const MilestoneWindow& window, const MilestoneProgress& progress, const WorkingCalendar& calendar,
                      QDate day)
{
    const int elapsed = calendar.workingDaysBetween(window.from.addDays(-1), day);
    const int left = calendar.workingDaysBetween(day, window.to);
    const qint64 rest = qMax<qint64>(progress.den - progress.num, 0);
    const bool isAllThere = progress.den > 0 && rest == 0; // and only the window's end can show that it was all
    if (elapsed <= settlingWorkingDays || isAllThere)
        return {};
    if (left < window.leadWorkingDays)
        return Text::tr("只剩%1个工作日，而办理需要%2个工作日").arg(left).arg(window.leadWorkingDays);
    if (progress.den == 0 || progress.num * left < rest * elapsed)
        return Text::tr("%1个工作日完成%2%3，按此进度余下%4%3在%5个工作日内完不成")
            .arg(elapsed)
            .arg(progress.num)
            .arg(progress.measure)
            .arg(rest)
            .arg(left);
    return {};
}

QString yesNoRisk(const MilestoneWindow& window, QDate day)
{
    const qint64 length = window.from.daysTo(window.to) + 1;
    const qint64 left = day.daysTo(window.to) + 1;
    return left * 5 <= length ? Text::tr("时段已进入最后五分之一") : QString();
}

MilestoneVerdict judgeUnfinished(const MilestoneWindow& window, const MilestoneProgress& progress,
                                 const WorkingCalendar& calendar, QDate day)
{
    const QString remark = calendarGapRemark(calendar, qMin(day, window.from), qMax(day, window.to));
    const QString count = countPart(progress);
    const QString due = paperDate(window.to);
    if (day < window.from)
        return {MilestoneState::NotYetDue, false,
                Text::tr("%1开始，期限%2，%3。").arg(paperDate(window.from), due, count)};
    if (day > window.to)
        return {MilestoneState::Missed, false,
                Text::tr("期限%1已过%2个工作日，%3%4。")
                    .arg(due, QString::number(calendar.workingDaysBetween(window.to, day)), count, remark)};
    const QString left = QString::number(calendar.workingDaysBetween(day, window.to));
    const QString risk = progress.isCountable ? countableRisk(window, progress, calendar, day) : yesNoRisk(window, day);
    if (risk.isEmpty())
        return {MilestoneState::Due, false, Text::tr("%1，期限%2，还有%3个工作日%4。").arg(count, due, left, remark)};
    return {MilestoneState::AtRisk, false,
            Text::tr("%1，期限%2，还有%3个工作日，%4%5。").arg(count, due, left, risk, remark)};
}

} // namespace

QString keyOf(MilestoneState state)
{
    switch (state) {
    case MilestoneState::Done:
        return QStringLiteral("done");
    case MilestoneState::Due:
        return QStringLiteral("due");
    case MilestoneState::AtRisk:
        return QStringLiteral("at_risk");
    case MilestoneState::Missed:
        return QStringLiteral("missed");
    case MilestoneState::NotYetDue:
        return QStringLiteral("not_yet_due");
    }
    return {};
}

QString labelOf(MilestoneState state)
{
    switch (state) {
    case MilestoneState::Done:
        return Text::tr("已完成");
    case MilestoneState::Due:
        return Text::tr("进行中");
    case MilestoneState::AtRisk:
        return Text::tr("有风险");
    case MilestoneState::Missed:
        return Text::tr("未按期完成");
    case MilestoneState::NotYetDue:
        return Text::tr("未开始");
    }
    return {};
}

MilestoneVerdict judgeMilestone(const MilestoneWindow& window, const MilestoneProgress& progress,
                                const WorkingCalendar& calendar, QDate day)
{
    if (!progress.reachedOn.isValid())
        return judgeUnfinished(window, progress, calendar, day);
    const bool isLate = progress.reachedOn > window.to;
    return {MilestoneState::Done, isLate, doneSentence(window, progress, isLate)};
}

QString calendarGapRemark(const WorkingCalendar& calendar, QDate from, QDate to)
{
    if (calendar.covers(from) && calendar.covers(to))
        return {};
    const QDate unknown = calendar.covers(from) ? to : from;
    return Text::tr("（工作日历没有%1年的节假日，按周一至周五计算）").arg(unknown.year());
}

} // namespace chengheng::rules
