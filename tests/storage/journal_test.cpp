// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "storage/attachments.h"
#include "storage/drafts.h"
#include "storage/fixture.h"
#include "storage/iso_day.h"
#include "storage/journal_hash.h"
#include "storage/row_json.h"

using namespace chengheng;
using namespace chengheng::test;
using storage::Intent;
using storage::Journal;

namespace {

model::Unit stored(const QString& name)
{
    model::Unit unit = unitNamed(name);
    unit.uid = Uid::create();
    return unit;
}

/// Three entries: a unit and its instrument, another unit, a changed road.
Uid fillCampaign(storage::Database& database)
{
    const model::Unit unit = stored(QStringLiteral("甲店"));
    put(database, {model::toRecord(unit), model::toRecord(instrumentOf(unit.uid, QStringLiteral("1")))});
    auto intent = need(Intent::begin(database, head("unit.correct")));
    intent.setReason(QStringLiteral("录入有误"));
    auto record = need(intent.find(model::kindOf<model::Unit>(), unit.uid));
    record.set(QStringLiteral("road"), QStringLiteral("水产路"));
    record.set(QStringLiteral("registration_number"), qint64(3));
    need(intent.update(record));
    need(intent.commit());
    return unit.uid;
}

} // namespace

TEST_CASE("rows are written as canonical JSON, byte for byte", "[storage]")
{
    model::Unit unit = unitNamed(QStringLiteral("引号\"反斜\\ 换行\n回车\r制表\t铃\a退格\b换页\f删除\x7f 汉𠮷 é /"));
    unit.uid = Uid::create();
    unit.registrationNumber = -9007199254740993;
    unit.isBenchmark = true;
    const model::Record record = model::toRecord(unit);
    QJsonObject expected;
    const QJsonObject whole = model::toJson(record);
    for (auto it = whole.begin(); it != whole.end(); ++it)
        if (!it.value().isNull())
            expected.insert(it.key(), it.value());
    CHECK(storage::rowJson(record).toStdString() == canonicalJson(expected).toStdString());
    const int road = record.kind->indexOf(QStringLiteral("road"));
    const int name = record.kind->indexOf(QStringLiteral("trade"));
    CHECK(storage::fieldsJson(record, {name, road}).toStdString() == "{\"road\":null,\"trade\":\"hospital\"}");
}

TEST_CASE("the journal says who changed what, newest first", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    const Uid unit = fillCampaign(*database);
    const Journal journal(*database);
    const auto entries = need(journal.entries());
    REQUIRE(entries.size() == 3);
    CHECK(entries.first().seq == 3);
    CHECK(entries.first().intent == QLatin1String("unit.correct"));
    CHECK(entries.first().who == QStringLiteral("张三"));
    CHECK(entries.first().reason == QStringLiteral("录入有误"));
    CHECK(entries.first().when == head("").when);
    CHECK(entries.first().hash == need(journal.head()).hash);
    CHECK(need(journal.head()).entries == 3);
    const auto ofUnit = need(journal.entriesOf(unit));
    REQUIRE(ofUnit.size() == 2);
    CHECK(ofUnit.first().seq == 3);
    CHECK(ofUnit.last().seq == 1);
    CHECK(need(journal.entries(1, 1)).first().seq == 2);
    const auto changes = need(journal.changesOf(3, unit));
    REQUIRE(changes.size() == 1);
    CHECK(changes.first().kind == QLatin1String("unit"));
    CHECK(changes.first().oldJson == QStringLiteral("{\"registration_number\":0,\"road\":null}"));
    CHECK(changes.first().newJson == QStringLiteral("{\"registration_number\":3,\"road\":\"水产路\"}"));
    CHECK(need(journal.changesOf(3, Uid::create())).isEmpty());
}

TEST_CASE("an untouched campaign verifies", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    CHECK(breaksOf(*database) == QStringList());
    fillCampaign(*database);
    const auto report = need(Journal(*database).verify());
    CHECK(report.ok);
    CHECK(report.entries == 3);
    CHECK(report.head == need(Journal(*database).head()).hash);
}

TEST_CASE("verify names what was changed behind the program's back", "[storage]")
{
    struct Case {
        const char* sql;
        QStringList breaks;
    };
    const std::vector<Case> cases{
        {"UPDATE journal_entry SET who = '李四' WHERE seq = 2", {QStringLiteral("entry_changed 2")}},
        {"UPDATE journal_change SET \"new\" = replace(\"new\", '水产路', '水厂路') WHERE entry = 3",
         {QStringLiteral("changes_changed 3"), QStringLiteral("row_differs 3")}},
        {"DELETE FROM journal_change WHERE entry = 2",
         {QStringLiteral("changes_changed 2"), QStringLiteral("row_without_entry 2")}},
        {"DELETE FROM journal_entry WHERE seq = 2",
         {QStringLiteral("change_without_entry 2"), QStringLiteral("entry_missing 2")}},
        {"DELETE FROM journal_entry WHERE seq = 3",
         {QStringLiteral("change_without_entry 3"), QStringLiteral("tail_cut 3")}},
        {"UPDATE campaign_head SET entries = 2", {QStringLiteral("entry_added 3")}},
        {"UPDATE campaign_head SET hash = 'x'", {QStringLiteral("head_differs 3")}},
        {"DELETE FROM campaign_head", {QStringLiteral("head_missing 3")}},
        {"UPDATE unit SET road = '菊联路'", {QStringLiteral("row_differs 3")}},
        {"UPDATE unit SET version = 9", {QStringLiteral("row_differs 3")}},
        {"UPDATE unit SET search_key = 'x'", {QStringLiteral("search_key_differs 3")}},
        {"DELETE FROM instrument", {QStringLiteral("row_missing 2")}},
        {"INSERT INTO unit (uid, version, seq, name, trade, participation) VALUES ('u', 1, 2, '', '', '')",
         {QStringLiteral("row_without_entry 2")}},
    };
    const auto& [sql, breaks] = GENERATE_REF(from_range(cases));
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    fillCampaign(*database);
    tamper(*database, QString::fromUtf8(sql));
    CAPTURE(sql);
    CHECK(breaksOf(*database) == breaks);
}

TEST_CASE("an entry that was inserted with a right hash of its own does not fit the chain", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    fillCampaign(*database);
    storage::EntryText forged{
        3,  Uid::create().toString(),       QStringLiteral("张三"), {}, QStringLiteral("unit.add"),
        {}, storage::ChangesDigest().hex(), storage::emptyHead()};
    tamper(*database, QStringLiteral("UPDATE journal_entry SET seq = 4 WHERE seq = 3"));
    tamper(*database, QStringLiteral("UPDATE journal_change SET entry = 4 WHERE entry = 3"));
    tamper(*database, QStringLiteral("INSERT INTO journal_entry (seq, intent_id, who, at, intent, digest, prev, hash)"
                                     " VALUES (3, '%1', '%2', '', '%3', '%4', '%5', '%6')")
                          .arg(forged.intentId, forged.who, forged.intent, forged.digest, forged.prev,
                               storage::entryHash(forged)));
    const QStringList breaks = breaksOf(*database);
    CHECK(breaks.contains(QStringLiteral("chain_broken 3")));
    CHECK(breaks.contains(QStringLiteral("entry_added 4")));
}

TEST_CASE("attachments keep their bytes and verify checks them", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    QByteArray bytes(2'500'000, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(i * 7 + i / 251);
    const qsizetype size = GENERATE(as<qsizetype>(), 0, 1, 1024 * 1024, 2'500'000);
    bytes.truncate(size);
    const QString sha = storage::sha256Hex(bytes);
    model::Attachment attachment;
    attachment.subjectKind = QStringLiteral("unit");
    attachment.subject = Uid::create();
    attachment.fileName = QStringLiteral("门头.jpg");
    attachment.mediaType = QStringLiteral("image/jpeg");
    attachment.sha256 = sha;
    for (int i = 0; i < 2; ++i) { // the second time the bytes are there already
        auto intent = need(Intent::begin(*database, head("attachment.add")));
        need(storage::storeBytes(intent, sha, bytes));
        CHECK(storage::storeBytes(intent, QString(64, QLatin1Char('a')), bytes).error().code
              == QLatin1String("wrong_sha256"));
        need(intent.insert(model::toRecord(attachment)));
        need(intent.commit());
    }
    CHECK((need(storage::readBytes(*database, sha)) == bytes));
    CHECK(storage::readBytes(*database, QStringLiteral("x")).error().code == QLatin1String("no_such_bytes"));
    CHECK(breaksOf(*database) == QStringList());
    tamper(*database, QStringLiteral("UPDATE attachment_chunk SET bytes = %1")
                          .arg(place.isServer() ? QStringLiteral("'\\x00ff'::bytea") : QStringLiteral("x'00ff'")));
    CHECK(storage::readBytes(*database, sha).error().code == QLatin1String("damaged_bytes"));
    CHECK(breaksOf(*database) == QStringList{QStringLiteral("attachment_changed 0")});
    tamper(*database, QStringLiteral("DELETE FROM attachment_chunk"));
    CHECK(breaksOf(*database)
          == QStringList{QStringLiteral("attachment_missing 1"), QStringLiteral("attachment_missing 2")});
}

TEST_CASE("drafts are kept outside the journal", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    const QString me = QStringLiteral("张三");
    need(storage::saveDraft(*database, me, QStringLiteral("unit/1"), QStringLiteral("{\"name\":\"甲\"}"),
                            QDateTime(day("2024-10-01"), QTime(9, 0))));
    need(storage::saveDraft(*database, me, QStringLiteral("unit/1"), QStringLiteral("{\"name\":\"甲店\"}"),
                            QDateTime(day("2024-10-01"), QTime(9, 0))));
    need(storage::saveDraft(*database, me, QStringLiteral("unit/2"), QStringLiteral("{}"),
                            QDateTime(day("2024-10-01"), QTime(9, 0))));
    need(storage::saveDraft(*database, QStringLiteral("李四"), QStringLiteral("unit/1"), QStringLiteral("[]"),
                            QDateTime(day("2024-10-01"), QTime(9, 0))));
    CHECK(need(storage::loadDraft(*database, me, QStringLiteral("unit/1"))).json
          == QStringLiteral("{\"name\":\"甲店\"}"));
    CHECK(need(storage::listDrafts(*database, me)).size() == 2);
    need(storage::moveDrafts(*database, me, QStringLiteral("李四"))); // who has one for the same place keeps it
    CHECK(need(storage::listDrafts(*database, me)).size() == 1);
    CHECK(need(storage::listDrafts(*database, QStringLiteral("李四"))).size() == 2);
    need(storage::removeDraft(*database, me, QStringLiteral("unit/1")));
    CHECK(storage::loadDraft(*database, me, QStringLiteral("unit/1")).error().code == QLatin1String("no_such_draft"));
    CHECK(need(storage::loadDraft(*database, QStringLiteral("李四"), QStringLiteral("unit/1"))).json
          == QStringLiteral("[]"));
    CHECK(need(Journal(*database).head()).entries == 0);
}

TEST_CASE("days are written and read as QDate does it", "[storage]")
{
    for (const char* text : {"2024-02-29", "0001-01-01", "9999-12-31", "2024-03-05"}) {
        const QDate expected = QDate::fromString(QString::fromLatin1(text), Qt::ISODate);
        CHECK(storage::isoDay(expected) == QByteArray(text));
        CHECK(storage::dayFromIso(text) == expected);
    }
    for (const char* text : {"", "2024-02-30", "2024/03/05", "2024-3-5", "2024-0a-05", "2024-03-05T00"})
        CHECK_FALSE(storage::dayFromIso(text).isValid());
}
