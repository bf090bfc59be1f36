// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/list_query.h"
#include "storage/prepared_record.h"

#include <QDateTime>

#include <memory>

namespace chengheng::storage {

class Database;

struct IntentHead {
    Uid id; ///< unique in the journal: makes a retry safe
    QString who;
    QString intent; ///< e.g. "unit.add"
    QDateTime when;
};

/// One user intent = one transaction = one journal entry. Nothing is kept unless commit() succeeds;
/// the destructor rolls back. After a failed write commit() refuses with that write's error.
class Intent
{
public:
    /// Denied "read_only", Unavailable "database_busy".
    static Result<Intent> begin(Database& database, const IntentHead& head);
    ~Intent();
    Intent(Intent&&) noexcept;
    Intent& operator=(Intent&&) = delete;

    /// True where the id is in the journal: a retry. Nothing may be written then; commit() returns the
    /// old entry's number.
    bool alreadyDone() const;
    /// Why a fact is corrected; stands in the journal entry.
    void setReason(const QString& reason);

    Result<model::Record> find(const model::RecordKind& kind, const Uid& uid);
    Result<QVector<model::Record>> list(const model::RecordKind& kind, const ListQuery& query = {});
    Result<qint64> count(const model::RecordKind& kind, const ListQuery& query = {});
    /// Highest value of an integer field, 0 where there is none: for numbers given in sequence. Of a number that
    /// is issued (Field::issued) those of records that are gone count as well.
    Result<qint64> highest(const model::RecordKind& kind, const QString& fieldKey);
    /// Journal entry of a record's last change, also of one that is gone; 0 for an unknown record.
    Result<qint64> lastSeqOf(const model::RecordKind& kind, const Uid& uid);

    /// Gives a uid where the record has none. Conflict "duplicate" names the record that has the same
    /// value of a unique field; NotFound "no_such_record" names a Reference that leads nowhere.
    Result<Uid> insert(model::Record record);
    Result<Uid> insert(const PreparedRecord& prepared);
    /// The record names the version it read, else Conflict "changed_meanwhile" with both values. A
    /// record without any difference is left alone.
    Result<void> update(const model::Record& record);
    /// Conflict "changed_meanwhile", "still_referenced".
    Result<void> remove(const model::RecordKind& kind, const Uid& uid, qint64 version);

    /// Keys of the kinds written so far.
    QStringList changedKinds() const;
    /// Writes the journal entry and the new head; returns the entry's number.
    Result<qint64> commit();

    /// For this layer only.
    Database& database() const;
    struct Data;

private:
    explicit Intent(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace chengheng::storage
