// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/registers.h"

namespace chengheng::services {

/// The last own intent of this sitting that can still be taken back, for the 撤销 bar.
struct Undoable {
    qint64 seq = 0;
    QString title;    ///< “登记参建单位”
    QString sentence; ///< “撤销：登记参建单位”
    bool isImport = false;
};
std::optional<Undoable> lastUndoable(const Workspace& workspace);

/// Restores the old values of one journal entry as a new intent. Conflict, naming the record, where
/// one of its rows changed since.
Result<Written> undoEntry(Workspace& workspace, qint64 seq);

/// Takes back the last own intent of this sitting that still stands, an import as its batch; called
/// again it goes further back. NotFound (nothing_to_undo) where nothing is left.
Result<Undoable> undoLast(Workspace& workspace);

/// Takes back one of the actor's own entries of whichever sitting (the command line sits down for each): the entry
/// that was taken back. Denied "not_own_entry" for somebody else's, and for what is never taken back: a campaign's
/// beginning, passwords, an undo.
Result<Undoable> undoOwn(Workspace& workspace, qint64 seq);

} // namespace chengheng::services
