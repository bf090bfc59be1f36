// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/workspace_data.h"

namespace chengheng::services {

/// Titles of the papers that the packet of a day would lack, each once, in the packet's order. `facts` are those known.
QStringList papersLacking(const Workspace& workspace, const model::CampaignFacts& facts, QDate day);

} // namespace chengheng::services
