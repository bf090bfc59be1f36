// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"
#include "rules/readiness.h"
#include "rules/status.h"

namespace chengheng::documents {

/// What the dashboard shows of a campaign on a day, for one A4 page.
struct PrintedOverview {
    QString campaign;
    rules::Status now;
    rules::Status monthAgo;
    rules::Readiness readiness;
    rules::DueReport ledger; ///< with what ends in the days ahead listed
    int daysAhead = 0;
};

/// 创建总览 on one page: figures against a month ago, phases, trades, the three things that most threaten
/// acceptance, and how many instruments fall due.
Paper overviewPaper(const PrintedOverview& overview);

} // namespace chengheng::documents
