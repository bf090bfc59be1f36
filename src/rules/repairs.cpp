// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/repairs.h"

#include "model/service_records.h"

#include <algorithm>

namespace chengheng::rules {

using model::InstrumentEvent;
using model::InstrumentEventKind;

namespace {

QVector<InstrumentEvent> eventsInOrder(const model::CampaignFacts& facts)
{
    QVector<InstrumentEvent> events;
    for (const model::Record& record : facts.books.value(model::kindOf<InstrumentEvent>().key))
        events.append(model::fromRecord<InstrumentEvent>(record));
    std::stable_sort(events.begin(), events.end(),
                     [](const InstrumentEvent& a, const InstrumentEvent& b) { return a.on < b.on; });
    return events;
}

} // namespace

QHash<Uid, QVector<Repair>> repairsByInstrument(const model::CampaignFacts& facts)
{
    QHash<Uid, QVector<Repair>> repairs;
    QHash<Uid, QDate> sentOn; // and not said to be back: 修理后启用 says it
    for (const InstrumentEvent& event : eventsInOrder(facts)) {
        if (event.kind == InstrumentEventKind::Repaired)
            repairs[event.instrument].append(
                {sentOn.contains(event.instrument) ? sentOn.take(event.instrument) : event.on, event.on});
        else if (event.kind == InstrumentEventKind::SentToRepair && event.returnedOn.isValid())
            repairs[event.instrument].append({event.on, event.returnedOn});
        else if (event.kind == InstrumentEventKind::SentToRepair)
            sentOn.insert(event.instrument, event.on);
    }
    return repairs;
}

QDate repairedSince(const QVector<Repair>& repairs, QDate verifiedOn, QDate day)
{
    QDate first;
    for (const Repair& repair : repairs)
        if (verifiedOn < repair.from && repair.on <= day && (!first.isValid() || repair.on < first))
            first = repair.on;
    return first;
}

} // namespace chengheng::rules
