// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

class QSqlDatabase;

namespace chengheng::storage {

/// PostgreSQL through QPSQL. Belongs to the thread that opened it.
class PgConnection final : public Connection
{
public:
    /// `service` is a libpq service or a conninfo text.
    static Result<std::unique_ptr<PgConnection>> open(const QString& service, bool isReadOnly);
    ~PgConnection() override;

    bool isServer() const override { return true; }
    Result<void> runScript(const QString& sql) override;
    Result<void> run(const QString& sql) override;
    Result<qint64> insertRow(Statement& insert) override;
    QString returningId() const override { return QStringLiteral(" RETURNING \"id\""); }
    QString codePointOrder() const override { return QStringLiteral(" COLLATE \"C\""); }
    QString lockingRead() const override { return QStringLiteral(" FOR UPDATE"); }
    /// Asks the server over a connection of its own; may be called from any thread.
    void interrupt() override;

protected:
    Result<std::unique_ptr<Statement>> prepare(const QString& sql) override;
    QString beginWriteSql() const override;
    QString beginReadSql() const override;

private:
    PgConnection(QString name, QString service);
    QSqlDatabase database() const;

    QString m_name; ///< under which QtSql keeps the connection
    QString m_service;
    qint64 m_process = 0; ///< the server's process that serves this connection
};

} // namespace chengheng::storage
