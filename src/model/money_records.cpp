// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/money_records.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MoneyRecords)
};

} // namespace

template <>
const RecordKind& kindOf<BudgetLine>()
{
    static const RecordKind kind{
        .key = QStringLiteral("budget_line"),
        .title = Text::tr("预算"),
        .fields =
            {
                integerField("year", Text::tr("年度"), &BudgetLine::year).required().range(2000, 2100),
                choiceField("category", Text::tr("经费类别"), &BudgetLine::category).required(),
                choiceField("payer", Text::tr("承担方"), &BudgetLine::payer).required(),
                textField("subject", Text::tr("用途"), &BudgetLine::subject).required().searched(),
                moneyField("amount", Text::tr("金额（元）"), &BudgetLine::amount).required(),
                dateField("approved_on", Text::tr("批复日期"), &BudgetLine::approvedOn),
                longTextField("remarks", Text::tr("备注"), &BudgetLine::remarks),
            },
        .nameField = QStringLiteral("subject"),
        .identities = {{QStringLiteral("subject"), QStringLiteral("year")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("approved_on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<Allotment>()
{
    static const RecordKind kind{
        .key = QStringLiteral("allotment"),
        .title = Text::tr("拨款"),
        .fields =
            {
                dateField("allotted_on", Text::tr("拨款日期"), &Allotment::allottedOn).required(),
                dateField("on", Text::tr("到账日期"), &Allotment::on).since(),
                choiceField("payer", Text::tr("拨款方"), &Allotment::payer).required(),
                moneyField("amount", Text::tr("金额（元）"), &Allotment::amount).required(),
                textField("document", Text::tr("拨款文号"), &Allotment::document).required().searched().limit(60),
            },
        .nameField = QStringLiteral("document"),
        .identities = {{QStringLiteral("document"), QStringLiteral("allotted_on")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("allotted_on"),
        .inOrder = {{QStringLiteral("allotted_on"), QStringLiteral("on")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<Expense>()
{
    static const RecordKind kind{
        .key = QStringLiteral("expense"),
        .title = Text::tr("支出"),
        .fields =
            {
                dateField("on", Text::tr("日期"), &Expense::on).required(),
                choiceField("category", Text::tr("经费类别"), &Expense::category).required(),
                choiceField("payer", Text::tr("承担方"), &Expense::payer).required(),
                textField("subject", Text::tr("用途"), &Expense::subject).required().searched(),
                moneyField("amount", Text::tr("金额（元）"), &Expense::amount).required(),
                textField("voucher", Text::tr("凭证号"), &Expense::voucher).required().searched().unique().limit(60),
                textField("handler", Text::tr("经手人"), &Expense::handler).required().limit(40).beginsSigned(),
                longTextField("remarks", Text::tr("备注"), &Expense::remarks),
            },
        .nameField = QStringLiteral("subject"),
        .identities = {{QStringLiteral("voucher")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

} // namespace chengheng::model
