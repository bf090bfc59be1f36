// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/workspace_data.h"

namespace chengheng::services {

/// Takes every row of a journal entry back to what it was before it, within an open intent; a paper that was given a
/// number becomes void instead, and keeps it. Denied for rows that the actor may not write. Conflict,
/// naming the record, where a row changed since. Rows of `exceptKind` are left alone.
Result<void> revertEntry(const Workspace& workspace, storage::Intent& intent, qint64 seq,
                         const QString& exceptKind = {});

/// Keeps an undo and what it took back out of what this sitting can undo, and remembers that the two
/// cancel out.
void rememberUndone(Workspace& workspace, qint64 seq, qint64 by);

} // namespace chengheng::services
