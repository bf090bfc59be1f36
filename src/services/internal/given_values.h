// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/write_rules.h"

namespace chengheng::services {

/// Papers are numbered within the year they were made in, pieces of the archive within their year and retention. A
/// number once given stays.
Result<void> givePaperNumber(const Writing& writing, model::Record& record);
Result<void> giveArchiveNumber(const Writing& writing, model::Record& record);

/// Whether the program gives the register numbers that people write on paper: its records are voided, never removed.
bool bearsPaperNumbers(const model::RecordKind& kind);
/// Makes void what was just numbered: the number stays and is not given again.
Result<void> voidNumbered(const Workspace& workspace, storage::Intent& intent, const model::Record& record);

/// Notes hash and size of a file that stays outside; leaves them blank where it cannot be read.
Result<void> readOutside(const Writing& writing, model::Record& record);

} // namespace chengheng::services
