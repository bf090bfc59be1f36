// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fixture.h"

namespace chengheng::test {

Place::Place(Backend backend)
{
    if (backend == Backend::Server)
        m_server = std::make_unique<ServerDatabase>();
}

std::unique_ptr<storage::Database> Place::create() const
{
    return need(isServer() ? storage::Database::createServer(service()) : storage::Database::createFile(path()));
}

std::unique_ptr<storage::Database> Place::open() const
{
    return need(isServer() ? storage::Database::openServer(service()) : storage::Database::openFile(path()));
}

std::vector<Backend> databases()
{
    if (ServerDatabase::isAvailable())
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
