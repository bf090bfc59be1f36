// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "rules/scoring.h"

namespace chengheng::rules {

/// One item on which a mock visit and the record differ.
struct RehearsedItem {
    QString item;
    QString criterion;
    std::optional<Points> recorded;  ///< nothing: not scored, or does not apply
    std::optional<Points> rehearsed; ///< likewise
    QString why;                     ///< how the mock visit came to its points

    bool isWorse() const { return recorded && rehearsed && *rehearsed < *recorded; }
};

/// A unit's latest mock visit beside its latest inspection (self-checks aside).
struct RehearsalComparison {
    Uid unit; ///< null: the organiser
    Uid rehearsal;
    QDate rehearsedOn;
    QDate recordedOn; ///< invalid where no inspection is on record
    std::optional<Points> rehearsedScore;
    std::optional<Points> recordedScore;
    QVector<RehearsedItem> items; ///< those that differ, in the sheet's order; none without an inspection

    /// The mock visit came out lower, as a whole or on an item.
    bool isWorse() const;
};

/// One for each unit that was visited, in the order of the facts' units, the organiser first. A visit whose answers
/// cannot be scored on these sheets has neither score nor items.
QVector<RehearsalComparison> compareRehearsals(const model::CampaignFacts& facts, const SheetEdition& sheets);

} // namespace chengheng::rules
