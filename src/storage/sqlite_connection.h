// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

struct sqlite3;

namespace chengheng::storage {

/// Marks a SQLite file as a campaign ("CHGC" in the file's header).
inline constexpr int campaignApplicationId = 0x43484743;

class SqliteConnection final : public Connection
{
public:
    enum class Mode {
        Create, ///< a new campaign file
        Copy,   ///< a new file that a copy fills
        Write,
        Read,     ///< beside a writing connection or in a place that can be written
        Immutable ///< in a place that cannot be written: no lock, no log
    };
    static Result<std::unique_ptr<SqliteConnection>> open(const QString& path, Mode mode);
    ~SqliteConnection() override;

    bool isServer() const override { return false; }
    Result<void> runScript(const QString& sql) override;
    Result<void> run(const QString& sql) override { return runScript(sql); };
    Result<qint64> insertRow(Statement& insert) override;
    QString returningId() const override { return {}; }
    QString codePointOrder() const override { return {}; }
    QString lockingRead() const override { return {}; }
    void interrupt() override;

    /// Folds the write-ahead log into the file.
    Result<void> checkpoint();
    /// Corrupt "damaged_file" with SQLite's first finding.
    Result<void> quickCheck();
    /// Copies the whole database, page by page, into an empty one.
    Result<void> copyInto(SqliteConnection& target);

protected:
    Result<std::unique_ptr<Statement>> prepare(const QString& sql) override;
    QString beginWriteSql() const override { return QStringLiteral("BEGIN IMMEDIATE"); }
    QString beginReadSql() const override { return QStringLiteral("BEGIN"); }

private:
    SqliteConnection(sqlite3* handle, QString path);
    Result<void> setUp(Mode mode);

    sqlite3* m_handle;
    QString m_path;
};

} // namespace chengheng::storage
