// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

namespace chengheng::services {

/// Backups that the program makes by itself: kept in this folder beside the campaign's file.
QString backupFolder(const Place& place);

/// A verified backup of a campaign in a file, at most one a day and only where something was written since
/// the newest; the ten newest stay. Gives its path, or nothing where none was due.
Result<QString> backUpDaily(const Workspace& workspace);

} // namespace chengheng::services
