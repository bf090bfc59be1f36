// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/list_query.h"
#include "storage/statements.h"
#include "storage/uids_by_key.h"

namespace chengheng::storage {

/// Reads records over a connection, inside whatever transaction is open there.
class RecordReader
{
public:
    /// `isSteady`: nothing is written while this reader lives.
    explicit RecordReader(Connection& connection, bool isSteady = false)
        : m_connection(connection), m_isSteady(isSteady)
    {}

    Result<model::Record> find(const model::RecordKind& kind, const Uid& uid);
    Result<QVector<model::Record>> list(const model::RecordKind& kind, const ListQuery& query);
    /// The same row by row; the record handed over is used again for the next one.
    Result<void> forEach(const model::RecordKind& kind, const ListQuery& query,
                         const std::function<void(const model::Record&)>& take);
    Result<qint64> count(const model::RecordKind& kind, const ListQuery& query);
    Result<qint64> highest(const model::RecordKind& kind, const QString& fieldKey);
    /// The database key of a record; nothing where there is no such record.
    Result<std::optional<qint64>> idOf(const model::RecordKind& kind, const QString& uid);

    Connection& connection() const { return m_connection; }

private:
    Result<void> learnUids(const model::RecordKind& kind, const QVector<int>& fields);
    void readRow(model::Record& record, const Statement& row, const QVector<int>& fields, bool isWhole) const;

    Connection& m_connection;
    bool m_isSteady;
    /// Uids by database key, of registers that References point to, by kind; read once, for a join of
    /// every row of a whole register costs more.
    QHash<QString, UidsByKey> m_uids;
};

/// Sentence for a record that is not there.
Error noSuchRecord(const model::RecordKind& kind, const Uid& uid);

/// A field's value from a column; a malformed date reads as empty.
model::Value readValue(const Statement& row, int column, model::FieldType type);

} // namespace chengheng::storage
