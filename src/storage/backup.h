// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

namespace chengheng::storage {

/// A verified copy as one file: from a file through SQLite's online backup, from a server table by
/// table. The copy has the same journal head. Conflict "file_exists".
Result<void> backup(Database& database, const QString& path);

/// Looks at every page of a campaign's file; nothing to look at on a server. Corrupt "damaged_file".
Result<void> quickCheck(Database& database);

/// Brings what stands in the log beside a campaign's file into the file itself, so that the file alone is whole;
/// nothing to do on a server. Unavailable where somebody reads just then.
Result<void> foldLog(Database& database);

/// A verified copy in `folder`, named by the file and the time; afterwards at most `keep` of them stay.
/// Returns its path.
Result<QString> rotatingBackup(Database& database, const QString& folder, int keep, const QDateTime& now);

/// Makes `destination` (which must not exist) from a backup.
Result<void> restoreFile(const QString& source, const QString& destination);

/// Fills an empty server database from a campaign file.
Result<void> restoreServer(const QString& source, const QString& service);

} // namespace chengheng::storage
