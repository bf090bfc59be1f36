// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include "base/clock.h"
#include "storage/journal_hash.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QVector<Migration> readSteps(const QString& folder)
{
    QVector<Migration> steps;
    const QDir dir(folder);
    for (const QString& name : dir.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            steps.append({name.left(4).toLongLong(), name.chopped(4), QString::fromUtf8(file.readAll())});
    }
    return steps;
}

Result<void> noteStep(Connection& connection, const Migration& step)
{
    auto note = connection.use(QStringLiteral(
        "INSERT INTO \"schema_migration\" (\"version\", \"name\", \"sha256\", \"applied_at\") VALUES (?, ?, ?, ?)"));
    if (!note)
        return fail(note.error());
    (*note)->bindInteger(0, step.version);
    (*note)->bindText(1, step.name);
    (*note)->bindText(2, sha256Hex(step.sql.toUtf8()));
    (*note)->bindText(3, SystemClock().now().toUTC().toString(Qt::ISODateWithMs));
    if (auto stepped = (*note)->step(); !stepped)
        return fail(stepped.error());
    if (connection.isServer())
        return {};
    return connection.run(QStringLiteral("PRAGMA user_version=%1").arg(step.version));
}

Result<void> runStep(Connection& connection, const Migration& step)
{
    if (auto ran = connection.runScript(step.sql); !ran)
        return ran;
    if (auto noted = noteStep(connection, step); !noted)
        return noted;
    if (connection.isServer())
        return {};
    const auto dangling = connection.number(QStringLiteral("SELECT COUNT(*) FROM pragma_foreign_key_check"));
    if (!dangling)
        return fail(dangling.error());
    if (*dangling > 0)
        return fail(ErrorKind::Corrupt, "migration_failed",
                    Text::tr("升级数据结构“%1”后有 %2 处关联失效，文件保持原样。请联系维护人员。")
                        .arg(step.name, QString::number(*dangling)));
    return {};
}

Result<void> runStepAlone(Connection& connection, const Migration& step)
{
    if (auto begun = connection.beginWrite(); !begun)
        return begun;
    auto done = runStep(connection, step);
    if (done)
        done = connection.commit();
    if (!done)
        connection.rollBack();
    return done;
}

} // namespace

const QVector<Migration>& migrationsFor(bool isServer)
{
    static const QVector<Migration> ofFile = readSteps(QStringLiteral(":/schema/sqlite"));
    static const QVector<Migration> ofServer = readSteps(QStringLiteral(":/schema/postgresql"));
    return isServer ? ofServer : ofFile;
}

Result<qint64> schemaVersion(Connection& connection)
{
    if (!connection.isServer())
        return connection.number(QStringLiteral("PRAGMA user_version"));
    const auto known =
        connection.number(QStringLiteral("SELECT COUNT(*) FROM information_schema.tables"
                                         " WHERE table_schema = current_schema() AND table_name = 'schema_migration'"));
    if (!known || *known == 0)
        return known;
    return connection.number(QStringLiteral("SELECT COALESCE(MAX(\"version\"), 0) FROM \"schema_migration\""));
}

Result<void> migrate(Connection& connection, const QVector<Migration>& steps)
{
    const auto version = schemaVersion(connection);
    if (!version)
        return fail(version.error());
    // A step may rebuild a table that others refer to; SQLite ignores this inside a transaction.
    const bool isFile = !connection.isServer();
    if (isFile)
        if (auto off = connection.run(QStringLiteral("PRAGMA foreign_keys=OFF")); !off)
            return off;
    Result<void> done;
    for (const Migration& step : steps)
        if (done && step.version > *version)
            done = runStepAlone(connection, step);
    if (isFile)
        if (auto on = connection.run(QStringLiteral("PRAGMA foreign_keys=ON")); !on)
            return on;
    return done;
}

} // namespace chengheng::storage
