// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

namespace chengheng::services {

/// Number of the journal's last entry, as this view of the campaign sees it now.
Result<qint64> journalHead(const Workspace& workspace);
/// What entries after `seq` changed, oldest first; at most `most` of them.
Result<QVector<ChangeNotice>> changesAfter(const Workspace& workspace, qint64 seq, qint64 most = 500);

} // namespace chengheng::services
