// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/attachments.h"
#include "storage/drafts.h"
#include "storage/fixture.h"
#include "storage/journal_hash.h"

#include <QDir>

using namespace chengheng;
using namespace chengheng::test;
using storage::Database;
using storage::Intent;

namespace {

const QByteArray photograph("\xff\xd8\0\\'\x80", 6);

void fillCampaign(Database& database)
{
    model::Unit unit = unitNamed(QStringLiteral("顾村医院"));
    unit.uid = Uid::create();
    model::Unit gone = unitNamed(QStringLiteral("旧店"));
    gone.uid = Uid::create();
    put(database,
        {model::toRecord(gone), model::toRecord(unit), model::toRecord(instrumentOf(unit.uid, QStringLiteral("1")))});
    auto intent = need(Intent::begin(database, head("unit.remove")));
    need(intent.remove(model::kindOf<model::Unit>(), gone.uid, 1));
    const QString sha = storage::sha256Hex(photograph);
    need(storage::storeBytes(intent, sha, photograph));
    model::Attachment attachment;
    attachment.subjectKind = QStringLiteral("unit");
    attachment.subject = unit.uid;
    attachment.fileName = QStringLiteral("门头.jpg");
    attachment.mediaType = QStringLiteral("image/jpeg");
    attachment.sha256 = sha;
    need(intent.insert(model::toRecord(attachment)));
    need(intent.commit());
    need(storage::saveDraft(database, QStringLiteral("张三"), QStringLiteral("k"), QStringLiteral("{}"),
                            QDateTime(day("2024-10-01"), QTime(9, 0))));
}

/// The copy is whole, goes on from where the original stood, and stays sound.
void checkCopy(Database& original, Database& copy)
{
    CHECK(need(storage::Journal(copy).head()).hash == need(storage::Journal(original).head()).hash);
    CHECK(breaksOf(copy) == QStringList());
    CHECK((need(storage::readBytes(copy, storage::sha256Hex(photograph))) == photograph));
    CHECK(need(storage::listDrafts(copy, QStringLiteral("张三"))).size() == 1);
    put(copy, {model::toRecord(unitNamed(QStringLiteral("新店")))});
    CHECK(breaksOf(copy) == QStringList());
}

} // namespace

TEST_CASE("a backup is one file with the same journal head", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    fillCampaign(*database);
    const QString path = place.path(QStringLiteral("backup.chc"));
    need(storage::backup(*database, path));
    CHECK(QFile::exists(path));
    CHECK_FALSE(QFile::exists(path + QStringLiteral(".part")));
    CHECK_FALSE(QFile::exists(path + QStringLiteral("-wal")));
    CHECK(storage::backup(*database, path).error().code == QLatin1String("file_exists"));
    const auto copy = need(Database::openFile(path));
    checkCopy(*database, *copy);
}

TEST_CASE("a file is restored from its backup", "[storage]")
{
    const Place place(Backend::File);
    const auto database = place.create();
    fillCampaign(*database);
    const QString kept = place.path(QStringLiteral("kept.chc"));
    const QString restored = place.path(QStringLiteral("restored.chc"));
    need(storage::backup(*database, kept));
    need(storage::restoreFile(kept, restored));
    CHECK(storage::restoreFile(kept, restored).error().code == QLatin1String("file_exists"));
    checkCopy(*database, *need(Database::openFile(restored)));
}

TEST_CASE("rotating backups keep the newest", "[storage]")
{
    const Place place(Backend::File);
    const auto database = place.create();
    const QDir folder(place.path(QStringLiteral("backups")));
    const QString stranger = place.path(QStringLiteral("backups/a-mine.chc"));
    QString last;
    for (int i = 0; i < 4; ++i) {
        put(*database, {model::toRecord(unitNamed(QStringLiteral("店%1").arg(i)))});
        last = need(storage::rotatingBackup(*database, folder.path(), 2, QDateTime(day("2024-10-01"), QTime(9, i))));
        if (i == 0)
            REQUIRE(QFile::copy(last, stranger));
    }
    CHECK(folder.entryList(QDir::Files).size() == 3);
    CHECK(QFile::exists(stranger));
    CHECK(need(storage::Journal(*need(Database::openFile(last))).head()).entries == 4);
}

TEST_CASE("a campaign moves from file to server and back with the same head", "[storage]")
{
    if (databases().size() < 2)
        return;
    const Place place(Backend::Server);
    const QString original = place.path();
    const auto file = need(Database::createFile(original));
    fillCampaign(*file);
    const QString kept = place.path(QStringLiteral("kept.chc"));
    need(storage::backup(*file, kept));
    need(storage::restoreServer(kept, place.service()));
    const QString back = place.path(QStringLiteral("back.chc"));
    {
        const auto server = place.open();
        need(storage::backup(*server, back));
        checkCopy(*file, *server);
    }
    checkCopy(*file, *need(Database::openFile(back)));
    const auto again = storage::restoreServer(kept, place.service());
    REQUIRE_FALSE(again);
    CHECK(again.error().code == QLatin1String("not_empty"));
}

TEST_CASE("servers that cannot be used are refused by name", "[storage]")
{
    CHECK(Database::openServer(QStringLiteral("host=/nowhere dbname=x")).error().code
          == QLatin1String("server_unavailable"));
    CHECK(Database::openServer(QStringLiteral("host=/nowhere password=secret")).error().code
          == QLatin1String("password_in_conninfo"));
    if (databases().size() < 2)
        return;
    const Place place(Backend::Server);
    CHECK(Database::openServer(place.service()).error().code == QLatin1String("not_a_campaign"));
    const auto database = place.create();
    CHECK(Database::createServer(place.service()).error().code == QLatin1String("not_empty"));
    tamper(*database, QStringLiteral("INSERT INTO schema_migration VALUES (99, 'x', 'x', 'x')"));
    CHECK(Database::openServer(place.service()).error().code == QLatin1String("newer_schema"));
}
