// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/registers.h"

#include <QStringList>

namespace chengheng::services {

/// Makes single rows of an instrument's row with quantity > 1, as one intent: the row itself becomes the first,
/// the others follow it with the same data, dated changes, verifications and events, so that no figure moves. `numbers`
/// are their factory numbers, or none (rules::splitNumbers, whose errors these are). Gives the first row.
Result<Written> splitInstrument(Workspace& workspace, const Uid& uid, const QStringList& numbers,
                                const Uid& intent = Uid::create());

} // namespace chengheng::services
