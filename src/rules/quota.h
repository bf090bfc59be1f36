// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "rules/plan.h"

namespace chengheng::rules {

/// Planned against registered units of a trade (notice, section three).
struct QuotaStanding {
    model::Trade trade = model::Trade::None;
    qint64 planned = 0;
    qint64 registered = 0; ///< taking part on the day
    QVector<Uid> units;    ///< those, by registration number

    qint64 missing() const { return qMax<qint64>(planned - registered, 0); }
};

/// Each trade of the plan in its order, then trades that have units but no quota.
QVector<QuotaStanding> quotas(const model::CampaignFacts& facts, const Plan& plan);

/// Units taking part by road; the plan's key roads come first, also where they have no unit.
struct RoadStanding {
    QString road; ///< "" where not recorded
    bool isKeyRoad = false;
    QVector<Uid> units;
};
QVector<RoadStanding> roads(const model::CampaignFacts& facts, const Plan& plan);

} // namespace chengheng::rules
