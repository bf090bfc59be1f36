// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"

namespace chengheng::rules {

enum class SightingSource { Letter, Inspection, Report };

/// Somebody looked whether a unit displays its commitment letter (OFF-1, SUP-1): noted with the letter, at an
/// inspection or by a volunteer supervisor.
struct DisplaySighting {
    QDate on;
    bool isDisplayed = false;
    SightingSource source = SightingSource::Letter;
    Uid record; ///< that says so

    friend bool operator==(const DisplaySighting&, const DisplaySighting&) = default;
};

/// All sightings of each unit, the earliest first, of one day in the order above. A mock visit sees nothing.
/// Supervisors' reports count where the facts hold them; what a unit sees must not tell the day of one.
QHash<Uid, QVector<DisplaySighting>> displaySightings(const model::CampaignFacts& facts);

/// The last one on or before a day; nothing where nobody has looked yet. `own`: one unit's, the earliest first.
std::optional<DisplaySighting> lastSighting(const QVector<DisplaySighting>& own, QDate day);

} // namespace chengheng::rules
