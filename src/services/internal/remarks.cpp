// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/remarks.h"

#include "rules/budget.h"

namespace chengheng::services {

namespace {

template <class R>
Result<QVector<R>> all(storage::Intent& intent)
{
    const auto rows = intent.list(model::kindOf<R>());
    if (!rows)
        return fail(rows.error());
    QVector<R> typed;
    for (const model::Record& row : *rows)
        typed.append(model::fromRecord<R>(row));
    return typed;
}

/// Where the office keeps a budget, whether an expense goes beyond it.
Result<QString> overspendingBy(storage::Intent& intent, const model::Expense& expense)
{
    const auto lines = all<model::BudgetLine>(intent);
    const auto expenses = all<model::Expense>(intent);
    if (!lines || !expenses)
        return fail(lines ? expenses.error() : lines.error());
    if (lines->isEmpty())
        return QString();
    for (const rules::BudgetStanding& one : rules::budgetStandings(*lines, *expenses))
        if (one.year == expense.on.year() && one.category == expense.category && one.payer == expense.payer)
            return rules::overspending(one);
    return QString();
}

} // namespace

Result<QString> remarkOn(storage::Intent& intent, const model::Record& record)
{
    if (record.kind->key == model::kindOf<model::Expense>().key)
        return overspendingBy(intent, model::fromRecord<model::Expense>(record));
    return QString();
}

} // namespace chengheng::services
