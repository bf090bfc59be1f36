// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/registers.h"
#include "storage/intent.h"

namespace chengheng::services {

/// An instrument leaves use on a day, for a reason, and a photograph shows it (seal, place or plate), whichever way it
/// is written: else the rates could be mended at a desk. `values`: what the instrument shall be from that day on.
/// Invalid "required" (no reason), "photograph_required".
Result<void> checkOutOfUse(storage::Intent& intent, const model::Record& instrument, const FieldValues& values,
                           const QString& reason);

/// The same for a write that names no day (entry, correction, a table's row): Invalid "out_of_use_by_action" where
/// it would put the instrument out of use. `before`: nullptr for a new record.
Result<void> checkStaysInUse(const model::Record* before, const model::Record& after);

} // namespace chengheng::services
