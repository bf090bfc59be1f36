// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/draw.h"

namespace chengheng::rules {

/// A unit that a volunteer is to visit without announcement, and who goes.
struct QuietVisit {
    Uid unit;
    QString name;
    model::Trade trade = model::Trade::None;
    QString road;
    QString supervisor; ///< by number (3号); empty where nobody looks after the unit
    QDate lastOn;       ///< the last such visit on record; invalid: none
};

struct QuietVisits {
    QString seed;
    QVector<QuietVisit> visits; ///< in the order drawn
    QString why;                ///< one sentence
};

/// Draws units to be visited (SUP-4) as draw() does: the same seed, units and day give the same list anywhere. Of those
/// who look after a unit the one goes who has fewest visits on this list, then the lower number. `facts`: as of the
/// day. Errors: those of draw(). The list is the office's secret.
Result<QuietVisits> quietVisits(const model::CampaignFacts& facts, QDate day, const DrawRequest& request);

} // namespace chengheng::rules
