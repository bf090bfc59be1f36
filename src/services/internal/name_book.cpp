// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/name_book.h"

#include "base/text.h"

namespace chengheng::services {

Result<NameBook> NameBook::read(storage::Snapshot& snapshot)
{
    const auto units = snapshot.all<model::Unit>();
    if (!units)
        return fail(units.error());
    const auto aliases = snapshot.all<model::UnitAlias>();
    if (!aliases)
        return fail(aliases.error());
    const auto organisations = snapshot.all<model::Organisation>();
    if (!organisations)
        return fail(organisations.error());
    NameBook book;
    for (const model::UnitAlias& alias : *aliases)
        book.m_unitsByName.insert(foldName(alias.alias), alias.unit);
    for (const model::Unit& unit : *units) {
        book.m_unitsByName.insert(foldName(unit.name), unit.uid);
        book.m_unitNames.append({unit.uid, unit.name});
        if (!unit.creditCode.isEmpty())
            book.m_unitsByCode.insert(unit.creditCode, unit.uid);
    }
    for (const model::Organisation& organisation : *organisations)
        book.m_organisations.insert(foldName(organisation.name), organisation.uid);
    return book;
}

Uid NameBook::unitByName(const QString& name) const
{
    return m_unitsByName.value(foldName(name));
}

Uid NameBook::organisationByName(const QString& name) const
{
    return m_organisations.value(foldName(name));
}

QVector<QPair<Uid, QString>> NameBook::nearUnits(const QString& name) const
{
    constexpr int lettersOff = 2;
    constexpr int lettersToCompare = 4; // a shorter name is near to everything
    const QString folded = foldName(name);
    QVector<QPair<Uid, QString>> near;
    if (folded.size() < lettersToCompare)
        return near;
    for (const auto& [uid, known] : m_unitNames) {
        const QString other = foldName(known);
        const bool isInside = other.contains(folded) || (other.size() >= lettersToCompare && folded.contains(other));
        if (isInside || editDistance(folded, other) <= lettersOff)
            near.append({uid, known});
    }
    return near;
}

} // namespace chengheng::services
