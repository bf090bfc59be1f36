// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Budget, money in and money out, in exact money.
namespace chengheng::model {

/// 预算. FUND-1: six categories.
struct BudgetLine : RecordHead {
    std::optional<qint64> year;
    BudgetCategory category = BudgetCategory::MeetingsTraining;
    Payer payer = Payer::Town;
    QString subject;
    Money amount;
    QDate approvedOn;
    QString remarks;
};

/// 拨款. FUND-2: money in: granted on a day, and received some time after.
struct Allotment : RecordHead {
    QDate allottedOn;
    QDate on; ///< received; invalid: not yet
    Payer payer = Payer::Town;
    Money amount;
    QString document;
};

/// 支出. FUND-1: with vouchers.
struct Expense : RecordHead {
    QDate on;
    BudgetCategory category = BudgetCategory::MeetingsTraining;
    Payer payer = Payer::Town;
    QString subject;
    Money amount;
    QString voucher;
    QString handler;
    QString remarks;
};

} // namespace chengheng::model
