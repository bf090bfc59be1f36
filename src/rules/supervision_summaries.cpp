// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/supervisor_records.h"
#include "rules/settings.h"
#include "rules/waiting_answers.h"

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
    summary.columns = {Text::tr("单位名称"), Text::tr("收到日期"), Text::tr("应反馈"), Text::tr("反馈日期"),
                       Text::tr("用时（工作日）")};
    for (const model::SupervisorReport& report : bookOf<model::SupervisorReport>(input.facts)) {
        const QDate due = answerDue(report, input.facts, input.calendar);
        const bool isDone = isAnswered(report, input.day);
        const QDate until = isDone ? report.answeredOn : input.day;
        summary.rows.append({{units.value(report.unit), screenDate(report.receivedOn), screenDate(due),
                              isDone ? screenDate(report.answeredOn) : Text::tr("未反馈"),
                              QString::number(input.calendar.workingDaysBetween(report.receivedOn, until))},
                             model::kindOf<model::SupervisorReport>().key,
                             report.uid,
                             !isDone && input.day > due});
    }
    summary.sentence = Text::tr("收到监督反馈 %1 份，超过 %2 个工作日未反馈的 %3 份。")
                           .arg(summary.rows.size())
                           .arg(answerWorkingDays)
                           .arg(summary.pressing());
    return summary;
}

} // namespace chengheng::rules
