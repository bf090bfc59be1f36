// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>

#include <QString>

#include <memory>
#include <unordered_map>
#include <utility>

namespace chengheng::storage {

/// A prepared statement with positional `?` parameters and columns, both counted from 0.
class Statement
{
public:
    virtual ~Statement() = default;

    virtual void bindNull(int index) = 0;
    virtual void bindInteger(int index, qint64 number) = 0;
    virtual void bindText(int index, const QString& text) = 0;
    virtual void bindUtf8(int index, const QByteArray& text) = 0;
    virtual void bindBytes(int index, const QByteArray& bytes) = 0;

    /// True where there is a row; runs the statement the first time.
    virtual Result<bool> step() = 0;
    virtual qint64 changedRows() const = 0;

    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray utf8(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0;

    virtual void reset() = 0;
};

/// A statement in use: ready to be run again when the handle goes.
class Use
{
public:
    explicit Use(Statement* statement) : m_statement(statement) {}
    ~Use()
    {
        if (m_statement)
            m_statement->reset();
    }
    Use(Use&& other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Use& operator=(Use&&) = delete;
    Statement* operator->() const { return m_statement; }
    Statement& operator*() const { return *m_statement; }

private:
    Statement* m_statement;
};

/// One connection to SQLite or PostgreSQL; what differs between them is behind these calls.
class Connection
{
public:
    virtual ~Connection() = default;

    virtual bool isServer() const = 0;
    /// Several statements without parameters, as in a migration file.
    virtual Result<void> runScript(const QString& sql) = 0;
    /// One statement without parameters.
    virtual Result<void> run(const QString& sql) = 0;
    /// Runs an INSERT whose table has an `id` and gives that id.
    virtual Result<qint64> insertRow(Statement& insert) = 0;
    /// What an INSERT must end with so that insertRow can give the id.
    virtual QString returningId() const = 0;
    /// What makes an ORDER BY on texts go by code point.
    virtual QString codePointOrder() const = 0;
    /// What makes the read of the journal's head wait for other writers.
    virtual QString lockingRead() const = 0;
    virtual void interrupt() = 0;

    /// A statement prepared once and kept; must not be in use already.
    Result<Use> use(const QString& sql);
    /// First column of the first row; 0 where there is no row.
    Result<qint64> number(const QString& sql);

    Result<void> beginWrite();
    Result<void> beginRead();
    Result<void> commit();
    void rollBack();
    bool isInTransaction() const { return m_transaction != Transaction::None; }
    /// Rows may differ from what the journal's head says.
    bool isWriting() const { return m_transaction == Transaction::Write; }

protected:
    virtual Result<std::unique_ptr<Statement>> prepare(const QString& sql) = 0;
    virtual QString beginWriteSql() const = 0;
    virtual QString beginReadSql() const = 0;
    void forgetStatements() { m_statements.clear(); }

private:
    std::unordered_map<QString, std::unique_ptr<Statement>> m_statements;
    enum class Transaction { None, Read, Write };
    Result<void> begin(const QString& sql, Transaction kind);

    Transaction m_transaction = Transaction::None;
};

} // namespace chengheng::storage
