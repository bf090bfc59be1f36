// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

namespace chengheng::storage {

namespace {

const QString rollBackSql = QStringLiteral("ROLLBACK");

} // namespace

Result<Use> Connection::use(const QString& sql)
{
    auto known = m_statements.find(sql);
    if (known == m_statements.end()) {
        auto made = prepare(sql);
        if (!made)
            return fail(made.error());
        known = m_statements.emplace(sql, std::move(*made)).first;
    }
    return Use(known->second.get());
}

Result<qint64> Connection::number(const QString& sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return fail(statement.error());
    const auto row = (*statement)->step();
    if (!row)
        return fail(row.error());
    return *row ? (*statement)->integer(0) : 0;
}

Result<void> Connection::beginWrite()
{
    return begin(beginWriteSql(), Transaction::Write);
}

Result<void> Connection::beginRead()
{
    return begin(beginReadSql(), Transaction::Read);
}

Result<void> Connection::begin(const QString& sql, Transaction kind)
{
    auto begun = run(sql);
    m_transaction = begun ? kind : Transaction::None;
    return begun;
}

Result<void> Connection::commit()
{
    auto committed = run(QStringLiteral("COMMIT"));
    if (committed)
        m_transaction = Transaction::None;
    return committed;
}

void Connection::rollBack()
{
    m_transaction = Transaction::None;
    // A full disk may have rolled back already; there is nothing left to undo then. A cancelling that comes just now
    // strikes this statement too: left at that, the connection would never begin another transaction.
    for (auto rolledBack = run(rollBackSql); !rolledBack && rolledBack.error().kind == ErrorKind::Cancelled;)
        rolledBack = run(rollBackSql);
}

} // namespace chengheng::storage
