// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QLockFile>

#include <memory>

namespace chengheng::storage {

/// True for file systems that other computers write to as well, where SQLite's locks cannot be relied
/// on: by statfs(2) magic, for FUSE by the type in the mount table ("fuse.sshfs").
bool isNetworkFileSystem(quint64 magic, const QString& fuseType);

/// Unavailable "network_share" where the folder of a path lies on one.
Result<void> checkNotShared(const QString& path);

/// What stands in a campaign file's first 100 bytes.
struct FileHeader {
    qint64 userVersion = 0;
    bool isWholeSize = false; ///< the file is as long as its header says
};

/// Reads the header without opening the file as a database, so that what is not ours stays untouched.
/// Errors: no_such_file, is_a_directory, not_readable, empty_file, not_a_campaign, foreign_file.
Result<FileHeader> readHeader(const QString& path);

/// True where the last writer of this file did not close it: its log is still there.
bool hasLeftLog(const QString& path);

bool canWriteBeside(const QString& path);

/// Holds `<file>.lock` as long as a campaign is open.
struct FileLock {
    std::unique_ptr<QLockFile> lock;
    bool wasLeft = false; ///< a killed process had left its lock
};
/// Unavailable "file_in_use", naming who holds it.
Result<FileLock> lockFile(const QString& path);

} // namespace chengheng::storage
