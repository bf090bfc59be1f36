// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/attachments.h"
#include "services/internal/workspace_data.h"

namespace chengheng::services {

/// Attaches to a record, in the intent that is open, those files that are not there yet; gives the last
/// attachment. Conflict "attached_already" where none was new. Rights are the caller's.
Result<Uid> attachNew(storage::Intent& intent, const AttachmentSubject& subject, const QVector<LoadedFile>& files);

} // namespace chengheng::services
