// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "storage/list_query.h"

#include <memory>

namespace chengheng::storage {

class Database;
class RecordReader;
struct Reading;

/// One consistent read transaction; it ends with the object. Several may be nested, also within an
/// intent, and then read what the outermost sees.
class Snapshot
{
public:
    static Result<Snapshot> begin(Database& database);
    ~Snapshot();
    Snapshot(Snapshot&&) noexcept;
    Snapshot& operator=(Snapshot&&) = delete;

    /// NotFound "no_such_record".
    Result<model::Record> find(const model::RecordKind& kind, const Uid& uid);
    Result<QVector<model::Record>> list(const model::RecordKind& kind, const ListQuery& query = {});
    Result<qint64> count(const model::RecordKind& kind, const ListQuery& query = {});
    /// list() row by row; the record handed over is used again for the next one.
    Result<void> forEach(const model::RecordKind& kind, const ListQuery& query,
                         const std::function<void(const model::Record&)>& take);
    /// Everything rules compute from; registers that were not written to since they were last read come from memory
    /// (storage/remembered_facts.h). NotFound "no_such_record" where the campaign's row is missing.
    Result<std::shared_ptr<const Reading>> reading();
    /// Its facts alone.
    Result<model::CampaignFacts> facts();
    /// The part of it that the state of the ledger follows from: no texts, no other registers.
    Result<model::CampaignFacts> ledgerFacts();

    /// Records as their struct. What `query.only` leaves out is as in a new struct.
    template <class R>
    Result<QVector<R>> all(const ListQuery& query = {})
    {
        QVector<R> typed;
        const QVector<int> places = model::kindOf<R>().placesOf(query.only);
        const auto read = forEach(model::kindOf<R>(), query, [&](const model::Record& record) {
            typed.append(model::fromRecord<R>(record, places));
        });
        if (!read)
            return fail(read.error());
        return typed;
    }

private:
    Snapshot(Database& database, bool isOutermost);

    Database& m_database;
    std::unique_ptr<RecordReader> m_reader;
    bool m_isOutermost;
};

} // namespace chengheng::storage
