// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/closing_records.h"
#include "services/registers.h"

#include <optional>

namespace chengheng::services {

/// What became of papers that were to be archived.
struct Archived {
    Written written;                     ///< the last piece
    QVector<model::ArchivePiece> pieces; ///< with their numbers
    QStringList left;                    ///< a sentence for each paper that was not: archived already
};

/// Makes a piece of the archive of each sealed or scanned paper, with its files, as one intent. `retention`: as usual
/// for its kind (rules::usualRetention) where none is given. Conflict "not_sealed" names a paper that is still on its
/// way or void; Conflict "archived_already" where none was left to archive.
Result<Archived> archivePapers(Workspace& workspace, const QVector<Uid>& papers,
                               std::optional<model::Retention> retention = {}, const Uid& intent = Uid::create());

} // namespace chengheng::services
