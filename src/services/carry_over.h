// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

namespace chengheng::services {

struct CarriedOver {
    qint64 units = 0;
    qint64 instruments = 0;
    qint64 openProblems = 0;
    qint64 supervisors = 0;
};

/// Begins the next round (LONG-1: 长效机制) in a campaign that was just made: units taking part with their
/// stallholders, ledger and latest verifications, management rules in force, liaison persons, supervisors
/// still serving, open problems and the office's settings come over as they stand today, under the same uids, so that then and now
/// can be laid side by side. The old campaign is only read. One intent; refused where units are there already.
Result<CarriedOver> carryOver(const Workspace& from, Workspace& into);

} // namespace chengheng::services
