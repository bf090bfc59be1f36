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
    summary.columns = {Text::tr("年度"),         Text::tr("经费类别"),     Text::tr("承担方"),
                       Text::tr("预算（元）"),   Text::tr("支出（元）"),   Text::tr("结余（元）"),
                       Text::tr("已拨款（元）"), Text::tr("已到账（元）"), Text::tr("未到账（元）")};
    const auto standings = budgetStandings(bookOf<model::BudgetLine>(input.facts), bookOf<model::Expense>(input.facts));
    for (const BudgetStanding& one : standings)
        summary.rows.append({{QString::number(one.year),
                              model::labelOf(one.category),
                              model::labelOf(one.payer),
                              one.planned.toString(),
                              one.spent.toString(),
                              one.rest().toString(),
                              {},
                              {},
                              {}},
                             {},
                             {},
                             one.isOverspent()});
    Money budget;
    Money spent;
    Money received;
    Money outstanding;
    for (const PayerStanding& payer : payerStandings(standings, bookOf<model::Allotment>(input.facts))) {
        budget += payer.planned;
        spent += payer.spent;
        received += payer.received;
        outstanding += payer.notReceived();
        summary.rows.append({{Text::tr("合计"),
                              {},
                              model::labelOf(payer.payer),
                              payer.planned.toString(),
                              payer.spent.toString(),
                              payer.rest().toString(),
                              payer.allotted.toString(),
                              payer.received.toString(),
                              payer.notReceived().toString()}});
    }
    summary.sentence = Text::tr("预算 %1 元，到账 %2 元，支出 %3 元，账面结余 %4 元；已拨未到账 %5 元；超支 %6 项。")
                           .arg(budget.toString(), received.toString(), spent.toString(), (received - spent).toString(),
                                outstanding.toString())
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
    summary.columns = {Text::tr("日期"), Text::tr("用途"), Text::tr("金额（元）"), Text::tr("凭证号"),
                       Text::tr("凭证附件")};
    for (const model::Expense& expense : bookOf<model::Expense>(input.facts)) {
        const int count = files.value(expense.uid);
        summary.rows.append({{screenDate(expense.on), expense.subject, expense.amount.toString(), expense.voucher,
                              count > 0 ? Text::tr("%1 份").arg(count) : Text::tr("未附")},
                             model::kindOf<model::Expense>().key,
                             expense.uid,
                             count == 0});
    }
    summary.sentence = Text::tr("%1 笔支出，其中 %2 笔没有附上凭证。").arg(summary.rows.size()).arg(summary.pressing());
    return summary;
}

} // namespace chengheng::rules
