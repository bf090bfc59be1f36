// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/workspace_data.h"

namespace chengheng::services {

/// Gives a record of any kind its running numbers where they are blank: those of the register, a paper's of its year,
/// a piece of the archive's of its year and retention. A number once given stays.
Result<void> giveNumbers(storage::Intent& intent, model::Record& record);

/// Whether the program gives the register numbers that people write on paper: its records are voided, never removed.
bool bearsPaperNumbers(const model::RecordKind& kind);
/// Makes void what was just numbered: the number stays and is not given again.
Result<void> voidNumbered(const Workspace& workspace, storage::Intent& intent, const model::Record& record);

/// Notes hash and size of a file that stays outside; leaves them blank where it cannot be read.
void readOutside(model::Record& record);

} // namespace chengheng::services
