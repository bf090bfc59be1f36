// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/inspection_records.h"
#include "rules/latest_inspections.h"
#include "rules/standing.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace chengheng::rules {

using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ScoreSummaries)
};

constexpr int monthsShown = 12;
constexpr int mostNamed = 5;

/// The first days of the months up to the day, from the campaign's first, twelve at most.
QVector<QDate> monthsOf(const SummaryInput& input)
{
    const QDate last(input.day.year(), input.day.month(), 1);
    const QDate from = input.facts.campaign.from;
    QVector<QDate> months;
    for (int back = monthsShown - 1; back >= 0; --back) {
        const QDate month = last.addMonths(-back);
        if (back == 0 || !from.isValid() || month.addMonths(1) > from)
            months.append(month);
    }
    return months;
}

/// Visits of one trade, self-checks aside.
struct TradeVisits {
    qint64 units = 0;
    QSet<Uid> visited;
    QMap<QDate, qint64> byMonth;
};

void add(TradeVisits& visits, const model::Inspection& inspection)
{
    visits.visited.insert(inspection.unit);
    ++visits.byMonth[QDate(inspection.on.year(), inspection.on.month(), 1)];
}

SummaryRow rowOf(const QString& trade, const TradeVisits& visits, const QVector<QDate>& months)
{
    const Rate covered{visits.visited.size(), visits.units};
    QStringList cells{trade, QString::number(visits.units), QString::number(covered.num), covered.toPercent()};
    for (const QDate month : months)
        cells << QString::number(visits.byMonth.value(month));
    return {cells, {}, {}, covered.num < covered.den};
}

/// Grades of the latest visits of one trade.
struct TradeScores {
    qint64 units = 0;
    qint64 scored = 0;
    Points sum;
    QHash<QString, qint64> byGrade; ///< by the grade's word
    qint64 vetoed = 0;
    qint64 open = 0; ///< visited, but not scored to the end
};

void add(TradeScores& scores, const Result<Score>& score)
{
    if (!score || !score->score) {
        ++scores.open;
    } else {
        ++scores.scored;
        scores.sum += *score->score;
    }
    if (score && !score->grade.isEmpty())
        ++scores.byGrade[score->grade];
    scores.vetoed += score && !score->vetoes.isEmpty();
}

QString averageOf(const TradeScores& scores)
{
    return scores.scored == 0 ? Text::tr("无") : scores.sum.shareRoundedToTenth(1, scores.scored).toString();
}

SummaryRow rowOf(const QString& trade, const TradeScores& scores, const QStringList& grades)
{
    QStringList cells{trade, QString::number(scores.units), QString::number(scores.scored), averageOf(scores)};
    for (const QString& grade : grades)
        cells << QString::number(scores.byGrade.value(grade));
    cells << QString::number(scores.vetoed) << QString::number(scores.open);
    return {cells, {}, {}, scores.scored < scores.units || scores.vetoed > 0};
}

/// The words of the grades from the best, then what lies below all.
QStringList gradesOf(const SheetEdition& sheets)
{
    QStringList grades;
    for (const GradeBand& band : sheets.gradeBands)
        grades << band.label;
    return grades << Text::tr("不合格");
}

/// Units that a plan is about and those it has reached.
struct PlanReach {
    qint64 units = 0;
    QStringList missing;
};

PlanReach reachOf(const model::InspectionPlan& plan, const SummaryInput& input)
{
    const auto& visits =
        plan.kind == model::InspectionKind::Rehearsal ? input.facts.rehearsals : input.facts.inspections;
    QSet<Uid> visited;
    for (const model::Inspection& visit : visits)
        if (visit.kind == plan.kind && visit.on >= plan.from && visit.on <= plan.to)
            visited.insert(visit.unit);
    PlanReach reach;
    for (const Unit& unit : unitsTakingPart(input.facts)) {
        if (plan.trade != model::Trade::None && plan.trade != unit.trade)
            continue;
        ++reach.units;
        if (!visited.contains(unit.uid))
            reach.missing << unit.name;
    }
    return reach;
}

QString missingText(const QStringList& missing)
{
    const QString named = missing.mid(0, mostNamed).join(Text::tr("、"));
    return missing.size() > mostNamed ? Text::tr("%1等 %2 家").arg(named).arg(missing.size()) : named;
}

} // namespace

Summary inspectionMonthsSummary(const SummaryInput& input)
{
    QHash<Uid, model::Trade> trades;
    QHash<model::Trade, TradeVisits> visits;
    TradeVisits all;
    for (const Unit& unit : unitsTakingPart(input.facts)) {
        trades.insert(unit.uid, unit.trade);
        ++visits[unit.trade].units;
        ++all.units;
    }
    for (const model::Inspection& inspection : input.facts.inspections) {
        if (inspection.kind == model::InspectionKind::SelfCheck || !trades.contains(inspection.unit))
            continue;
        add(visits[trades.value(inspection.unit)], inspection);
        add(all, inspection);
    }
    const auto months = monthsOf(input);
    Summary summary;
    summary.columns = {Text::tr("业态"), Text::tr("参建单位"), Text::tr("检查过"), Text::tr("覆盖率")};
    for (const QDate month : months)
        summary.columns << month.toString(QStringLiteral("yyyy-MM"));
    for (const auto& word : model::wordsOf<model::Trade>())
        if (visits.value(word.value).units > 0)
            summary.rows.append(rowOf(word.choice.label, visits.value(word.value), months));
    summary.rows.append(rowOf(Text::tr("合计"), all, months));
    summary.sentence = Text::tr("%1 家参建单位中检查过 %2 家；各月的数字是检查次数，自查和模拟检查不算。")
                           .arg(all.units)
                           .arg(all.visited.size());
    return summary;
}

Summary scoreFiguresSummary(const SummaryInput& input)
{
    const auto latest = latestInspections(input.facts);
    const auto contexts = scoreContexts(input.facts, input.day);
    QHash<model::Trade, TradeScores> scores;
    TradeScores all;
    for (const Unit& unit : unitsTakingPart(input.facts)) {
        TradeScores& own = scores[unit.trade];
        ++own.units;
        ++all.units;
        if (const model::Inspection* inspection = latest.value(unit.uid)) {
            const auto scored = score(input.sheets, *inspection, contexts.value(unit.uid));
            add(own, scored);
            add(all, scored);
        }
    }
    const QStringList grades = gradesOf(input.sheets);
    Summary summary;
    summary.columns = QStringList{Text::tr("业态"), Text::tr("参建单位"), Text::tr("已评分"), Text::tr("平均分")}
                      + grades + QStringList{Text::tr("一票否决"), Text::tr("未评完")};
    for (const auto& word : model::wordsOf<model::Trade>())
        if (scores.value(word.value).units > 0)
            summary.rows.append(rowOf(word.choice.label, scores.value(word.value), grades));
    summary.rows.append(rowOf(Text::tr("合计"), all, grades));
    summary.sentence = Text::tr("按各单位最近一次检查（自查、模拟检查除外），%1 家中已评分 %2 家，平均 %3 分。")
                           .arg(all.units)
                           .arg(all.scored)
                           .arg(averageOf(all));
    return summary;
}

Summary planProgressSummary(const SummaryInput& input)
{
    Summary summary;
    summary.columns = {Text::tr("计划名称"), Text::tr("检查方式"), Text::tr("开始日期"), Text::tr("结束日期"),
                       Text::tr("应查"),     Text::tr("已查"),     Text::tr("还没有查")};
    for (const model::InspectionPlan& plan : bookOf<model::InspectionPlan>(input.facts)) {
        const PlanReach reach = reachOf(plan, input);
        summary.rows.append({{plan.name, model::labelOf(plan.kind), screenDate(plan.from), screenDate(plan.to),
                              QString::number(reach.units), QString::number(reach.units - reach.missing.size()),
                              missingText(reach.missing)},
                             model::kindOf<model::InspectionPlan>().key,
                             plan.uid,
                             !reach.missing.isEmpty() && plan.to < input.day});
    }
    summary.sentence =
        Text::tr("%1 个检查计划，其中 %2 个到期还有单位没有查。").arg(summary.rows.size()).arg(summary.pressing());
    return summary;
}

} // namespace chengheng::rules
