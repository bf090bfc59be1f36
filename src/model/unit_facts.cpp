// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/unit_facts.h"

#include "model/service_records.h"

namespace chengheng::model {

namespace {

const QString& events()
{
    return kindOf<InstrumentEvent>().key;
}

} // namespace

/// Calls `visit(place, list, ownerOf, ownsOthers)`: `ownerOf` gives a unit or a record of an earlier list.
template <class Visit>
void FactsByUnit::forEachList(Visit visit)
{
    using Facts = CampaignFacts;
    visit(0, &Facts::units, &Unit::uid, true);
    visit(1, &Facts::instruments, &Instrument::unit, true);
    visit(2, &Facts::verifications, &Verification::instrument, false);
    visit(3, &Facts::commitments, &Commitment::unit, false);
    visit(4, &Facts::inspections, &Inspection::unit, false);
    visit(5, &Facts::rehearsals, &Inspection::unit, false);
    visit(6, &Facts::problems, &Problem::unit, true);
    visit(7, &Facts::problemSteps, &ProblemStep::problem, false);
    visit(8, &Facts::changes, &DatedChange::subject, false);
}

FactsByUnit::FactsByUnit(CampaignFacts facts) : m_facts(std::move(facts))
{
    QHash<Uid, Uid> unitOf; // of each record that others belong to
    for (const Unit& unit : std::as_const(m_facts.units))
        unitOf.insert(unit.uid, unit.uid);
    forEachList([&](int place, auto list, auto owner, bool ownsOthers) {
        const auto& records = std::as_const(m_facts).*list;
        for (qsizetype row = 0; row < records.size(); ++row) {
            const auto unit = unitOf.constFind(std::invoke(owner, records[row]));
            if (unit == unitOf.cend())
                continue;
            m_rows[*unit][place].append(row);
            if (ownsOthers)
                unitOf.insert(records[row].uid, Uid(*unit));
        }
    });
    const int instrument = kindOf<InstrumentEvent>().indexOf(QStringLiteral("instrument"));
    const QVector<Record> book = m_facts.books.value(events());
    for (qsizetype row = 0; row < book.size(); ++row)
        if (const Uid unit = unitOf.value(Uid(textOf(book[row].values[instrument]))); !unit.isNull())
            m_rows[unit].back().append(row);
}

CampaignFacts FactsByUnit::of(const Uid& unit) const
{
    CampaignFacts own;
    own.campaign = m_facts.campaign;
    own.organisations = m_facts.organisations;
    own.books.insert(kindOf<Setting>().key, m_facts.books.value(kindOf<Setting>().key));
    const Rows rows = m_rows.value(unit);
    forEachList([&](int place, auto list, auto, bool) {
        for (const qsizetype row : rows[place])
            (own.*list).append((m_facts.*list)[row]);
    });
    const QVector<Record> book = m_facts.books.value(events());
    for (const qsizetype row : rows.back())
        own.books[events()].append(book[row]);
    return own;
}

} // namespace chengheng::model
