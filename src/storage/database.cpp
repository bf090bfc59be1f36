// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "base/log.h"
#include "storage/campaign_file.h"
#include "storage/pg_connection.h"
#include "storage/remembered_facts.h"

#include <QCoreApplication>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Database)
};

} // namespace

struct Database::Data {
    // The lock goes after the connection is closed.
    FileLock lock;
    std::unique_ptr<Connection> connection;
    SqliteConnection* file = nullptr; ///< the same, where it is a file
    QString place;
    Access access = Access::ReadWrite;
    bool isImmutable = false;
    bool isReader = false;
    std::shared_ptr<RememberedFacts> facts = std::make_shared<RememberedFacts>();
};

namespace {

std::unique_ptr<Database> madeFrom(CampaignFile opened, const QString& path)
{
    auto data = std::make_unique<Database::Data>();
    data->lock = std::move(opened.lock);
    data->file = opened.connection.get();
    data->connection = std::move(opened.connection);
    data->place = path;
    data->access = opened.access;
    data->isImmutable = opened.isImmutable;
    return std::make_unique<Database>(std::move(data));
}

std::unique_ptr<Database> madeFrom(std::unique_ptr<PgConnection> connection, const QString& service, Access access)
{
    auto data = std::make_unique<Database::Data>();
    data->connection = std::move(connection);
    data->place = service;
    data->access = access;
    return std::make_unique<Database>(std::move(data));
}

Result<void> checkServerVersion(Connection& connection, const QString& service, Access access)
{
    const auto version = schemaVersion(connection);
    if (!version)
        return fail(version.error());
    const qint64 latest = migrationsFor(true).last().version;
    if (*version == 0)
        return fail(ErrorKind::NotFound, "not_a_campaign",
                    Text::tr("服务器“%1”的数据库中还没有活动，请先新建或恢复。").arg(service), service);
    if (*version > latest)
        return fail(ErrorKind::Unavailable, "newer_schema",
                    Text::tr("服务器“%1”上的活动由更新版本的诚衡保存，请升级程序后再打开。").arg(service), service);
    if (*version < latest && access == Access::ReadOnly)
        return fail(ErrorKind::Unavailable, "older_schema",
                    Text::tr("服务器“%1”上的活动由旧版本的诚衡保存，须先以可写方式打开一次才能升级。").arg(service),
                    service);
    return {};
}

} // namespace

Database::Database(std::unique_ptr<Data> data) : m_data(std::move(data)) {}

Database::~Database()
{
    if (m_data->connection->isInTransaction())
        m_data->connection->rollBack();
    if (!m_data->file || m_data->isImmutable || m_data->isReader)
        return;
    if (auto folded = m_data->file->checkpoint(); !folded)
        log::warning(folded.error().message);
}

Result<std::unique_ptr<Database>> Database::createFile(const QString& path)
{
    auto made = createCampaignFile(path, migrationsFor(false));
    if (!made)
        return fail(made.error());
    return madeFrom(std::move(*made), path);
}

Result<std::unique_ptr<Database>> Database::openFile(const QString& path, Access access)
{
    auto opened = openCampaignFile(path, access, migrationsFor(false));
    if (!opened)
        return fail(opened.error());
    return madeFrom(std::move(*opened), path);
}

Result<std::unique_ptr<Database>> Database::createServer(const QString& service)
{
    auto connection = PgConnection::open(service, false);
    if (!connection)
        return fail(connection.error());
    const auto tables =
        (*connection)
            ->number(
                QStringLiteral("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()"));
    if (!tables)
        return fail(tables.error());
    if (*tables > 0)
        return fail(ErrorKind::Conflict, "not_empty",
                    Text::tr("服务器“%1”的数据库不是空的，请另建一个空数据库。").arg(service), service);
    if (auto made = migrate(**connection, migrationsFor(true)); !made)
        return fail(made.error());
    return madeFrom(std::move(*connection), service, Access::ReadWrite);
}

Result<std::unique_ptr<Database>> Database::openServer(const QString& service, Access access)
{
    auto connection = PgConnection::open(service, access == Access::ReadOnly);
    if (!connection)
        return fail(connection.error());
    if (auto known = checkServerVersion(**connection, service, access); !known)
        return fail(known.error());
    if (access == Access::ReadWrite)
        if (auto current = migrate(**connection, migrationsFor(true)); !current)
            return fail(current.error());
    return madeFrom(std::move(*connection), service, access);
}

Result<std::unique_ptr<Database>> Database::reader() const
{
    if (isServer()) {
        auto connection = PgConnection::open(m_data->place, true);
        if (!connection)
            return fail(connection.error());
        auto database = madeFrom(std::move(*connection), m_data->place, Access::ReadOnly);
        database->m_data->facts = m_data->facts;
        return database;
    }
    const auto mode = m_data->isImmutable ? SqliteConnection::Mode::Immutable : SqliteConnection::Mode::Read;
    auto connection = SqliteConnection::open(m_data->place, mode);
    if (!connection)
        return fail(connection.error());
    CampaignFile opened;
    opened.connection = std::move(*connection);
    opened.access = Access::ReadOnly;
    opened.isImmutable = m_data->isImmutable;
    auto database = madeFrom(std::move(opened), m_data->place);
    database->m_data->isReader = true;
    database->m_data->facts = m_data->facts;
    return database;
}

void Database::interrupt()
{
    m_data->connection->interrupt();
}

Access Database::access() const
{
    return m_data->access;
}

QString Database::place() const
{
    return m_data->place;
}

Result<QString> Database::login() const
{
    if (!isServer())
        return QString();
    auto who = m_data->connection->use(QStringLiteral("SELECT CAST(current_user AS text)"));
    if (!who)
        return fail(who.error());
    if (const auto row = (*who)->step(); !row)
        return fail(row.error());
    return (*who)->text(0);
}

bool Database::isServer() const
{
    return m_data->connection->isServer();
}

RememberedFacts& Database::rememberedFacts() const
{
    return *m_data->facts;
}

Connection& Database::connection() const
{
    return *m_data->connection;
}

} // namespace chengheng::storage
