// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/complaint_clock.h"

#include "base/dates.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::Complaint;
using model::ComplaintStep;
using model::ComplaintStepKind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ComplaintSteps)
};

tl::unexpected<Error> refuse(const char* code, const QString& message, const char* field)
{
    return fail(ErrorKind::Invalid, code, message, QString::fromLatin1(field));
}

bool isReport(const Complaint& complaint)
{
    return complaint.kind == model::ComplaintKind::Report;
}

/// What has been entered of a complaint before a step.
class Entered
{
public:
    explicit Entered(const QVector<ComplaintStep>& steps) : m_steps(steps) {}

    qsizetype count(ComplaintStepKind kind) const
    {
        return std::count_if(m_steps.begin(), m_steps.end(), [kind](const auto& step) { return step.kind == kind; });
    }
    bool isTesting() const { return count(ComplaintStepKind::TestingBegun) > count(ComplaintStepKind::TestingEnded); }

private:
    const QVector<ComplaintStep>& m_steps;
};

Result<void> mayTest(const Complaint& complaint, const Entered& entered, const ComplaintStep& next)
{
    if (isReport(complaint) || !complaint.acceptedOn.isValid())
        return refuse("step_not_allowed",
                      Text::tr("鉴定、检测暂停的是调解期限：只有已受理的投诉可以登记，请先填写受理日期。"), "kind");
    if (next.kind == ComplaintStepKind::TestingBegun && entered.isTesting())
        return refuse("step_not_allowed", Text::tr("上一次鉴定、检测还没有登记结束，请先登记结束。"), "kind");
    if (next.kind == ComplaintStepKind::TestingEnded && !entered.isTesting())
        return refuse("step_not_allowed", Text::tr("没有正在进行的鉴定、检测，请先登记送鉴定、检测。"), "kind");
    return {};
}

/// Only a check that runs can be extended, once, and before its last day has passed.
Result<void> mayExtend(const Complaint& complaint, const QVector<ComplaintStep>& before, const ComplaintStep& next,
                       const WorkingCalendar& calendar)
{
    if (next.persons.trimmed().isEmpty())
        return refuse("required", Text::tr("延长核查须经部门负责人批准，请在经办人中写明批准的负责人。"), "persons");
    const auto clocks = clocksOf(complaint, before, calendar, {}, next.on);
    const auto check = std::find_if(clocks.begin(), clocks.end(), [](const Clock& clock) {
        return clock.kind == ClockKind::Check && !clock.isDone();
    });
    if (check == clocks.end())
        return refuse("step_not_allowed", Text::tr("没有正在进行的核查，无需延长。"), "kind");
    if (check->isExtended)
        return refuse("step_not_allowed", Text::tr("核查期限已经延长过一次，不能再延长。"), "kind");
    if (check->isLate(next.on))
        return refuse("step_not_allowed",
                      Text::tr("核查期限%1已过，不能再批准延长，请尽快决定是否立案。").arg(paperDate(check->due)),
                      "on");
    return {};
}

} // namespace

Result<void> mayTakeComplaintStep(const Complaint& complaint, const QVector<ComplaintStep>& before,
                                  const ComplaintStep& next, const WorkingCalendar& calendar)
{
    if (next.on < complaint.receivedOn)
        return refuse("date_runs_backwards",
                      Text::tr("步骤日期早于收到日期%1，请核对。").arg(paperDate(complaint.receivedOn)), "on");
    const Entered entered(before);
    switch (next.kind) {
    case ComplaintStepKind::TestingBegun:
    case ComplaintStepKind::TestingEnded:
        return mayTest(complaint, entered, next);
    case ComplaintStepKind::CheckExtended:
        return mayExtend(complaint, before, next, calendar);
    case ComplaintStepKind::ClueFound:
        if (isReport(complaint))
            return refuse("step_not_allowed", Text::tr("举报本身就是线索，自收到之日起核查，不必再登记发现线索。"),
                          "kind");
        return {};
    case ComplaintStepKind::FilingDecided:
        if (!isReport(complaint) && entered.count(ComplaintStepKind::ClueFound) == 0)
            return refuse("step_not_allowed", Text::tr("投诉中没有登记过违法线索，请先登记发现违法线索。"), "kind");
        return {};
    case ComplaintStepKind::ReportedAgain:
        if (!isReport(complaint))
            return refuse("step_not_allowed", Text::tr("只有举报可以登记再次举报；新的投诉请另行登记。"), "kind");
        return {};
    case ComplaintStepKind::TerminationTold:
        if (!complaint.endedOn.isValid())
            return refuse("step_not_allowed", Text::tr("调解还没有终结，请先填写调解终结日期。"), "kind");
        return {};
    case ComplaintStepKind::ReporterTold:
        if (entered.count(ComplaintStepKind::FilingDecided) == 0)
            return refuse("step_not_allowed", Text::tr("还没有决定是否立案，请先登记决定，再登记告知举报人。"), "kind");
        return {};
    }
    return {};
}

} // namespace chengheng::rules
