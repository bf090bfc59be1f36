// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/uid.h"
#include "model/record.h"

namespace chengheng::services {

using model::Role;

/// Who acts. Where nothing tells who works, the name is declared, and papers say so.
struct Actor {
    QString name;
    Role role = Role::Administrator;
    Uid station; ///< an officer's own station; others none
    bool isDeclared = true;
    /// An officer's station by its name in the campaign; looked up where the campaign is opened.
    QString stationName = {};
    Uid account = {}; ///< of whom the server's login or a password identified
};

QString roleLabel(Role role);

/// What is done to a register, as far as rights tell the difference.
enum class Deed { Read, Write };

/// Denied with a sentence that names the role and the deed, where the role may not.
Result<void> checkRight(const Actor& actor, Deed deed, const model::RecordKind& kind);
/// Denied, naming the field, where a write says or takes back a value that is reserved to others. `before`: as
/// stored, nullptr for a new record.
Result<void> checkReserved(const Actor& actor, const model::Record* before, const model::Record& after);
/// Whether the actor may make `after` of `before`: the register's keepers, of whom some values are reserved; and
/// whom a value is reserved to, where he writes nothing else or the record is itself his word (an order, an
/// extension).
Result<void> checkWrite(const Actor& actor, const model::Record* before, const model::Record& after);
/// The same for a record that belongs to a unit: an officer writes only his own station's units.
Result<void> checkStation(const Actor& actor, const Uid& stationOfUnit);

} // namespace chengheng::services
