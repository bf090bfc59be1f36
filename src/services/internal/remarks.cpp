// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/remarks.h"

#include "model/money_records.h"
#include "rules/budget.h"
#include "services/internal/supervision_writes.h"

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

/// What spoke against it is said once more where a problem was closed with a reason.
Result<QString> closedAgainst(storage::Intent& intent, const model::ProblemStep& step)
{
    if (step.kind != model::StepKind::Closed)
        return QString();
    const auto problem = intent.find(model::kindOf<model::Problem>(), step.problem);
    if (!problem)
        return fail(problem.error());
    return againstClosing(intent, model::fromRecord<model::Problem>(*problem), step.on);
}

} // namespace

Result<QString> remarkOn(storage::Intent& intent, const model::Record& record)
{
    if (record.kind->key == model::kindOf<model::Expense>().key)
        return overspendingBy(intent, model::fromRecord<model::Expense>(record));
    if (record.kind->key == model::kindOf<model::ProblemStep>().key)
        return closedAgainst(intent, model::fromRecord<model::ProblemStep>(record));
    return QString();
}

} // namespace chengheng::services
