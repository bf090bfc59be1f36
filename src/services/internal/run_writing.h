// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/workspace_data.h"
#include "services/registers.h"

namespace chengheng::services {

/// runIntent() for work that gives the record of a kind it wrote last. A retry, which does nothing again, finds that
/// record in the entry that was written before.
Result<Written> runWriting(Workspace& workspace, const QString& intent, const Uid& id, const model::RecordKind& kind,
                           const std::function<Result<Uid>(storage::Intent&)>& work);

} // namespace chengheng::services
