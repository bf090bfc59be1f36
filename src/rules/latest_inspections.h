// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"

namespace chengheng::rules {

/// The last visit to each unit (the null uid: the organiser); of one day the later one in the list. The pointers
/// are into the list.
QHash<Uid, const model::Inspection*> latestOf(const QVector<model::Inspection>& inspections);

/// Each unit's latest inspection that is no self-check.
QHash<Uid, const model::Inspection*> latestInspections(const model::CampaignFacts& facts);

/// One unit's; nullptr where there is none.
const model::Inspection* latestInspection(const model::CampaignFacts& facts, const Uid& unit);

} // namespace chengheng::rules
