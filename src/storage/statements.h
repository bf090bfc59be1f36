// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/list_query.h"

namespace chengheng::storage {

/// Name of an SQL identifier: many field keys are SQL words.
QString quoted(const QString& name);
/// The column of a field: its key, for a Reference its key with _id.
QString columnOf(const model::Field& field);
bool hasSearchKey(const model::RecordKind& kind);

/// Columns of a kind's table in the order in which all statements bind and read them: uid, version,
/// seq, search_key where there is one, then the fields.
QStringList columnsOf(const model::RecordKind& kind);

/// Texts of the statements on a kind's table, generated from its description.
struct KindStatements {
    QString insert; ///< uid, version, seq, [search_key], fields
    QString update; ///< version, seq, [search_key], fields; where uid and version
    QString remove; ///< where uid and version
    QString audit;  ///< uid, version, seq, search_key or NULL, fields … FROM …, in the order of entry
    QString byUid;  ///< uid, version, fields; where uid
    QString idOf;   ///< id; where uid
};

/// uid, version, some fields … FROM …, to be continued by WHERE and ORDER BY. References come as uids; where
/// `isStored` as database keys, and the row's own key stands before the fields.
QString selectOf(const model::RecordKind& kind, const QVector<int>& fields, bool isStored = false);
Error unknownField(const model::RecordKind& kind, const QString& key);

const KindStatements& statementsOf(const model::RecordKind& kind, const Connection& connection);

/// The rest of a SELECT or COUNT, with what is to be bound to its placeholders.
struct Tail {
    QString sql;
    QVector<model::Value> values;
    bool matchesNothing = false; ///< a search in a kind that is not searched
};
Result<Tail> tailOf(const model::RecordKind& kind, const ListQuery& query, const Connection& connection, bool isCount);

void bind(Statement& statement, int index, const model::Value& value);
/// NULL for an empty text.
void bindUtf8OrNull(Statement& statement, int index, const QByteArray& text);

} // namespace chengheng::storage
