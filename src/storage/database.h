// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace chengheng::storage {

class Connection;
class RememberedFacts;

enum class Access { ReadWrite, ReadOnly };

/// One open campaign database: one connection, used by one thread at a time. A file is guarded by a
/// lock file beside it; closing folds the write-ahead log in, so that one file is one file.
class Database
{
public:
    /// A new empty campaign file. Errors: file_exists, no_such_folder, network_share, disk_full.
    static Result<std::unique_ptr<Database>> createFile(const QString& path);
    /// Opens a campaign file; one in a place that cannot be written opens read-only (see access()). An
    /// older file is brought up to date after a verified backup beside it (`.backup-vN`). Errors:
    /// no_such_file, is_a_directory, empty_file, not_a_campaign, foreign_file, newer_schema,
    /// older_schema (read-only), damaged_file, file_in_use, network_share.
    static Result<std::unique_ptr<Database>> openFile(const QString& path, Access access = Access::ReadWrite);
    /// The schema in an empty PostgreSQL database, named by a libpq service or a conninfo text without
    /// password (passwords only by PGPASSFILE). Errors: server_unavailable, not_empty.
    static Result<std::unique_ptr<Database>> createServer(const QString& service);
    /// Errors: server_unavailable, not_a_campaign, newer_schema, older_schema (read-only).
    static Result<std::unique_ptr<Database>> openServer(const QString& service, Access access = Access::ReadWrite);

    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// A second, read-only connection to the same place for a read thread or a job; to be made in the
    /// thread that uses it and closed before this one.
    Result<std::unique_ptr<Database>> reader() const;
    /// Ends the statement that runs now in another thread; it fails with ErrorKind::Cancelled.
    void interrupt();

    Access access() const;
    QString place() const; ///< path of the file, or the service
    bool isServer() const;
    /// The name that the server knows this connection's person by; empty for a file.
    Result<QString> login() const;

    /// For this layer only.
    Connection& connection() const;
    RememberedFacts& rememberedFacts() const; ///< shared with its readers
    struct Data;
    explicit Database(std::unique_ptr<Data> data);

private:
    std::unique_ptr<Data> m_data;
};

} // namespace chengheng::storage
