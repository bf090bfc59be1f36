// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/brief_paper.h"

#include "base/dates.h"
#include "documents/ledger_words.h"
#include "documents/page_layout.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BriefPaper)
};

constexpr qsizetype mostReasons = 3;
constexpr qsizetype mostOwners = 5;
constexpr qsizetype mostLetters = 90; ///< of a reason that leaders read

BarChart::Bar barOf(const QString& label, Rate rate)
{
    return {label, rateText(rate), rate.isNothing() ? 0 : double(rate.num) / double(rate.den)};
}

QString against(const Rate& now, const Rate& before)
{
    return Text::tr("%1　上月同日 %2").arg(rateText(now), before.toPercent());
}

/// What is wrong in a sentence, or in a word where the sentence is long or the page has no room.
TableBlock reasons(const PrintedOverview& overview, bool isShort)
{
    TableBlock table{{{Text::tr("最晚动手"), 1.6}, {Text::tr("是什么"), 8}}, {}};
    for (const rules::Risk& risk : overview.readiness.risks.mid(0, mostReasons))
        table.rows.append(
            {paperDate(risk.startBy), isShort || risk.why.size() > mostLetters
                                          ? Text::tr("%1：%2").arg(rules::labelOf(risk.kind)).arg(risk.count)
                                          : risk.why});
    return table;
}

TableBlock owed(const rules::Status& status)
{
    TableBlock table{{{Text::tr("责任单位"), 2.4},
                      {Text::tr("逾期节点"), 1, Alignment::Right},
                      {Text::tr("有风险"), 1, Alignment::Right},
                      {Text::tr("最早的一项"), 4.5}},
                     {}};
    for (const OwnerDebt& debt : ownerDebts(status).mid(0, mostOwners))
        table.rows.append({debt.owner, QString::number(debt.missed), QString::number(debt.atRisk), debt.nearest});
    return table;
}

KeyValues standing(const PrintedOverview& overview)
{
    const rules::Status& now = overview.now;
    KeyValues rows;
    for (const rules::RateKind kind : {rules::RateKind::Verification, rules::RateKind::Pass, rules::RateKind::Validity})
        rows.rows.append(
            {rules::labelOf(kind), against(now.verification.rate(kind), overview.monthAgo.verification.rate(kind))});
    rows.rows.append({Text::tr("参建和评分"), Text::tr("参建 %1 家，已评分 %2 家，承诺书已签 %3 家")
                                                  .arg(now.units)
                                                  .arg(now.scoredUnits.size())
                                                  .arg(now.committedUnits.size())});
    rows.rows.append({Text::tr("未销号问题"), Text::tr("%1 个，其中逾期 %2 个；上月同日 %3 个")
                                                  .arg(now.openProblems.size())
                                                  .arg(now.overdueProblems.size())
                                                  .arg(overview.monthAgo.openProblems.size())});
    return rows;
}

Paper briefWith(const PrintedOverview& overview, const QVector<MonthFigures>& months, bool isShort)
{
    Paper paper;
    paper.title = Text::tr("创建工作简报");
    paper.campaign = overview.campaign;
    paper.asOf = overview.now.day;
    paper.blocks = {standing(overview),          Heading{Text::tr("最影响验收的三件事")},
                    reasons(overview, isShort),  Heading{Text::tr("谁还欠什么")},
                    owed(overview.now),          Heading{Text::tr("各业态有效率")},
                    tradeChart(overview.ledger), Heading{Text::tr("近六个月有效率")},
                    monthChart(months)};
    return paper;
}

} // namespace

QVector<OwnerDebt> ownerDebts(const rules::Status& status)
{
    QVector<OwnerDebt> debts;
    QHash<QString, QDate> nearest;
    for (const rules::PhaseStanding& phase : status.phases)
        for (const rules::MilestoneStanding& milestone : phase.milestones) {
            const bool isMissed = milestone.state == rules::MilestoneState::Missed;
            if (!isMissed && milestone.state != rules::MilestoneState::AtRisk)
                continue;
            auto debt = std::find_if(debts.begin(), debts.end(),
                                     [&milestone](const OwnerDebt& one) { return one.owner == milestone.owner; });
            if (debt == debts.end()) {
                debts.append({milestone.owner, 0, 0, {}});
                debt = debts.end() - 1;
            }
            ++(isMissed ? debt->missed : debt->atRisk);
            if (!nearest.contains(milestone.owner) || milestone.to < nearest[milestone.owner]) {
                nearest[milestone.owner] = milestone.to;
                debt->nearest = Text::tr("%1（%2止）").arg(milestone.title, paperDate(milestone.to));
            }
        }
    std::stable_sort(debts.begin(), debts.end(), [](const OwnerDebt& a, const OwnerDebt& b) {
        return a.missed != b.missed ? a.missed > b.missed : a.atRisk > b.atRisk;
    });
    return debts;
}

BarChart tradeChart(const rules::DueReport& ledger)
{
    BarChart chart;
    for (const rules::DueGroup& group : ledger.byTrade)
        chart.bars.append(barOf(group.label, group.figures.validityRate()));
    return chart;
}

BarChart monthChart(const QVector<MonthFigures>& months)
{
    BarChart chart;
    for (const MonthFigures& month : months)
        chart.bars.append(barOf(paperDate(month.day), month.figures.validityRate()));
    return chart;
}

Paper briefPaper(const PrintedOverview& overview, const QVector<MonthFigures>& months)
{
    const Paper whole = briefWith(overview, months, false);
    return layOut(whole).pages.size() == 1 ? whole : briefWith(overview, months, true);
}

} // namespace chengheng::documents
