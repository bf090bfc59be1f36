// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/supervisor_records.h"
#include "rules/settings.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SupervisionSummaries)
};

bool isInForce(QDate from, QDate to, QDate day)
{
    return (!from.isValid() || from <= day) && (!to.isValid() || to >= day);
}

bool covers(const model::Assignment& assignment, const Unit& unit)
{
    return assignment.unit == unit.uid || (!assignment.road.isEmpty() && assignment.road == unit.road)
        || (assignment.trade != model::Trade::None && assignment.trade == unit.trade);
}

/// Volunteers are known by their numbers outside the register itself.
QString codeOf(const model::Supervisor& supervisor)
{
    return Text::tr("%1号").arg(supervisor.number);
}

} // namespace

Summary coverageSummary(const SummaryInput& input)
{
    QHash<Uid, model::Supervisor> serving;
    for (const model::Supervisor& supervisor : bookOf<model::Supervisor>(input.facts))
        if (isInForce(supervisor.appointedOn, supervisor.termTo, input.day) && isInForce({}, supervisor.endedOn, input.day))
            serving.insert(supervisor.uid, supervisor);
    QVector<model::Assignment> inForce;
    for (const model::Assignment& assignment : bookOf<model::Assignment>(input.facts))
        if (isInForce(assignment.from, assignment.to, input.day) && serving.contains(assignment.supervisor))
            inForce.append(assignment);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("路段"), Text::tr("业态"), Text::tr("监督员")};
    QHash<Uid, qsizetype> load;
    qint64 covered = 0;
    const auto units = unitsTakingPart(input.facts);
    for (const Unit& unit : units) {
        QStringList codes;
        for (const model::Assignment& assignment : inForce) {
            const QString code = codeOf(serving.value(assignment.supervisor));
            if (!covers(assignment, unit) || codes.contains(code))
                continue;
            codes << code;
            ++load[assignment.supervisor];
        }
        covered += !codes.isEmpty();
        summary.rows.append({{unit.name, unit.road, model::labelOf(unit.trade), codes.join(Text::tr("、"))},
                             model::kindOf<Unit>().key, unit.uid, codes.isEmpty()});
    }
    const int mostUnitsEach = daysOf(input.facts, model::SettingName::SupervisorLoad);
    QStringList heavy;
    for (auto it = load.cbegin(); it != load.cend(); ++it)
        if (it.value() > mostUnitsEach)
            heavy << Text::tr("%1（%2 家）").arg(codeOf(serving.value(it.key()))).arg(it.value());
    heavy.sort();
    summary.sentence = Text::tr("%1 家参建单位，有人包干 %2 家。").arg(units.size()).arg(covered);
    if (!heavy.isEmpty())
        summary.sentence += Text::tr("包干过多的监督员：%1。").arg(heavy.join(Text::tr("、")));
    return summary;
}

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

} // namespace chengheng::rules
