// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/points.h"
#include "model/campaign_facts.h"
#include "rules/sheet.h"

namespace chengheng::rules {

/// Something a unit has still to put right: an item that cost points at its latest inspection (self-checks aside), or a
/// problem that is not closed and cost none.
struct Improvement {
    QString item; ///< of the sheet; empty where none
    QString what;
    Points points;       ///< still to be won; none for a problem that cost none
    QString responsible; ///< at the unit
    Uid problem;         ///< open, about the item; null: none is recorded
    QDate dueOn;
    bool isOverdue = false;
    QString state; ///< of the problem
    QString why;   ///< how the points were lost
};

struct UnitImprovements {
    Uid unit;
    QString name;
    QVector<Improvement> items; ///< dearest first
    Points points;              ///< still to be won, all together
};

/// Units taking part that have something to put right (BUR-3), the one with most to win first. `facts`: as of the day.
QVector<UnitImprovements> improvementsOf(const model::CampaignFacts& facts, const SheetEdition& sheets, QDate day);

} // namespace chengheng::rules
