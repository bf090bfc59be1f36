// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/workspace_data.h"

namespace chengheng::services {

/// What a person should know of a record that was just written although nothing is wrong with it (a budget that is
/// overspent now); "" for most.
Result<QString> remarkOn(storage::Intent& intent, const model::Record& record);

} // namespace chengheng::services
