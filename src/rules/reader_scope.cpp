// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/reader_scope.h"

namespace chengheng::rules {

ReaderScope::ReaderScope(const model::CampaignFacts& facts, const SummaryReader& reader)
    : m_isLimited(reader.role == model::Role::Officer), m_station(reader.station)
{
    if (!m_isLimited)
        return;
    for (const model::Organisation& organisation : facts.organisations)
        if (organisation.uid == m_station)
            m_stationName = organisation.name;
    for (const model::Unit& unit : facts.units)
        if (unit.station == m_station)
            m_units.insert(unit.uid);
    for (const model::Instrument& instrument : facts.instruments)
        if (m_units.contains(instrument.unit))
            m_instruments.insert(instrument.uid);
}

bool ReaderScope::concerns(const model::Record& record) const
{
    if (!m_isLimited)
        return true;
    const auto named = [&](const char* field) { return Uid(model::textOf(record.value(QLatin1String(field)))); };
    if (record.kind->field(QStringLiteral("instrument")))
        return m_instruments.contains(named("instrument"));
    if (record.kind->field(QStringLiteral("unit")))
        return m_units.contains(named("unit"));
    return named("organisation") == m_station;
}

QVector<const model::Field*> approvalsBy(model::Role role, const model::RecordKind& kind)
{
    QVector<const model::Field*> approvals;
    for (const model::Field& field : kind.fields)
        for (const model::Reservation& reservation : field.reserved)
            if (reservation.word.isEmpty() && model::speaksFor(role, reservation.authority))
                approvals.append(&field);
    return approvals;
}

} // namespace chengheng::rules
