// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/money_records.h"
#include "rules/budget.h"

#include <QCoreApplication>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MoneySummaries)
};

} // namespace

Summary budgetSummary(const SummaryInput& input)
{
    Summary summary;
    summary.columns = {Text::tr("年度"), Text::tr("经费类别"), Text::tr("承担方"), Text::tr("预算（元）"), Text::tr("支出（元）"),
                       Text::tr("结余（元）")};
    Money budget;
    Money spent;
    for (const BudgetStanding& one :
         budgetStandings(bookOf<model::BudgetLine>(input.facts), bookOf<model::Expense>(input.facts))) {
        budget += one.planned;
        spent += one.spent;
        summary.rows.append({{QString::number(one.year), model::labelOf(one.category), model::labelOf(one.payer),
                              one.planned.toString(), one.spent.toString(), one.rest().toString()},
                             {}, {}, one.isOverspent()});
    }
    Money received;
    for (const model::Allotment& allotment : bookOf<model::Allotment>(input.facts))
        received += allotment.amount;
    summary.sentence = Text::tr("预算 %1 元，到账 %2 元，支出 %3 元，账面结余 %4 元；超支 %5 项。")
                           .arg(budget.toString(), received.toString(), spent.toString(), (received - spent).toString())
                           .arg(summary.pressing());
    return summary;
}

Summary voucherSummary(const SummaryInput& input)
{
    QHash<Uid, int> files;
    for (const model::Attachment& attachment : input.facts.attachments)
        if (attachment.subjectKind == model::kindOf<model::Expense>().key)
            ++files[attachment.subject];
    Summary summary;
    summary.columns = {Text::tr("日期"), Text::tr("用途"), Text::tr("金额（元）"), Text::tr("凭证号"), Text::tr("凭证附件")};
    for (const model::Expense& expense : bookOf<model::Expense>(input.facts)) {
        const int count = files.value(expense.uid);
        summary.rows.append({{screenDate(expense.on), expense.subject, expense.amount.toString(), expense.voucher,
                              count > 0 ? Text::tr("%1 份").arg(count) : Text::tr("未附")},
                             model::kindOf<model::Expense>().key, expense.uid, count == 0});
    }
    summary.sentence = Text::tr("%1 笔支出，其中 %2 笔没有附上凭证。").arg(summary.rows.size()).arg(summary.pressing());
    return summary;
}

} // namespace chengheng::rules
