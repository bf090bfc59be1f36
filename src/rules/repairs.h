// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"

namespace chengheng::rules {

/// A repair after which an instrument must be verified again before it is used (计量法第九条;
/// 加油站计量监督管理办法第五条第五项).
struct Repair {
    QDate from; ///< verifications before this day no longer count: the day it was sent, else the day below
    QDate on;   ///< back from repair
};

/// Each instrument's repairs from 器具变动: 修理后启用, and 送修 once it has come back.
QHash<Uid, QVector<Repair>> repairsByInstrument(const model::CampaignFacts& facts);

/// The first day up to `day` on which an instrument verified last on `verifiedOn` came back from a repair
/// and needed verification again; invalid where there is none.
QDate repairedSince(const QVector<Repair>& repairs, QDate verifiedOn, QDate day);

} // namespace chengheng::rules
