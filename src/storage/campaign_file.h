// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "storage/file_place.h"
#include "storage/migrations.h"
#include "storage/sqlite_connection.h"

namespace chengheng::storage {

/// A campaign file that has passed every check.
struct CampaignFile {
    std::unique_ptr<SqliteConnection> connection;
    FileLock lock;
    Access access = Access::ReadWrite;
    bool isImmutable = false; ///< in a place that cannot be written
};

// As Database::createFile and openFile say; the steps are given so that tests can add one.

Result<CampaignFile> createCampaignFile(const QString& path, const QVector<Migration>& steps);
Result<CampaignFile> openCampaignFile(const QString& path, Access access, const QVector<Migration>& steps);

/// Copies an open file to `path` (which must not exist) by way of a temporary file beside it, and
/// checks the copy: sound pages and the same journal head.
Result<void> copyVerified(SqliteConnection& from, const QString& path);

} // namespace chengheng::storage
