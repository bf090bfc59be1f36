// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/budget.h"

#include <QCoreApplication>

#include <map>
#include <tuple>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Budget)
};

} // namespace

QString BudgetStanding::name() const
{
    return Text::tr("%1年%2（%3）").arg(QString::number(year), model::labelOf(category), model::labelOf(payer));
}

QVector<BudgetStanding> budgetStandings(const QVector<model::BudgetLine>& lines,
                                        const QVector<model::Expense>& expenses)
{
    std::map<std::tuple<int, int, int>, BudgetStanding> byKey;
    const auto at = [&](int year, model::BudgetCategory category, model::Payer payer) -> BudgetStanding& {
        BudgetStanding& standing = byKey[{year, int(category), int(payer)}];
        standing.year = year;
        standing.category = category;
        standing.payer = payer;
        return standing;
    };
    for (const model::BudgetLine& line : lines)
        at(int(line.year.value_or(0)), line.category, line.payer).planned += line.amount;
    for (const model::Expense& expense : expenses)
        at(expense.on.year(), expense.category, expense.payer).spent += expense.amount;
    QVector<BudgetStanding> standings;
    for (const auto& one : byKey)
        standings.append(one.second);
    return standings;
}

QVector<PayerStanding> payerStandings(const QVector<BudgetStanding>& standings,
                                      const QVector<model::Allotment>& allotments)
{
    QVector<PayerStanding> payers;
    for (const auto& word : model::wordsOf<model::Payer>()) {
        PayerStanding payer{.payer = word.value, .planned = {}, .spent = {}, .allotted = {}, .received = {}};
        for (const BudgetStanding& one : standings)
            if (one.payer == payer.payer) {
                payer.planned += one.planned;
                payer.spent += one.spent;
            }
        for (const model::Allotment& allotment : allotments)
            if (allotment.payer == payer.payer) {
                payer.allotted += allotment.amount;
                payer.received += allotment.on.isValid() ? allotment.amount : Money();
            }
        payers.append(payer);
    }
    return payers;
}

QString overspending(const BudgetStanding& standing)
{
    if (!standing.isOverspent())
        return {};
    return Text::tr("%1预算 %2 元，已支出 %3 元，超支 %4 元；请先调整预算或核对这笔支出。")
        .arg(standing.name(), standing.planned.toString(), standing.spent.toString(),
             (standing.spent - standing.planned).toString());
}

} // namespace chengheng::rules
