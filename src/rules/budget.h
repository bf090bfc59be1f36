// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "model/money_records.h"

namespace chengheng::rules {

/// What one payer plans for a category in a year, and what has been spent of it (FUND-1).
struct BudgetStanding {
    int year = 0;
    model::BudgetCategory category = model::BudgetCategory::MeetingsTraining;
    model::Payer payer = model::Payer::Town;
    Money planned;
    Money spent;

    Money rest() const { return planned - spent; }
    bool isOverspent() const { return rest() < Money(); }
    QString name() const; ///< 2024年 宣传费（镇政府）
};

/// By year, category and payer; what neither has a budget nor was spent is left out. An expense is of the year it was
/// made in.
QVector<BudgetStanding> budgetStandings(const QVector<model::BudgetLine>& lines,
                                        const QVector<model::Expense>& expenses);

/// All money of one payer: planned, spent, granted and come in (FUND-2).
struct PayerStanding {
    model::Payer payer = model::Payer::Town;
    Money planned;
    Money spent;
    Money allotted;
    Money received;

    Money rest() const { return planned - spent; }
    Money notReceived() const { return allotted - received; }
};

/// In the order of the payers' words; `allotments` are those of the day.
QVector<PayerStanding> payerStandings(const QVector<BudgetStanding>& standings,
                                      const QVector<model::Allotment>& allotments);

/// How an expense leaves its category: the sentence that warns, or "" where the budget holds.
QString overspending(const BudgetStanding& standing);

} // namespace chengheng::rules
