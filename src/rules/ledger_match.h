// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "model/supervisor_records.h"

namespace chengheng::rules {

/// An instrument of the ledger that may be the one a supervisor named (SUP-2).
struct LedgerMatch {
    Uid instrument;
    QString label;          ///< 电子计价秤 00012（A-03摊）
    QString why;            ///< one sentence: what agrees, and how the ledger stands beside what was found
    bool isCertain = false; ///< the serial number agrees, and with no other instrument of the unit
    int weight = 0;         ///< how much agrees; only for order
};

/// Instruments of the unit that may be meant, the likeliest first; none where nothing agrees. A serial number
/// that is quite another rules an instrument out. `facts`: as of `day`, that of the report.
QVector<LedgerMatch> ledgerMatches(const model::ReportInstrument& seen, const Uid& unit,
                                   const model::CampaignFacts& facts, QDate day);

} // namespace chengheng::rules
