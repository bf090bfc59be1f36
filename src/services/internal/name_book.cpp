// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/name_book.h"

#include "base/text.h"
#include "model/as_of.h"
#include "model/instrument_records.h"

namespace chengheng::services {

Result<NameBook> NameBook::read(storage::Snapshot& snapshot, const model::RecordKind& kind, QDate today)
{
    NameBook book;
    if (auto units = book.readUnits(snapshot, today); !units)
        return fail(units.error());
    for (const model::Field& field : kind.fields) {
        if (field.type != model::FieldType::Reference || field.refers == model::kindOf<model::Unit>().key)
            continue;
        const bool isFound = field.key == kind.parentField && field.refers == model::kindOf<model::Instrument>().key;
        auto names =
            isFound ? book.readInstruments(snapshot) : book.readNames(snapshot, *model::findKind(field.refers));
        if (!names)
            return fail(names.error());
    }
    return book;
}

Result<void> NameBook::readUnits(storage::Snapshot& snapshot, QDate today)
{
    const auto units = snapshot.all<model::Unit>();
    if (!units)
        return fail(units.error());
    const auto aliases = snapshot.all<model::UnitAlias>();
    if (!aliases)
        return fail(aliases.error());
    const auto changes = snapshot.all<model::DatedChange>(
        {.where = {{QStringLiteral("subject_kind"), model::kindOf<model::Unit>().key}}});
    if (!changes)
        return fail(changes.error());
    QHash<Uid, QVector<model::DatedChange>> changesOf;
    for (const model::DatedChange& change : *changes)
        changesOf[change.subject].append(change);
    for (const model::UnitAlias& alias : *aliases)
        m_unitsByName.insert(foldName(alias.alias), alias.unit);
    for (const model::Unit& unit : *units) {
        m_unitsByName.insert(foldName(unit.name), unit.uid);
        m_unitNames.append({unit.uid, unit.name});
        if (!unit.creditCode.isEmpty())
            m_unitsByCode.insert(unit.creditCode, unit.uid);
        const auto now = model::asOf(model::toRecord(unit), changesOf.value(unit.uid), today);
        m_stations.insert(unit.uid, model::fromRecord<model::Unit>(now).station);
    }
    return {};
}

Result<void> NameBook::readNames(storage::Snapshot& snapshot, const model::RecordKind& kind)
{
    const auto rows = snapshot.list(kind);
    if (!rows)
        return fail(rows.error());
    QHash<QString, Uid>& byName = m_byName[kind.key];
    for (const model::Record& row : *rows) {
        const QString name = foldName(row.name());
        if (byName.contains(name))
            m_sharedNames[kind.key].insert(name);
        byName.insert(name, row.uid);
    }
    return {};
}

Result<void> NameBook::readInstruments(storage::Snapshot& snapshot)
{
    const auto rows = snapshot.all<model::Instrument>();
    if (!rows)
        return fail(rows.error());
    for (const model::Instrument& row : *rows)
        if (!row.serial.isEmpty())
            m_instruments[foldName(row.serial)].append({row.uid, row.unit, row.name, foldName(row.nozzle)});
    return {};
}

QVector<NamedInstrument> NameBook::instruments(const QString& serial) const
{
    return m_instruments.value(foldName(serial));
}

QString NameBook::unitName(const Uid& unit) const
{
    for (const auto& [uid, name] : m_unitNames)
        if (uid == unit)
            return name;
    return {};
}

Uid NameBook::unitByName(const QString& name) const
{
    return m_unitsByName.value(foldName(name));
}

Uid NameBook::byName(const QString& kind, const QString& name) const
{
    return isSharedName(kind, name) ? Uid() : m_byName.value(kind).value(foldName(name));
}

bool NameBook::isSharedName(const QString& kind, const QString& name) const
{
    return m_sharedNames.value(kind).contains(foldName(name));
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
