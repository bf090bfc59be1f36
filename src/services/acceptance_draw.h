// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/draw.h"
#include "services/registers.h"

namespace chengheng::services {

/// Enters the units that an acceptance team draws on the spot (考核验收 → 抽查单位), in their order, as one intent; the
/// visit keeps seed and chance in its words. Conflict "drawn_already" where it has some. Returns the draw.
Result<rules::DrawResult> drawForVisit(Workspace& workspace, const Uid& visit, const rules::DrawRequest& request,
                                       const Uid& intent = Uid::create());

} // namespace chengheng::services
