// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/complaint_records.h"
#include "model/publicity_records.h"
#include "model/supervisor_records.h"
#include "rules/complaint_clock.h"
#include "rules/problem_state.h"
#include "rules/settings.h"
#include "rules/standing.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SupervisionSummaries)
};

} // namespace

Summary feedbackSummary(const SummaryInput& input)
{
    const int answerWorkingDays = daysOf(input.facts, model::SettingName::FeedbackAnswer);
    QHash<Uid, QString> units;
    for (const Unit& unit : input.facts.units)
        units.insert(unit.uid, unit.name);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("收到日期"), Text::tr("应反馈"), Text::tr("反馈日期"), Text::tr("用时（工作日）")};
    for (const model::SupervisorReport& report : bookOf<model::SupervisorReport>(input.facts)) {
        const QDate due = input.calendar.addWorkingDays(report.receivedOn, answerWorkingDays);
        const bool isAnswered = report.answeredOn.isValid() && report.answeredOn <= input.day;
        const QDate until = isAnswered ? report.answeredOn : input.day;
        summary.rows.append({{units.value(report.unit), screenDate(report.receivedOn), screenDate(due),
                              isAnswered ? screenDate(report.answeredOn) : Text::tr("未反馈"),
                              QString::number(input.calendar.workingDaysBetween(report.receivedOn, until))},
                             model::kindOf<model::SupervisorReport>().key, report.uid, !isAnswered && input.day > due});
    }
    summary.sentence = Text::tr("收到监督反馈 %1 份，超过 %2 个工作日未反馈的 %3 份。")
                           .arg(summary.rows.size())
                           .arg(answerWorkingDays)
                           .arg(summary.pressing());
    return summary;
}

Summary complaintSummary(const SummaryInput& input)
{
    Summary summary;
    summary.columns = {Text::tr("登记号"), Text::tr("事由"), Text::tr("时限"), Text::tr("依据"), Text::tr("截止"), Text::tr("状态")};
    const int handOverDays = daysOf(input.facts, model::SettingName::ComplaintHandOver);
    QVector<QPair<QDate, SummaryRow>> rows;
    for (const model::Complaint& complaint : bookOf<model::Complaint>(input.facts)) {
        for (const Clock& clock : clocksOf(complaint, input.calendar, handOverDays)) {
            const bool isDone = clock.doneOn.isValid() && clock.doneOn <= input.day;
            const bool isLate = clock.isLate(isDone ? clock.doneOn : input.day);
            const QString state = isDone ? (isLate ? Text::tr("逾期办结") : Text::tr("已办结"))
                : isLate                 ? Text::tr("已逾期 %1 天").arg(clock.due.daysTo(input.day))
                                         : Text::tr("还有 %1 天").arg(input.day.daysTo(clock.due));
            rows.append({isDone ? QDate(9999, 12, 31) : clock.due,
                         {{QString::number(complaint.number), complaint.subject, clock.title, clock.basis,
                           screenDate(clock.due), state},
                          model::kindOf<model::Complaint>().key, complaint.uid, isLate && !isDone}});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& row : rows)
        summary.rows.append(row.second);
    summary.sentence = Text::tr("%1 项时限已逾期。").arg(summary.pressing());
    return summary;
}

Summary listDraftSummary(const SummaryInput& input)
{
    Summary summary;
    summary.columns = {Text::tr("名单"), Text::tr("单位名称"), Text::tr("理由")};
    QHash<Uid, QStringList> black;
    for (const model::EnforcementCase& one : bookOf<model::EnforcementCase>(input.facts))
        if (!one.unit.isNull() && one.decidedOn.isValid() && one.decidedOn <= input.day)
            black[one.unit] << Text::tr("案件%1已作出处理决定").arg(one.number);
    const auto steps = stepsByProblem(input.facts);
    QSet<Uid> withOpenProblems;
    for (const model::Problem& problem : input.facts.problems)
        if (!problemStanding(problem, steps.value(problem.uid), input.day).isClosed())
            withOpenProblems.insert(problem.unit);
    QSet<Uid> inspected;
    for (const model::Inspection& inspection : input.facts.inspections)
        inspected.insert(inspection.unit);
    for (const UnitStanding& standing : standings(input.facts, input.sheets, input.day)) {
        const QStringList grounds = black.value(standing.uid);
        if (!grounds.isEmpty())
            summary.rows.append({{Text::tr("黑名单"), standing.name, grounds.join(Text::tr("；"))},
                                 model::kindOf<Unit>().key, standing.uid, true});
        else if (!standing.fails && inspected.contains(standing.uid) && !withOpenProblems.contains(standing.uid))
            summary.rows.append({{Text::tr("红名单"), standing.name, Text::tr("最近检查合格，器具全部有效，没有未销号的问题")},
                                 model::kindOf<Unit>().key, standing.uid, false});
    }
    summary.sentence = Text::tr("按规则可列红名单 %1 家、黑名单 %2 家；列入前须告知、听取陈述并经镇、局批准。")
                           .arg(summary.rows.size() - summary.pressing())
                           .arg(summary.pressing());
    return summary;
}

} // namespace chengheng::rules
