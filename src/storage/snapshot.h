// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "storage/list_query.h"

#include <memory>

namespace chengheng::storage {

class Database;
class RecordReader;

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
    /// Everything rules compute from. NotFound "no_such_record" where the campaign's row is missing.
    Result<model::CampaignFacts> facts();

    /// Records as their struct.
    template <class R>
    Result<QVector<R>> all(const ListQuery& query = {})
    {
        const auto records = list(model::kindOf<R>(), query);
        if (!records)
            return fail(records.error());
        QVector<R> typed;
        typed.reserve(records->size());
        for (const model::Record& record : *records)
            typed.append(model::fromRecord<R>(record));
        return typed;
    }

private:
    Snapshot(Database& database, bool isOutermost);

    std::unique_ptr<RecordReader> m_reader;
    bool m_isOutermost;
};

} // namespace chengheng::storage
