// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"
#include "services/picks.h"
#include "services/workspace.h"

#include <QHash>

namespace chengheng::gui {

/// What References may be: names by uid, by the key of the kind they point to.
using ReferenceNames = QHash<QString, QHash<Uid, QString>>;

/// Beside the names of kinds: the unit of each record of a kind that belongs to units.
inline QString unitsOf(const QString& kind)
{
    return kind + QStringLiteral(".unit");
}

/// Beside the names of kinds: the trade of each unit by key, where some questions are asked of some trades only
/// (Field::trades).
inline const QString tradesOfUnits = QStringLiteral("unit.trade");

/// Those of all kinds together.
QHash<Uid, QString> allNames(const ReferenceNames& names);

/// What values of a text field are called (a milestone's key by its title): by field's key, then by value.
using FieldWords = QHash<QString, QHash<QString, QString>>;

/// Lists that fields are picked from, by their keys (Field::picks).
using FieldPicks = QHash<QString, QVector<services::Pick>>;

/// What values of a register's closed lists are called (services::isClosedList), where one is picked at a time.
FieldWords wordsOfPicks(const model::RecordKind& kind, const FieldPicks& picks);

/// Those that fields of these kinds are picked from.
Result<FieldPicks> picksOfFields(const services::Workspace& workspace, const QVector<const model::RecordKind*>& kinds,
                                 QDate day);

/// Of all that records of these kinds may refer to, save records of the kind `without`.
Result<ReferenceNames> namesOfReferences(const services::Workspace& workspace,
                                         const QVector<const model::RecordKind*>& kinds, const QString& without = {});

} // namespace chengheng::gui
