// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/workspace_data.h"
#include "services/registers.h"

namespace chengheng::services {

/// Facts that a write needs beside the record: whose station a record's unit belongs to, and
/// whether the actor may. Used by every service that writes.
Result<void> checkMayWrite(const Workspace& workspace, storage::Intent& intent, Deed deed,
                           const model::Record& record);

/// Fills what the program gives (registration number, effective end), checks and inserts.
Result<Uid> insertChecked(const Workspace& workspace, storage::Intent& intent, model::Record record);

/// Checks and updates; recomputes what is derived from the record.
Result<void> updateChecked(const Workspace& workspace, storage::Intent& intent, model::Record record);

/// The first fault of a record as one error that says how many more there are.
Result<void> checkFaults(const model::Record& record);

} // namespace chengheng::services
