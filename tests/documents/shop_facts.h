// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/invented_facts.h"
#include "rules/summary.h"

namespace chengheng::test {

struct Rules {
    rules::Plan plan;
    rules::SheetEdition sheets;
    WorkingCalendar calendar;
};
const Rules& builtInRules();

/// The facts on 2024-06-12.
rules::SummaryInput inputOf(const model::CampaignFacts& facts);

model::Unit shop(qint64 number, const char* name, const char* road);

template <class R>
void addTo(model::CampaignFacts& facts, const R& record)
{
    facts.books[model::kindOf<R>().key].append(model::toRecord(record));
}

/// Three shops on two roads: one in order, one with faults, one with nothing recorded yet.
model::CampaignFacts threeShops();

} // namespace chengheng::test
