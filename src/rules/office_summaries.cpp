// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/application_records.h"
#include "model/closing_records.h"
#include "model/complaint_records.h"
#include "model/money_records.h"
#include "model/publicity_records.h"
#include "model/supervisor_records.h"
#include "model/training_records.h"
#include "rules/due_report.h"
#include "rules/paper_standing.h"
#include "rules/problem_state.h"
#include "rules/schedule.h"
#include "rules/settings.h"
#include "rules/standing.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficeSummaries)
};

Money sum(const QVector<Money>& amounts)
{
    Money total;
    for (const Money amount : amounts)
        total += amount;
    return total;
}

qint64 countUntil(const QVector<QDate>& days, QDate from, QDate day)
{
    return std::count_if(days.begin(), days.end(), [&](QDate on) { return on >= from && on <= day; });
}

template <class R>
QVector<QDate> daysOf(const model::CampaignFacts& facts, QDate R::*day)
{
    QVector<QDate> days;
    for (const R& record : bookOf<R>(facts))
        if ((record.*day).isValid())
            days.append(record.*day);
    return days;
}

} // namespace

Summary trainingSummary(const SummaryInput& input)
{
    QHash<Uid, model::Training> trainings;
    for (const model::Training& training : bookOf<model::Training>(input.facts))
        trainings.insert(training.uid, training);
    QHash<Uid, QSet<int>> trained;
    QHash<Uid, QStringList> topics;
    for (const model::TrainingAttendance& attendance : bookOf<model::TrainingAttendance>(input.facts)) {
        const auto training = trainings.constFind(attendance.training);
        if (!attendance.present || training == trainings.cend())
            continue;
        trained[attendance.unit].insert(int(attendance.role));
        if (!topics[attendance.unit].contains(training->topics))
            topics[attendance.unit] << training->topics;
    }
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("负责人"), Text::tr("计量管理员"), Text::tr("已训内容")};
    qint64 complete = 0;
    const auto units = unitsTakingPart(input.facts);
    for (const Unit& unit : units) {
        const QSet<int> roles = trained.value(unit.uid);
        const bool isHead = roles.contains(int(model::AttendeeRole::Head));
        const bool isManager = roles.contains(int(model::AttendeeRole::Manager));
        complete += isHead && isManager;
        const auto word = [](bool isTrained) { return isTrained ? Text::tr("已训") : Text::tr("未训"); };
        summary.rows.append({{unit.name, word(isHead), word(isManager), topics.value(unit.uid).join(Text::tr("；"))},
                             model::kindOf<Unit>().key, unit.uid, !isHead || !isManager});
    }
    summary.sentence = Text::tr("%1 家参建单位，负责人和计量管理员都已培训的 %2 家。").arg(units.size()).arg(complete);
    return summary;
}

Summary publicitySummary(const SummaryInput& input)
{
    Summary summary;
    summary.columns = {Text::tr("项目"), Text::tr("次数"), Text::tr("最近一次"), Text::tr("说明")};
    const auto add = [&](const QString& what, QVector<QDate> days, const QString& note = {}, bool isNeeded = false) {
        std::sort(days.begin(), days.end());
        summary.rows.append({{what, QString::number(days.size()), days.isEmpty() ? QString() : screenDate(days.last()), note},
                             {}, {}, isNeeded && days.isEmpty()});
    };
    QHash<int, QVector<QDate>> held;
    for (const model::Activity& activity : bookOf<model::Activity>(input.facts))
        held[int(activity.kind)].append(activity.on);
    for (const auto& word : model::wordsOf<model::ActivityKind>())
        add(word.choice.label, held.value(int(word.value)), {}, word.value != model::ActivityKind::Publicity);
    QHash<int, QVector<QDate>> reported;
    for (const model::MediaItem& item : bookOf<model::MediaItem>(input.facts))
        reported[int(item.level)].append(item.on);
    for (const auto& word : model::wordsOf<model::MediaLevel>())
        add(Text::tr("%1媒体报道").arg(word.choice.label), reported.value(int(word.value)), {}, word.value == model::MediaLevel::District);
    add(Text::tr("专栏发布"), daysOf(input.facts, &model::ColumnPost::on), {}, true);
    qint64 printed = 0;
    qint64 handedOut = 0;
    for (const model::Material& material : bookOf<model::Material>(input.facts))
        printed += material.quantity.value_or(0);
    for (const model::Handout& handout : bookOf<model::Handout>(input.facts))
        handedOut += handout.quantity.value_or(0);
    add(Text::tr("宣传品发放"), daysOf(input.facts, &model::Handout::on), Text::tr("印制 %1 份，发放 %2 份").arg(printed).arg(handedOut), true);
    Rate aware;
    for (const model::AwarenessSurvey& survey : bookOf<model::AwarenessSurvey>(input.facts))
        aware = {aware.num + survey.aware.value_or(0), aware.den + survey.asked.value_or(0)};
    add(Text::tr("知晓率调查"), daysOf(input.facts, &model::AwarenessSurvey::on), Text::tr("知晓率 %1").arg(aware.toPercent()), true);
    summary.sentence = Text::tr("知晓率 %1；还有 %2 项没有开展。").arg(aware.toPercent()).arg(summary.pressing());
    return summary;
}

Summary applicationSummary(const SummaryInput& input)
{
    QHash<Uid, QVector<model::ApplicationStep>> steps;
    for (const model::ApplicationStep& step : bookOf<model::ApplicationStep>(input.facts))
        steps[step.application].append(step);
    Summary summary;
    summary.columns = {Text::tr("申请"), Text::tr("类别"), Text::tr("现在"), Text::tr("日期"), Text::tr("还缺")};
    for (const model::Application& application : bookOf<model::Application>(input.facts)) {
        auto own = steps.value(application.uid);
        std::stable_sort(own.begin(), own.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
        const auto isThere = [&](model::ApplicationStepKind kind) {
            return std::any_of(own.begin(), own.end(), [kind](const auto& step) { return step.kind == kind; });
        };
        QStringList missing;
        for (const auto kind : {model::ApplicationStepKind::Sealed, model::ApplicationStepKind::CoSigned,
                                model::ApplicationStepKind::Submitted, model::ApplicationStepKind::Accepted})
            if (!isThere(kind))
                missing << model::labelOf(kind);
        const bool isReturned = !own.isEmpty() && own.last().kind == model::ApplicationStepKind::Returned;
        summary.rows.append({{application.title, model::labelOf(application.kind),
                              own.isEmpty() ? Text::tr("起草") : model::labelOf(own.last().kind),
                              screenDate(own.isEmpty() ? application.draftedOn : own.last().on), missing.join(Text::tr("、"))},
                             model::kindOf<model::Application>().key, application.uid, isReturned});
    }
    summary.sentence = Text::tr("%1 件申请，其中 %2 件被退回待修改。").arg(summary.rows.size()).arg(summary.pressing());
    return summary;
}

Summary commendationSummary(const SummaryInput& input)
{
    QSet<Uid> proposed;
    for (const model::Commendation& commendation : bookOf<model::Commendation>(input.facts))
        proposed.insert(commendation.unit);
    QHash<Uid, Points> best;
    for (const model::Inspection& inspection : input.facts.inspections) {
        const auto scored = score(input.sheets, inspection);
        if (scored && scored->score)
            best[inspection.unit] = qMax(best.value(inspection.unit), *scored->score);
    }
    QVector<QPair<Points, SummaryRow>> rows;
    for (const UnitStanding& standing : standings(input.facts, input.sheets, input.day))
        if (!standing.fails && best.contains(standing.uid))
            rows.append({best.value(standing.uid),
                         {{standing.name, model::labelOf(standing.trade), best.value(standing.uid).toString(),
                           Text::tr("抽查各项都能通过"), proposed.contains(standing.uid) ? Text::tr("已提名") : QString()},
                          model::kindOf<Unit>().key, standing.uid, false}});
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("业态"), Text::tr("最高得分"), Text::tr("理由"), Text::tr("提名")};
    for (const auto& row : rows)
        summary.rows.append(row.second);
    summary.sentence = Text::tr("%1 家单位符合表彰候选条件，按得分排列。").arg(rows.size());
    return summary;
}

Summary budgetSummary(const SummaryInput& input)
{
    Summary summary;
    summary.columns = {Text::tr("经费类别"), Text::tr("承担方"), Text::tr("预算（元）"), Text::tr("支出（元）"), Text::tr("结余（元）")};
    const auto lines = bookOf<model::BudgetLine>(input.facts);
    const auto expenses = bookOf<model::Expense>(input.facts);
    Money budget;
    Money spent;
    for (const auto& category : model::wordsOf<model::BudgetCategory>())
        for (const auto& payer : model::wordsOf<model::Payer>()) {
            QVector<Money> planned;
            QVector<Money> paid;
            for (const model::BudgetLine& line : lines)
                if (line.category == category.value && line.payer == payer.value)
                    planned << line.amount;
            for (const model::Expense& expense : expenses)
                if (expense.category == category.value && expense.payer == payer.value)
                    paid << expense.amount;
            if (planned.isEmpty() && paid.isEmpty())
                continue;
            const Money rest = sum(planned) - sum(paid);
            budget += sum(planned);
            spent += sum(paid);
            summary.rows.append({{category.choice.label, payer.choice.label, sum(planned).toString(), sum(paid).toString(), rest.toString()},
                                 {}, {}, rest < Money()});
        }
    Money received;
    for (const model::Allotment& allotment : bookOf<model::Allotment>(input.facts))
        received += allotment.amount;
    summary.sentence = Text::tr("预算 %1 元，到账 %2 元，支出 %3 元，账面结余 %4 元；超支 %5 项。")
                           .arg(budget.toString(), received.toString(), spent.toString(), (received - spent).toString())
                           .arg(summary.pressing());
    return summary;
}

Summary yearSummary(const SummaryInput& input)
{
    const QDate from(input.day.year(), 1, 1);
    const DueReport due = dueReport(input.facts, input.day);
    const auto steps = stepsByProblem(input.facts);
    qint64 closed = 0;
    for (const model::Problem& problem : input.facts.problems)
        closed += problemStanding(problem, steps.value(problem.uid), input.day).isClosed();
    QVector<QDate> inspections;
    for (const model::Inspection& inspection : input.facts.inspections)
        inspections << inspection.on;
    Summary summary;
    summary.columns = {Text::tr("项目"), Text::tr("数字")};
    const auto add = [&summary](const QString& what, const QString& figure) { summary.rows.append({{what, figure}}); };
    const auto addCount = [&](const QString& what, const QVector<QDate>& days) {
        add(what, QString::number(countUntil(days, from, input.day)));
    };
    add(Text::tr("参建单位（家）"), QString::number(unitsTakingPart(input.facts).size()));
    add(Text::tr("在用强检器具（台件）"), QString::number(due.figures.inUse));
    add(Text::tr("受检率"), due.figures.verificationRate().toPercent());
    add(Text::tr("合格率"), due.figures.passRate().toPercent());
    addCount(Text::tr("检查（次）"), inspections);
    add(Text::tr("发现问题（个）"), QString::number(input.facts.problems.size()));
    add(Text::tr("其中已销号（个）"), QString::number(closed));
    addCount(Text::tr("培训（场）"), daysOf(input.facts, &model::Training::on));
    addCount(Text::tr("会议和宣传活动（场）"), daysOf(input.facts, &model::Activity::on));
    addCount(Text::tr("媒体报道（篇）"), daysOf(input.facts, &model::MediaItem::on));
    addCount(Text::tr("监督员反馈（份）"), daysOf(input.facts, &model::SupervisorReport::receivedOn));
    addCount(Text::tr("投诉举报（件）"), daysOf(input.facts, &model::Complaint::receivedOn));
    addCount(Text::tr("立案（件）"), daysOf(input.facts, &model::EnforcementCase::filedOn));
    summary.sentence = Text::tr("%1年1月1日至%2的数字，可直接写入年度总结。").arg(input.day.year()).arg(paperDate(input.day));
    return summary;
}

} // namespace chengheng::rules
