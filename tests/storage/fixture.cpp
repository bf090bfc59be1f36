// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fixture.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace chengheng::test {

namespace {

QString maintenance()
{
    return qEnvironmentVariable("CHENGHENG_TEST_PG");
}

void onServer(const QString& sql)
{
    const QString name = QStringLiteral("maintenance");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
        database.setConnectOptions(maintenance());
        if (!database.open())
            FAIL(database.lastError().text().toStdString());
        QSqlQuery query(database);
        if (!query.exec(sql))
            FAIL(query.lastError().text().toStdString());
    }
    QSqlDatabase::removeDatabase(name);
}

QString freshDatabaseName()
{
    static int counter = 0;
    return QStringLiteral("chengheng_test_%1_%2").arg(QCoreApplication::applicationPid()).arg(++counter);
}

} // namespace

Place::Place(Backend backend) : m_backend(backend)
{
    if (backend == Backend::File)
        return;
    m_databaseName = freshDatabaseName();
    onServer(QStringLiteral("CREATE DATABASE %1 TEMPLATE template0").arg(m_databaseName));
    QStringList options;
    for (const QString& option : maintenance().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (!option.startsWith(QLatin1String("dbname=")))
            options << option;
    m_service = options.join(QLatin1Char(' ')) + QStringLiteral(" dbname=") + m_databaseName;
}

Place::~Place()
{
    if (!m_databaseName.isEmpty())
        onServer(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_databaseName));
}

std::unique_ptr<storage::Database> Place::create() const
{
    return need(isServer() ? storage::Database::createServer(m_service) : storage::Database::createFile(path()));
}

std::unique_ptr<storage::Database> Place::open() const
{
    return need(isServer() ? storage::Database::openServer(m_service) : storage::Database::openFile(path()));
}

std::vector<Backend> databases()
{
    if (!maintenance().isEmpty())
        return {Backend::File, Backend::Server};
    static const bool warned = [] {
        WARN("CHENGHENG_TEST_PG is not set: the PostgreSQL half is left out");
        return true;
    }();
    Q_UNUSED(warned)
    return {Backend::File};
}

model::Unit unitNamed(const QString& name)
{
    model::Unit unit;
    unit.name = name;
    unit.trade = model::Trade::Hospital;
    return unit;
}

model::Instrument instrumentOf(const Uid& unit, const QString& serial)
{
    model::Instrument instrument;
    instrument.unit = unit;
    instrument.name = QStringLiteral("电子计价秤");
    instrument.serial = serial;
    return instrument;
}

storage::IntentHead head(const char* intent)
{
    return {Uid::create(), QStringLiteral("张三"), QString::fromLatin1(intent),
            QDateTime(QDate(2024, 3, 5), QTime(9, 30))};
}

qint64 put(storage::Database& database, const QVector<model::Record>& records)
{
    qint64 seq = 0;
    for (const model::Record& record : records) {
        auto intent = need(storage::Intent::begin(database, head("test.add")));
        need(intent.insert(record));
        seq = need(intent.commit());
    }
    return seq;
}

void tamper(storage::Database& database, const QString& sql)
{
    need(database.connection().run(sql));
}

QStringList breaksOf(storage::Database& database)
{
    const auto report = need(storage::Journal(database).verify());
    CHECK(report.ok == report.breaks.isEmpty());
    QStringList out;
    for (const auto& found : report.breaks)
        out << QStringLiteral("%1 %2").arg(found.what).arg(found.seq);
    return out;
}

} // namespace chengheng::test
