// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/tables.h"
#include "storage/snapshot.h"

#include <QSet>

namespace chengheng::services {

/// An instrument as a table tells it from the others of its unit.
struct NamedInstrument {
    Uid uid;
    Uid unit;
    QString name;
    QString nozzle; ///< folded
};

/// Who is meant by a name or a code in a table: units by code, name and alias, instruments by serial number,
/// the rest by name.
class NameBook
{
public:
    /// `kind`: the register to be filled; `today` says which station watches over a unit.
    static Result<NameBook> read(storage::Snapshot& snapshot, const model::RecordKind& kind, QDate today);

    Uid unitByCode(const QString& code) const { return m_unitsByCode.value(code); }
    Uid unitByName(const QString& name) const;
    /// A record of another kind that the register refers to; null where none or several have the name.
    Uid byName(const QString& kind, const QString& name) const;
    bool isSharedName(const QString& kind, const QString& name) const; ///< several have it
    /// Instruments of that serial number, of any unit; none without one.
    QVector<NamedInstrument> instruments(const QString& serial) const;
    QString unitName(const Uid& unit) const;
    Uid stationOf(const Uid& unit) const { return m_stations.value(unit); }
    /// Known units whose name is nearly this one: at most two letters off, or one inside the other.
    QVector<QPair<Uid, QString>> nearUnits(const QString& name) const;

private:
    Result<void> readUnits(storage::Snapshot& snapshot, QDate today);
    Result<void> readNames(storage::Snapshot& snapshot, const model::RecordKind& kind);
    Result<void> readInstruments(storage::Snapshot& snapshot);

    QHash<QString, Uid> m_unitsByCode;
    QHash<QString, Uid> m_unitsByName;            ///< by folded name, aliases included
    QHash<QString, QHash<QString, Uid>> m_byName; ///< by kind, by folded name
    QHash<QString, QSet<QString>> m_sharedNames;  ///< by kind, folded
    QHash<Uid, Uid> m_stations;                   ///< by unit
    QVector<QPair<Uid, QString>> m_unitNames;
    QHash<QString, QVector<NamedInstrument>> m_instruments; ///< by folded serial number
};

} // namespace chengheng::services
