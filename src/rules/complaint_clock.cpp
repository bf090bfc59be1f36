// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/complaint_clock.h"

#include "base/dates.h"
#include "rules/milestone_state.h"
#include "rules/settings.h"
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::ComplaintStep;
using model::ComplaintStepKind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ComplaintClock)
};

const QDate sixtyDaysSince(2024, 7, 1);    // 消法实施条例 in force
const QDate newRulesSince(2026, 4, 15);    // 令121号 in force
constexpr int acceptWorkingDays = 7;       // 令20号14, 令121号15, 条例46
constexpr int mediateWorkingDays = 45;     // 令20号21
constexpr int mediateDays = 60;            // 条例46, 令121号23(5), calendar days
constexpr int checkWorkingDays = 15;       // 行政处罚程序规定18, 令121号27
constexpr int extensionWorkingDays = 15;   // the same articles
constexpr int tellEndWorkingDays = 7;      // 令20号21, 令121号23
constexpr int tellReporterWorkingDays = 5; // 令20号31; 令121号 has no such limit

/// What happened to one complaint until a day, as its clocks see it.
class Course
{
public:
    Course(const model::Complaint& complaint, const QVector<ComplaintStep>& steps, const WorkingCalendar& calendar,
           const ComplaintTargets& targets, QDate day)
        : m_complaint(complaint), m_calendar(calendar), m_targets(targets), m_day(day)
    {
        for (const ComplaintStep& step : steps)
            if (step.on <= day)
                m_steps.append(step);
        std::stable_sort(m_steps.begin(), m_steps.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
    }

    QVector<Clock> clocks() const
    {
        QVector<Clock> clocks;
        if (m_complaint.receiver == model::Receiver::Town)
            clocks << handOver();
        const bool isReport = m_complaint.kind == model::ComplaintKind::Report;
        if (isReport) {
            clocks << checkOfReport();
        } else {
            clocks << acceptance();
            if (known(m_complaint.acceptedOn).isValid())
                clocks << mediation();
            if (known(m_complaint.endedOn).isValid() && m_complaint.outcome != model::ComplaintOutcome::Settled)
                clocks << telling();
        }
        if (const QDate clue = first(ComplaintStepKind::ClueFound); clue.isValid() && !isReport)
            clocks << checkOfClue(clue);
        if (const QDate decided = first(ComplaintStepKind::FilingDecided);
            decided.isValid() && isReport && !isByNewRules() && !m_complaint.person.isEmpty())
            clocks << tellingReporter(decided);
        if (m_complaint.deadline.isValid())
            clocks << Clock{ClockKind::Answer, Text::tr("工单限期"), m_complaint.deadline, m_complaint.deadline,
                            known(m_complaint.answeredOn)};
        return clocks;
    }

private:
    bool isByNewRules() const { return m_complaint.receivedOn >= newRulesSince; }

    /// What lies after the day has not happened yet.
    QDate known(QDate on) const { return on <= m_day ? on : QDate(); }

    QDate first(ComplaintStepKind kind, QDate notBefore = {}) const
    {
        for (const ComplaintStep& step : m_steps)
            if (step.kind == kind && (!notBefore.isValid() || step.on >= notBefore))
                return step.on;
        return {};
    }

    QDate answered(QDate notBefore) const
    {
        const QDate on = known(m_complaint.answeredOn);
        return on >= notBefore ? on : QDate();
    }

    static QDate earliest(std::initializer_list<QDate> days)
    {
        QDate first;
        for (const QDate day : days)
            if (day.isValid() && (!first.isValid() || day < first))
                first = day;
        return first;
    }

    Clock inWorkingDays(ClockKind kind, const QString& basis, QDate from, int days, int target) const
    {
        Clock clock{kind, basis, m_calendar.addWorkingDays(from, days), m_calendar.addWorkingDays(from, target), {}};
        clock.remark = calendarGapRemark(m_calendar, from, clock.due);
        return clock;
    }

    /// What the town received goes to the station; once it is dealt with, nothing is left to hand over.
    Clock handOver() const
    {
        Clock clock = inWorkingDays(ClockKind::HandOver, Text::tr("本镇内部时限"), m_complaint.receivedOn,
                                    m_targets.handOver, m_targets.handOver);
        clock.doneOn = earliest({known(m_complaint.handedOn), known(m_complaint.acceptedOn),
                                 known(m_complaint.refusedOn), known(m_complaint.answeredOn)});
        return clock;
    }

    Clock acceptance() const
    {
        const QString basis = isByNewRules()                             ? Text::tr("令121号第15条")
                              : m_complaint.receivedOn >= sixtyDaysSince ? Text::tr("令20号第14条、消法实施条例第46条")
                                                                         : Text::tr("令20号第14条");
        Clock clock =
            inWorkingDays(ClockKind::Accept, basis, m_complaint.receivedOn, acceptWorkingDays, m_targets.accept);
        clock.doneOn = earliest({known(m_complaint.acceptedOn), known(m_complaint.refusedOn)});
        return clock;
    }

    /// Spans of testing since a day: its begin and its end, or the day where it goes on.
    QVector<DateRange> tests(QDate since) const
    {
        QVector<DateRange> spans;
        QDate begun;
        for (const ComplaintStep& step : m_steps) {
            if (step.kind == ComplaintStepKind::TestingBegun && step.on >= since && !begun.isValid())
                begun = step.on;
            if (step.kind == ComplaintStepKind::TestingEnded && begun.isValid()) {
                spans.append({begun, step.on});
                begun = {};
            }
        }
        if (begun.isValid())
            spans.append({begun, m_day});
        return spans;
    }

    bool isTesting() const
    {
        const auto last = std::find_if(m_steps.rbegin(), m_steps.rend(), [](const ComplaintStep& step) {
            return step.kind == ComplaintStepKind::TestingBegun || step.kind == ComplaintStepKind::TestingEnded;
        });
        return last != m_steps.rend() && last->kind == ComplaintStepKind::TestingBegun;
    }

    /// The end of a limit in days: one that falls on a holiday moves to the first day after it; what a week-end does
    /// to it no article says, so the day stays and the remark says so.
    void endOn(Clock& clock, QDate due) const
    {
        clock.due = due;
        while (m_calendar.isHoliday(clock.due))
            clock.due = clock.due.addDays(1);
        if (clock.due != due)
            clock.remark = Text::tr("末日%1是法定节假日，顺延").arg(screenDate(due));
        else if (!m_calendar.isWorkingDay(due))
            clock.remark = Text::tr("末日是周末，条文没有写明顺延，按不顺延计");
    }

    Clock mediation() const
    {
        const QDate from = m_complaint.acceptedOn;
        int days = 0;
        int workingDays = 0;
        for (const DateRange& test : tests(from)) {
            days += int(test.from.daysTo(test.to));
            workingDays += m_calendar.workingDaysBetween(test.from, test.to);
        }
        Clock byOldRules = inWorkingDays(ClockKind::Mediate, Text::tr("令20号第21条（45个工作日）"), from,
                                         mediateWorkingDays + workingDays, mediateWorkingDays);
        Clock byDays = byOldRules;
        byDays.basis = isByNewRules() ? Text::tr("令121号第23条（60日）") : Text::tr("消法实施条例第46条（60日）");
        byDays.remark.clear();
        endOn(byDays, from.addDays(mediateDays + days));
        const bool isOldAlone = m_complaint.receivedOn < sixtyDaysSince;
        Clock clock = isOldAlone || (!isByNewRules() && byOldRules.due < byDays.due) ? byOldRules : byDays;
        clock.target = from.addDays(m_targets.mediate + days);
        clock.doneOn = known(m_complaint.endedOn);
        clock.isPaused = !clock.isDone() && isTesting();
        if (days > 0)
            clock.remark = QStringList{Text::tr("扣除鉴定、检测 %1 天").arg(days), clock.remark}.join(
                clock.remark.isEmpty() ? QString() : Text::tr("；"));
        return clock;
    }

    Clock telling() const
    {
        const QDate ended = m_complaint.endedOn;
        Clock clock =
            inWorkingDays(ClockKind::TellEnd, isByNewRules() ? Text::tr("令121号第23条") : Text::tr("令20号第21条"),
                          ended, tellEndWorkingDays, m_targets.tell);
        clock.doneOn = earliest({first(ComplaintStepKind::TerminationTold, ended), answered(ended)});
        return clock;
    }

    Clock check(const QString& basis, QDate from) const
    {
        const bool isExtended = first(ComplaintStepKind::CheckExtended, from).isValid();
        Clock clock = inWorkingDays(ClockKind::Check, basis, from,
                                    checkWorkingDays + (isExtended ? extensionWorkingDays : 0), m_targets.check);
        clock.isExtended = isExtended;
        if (isExtended)
            clock.basis += Text::tr("（批准延长15个工作日）");
        clock.doneOn = first(ComplaintStepKind::FilingDecided, from);
        return clock;
    }

    Clock checkOfReport() const
    {
        QDate from = m_complaint.receivedOn;
        for (const ComplaintStep& step : m_steps)
            if (step.kind == ComplaintStepKind::ReportedAgain && step.on >= newRulesSince)
                from = step.on;
        QString basis = Text::tr("市场监督管理行政处罚程序规定第18条");
        if (from != m_complaint.receivedOn)
            basis += Text::tr("、令121号第35条（自再次举报起重新计算）");
        Clock clock = check(basis, from);
        clock.doneOn = earliest({clock.doneOn, answered(from), known(m_complaint.refusedOn)});
        return clock;
    }

    Clock checkOfClue(QDate found) const
    {
        return check(isByNewRules() ? Text::tr("令121号第27条") : Text::tr("令20号第23条"), found);
    }

    Clock tellingReporter(QDate decided) const
    {
        Clock clock = inWorkingDays(ClockKind::TellReporter, Text::tr("令20号第31条"), decided, tellReporterWorkingDays,
                                    m_targets.tell);
        clock.doneOn = earliest({first(ComplaintStepKind::ReporterTold, decided), answered(decided)});
        return clock;
    }

    const model::Complaint& m_complaint;
    QVector<ComplaintStep> m_steps; ///< until the day, in their order
    const WorkingCalendar& m_calendar;
    const ComplaintTargets& m_targets;
    QDate m_day;
};

} // namespace

QString labelOf(ClockKind kind)
{
    switch (kind) {
    case ClockKind::HandOver:
        return Text::tr("移交监管所");
    case ClockKind::Accept:
        return Text::tr("受理告知");
    case ClockKind::Mediate:
        return Text::tr("调解终结");
    case ClockKind::TellEnd:
        return Text::tr("告知终止调解");
    case ClockKind::Check:
        return Text::tr("核查");
    case ClockKind::TellReporter:
        return Text::tr("告知举报人");
    case ClockKind::Answer:
        return Text::tr("工单答复");
    }
    return {};
}

QString stateOf(const Clock& clock, QDate day)
{
    if (clock.isDone())
        return clock.isLate(day) ? Text::tr("逾期办结（%1）").arg(screenDate(clock.doneOn))
                                 : Text::tr("已办结（%1）").arg(screenDate(clock.doneOn));
    if (clock.isPaused)
        return Text::tr("鉴定、检测中，期限暂停");
    if (clock.isLate(day))
        return Text::tr("已逾期 %1 天").arg(clock.due.daysTo(day));
    const QString left = clock.due == day ? Text::tr("今天到期") : Text::tr("还有 %1 天").arg(day.daysTo(clock.due));
    return clock.isPastTarget(day) ? Text::tr("%1，已过自定期限").arg(left) : left;
}

ComplaintTargets complaintTargets(const model::CampaignFacts& facts)
{
    using model::SettingName;
    return {daysOf(facts, SettingName::ComplaintHandOver), daysOf(facts, SettingName::ComplaintAccept),
            daysOf(facts, SettingName::ComplaintMediate), daysOf(facts, SettingName::ComplaintCheck),
            daysOf(facts, SettingName::ComplaintTell)};
}

QVector<Clock> clocksOf(const model::Complaint& complaint, const QVector<ComplaintStep>& steps,
                        const WorkingCalendar& calendar, const ComplaintTargets& targets, QDate day)
{
    return Course(complaint, steps, calendar, targets, day).clocks();
}

QHash<Uid, QVector<ComplaintStep>> stepsByComplaint(const model::CampaignFacts& facts)
{
    QHash<Uid, QVector<ComplaintStep>> steps;
    for (const ComplaintStep& step : bookOf<ComplaintStep>(facts))
        steps[step.complaint].append(step);
    return steps;
}

} // namespace chengheng::rules
