// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/workspace_data.h"

namespace chengheng::services {

/// Titles of the papers that the packet of day `on` would lack by the records known on `known`, each once, in the
/// packet's order.
Result<QStringList> papersLacking(const Workspace& workspace, QDate known, QDate on);

} // namespace chengheng::services
