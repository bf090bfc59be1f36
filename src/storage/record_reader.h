// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/list_query.h"
#include "storage/statements.h"

namespace chengheng::storage {

/// Reads records over a connection, inside whatever transaction is open there.
class RecordReader
{
public:
    explicit RecordReader(Connection& connection) : m_connection(connection) {}

    Result<model::Record> find(const model::RecordKind& kind, const Uid& uid);
    Result<QVector<model::Record>> list(const model::RecordKind& kind, const ListQuery& query);
    Result<qint64> count(const model::RecordKind& kind, const ListQuery& query);
    Result<qint64> highest(const model::RecordKind& kind, const QString& fieldKey);
    /// The database key of a record; nothing where there is no such record.
    Result<std::optional<qint64>> idOf(const model::RecordKind& kind, const QString& uid);

    Connection& connection() const { return m_connection; }

private:
    Connection& m_connection;
};

/// Sentence for a record that is not there.
Error noSuchRecord(const model::RecordKind& kind, const Uid& uid);

/// A field's value from a column; a malformed date reads as empty.
model::Value readValue(const Statement& row, int column, model::FieldType type);

} // namespace chengheng::storage
