// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/record.h"

#include <QDate>
#include <QSet>

namespace chengheng::storage {

class Database;

/// Records of a register whose own day (RecordKind::sinceField) is not after `day`, but that were entered after it;
/// none for a register whose records have no day of their own.
Result<QSet<Uid>> enteredAfter(Database& database, const model::RecordKind& kind, QDate day);

} // namespace chengheng::storage
