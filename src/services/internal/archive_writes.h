// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/closing_records.h"
#include "model/paper_records.h"
#include "services/attachments.h"
#include "services/internal/workspace_data.h"

namespace chengheng::services {

/// Enters a paper in the archive with these files, in the intent that is open; nothing where it is there and not void.
Result<std::optional<model::ArchivePiece>> archiveIn(const Workspace& workspace, storage::Intent& intent,
                                                     const model::IssuedPaper& paper, model::Retention retention,
                                                     qint64 pages, const QVector<LoadedFile>& files);

} // namespace chengheng::services
