// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/workspace_data.h"

namespace chengheng::services {

/// What a record of some kinds must hold against those that are stored: a step comes in its order, a decision has
/// the approvals its day asks for. Nothing for other kinds. `before`: the stored record that is about to change.
Result<void> checkAgainstStored(const Workspace& workspace, storage::Intent& intent, const model::Record& record,
                                const model::Record* before = nullptr);

} // namespace chengheng::services
