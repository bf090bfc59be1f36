// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/intent.h"

#include "storage/database.h"
#include "storage/journal_writer.h"
#include "storage/record_reader.h"
#include "storage/record_writer.h"

#include <QCoreApplication>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intent)
};

Error notOpen()
{
    return {ErrorKind::Usage, QStringLiteral("already_done"), Text::tr("这一步操作已经保存过，不能再次写入。"), {}};
}

} // namespace

struct Intent::Data {
    Data(Database& ofDatabase, const IntentHead& head)
        : database(ofDatabase), reader(ofDatabase.connection()), journal(ofDatabase.connection(), head),
          writer(reader, journal)
    {}

    Database& database;
    RecordReader reader;
    JournalWriter journal;
    RecordWriter writer;
    std::optional<Error> failure; ///< of the first write that the database refused
    bool isOpen = true;

    /// Lets a write through where writing is allowed, and remembers a failure of the database itself.
    template <class Write>
    auto attempt(Write write) -> decltype(write())
    {
        if (journal.doneBefore() || !isOpen)
            return fail(notOpen());
        if (failure)
            return fail(*failure);
        auto done = write();
        if (!done && writer.isBroken())
            failure = done.error();
        return done;
    }
};

Intent::Intent(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
Intent::Intent(Intent&&) noexcept = default;

Intent::~Intent()
{
    if (m_data && m_data->isOpen)
        m_data->database.connection().rollBack();
}

Result<Intent> Intent::begin(Database& database, const IntentHead& head)
{
    if (database.access() == Access::ReadOnly)
        return fail(ErrorKind::Denied, "read_only",
                    Text::tr("“%1”是以只读方式打开的，不能修改。").arg(database.place()), database.place());
    Connection& connection = database.connection();
    if (connection.isInTransaction())
        return fail(ErrorKind::Usage, "transaction_open", Text::tr("上一步操作尚未结束，请稍后重试。"));
    if (auto begun = connection.beginWrite(); !begun)
        return fail(begun.error());
    Intent intent(std::make_unique<Data>(database, head));
    if (auto locked = intent.m_data->journal.lockHead(); !locked)
        return fail(locked.error());
    return intent;
}

bool Intent::alreadyDone() const
{
    return m_data->journal.doneBefore() > 0;
}

void Intent::setReason(const QString& reason)
{
    m_data->journal.setReason(reason);
}

Result<model::Record> Intent::find(const model::RecordKind& kind, const Uid& uid)
{
    return m_data->reader.find(kind, uid);
}

Result<QVector<model::Record>> Intent::list(const model::RecordKind& kind, const ListQuery& query)
{
    return m_data->reader.list(kind, query);
}

Result<qint64> Intent::count(const model::RecordKind& kind, const ListQuery& query)
{
    return m_data->reader.count(kind, query);
}

Result<qint64> Intent::highest(const model::RecordKind& kind, const QString& fieldKey)
{
    const auto stored = m_data->reader.highest(kind, fieldKey);
    if (!stored || !kind.field(fieldKey)->isIssued)
        return stored;
    const auto gone = m_data->journal.highestGone(kind, fieldKey);
    return gone ? Result<qint64>(qMax(*stored, *gone)) : gone;
}

Result<qint64> Intent::lastSeqOf(const model::RecordKind& kind, const Uid& uid)
{
    return m_data->journal.lastSeqOf(kind, uid);
}

Result<Uid> Intent::insert(model::Record record)
{
    return m_data->attempt([&] { return m_data->writer.insert(std::move(record)); });
}

Result<Uid> Intent::insert(const PreparedRecord& prepared)
{
    return m_data->attempt([&] { return m_data->writer.insert(prepared); });
}

Result<void> Intent::update(const model::Record& record)
{
    return m_data->attempt([&] { return m_data->writer.update(record); });
}

Result<void> Intent::remove(const model::RecordKind& kind, const Uid& uid, qint64 version)
{
    return m_data->attempt([&] { return m_data->writer.remove(kind, uid, version); });
}

QStringList Intent::changedKinds() const
{
    return m_data->journal.changedKinds();
}

Result<qint64> Intent::commit()
{
    if (!m_data->isOpen)
        return fail(notOpen());
    if (m_data->failure)
        return fail(*m_data->failure);
    Connection& connection = m_data->database.connection();
    if (const qint64 before = m_data->journal.doneBefore()) {
        connection.rollBack();
        m_data->isOpen = false;
        return before;
    }
    auto seq = m_data->journal.finish();
    if (!seq)
        return seq;
    if (auto committed = connection.commit(); !committed)
        return fail(committed.error());
    m_data->isOpen = false;
    return seq;
}

Database& Intent::database() const
{
    return m_data->database;
}

} // namespace chengheng::storage
