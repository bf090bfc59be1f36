// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/write_rules.h"

namespace chengheng::services {

/// Where the leading group has two heads on the day of a decision, both have approved it (PLAN-8).
Result<void> checkCommendation(const Writing& writing, const model::Record& record);
Result<void> checkCommendationStands(const Writing& writing, const model::Record& before, const model::Record& after);

/// A leader who approves a commendation is named beside his approval; two approvals are those of two people.
Result<void> nameApprovers(const Writing& writing, model::Record& record);

/// A public list names no person of the unit it speaks of.
Result<void> checkListEntry(const Writing& writing, const model::Record& record);
Result<void> checkListEntryStands(const Writing& writing, const model::Record& before, const model::Record& after);

/// A step comes in its order; it is judged when it is entered.
Result<void> checkComplaintStep(const Writing& writing, const model::Record& record);
Result<void> checkApplicationStep(const Writing& writing, const model::Record& record);

} // namespace chengheng::services
