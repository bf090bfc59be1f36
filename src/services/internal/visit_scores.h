// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/scoring.h"
#include "services/workspace.h"

namespace chengheng::storage {
struct Reading;
}

namespace chengheng::services {

/// Points of filed visits, each as of its own day; without those scored on another edition of the sheets.
Result<QHash<Uid, rules::Score>> visitScores(const Workspace& workspace, const storage::Reading& reading,
                                             const QVector<model::Inspection>& visits);

} // namespace chengheng::services
