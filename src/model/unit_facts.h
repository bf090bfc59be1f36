// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"

#include <array>

namespace chengheng::model {

/// The facts of a campaign by unit: its row, ledger, commitments, inspections and problems with the changes to them.
/// Finding a unit's own among all costs one pass, made once.
class FactsByUnit
{
public:
    explicit FactsByUnit(CampaignFacts facts);

    /// One unit's own; none of an unknown unit. What counts for all (campaign, organisations, settings) stands in it,
    /// other registers do not.
    CampaignFacts of(const Uid& unit) const;

private:
    static constexpr int listCount = 10;
    /// Rows of each list, in the order of forEachList().
    using Rows = std::array<QVector<qsizetype>, listCount>;

    template <class Visit>
    static void forEachList(Visit visit);

    CampaignFacts m_facts;
    QHash<Uid, Rows> m_rows;
};

} // namespace chengheng::model
