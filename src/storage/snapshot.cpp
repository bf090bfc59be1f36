// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/snapshot.h"

#include "model/service_records.h"
#include "storage/database.h"
#include "storage/record_reader.h"

#include <QCoreApplication>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Snapshot)
};

/// Fills one list of the facts; keeps the first error.
template <class R>
void fill(Snapshot& snapshot, QVector<R>& into, std::optional<Error>& error, const ListQuery& query = {})
{
    if (error)
        return;
    auto rows = snapshot.all<R>(query);
    if (rows)
        into = std::move(*rows);
    else
        error = rows.error();
}

} // namespace

Snapshot::Snapshot(Database& database, bool isOutermost)
    : m_reader(std::make_unique<RecordReader>(database.connection(), isOutermost)), m_isOutermost(isOutermost)
{
}

Snapshot::Snapshot(Snapshot&&) noexcept = default;

Snapshot::~Snapshot()
{
    // Nothing was written: ending a read transaction this way is the same as committing it.
    if (m_reader && m_isOutermost)
        m_reader->connection().rollBack();
}

Result<Snapshot> Snapshot::begin(Database& database)
{
    Connection& connection = database.connection();
    if (connection.isInTransaction())
        return Snapshot(database, false);
    if (auto begun = connection.beginRead(); !begun)
        return fail(begun.error());
    return Snapshot(database, true);
}

Result<model::Record> Snapshot::find(const model::RecordKind& kind, const Uid& uid)
{
    return m_reader->find(kind, uid);
}

Result<QVector<model::Record>> Snapshot::list(const model::RecordKind& kind, const ListQuery& query)
{
    return m_reader->list(kind, query);
}

Result<void> Snapshot::forEach(const model::RecordKind& kind, const ListQuery& query,
                               const std::function<void(const model::Record&)>& take)
{
    return m_reader->forEach(kind, query, take);
}

Result<qint64> Snapshot::count(const model::RecordKind& kind, const ListQuery& query)
{
    return m_reader->count(kind, query);
}

Result<model::CampaignFacts> Snapshot::facts()
{
    model::CampaignFacts facts;
    std::optional<Error> error;
    QVector<model::Campaign> campaigns;
    const ListQuery byUid{.orderBy = {QStringLiteral("uid")}};
    fill(*this, campaigns, error);
    fill(*this, facts.organisations, error);
    fill(*this, facts.seats, error);
    fill(*this, facts.seatHolders, error);
    fill(*this, facts.units, error, {.orderBy = {QStringLiteral("registration_number")}});
    fill(*this, facts.stallholders, error);
    fill(*this, facts.commitments, error);
    fill(*this, facts.instruments, error, byUid);
    fill(*this, facts.verifications, error);
    fill(*this, facts.inspections, error);
    fill(*this, facts.problems, error);
    fill(*this, facts.problemSteps, error);
    fill(*this, facts.milestoneFacts, error);
    fill(*this, facts.attachments, error);
    fill(*this, facts.changes, error);
    for (const model::RecordKind* kind : model::bookKinds()) {
        auto rows = error ? Result<QVector<model::Record>>() : list(*kind);
        if (rows && !rows->isEmpty())
            facts.books.insert(kind->key, std::move(*rows));
        else if (!rows)
            error = rows.error();
    }
    if (error)
        return fail(*error);
    if (campaigns.isEmpty())
        return fail(ErrorKind::NotFound, "no_such_record",
                    Text::tr("数据库中没有创建活动的登记，请新建活动或从备份恢复。"));
    facts.campaign = campaigns.first();
    return facts;
}

Result<model::CampaignFacts> Snapshot::ledgerFacts()
{
    const auto only = [](std::initializer_list<const char*> keys) {
        ListQuery query;
        for (const char* key : keys)
            query.only << QString::fromLatin1(key);
        return query;
    };
    model::CampaignFacts facts;
    std::optional<Error> error;
    ListQuery units = only({"registration_number", "name", "trade", "station", "participation"});
    units.orderBy = {QStringLiteral("registration_number")};
    fill(*this, facts.organisations, error);
    fill(*this, facts.units, error, units);
    fill(*this, facts.instruments, error, only({"unit", "legal_kind", "quantity", "status", "cycle_months"}));
    fill(*this, facts.verifications, error,
         only({"instrument", "verified_on", "valid_until", "result", "effective_end"}));
    fill(*this, facts.changes, error);
    for (const model::RecordKind* book : {&model::kindOf<model::InstrumentEvent>(), &model::kindOf<model::Setting>()}) {
        auto rows = error ? Result<QVector<model::Record>>() : list(*book);
        if (rows)
            facts.books.insert(book->key, std::move(*rows));
        else
            error = rows.error();
    }
    if (error)
        return fail(*error);
    return facts;
}

} // namespace chengheng::storage
