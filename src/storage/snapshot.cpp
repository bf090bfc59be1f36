// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/snapshot.h"

#include "model/service_records.h"
#include "storage/database.h"
#include "storage/journal.h"
#include "storage/record_reader.h"
#include "storage/remembered_facts.h"

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

/// A register that the facts hold as structs.
struct TypedList {
    QString kind;
    std::function<Result<void>(Snapshot&, model::CampaignFacts&)> read;
};

template <class R>
TypedList typedList(QVector<R> model::CampaignFacts::* list, const char* orderBy = nullptr)
{
    ListQuery query;
    if (orderBy)
        query.orderBy = {QString::fromLatin1(orderBy)};
    return {model::kindOf<R>().key, [list, query](Snapshot& snapshot, model::CampaignFacts& facts) -> Result<void> {
                std::optional<Error> error;
                fill(snapshot, facts.*list, error, query);
                return error ? Result<void>(fail(*error)) : Result<void>();
            }};
}

/// Mock visits apart from the others.
TypedList inspectionLists()
{
    return {model::kindOf<model::Inspection>().key,
            [](Snapshot& snapshot, model::CampaignFacts& facts) -> Result<void> {
                auto rows = snapshot.all<model::Inspection>();
                if (!rows)
                    return fail(rows.error());
                model::setInspections(facts, std::move(*rows));
                return {};
            }};
}

const QVector<TypedList>& typedLists()
{
    using Facts = model::CampaignFacts;
    static const QVector<TypedList> lists{
        typedList(&Facts::organisations),
        typedList(&Facts::seats),
        typedList(&Facts::seatHolders),
        typedList(&Facts::units, "registration_number"),
        typedList(&Facts::stallholders),
        typedList(&Facts::commitments),
        typedList(&Facts::instruments, "uid"),
        typedList(&Facts::verifications),
        inspectionLists(),
        typedList(&Facts::problems),
        typedList(&Facts::problemSteps),
        typedList(&Facts::milestoneFacts),
        typedList(&Facts::attachments),
        typedList(&Facts::changes),
    };
    return lists;
}

Result<void> readCampaign(Snapshot& snapshot, model::CampaignFacts& facts)
{
    const auto campaigns = snapshot.all<model::Campaign>();
    if (!campaigns)
        return fail(campaigns.error());
    if (campaigns->isEmpty())
        return fail(ErrorKind::NotFound, "no_such_record",
                    Text::tr("数据库中没有创建活动的登记，请新建活动或从备份恢复。"));
    facts.campaign = campaigns->first();
    return {};
}

Result<void> readBook(Snapshot& snapshot, const model::RecordKind& kind, model::CampaignFacts& facts)
{
    auto rows = snapshot.list(kind);
    if (!rows)
        return fail(rows.error());
    if (rows->isEmpty())
        facts.books.remove(kind.key);
    else
        facts.books.insert(kind.key, std::move(*rows));
    return {};
}

/// Reads the registers that `isWanted` names into the facts.
Result<void> readRegisters(Snapshot& snapshot, model::CampaignFacts& facts,
                           const std::function<bool(const QString& kind)>& isWanted)
{
    if (isWanted(model::kindOf<model::Campaign>().key))
        if (auto read = readCampaign(snapshot, facts); !read)
            return read;
    for (const TypedList& list : typedLists())
        if (isWanted(list.kind))
            if (auto read = list.read(snapshot, facts); !read)
                return read;
    for (const model::RecordKind* kind : model::bookKinds())
        if (isWanted(kind->key))
            if (auto read = readBook(snapshot, *kind, facts); !read)
                return read;
    return {};
}

} // namespace

Snapshot::Snapshot(Database& database, bool isOutermost)
    : m_database(database), m_reader(std::make_unique<RecordReader>(database.connection(), isOutermost)),
      m_isOutermost(isOutermost)
{}

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

Result<std::shared_ptr<const Reading>> Snapshot::reading()
{
    if (m_database.connection().isWriting()) { // rows may differ from what the journal's head says
        model::CampaignFacts facts;
        if (auto read = readRegisters(*this, facts, [](const QString&) { return true; }); !read)
            return fail(read.error());
        return std::make_shared<const Reading>(JournalHead{}, std::move(facts));
    }
    const Journal journal(m_database);
    auto head = journal.head();
    if (!head)
        return fail(head.error());
    auto before = m_database.rememberedFacts().latest();
    auto touched = journal.kindsSince(before ? before->head : JournalHead{});
    if (!touched)
        return fail(touched.error());
    const bool isKnown = before && *touched;
    if (isKnown && (*touched)->isEmpty())
        return before;
    model::CampaignFacts facts = isKnown ? before->facts : model::CampaignFacts();
    const auto isWanted = [&touched](const QString& kind) { return !*touched || (*touched)->contains(kind); };
    if (auto read = readRegisters(*this, facts, isWanted); !read)
        return fail(read.error());
    auto now = std::make_shared<const Reading>(std::move(*head), std::move(facts));
    m_database.rememberedFacts().remember(now);
    return now;
}

Result<model::CampaignFacts> Snapshot::facts()
{
    const auto now = reading();
    return now ? Result<model::CampaignFacts>((*now)->facts) : fail(now.error());
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
