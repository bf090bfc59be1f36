// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/summary.h"
#include "services/registers.h"

namespace chengheng::services {

/// Enters all that a summary's lines propose on a day (名单初稿, 表彰候选), as one intent; returns how many. NotFound
/// "nothing_proposed" where all is entered already.
Result<qint64> takeProposals(Workspace& workspace, const rules::SummaryKind& kind, QDate day,
                             const Uid& intent = Uid::create());

} // namespace chengheng::services
