// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/supervisor_problems.h"

#include "rules/settings.h"

#include <QCoreApplication>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SupervisorProblems)
};

/// One question of the report: what it means where the answer is 不符合.
struct Question {
    model::Finding model::SupervisorReport::* answer;
    QString fault; ///< one of the sheet edition's issue codes
    QString description;
    model::Severity severity;
};

const QVector<Question>& questions()
{
    using Report = model::SupervisorReport;
    static const QVector<Question> all{
        {&Report::commitment, QStringLiteral("承诺书未张贴"), Text::tr("承诺书没有张贴在醒目位置"),
         model::Severity::Ordinary},
        {&Report::instruments, QStringLiteral("未经检定或超期使用"), Text::tr("有计量器具未检定或超周期"),
         model::Severity::Serious},
        {&Report::cheating, QStringLiteral("有作弊功能或破坏准确度"), Text::tr("涉嫌利用计量器具作弊"),
         model::Severity::Urgent},
        {&Report::quantity, QStringLiteral("净含量标注不符"), Text::tr("商品量标注不符合要求"),
         model::Severity::Ordinary},
        {&Report::legalUnits, QStringLiteral("非法定计量单位"), Text::tr("没有使用法定计量单位"),
         model::Severity::Ordinary},
    };
    return all;
}

/// What a finding about one instrument means.
struct Meaning {
    QString fault;
    QString description; ///< goes on from the instrument's name
    model::Severity severity;
};

const Meaning& meaningOf(model::InstrumentFinding finding)
{
    using model::InstrumentFinding;
    static const QMap<InstrumentFinding, Meaning> all{
        {InstrumentFinding::Unverified,
         {QStringLiteral("未经检定或超期使用"), Text::tr("未检定"), model::Severity::Serious}},
        {InstrumentFinding::Overdue,
         {QStringLiteral("未经检定或超期使用"), Text::tr("超周期"), model::Severity::Serious}},
        {InstrumentFinding::SuspectedCheating,
         {QStringLiteral("有作弊功能或破坏准确度"), Text::tr("涉嫌作弊"), model::Severity::Urgent}},
        {InstrumentFinding::NotInLedger,
         {QStringLiteral("台账缺项或账实不符"), Text::tr("台账中没有"), model::Severity::Ordinary}},
    };
    return *all.constFind(finding);
}

/// By what can be read off the instrument itself.
QString calledBy(const model::ReportInstrument& seen)
{
    const QString name = seen.name.isEmpty() ? Text::tr("一台计量器具") : seen.name;
    QStringList details;
    if (!seen.serial.isEmpty())
        details << seen.serial;
    if (!seen.place.isEmpty())
        details << seen.place;
    return details.isEmpty() ? name : Text::tr("%1（%2）").arg(name, details.join(Text::tr("，")));
}

} // namespace

QVector<model::Problem> problemsOf(const model::SupervisorReport& report, const WorkingCalendar& calendar,
                                   const model::CampaignFacts& facts)
{
    QVector<model::Problem> problems;
    for (const Question& question : questions()) {
        if (report.*question.answer != model::Finding::Bad)
            continue;
        model::Problem problem;
        problem.unit = report.unit;
        problem.fault = question.fault;
        problem.description = question.description;
        problem.foundOn = report.receivedOn;
        problem.severity = question.severity;
        problem.dueOn = calendar.addWorkingDays(report.receivedOn, rectificationDays(facts, question.severity));
        problem.source = model::ProblemSource::Supervisor;
        problems.append(problem);
    }
    return problems;
}

model::Problem problemOf(const model::ReportInstrument& seen, const model::SupervisorReport& report,
                         const WorkingCalendar& calendar, const model::CampaignFacts& facts)
{
    const Meaning& meaning = meaningOf(seen.finding);
    model::Problem problem;
    problem.unit = report.unit;
    problem.instrument = seen.instrument;
    problem.fault = meaning.fault;
    problem.description = Text::tr("%1%2").arg(calledBy(seen), meaning.description);
    problem.foundOn = report.receivedOn;
    problem.severity = meaning.severity;
    problem.dueOn = calendar.addWorkingDays(report.receivedOn, rectificationDays(facts, meaning.severity));
    problem.source = model::ProblemSource::Supervisor;
    return problem;
}

bool isTheSameAtLarge(const model::Problem& known, const model::Problem& specific)
{
    return known.source == model::ProblemSource::Supervisor && known.unit == specific.unit
           && known.fault == specific.fault && known.foundOn == specific.foundOn && known.instrument.isNull();
}

} // namespace chengheng::rules
