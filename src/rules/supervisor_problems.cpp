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
    model::Finding model::SupervisorReport::*answer;
    QString fault; ///< one of the sheet edition's issue codes
    QString description;
    model::Severity severity;
};

const QVector<Question>& questions()
{
    using Report = model::SupervisorReport;
    static const QVector<Question> all{
        {&Report::commitment, QStringLiteral("承诺书未张贴"), Text::tr("承诺书没有张贴在醒目位置"), model::Severity::Ordinary},
        {&Report::instruments, QStringLiteral("未经检定或超期使用"), Text::tr("有计量器具未检定或超周期"), model::Severity::Serious},
        {&Report::cheating, QStringLiteral("有作弊功能或破坏准确度"), Text::tr("涉嫌利用计量器具作弊"), model::Severity::Urgent},
        {&Report::quantity, QStringLiteral("净含量标注不符"), Text::tr("商品量标注不符合要求"), model::Severity::Ordinary},
        {&Report::legalUnits, QStringLiteral("非法定计量单位"), Text::tr("没有使用法定计量单位"), model::Severity::Ordinary},
    };
    return all;
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

} // namespace chengheng::rules
