// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/name_book.h"
#include "services/tables.h"

namespace chengheng::services {

/// What a table is judged by: names and records as they are stored before the import.
struct KnownRecords {
    NameBook names;
    QHash<QString, Uid> byIdentity; ///< by RowJudge::identityKeys()
    /// Stored records that decide whether a row may overwrite them: those with reserved values (Field::onlyBy), and
    /// instruments that are out of use today.
    QHash<Uid, model::Record> guarded;

    static Result<KnownRecords> read(const Workspace& workspace, const model::RecordKind& kind,
                                     const ImportOptions& options);
};

/// Whether rows of a kind need more than the right to write the register.
bool isGuarded(const model::RecordKind& kind);

} // namespace chengheng::services
