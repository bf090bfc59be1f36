// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"
#include "rules/quiet_visits.h"
#include "services/workspace.h"

namespace chengheng::services {

/// Units to be visited without announcement, drawn on a day (invalid: today). Denied outside the office.
Result<rules::QuietVisits> quietVisits(const Workspace& workspace, QDate day, const rules::DrawRequest& request);

/// The list on paper, for the office.
Result<documents::Paper> quietVisitList(const Workspace& workspace, QDate day, const rules::DrawRequest& request);

} // namespace chengheng::services
