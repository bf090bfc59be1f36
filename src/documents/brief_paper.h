// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/overview_paper.h"
#include "documents/record_paper.h"

namespace chengheng::documents {

/// The rates on one day of the past, for the chart over months.
struct MonthFigures {
    QDate day;
    rules::VerificationFigures figures;
};

/// Who owes milestones: a line of the brief and of the projector.
struct OwnerDebt {
    QString owner;
    int missed = 0;  ///< past their last day
    int atRisk = 0;  ///< begun or about to, and late
    QString nearest; ///< the most pressing one, with its last day
};
/// Those with something missed or at risk, the most first.
QVector<OwnerDebt> ownerDebts(const rules::Status& status);

/// 有效率 by trade, in the notice's order.
BarChart tradeChart(const rules::DueReport& ledger);
/// 有效率 month by month.
BarChart monthChart(const QVector<MonthFigures>& months);

/// The campaign on a day for its leaders, on one A4 page: where it stands, the three things that most threaten
/// acceptance, who owes what, and two charts.
Paper briefPaper(const PrintedOverview& overview, const QVector<MonthFigures>& months);

} // namespace chengheng::documents
