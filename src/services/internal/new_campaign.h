// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

namespace chengheng::services {

/// Writes what a new campaign starts with, as one intent: the campaign, its editions, and the plan's
/// organisations, seats and holders.
Result<void> fillNewCampaign(Workspace& workspace, const RuleTexts& texts);

} // namespace chengheng::services
