// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/tables.h"
#include "storage/snapshot.h"

namespace chengheng::services {

/// Who is meant by a name or a code in a table: units by code, name and alias, the rest by name.
class NameBook
{
public:
    /// `kind`: the register to be filled; `today` says which station watches over a unit.
    static Result<NameBook> read(storage::Snapshot& snapshot, const model::RecordKind& kind, QDate today);

    Uid unitByCode(const QString& code) const { return m_unitsByCode.value(code); }
    Uid unitByName(const QString& name) const;
    /// A record of another kind that the register refers to.
    Uid byName(const QString& kind, const QString& name) const;
    Uid stationOf(const Uid& unit) const { return m_stations.value(unit); }
    /// Known units whose name is nearly this one: at most two letters off, or one inside the other.
    QVector<QPair<Uid, QString>> nearUnits(const QString& name) const;

private:
    Result<void> readUnits(storage::Snapshot& snapshot, QDate today);
    Result<void> readNames(storage::Snapshot& snapshot, const model::RecordKind& kind);

    QHash<QString, Uid> m_unitsByCode;
    QHash<QString, Uid> m_unitsByName; ///< by folded name, aliases included
    QHash<QString, QHash<QString, Uid>> m_byName; ///< by kind, by folded name
    QHash<Uid, Uid> m_stations;                   ///< by unit
    QVector<QPair<Uid, QString>> m_unitNames;
};

} // namespace chengheng::services
