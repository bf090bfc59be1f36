// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_writer.h"
#include "storage/prepared_record.h"
#include "storage/record_reader.h"

namespace chengheng::storage {

/// Writes records and their journal changes inside an intent's transaction.
class RecordWriter
{
public:
    RecordWriter(RecordReader& reader, JournalWriter& journal);

    Result<Uid> insert(model::Record record);
    Result<Uid> insert(const PreparedRecord& prepared);
    Result<void> update(const model::Record& record);
    Result<void> remove(const model::RecordKind& kind, const Uid& uid, qint64 version);

    /// True once a statement that writes has failed: the transaction can only be rolled back.
    bool isBroken() const { return m_isBroken; }

private:
    Result<void> checkUnique(const model::Record& record, const model::Record* before);
    Result<void> checkUnreferenced(const model::RecordKind& kind, const model::Record& record);
    Result<qint64> referencedId(const model::Field& field, const QString& uid);
    void rememberId(const QString& uid, qint64 id);
    /// Binds the fields from `index` on.
    Result<void> bindFields(Statement& statement, int index, const PreparedRecord& prepared);
    Result<qint64> runInsert(const PreparedRecord& prepared);
    Result<qint64> runUpdate(const PreparedRecord& prepared);
    Result<qint64> runRemove(const model::RecordKind& kind, const Uid& uid, qint64 version);

    RecordReader& m_reader;
    JournalWriter& m_journal;
    Connection& m_connection;
    RecordPreparer m_preparer;
    QHash<QString, qint64> m_ids; ///< database keys of records met in this intent, by uid
    bool m_isBroken = false;
};

} // namespace chengheng::storage
