// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/registers.h"

namespace chengheng::services {

/// The last own intent of this sitting that can still be taken back, for the 撤销 bar.
struct Undoable {
    qint64 seq = 0;
    QString sentence; ///< “撤销：登记参建单位”
};
std::optional<Undoable> lastUndoable(const Workspace& workspace);

/// Restores the old values of one journal entry as a new intent. Conflict, naming the record, where
/// one of its rows changed since.
Result<Written> undoEntry(Workspace& workspace, qint64 seq);

} // namespace chengheng::services
