// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/campaign_file.h"
#include "storage/fixture.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <csignal>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <thread>

using namespace chengheng;
using namespace chengheng::test;
using storage::Access;
using storage::Database;
using storage::Intent;

namespace {

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// A sound campaign file with something in it.
void makeCampaign(const QString& path)
{
    const auto database = need(Database::createFile(path));
    for (int i = 0; i < 40; ++i)
        put(*database, {model::toRecord(unitNamed(QStringLiteral("店%1").arg(i)))});
}

void sqlOn(const QString& path, const char* sql)
{
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.toUtf8().constData(), &handle) == SQLITE_OK);
    CHECK(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

void breakBytes(const QString& path, qint64 at, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.seek(at);
    file.write(bytes);
}

struct BadFile {
    const char* what;
    void (*make)(const QString& path);
    const char* code;
};

const std::vector<BadFile>& badFiles()
{
    static const std::vector<BadFile> files{
        {"missing", [](const QString&) {}, "no_such_file"},
        {"a folder", [](const QString& path) { QDir().mkpath(path); }, "is_a_directory"},
        {"empty", [](const QString& path) { writeFile(path, {}); }, "empty_file"},
        {"text", [](const QString& path) { writeFile(path, QByteArray(5000, 'x')); }, "not_a_campaign"},
        {"a header cut short", [](const QString& path) { writeFile(path, "SQLite format 3"); }, "not_a_campaign"},
        {"another program's database", [](const QString& path) { sqlOn(path, "CREATE TABLE t (a)"); }, "foreign_file"},
        {"another program's mark",
         [](const QString& path) { sqlOn(path, "PRAGMA application_id=7; CREATE TABLE t (a)"); }, "foreign_file"},
        {"our mark without a campaign",
         [](const QString& path) { sqlOn(path, "PRAGMA application_id=0x43484743; CREATE TABLE t (a)"); },
         "not_a_campaign"},
        {"a newer schema",
         [](const QString& path) {
             makeCampaign(path);
             sqlOn(path, "PRAGMA user_version=99; PRAGMA wal_checkpoint(TRUNCATE)");
         },
         "newer_schema"},
        {"cut in the middle",
         [](const QString& path) {
             makeCampaign(path);
             QFile::resize(path, QFileInfo(path).size() / 2);
         },
         "damaged_file"},
        {"a page of noise",
         [](const QString& path) {
             makeCampaign(path);
             breakBytes(path, 4096 * 20, QByteArray(4096, '\x5a'));
         },
         "damaged_file"},
        {"a broken list of tables",
         [](const QString& path) {
             makeCampaign(path);
             breakBytes(path, 100, QByteArray(500, '\xff'));
         },
         "damaged_file"},
    };
    return files;
}

} // namespace

TEST_CASE("a bad file is refused by name and stays as it was", "[storage]")
{
    const BadFile& bad = GENERATE(from_range(badFiles()));
    CAPTURE(bad.what);
    const Place place(Backend::File);
    bad.make(place.path());
    const QByteArray before = QFileInfo(place.path()).isFile() ? readFile(place.path()) : QByteArray();
    const auto opened = Database::openFile(place.path());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == QLatin1String(bad.code));
    CHECK(opened.error().message.endsWith(QStringLiteral("。")));
    if (QFileInfo(place.path()).isFile())
        CHECK((readFile(place.path()) == before));
    CHECK_FALSE(QFile::exists(place.path() + QStringLiteral(".lock")));
}

TEST_CASE("a new file is refused where something stands already or no folder is", "[storage]")
{
    const Place place(Backend::File);
    writeFile(place.path(), "mine");
    CHECK(Database::createFile(place.path()).error().code == QLatin1String("file_exists"));
    CHECK(readFile(place.path()) == QByteArray("mine"));
    CHECK(Database::createFile(place.path(QStringLiteral("no/a.chc"))).error().code == QLatin1String("no_such_folder"));
}

TEST_CASE("a file that is open is refused with who holds it, and a killed owner's lock is not", "[storage]")
{
    const Place place(Backend::File);
    {
        const auto database = place.create();
        const auto second = Database::openFile(place.path());
        REQUIRE_FALSE(second);
        CHECK(second.error().code == QLatin1String("file_in_use"));
        CHECK(second.error().message.contains(QString::number(QCoreApplication::applicationPid())));
    }
    // No process has this number: the largest that Linux gives is 2^22.
    writeFile(place.path() + QStringLiteral(".lock"), "4194999\nchengheng\n\n\n\n");
    CHECK(place.open()->access() == Access::ReadWrite);
}

TEST_CASE("the empty lock of a process that was killed while it was locking is no lock", "[storage]")
{
    const Place place(Backend::File);
    makeCampaign(place.path());
    REQUIRE(QFile(place.path() + QStringLiteral(".lock")).open(QIODevice::WriteOnly));
    CHECK(breaksOf(*place.open()) == QStringList());
}

TEST_CASE("a closed campaign is one file", "[storage]")
{
    const Place place(Backend::File);
    makeCampaign(place.path());
    CHECK(QDir(QFileInfo(place.path()).absolutePath()).entryList(QDir::Files) == QStringList{QStringLiteral("a.chc")});
    const auto database = need(Database::openFile(place.path(), Access::ReadOnly));
    CHECK(database->access() == Access::ReadOnly);
    CHECK(Intent::begin(*database, head("unit.add")).error().code == QLatin1String("read_only"));
    CHECK(breaksOf(*database) == QStringList());
}

TEST_CASE("what was written before a crash is there afterwards", "[storage]")
{
    const Place place(Backend::File);
    const QString copy = place.path(QStringLiteral("b.chc"));
    {
        const auto database = place.create();
        put(*database, {model::toRecord(unitNamed(QStringLiteral("甲店")))});
        // What a killed process leaves: the file with its log.
        REQUIRE(QFile::copy(place.path(), copy));
        REQUIRE(QFile::copy(place.path() + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
    }
    const auto database = need(Database::openFile(copy));
    CHECK(need(storage::Journal(*database).head()).entries == 1);
    CHECK(breaksOf(*database) == QStringList());
}

TEST_CASE("a killed process loses nothing that was committed and keeps nothing that was not", "[storage]")
{
    const Place place(Backend::File);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto database = Database::createFile(place.path());
        put(**database, {model::toRecord(unitNamed(QStringLiteral("甲店")))});
        auto intent = Intent::begin(**database, head("unit.add"));
        (void)intent->insert(model::toRecord(unitNamed(QStringLiteral("乙店"))));
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(QFile::exists(place.path() + QStringLiteral(".lock")));
    const auto database = place.open();
    CHECK(need(storage::Journal(*database).head()).entries == 1);
    CHECK(breaksOf(*database) == QStringList());
}

TEST_CASE("a full disk leaves the file as it was", "[storage]")
{
    const Place place(Backend::File);
    const auto database = place.create();
    put(*database, {model::toRecord(unitNamed(QStringLiteral("甲店")))});
    const qint64 pages = need(database->connection().number(QStringLiteral("PRAGMA page_count")));
    need(database->connection().runScript(QStringLiteral("PRAGMA max_page_count=%1").arg(pages + 2)));
    {
        auto intent = need(Intent::begin(*database, head("edition.add")));
        model::Edition edition;
        edition.name = QStringLiteral("评分表");
        edition.content = QString(200'000, QLatin1Char('x'));
        const auto refused = intent.insert(model::toRecord(edition));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == QLatin1String("disk_full"));
        CHECK(intent.commit().error().code == QLatin1String("disk_full"));
    }
    CHECK(need(storage::Journal(*database).head()).entries == 1);
    CHECK(breaksOf(*database) == QStringList());
    need(database->connection().runScript(QStringLiteral("PRAGMA max_page_count=1000000")));
    put(*database, {model::toRecord(unitNamed(QStringLiteral("乙店")))});
    CHECK(breaksOf(*database) == QStringList());
}

TEST_CASE("an older file is brought up to date after a verified backup beside it", "[storage]")
{
    const Place place(Backend::File);
    makeCampaign(place.path());
    auto steps = storage::migrationsFor(false);
    const qint64 now = steps.last().version;
    steps.append({now + 1, QStringLiteral("next"),
                  QStringLiteral("CREATE TABLE added (a TEXT) STRICT; INSERT INTO added VALUES ('x;y');")});
    CHECK(storage::openCampaignFile(place.path(), Access::ReadOnly, steps).error().code
          == QLatin1String("older_schema"));
    {
        const auto opened = need(storage::openCampaignFile(place.path(), Access::ReadWrite, steps));
        CHECK(need(storage::schemaVersion(*opened.connection)) == now + 1);
        CHECK(need(opened.connection->number(QStringLiteral("SELECT COUNT(*) FROM added"))) == 1);
    }
    CHECK(Database::openFile(place.path()).error().code == QLatin1String("newer_schema"));
    const auto kept = need(Database::openFile(QStringLiteral("%1.backup-v%2").arg(place.path()).arg(now)));
    CHECK(need(storage::Journal(*kept).head()).entries == 40);
}

TEST_CASE("a field that came later is empty in an older campaign, and its journal still fits", "[storage]")
{
    const Place place(Backend::File);
    makeCampaign(place.path());
    QByteArray sql; // takes back what came, the last first
    static const QRegularExpression made(
        QStringLiteral("CREATE TABLE \"(\\w+)\"|ALTER TABLE \"(\\w+)\" ADD COLUMN \"(\\w+)\"|CREATE INDEX \"(\\w+)\""));
    for (const storage::Migration& step : storage::migrationsFor(false).mid(1))
        for (auto found = made.globalMatch(step.sql); found.hasNext();) {
            const auto one = found.next();
            if (!one.captured(4).isEmpty()) {
                sql.prepend(QStringLiteral("DROP INDEX IF EXISTS \"%1\";").arg(one.captured(4)).toUtf8());
                continue;
            }
            sql.prepend(one.captured(1).isEmpty() ? QStringLiteral("ALTER TABLE \"%1\" DROP COLUMN \"%2\";")
                                                        .arg(one.captured(2), one.captured(3))
                                                        .toUtf8()
                                                  : QStringLiteral("DROP TABLE IF EXISTS \"%1\";")
                                                        .arg(one.captured(1))
                                                        .toUtf8()); // one may have been renamed
        }
    sql.prepend("PRAGMA foreign_keys = OFF; DELETE FROM schema_migration WHERE version > 1; PRAGMA user_version = 1;");
    sqlOn(place.path(), sql.constData());
    const auto database = place.open();
    CHECK(breaksOf(*database) == QStringList());
    auto snapshot = need(storage::Snapshot::begin(*database));
    const auto units = need(snapshot.list(model::kindOf<model::Unit>()));
    REQUIRE_FALSE(units.isEmpty());
    CHECK(model::isEmpty(units.first().value(QStringLiteral("opening_hours"))));
}

TEST_CASE("a migration that fails leaves the file at its version", "[storage]")
{
    const auto sql = GENERATE(as<const char*>(), "CREATE TABLE added (a TEXT); CREATE TABLE unit (a TEXT);",
                              "PRAGMA defer_foreign_keys=ON; UPDATE instrument SET unit_id = 999;");
    const Place place(Backend::File);
    {
        const auto database = place.create();
        model::Unit unit = unitNamed(QStringLiteral("甲店"));
        unit.uid = Uid::create();
        put(*database, {model::toRecord(unit), model::toRecord(instrumentOf(unit.uid, QStringLiteral("1")))});
    }
    auto steps = storage::migrationsFor(false);
    steps.append({steps.last().version + 1, QStringLiteral("next"), QString::fromLatin1(sql)});
    REQUIRE_FALSE(storage::openCampaignFile(place.path(), Access::ReadWrite, steps));
    const auto database = place.open();
    CHECK(breaksOf(*database) == QStringList());
}

TEST_CASE("network file systems are known by their mark", "[storage]")
{
    const std::vector<std::tuple<quint64, QString, bool>> cases{
        {0x6969, {}, true},             // NFS
        {0x517B, {}, true},             // SMB
        {0xFF534D42, {}, true},         // CIFS
        {0xFFFFFFFFFF534D42, {}, true}, // the same, sign-extended
        {0xFE534D42, {}, true},         // SMB 2
        {0x65735546, QStringLiteral("fuse.sshfs"), true},
        {0x65735546, QStringLiteral("fuseblk"), false}, // a USB stick with NTFS
        {0xEF53, {}, false},                            // ext4
        {0x01021994, {}, false},                        // tmpfs
    };
    for (const auto& [magic, type, isNetwork] : cases) {
        CAPTURE(magic, type.toStdString());
        CHECK(storage::isNetworkFileSystem(magic, type) == isNetwork);
    }
}

TEST_CASE("a statement that runs too long can be interrupted", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    const QString endless =
        QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n");
    std::atomic<bool> isOver{false};
    std::thread other([&] { // asks again until it is heard: the statement may not have begun
        while (!isOver) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            database->interrupt();
        }
    });
    const auto counted = database->connection().number(endless);
    isOver = true;
    other.join();
    REQUIRE_FALSE(counted);
    CHECK(counted.error().kind == ErrorKind::Cancelled);
    put(*database, {model::toRecord(unitNamed(QStringLiteral("甲店")))});
}

TEST_CASE("cancelling at any moment leaves no transaction behind", "[storage][file]")
{
    const Place place(Backend::File);
    const auto database = place.create();
    std::atomic<bool> isOver{false};
    std::thread other([&] {
        while (!isOver)
            database->interrupt();
    });
    std::optional<Error> lasting;
    for (int round = 0; round < 5000 && !lasting; ++round)
        if (const auto snapshot = storage::Snapshot::begin(*database);
            !snapshot && snapshot.error().kind != ErrorKind::Cancelled)
            lasting = snapshot.error();
    isOver = true;
    other.join();
    CHECK_FALSE(lasting);
    put(*database, {model::toRecord(unitNamed(QStringLiteral("甲店")))});
}
