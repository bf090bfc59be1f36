// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fixture.h"
#include "storage/migrations.h"
#include "storage/statements.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// column → "type notnull unique", as the database describes a table.
QMap<QString, QString> columnsInFile(storage::Database& database, const QString& table)
{
    QMap<QString, QString> columns;
    auto rows = need(database.connection().use(
        QStringLiteral("SELECT name, type, \"notnull\" FROM pragma_table_info('%1')").arg(table)));
    while (need(rows->step()))
        columns.insert(rows->text(0),
                       rows->text(1).toLower() + (rows->integer(2) ? QStringLiteral(" required") : QString()));
    return columns;
}

QMap<QString, QString> columnsOnServer(storage::Database& database, const QString& table)
{
    QMap<QString, QString> columns;
    auto rows = need(database.connection().use(
        QStringLiteral("SELECT column_name, data_type, is_nullable FROM information_schema.columns"
                       " WHERE table_schema = current_schema() AND table_name = '%1'")
            .arg(table)));
    while (need(rows->step())) {
        const QString type = rows->text(1) == QLatin1String("bigint") ? QStringLiteral("integer") : rows->text(1);
        columns.insert(rows->text(0),
                       type + (rows->text(2) == QLatin1String("NO") ? QStringLiteral(" required") : QString()));
    }
    return columns;
}

/// What the description of a kind asks for.
QMap<QString, QString> columnsDescribed(const model::RecordKind& kind, bool isServer)
{
    const QString number = QStringLiteral("integer required");
    QMap<QString, QString> columns{
        {QStringLiteral("id"), isServer ? number : QStringLiteral("integer")},
        {QStringLiteral("uid"), QStringLiteral("text required")},
        {QStringLiteral("version"), number},
        {QStringLiteral("seq"), number},
    };
    if (storage::hasSearchKey(kind))
        columns.insert(QStringLiteral("search_key"), QStringLiteral("text"));
    for (const model::Field& field : kind.fields) {
        const bool isNumber = model::isNumber(field.type) || field.type == model::FieldType::Flag
                              || field.type == model::FieldType::Reference;
        columns.insert(storage::columnOf(field), (isNumber ? QStringLiteral("integer") : QStringLiteral("text"))
                                                     + (field.isRequired ? QStringLiteral(" required") : QString()));
    }
    return columns;
}

} // namespace

TEST_CASE("both schemas hold exactly the described fields", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const bool isServer = place.isServer();
    const auto database = place.create();
    for (const model::RecordKind* kind : model::allKinds()) {
        CAPTURE(kind->key.toStdString(), isServer);
        const auto found = isServer ? columnsOnServer(*database, kind->key) : columnsInFile(*database, kind->key);
        const auto described = columnsDescribed(*kind, isServer);
        for (auto it = described.begin(); it != described.end(); ++it) {
            CAPTURE(it.key().toStdString());
            CHECK(found.value(it.key()) == it.value());
        }
        for (const QString& column : found.keys()) {
            CAPTURE(column.toStdString());
            CHECK(described.contains(column));
        }
    }
}

TEST_CASE("every statement of every kind prepares on both schemas", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    storage::Connection& connection = database->connection();
    for (const model::RecordKind* kind : model::allKinds()) {
        CAPTURE(kind->key.toStdString());
        const auto& statements = storage::statementsOf(*kind, connection);
        const QString joined = storage::selectOf(*kind, kind->placesOf({}));
        const QString stored = storage::selectOf(*kind, kind->placesOf({}), true);
        for (const QString* sql : {&statements.insert, &statements.update, &statements.remove, &joined, &stored,
                                   &statements.audit, &statements.byUid, &statements.idOf}) {
            CAPTURE(sql->toStdString());
            CHECK(connection.use(*sql).has_value());
        }
    }
}

TEST_CASE("unique fields are unique in the database too, and references point at rows", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    const QString columns = QStringLiteral("INSERT INTO \"unit\" (\"uid\", \"version\", \"seq\", \"name\", \"trade\","
                                           " \"participation\", \"station_id\") VALUES ");
    need(database->connection().run(columns + QStringLiteral("('u1', 1, 1, '甲', 'shop', 'participating', NULL)")));
    const auto twice =
        database->connection().run(columns + QStringLiteral("('u2', 1, 1, '甲', 'shop', 'participating', NULL)"));
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code == QLatin1String("constraint"));
    const auto dangling =
        database->connection().run(columns + QStringLiteral("('u3', 1, 1, '乙', 'shop', 'participating', 77)"));
    REQUIRE_FALSE(dangling);
    CHECK(dangling.error().kind == ErrorKind::Conflict);
}

TEST_CASE("a new database has noted its migrations", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const bool isServer = place.isServer();
    const auto database = place.create();
    const auto& steps = storage::migrationsFor(isServer);
    CHECK(need(storage::schemaVersion(database->connection())) == steps.last().version);
    CHECK(need(database->connection().number(QStringLiteral("SELECT COUNT(*) FROM schema_migration"))) == steps.size());
}
