// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/tables.h"
#include "storage/snapshot.h"

namespace chengheng::services {

/// Who is meant by a name or a code in a table: units by code, name and alias, organisations by name.
class NameBook
{
public:
    static Result<NameBook> read(storage::Snapshot& snapshot);

    Uid unitByCode(const QString& code) const { return m_unitsByCode.value(code); }
    Uid unitByName(const QString& name) const;
    Uid organisationByName(const QString& name) const;
    /// Known units whose name is nearly this one: at most two letters off, or one inside the other.
    QVector<QPair<Uid, QString>> nearUnits(const QString& name) const;

private:
    QHash<QString, Uid> m_unitsByCode;
    QHash<QString, Uid> m_unitsByName; ///< by folded name, aliases included
    QHash<QString, Uid> m_organisations;
    QVector<QPair<Uid, QString>> m_unitNames;
};

} // namespace chengheng::services
