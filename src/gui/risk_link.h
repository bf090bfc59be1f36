// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/counted.h"
#include "rules/readiness.h"

namespace chengheng::gui {

/// Key of the page where a risk is put right.
QString pageOf(rules::RiskKind kind);
/// The records it speaks of; milestones are none.
Counted countedBy(const rules::Risk& risk);

} // namespace chengheng::gui
