// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fixture.h"

using namespace chengheng;
using namespace chengheng::test;
using storage::Intent;
using storage::ListQuery;
using storage::Snapshot;

namespace {

const model::RecordKind& unitKind()
{
    return model::kindOf<model::Unit>();
}

QStringList namesFound(storage::Database& database, const ListQuery& query)
{
    auto snapshot = need(Snapshot::begin(database));
    QStringList names;
    for (const model::Record& record : need(snapshot.list(unitKind(), query)))
        names << record.name();
    return names;
}

} // namespace

TEST_CASE("what an intent inserts is read back as it was", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    model::Organisation station;
    station.name = QStringLiteral("顾村市场监管所");
    station.kind = model::OrganisationKind::Station;
    station.uid = Uid::create();
    model::Unit unit = unitNamed(QStringLiteral("顾村\"医院\"'一'\\分部? :x $1"));
    unit.uid = Uid::create();
    unit.station = station.uid;
    unit.isBenchmark = true;
    unit.registrationNumber = 7;
    unit.remarks = QStringLiteral("第一行\n第二行\t𠮷");
    model::Instrument instrument = instrumentOf(unit.uid, QStringLiteral("YQ000031"));
    instrument.uid = Uid::create();
    instrument.cycleMonths = 12;
    model::Verification verification;
    verification.instrument = instrument.uid;
    verification.verifiedOn = day("2024-02-29");
    verification.uid = Uid::create();
    put(*database,
        {model::toRecord(station), model::toRecord(unit), model::toRecord(instrument), model::toRecord(verification)});

    auto snapshot = need(Snapshot::begin(*database));
    const auto stored = need(snapshot.find(unitKind(), unit.uid));
    CHECK(stored.version == 1);
    CHECK(stored.values == model::toRecord(unit).values);
    CHECK(need(snapshot.find(model::kindOf<model::Instrument>(), instrument.uid)).values
          == model::toRecord(instrument).values);
    const auto verifications = need(snapshot.all<model::Verification>());
    REQUIRE(verifications.size() == 1);
    CHECK(verifications.first().verifiedOn == day("2024-02-29"));
    CHECK_FALSE(verifications.first().validUntil.isValid());
    CHECK(snapshot.find(unitKind(), Uid::create()).error().code == QLatin1String("no_such_record"));
}

TEST_CASE("an update names the version it read", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    model::Unit unit = unitNamed(QStringLiteral("甲店"));
    unit.uid = Uid::create();
    put(*database, {model::toRecord(unit)});

    auto intent = need(Intent::begin(*database, head("unit.correct")));
    auto record = need(intent.find(unitKind(), unit.uid));
    record.set(QStringLiteral("road"), QStringLiteral("水产路"));
    need(intent.update(record));
    CHECK(intent.changedKinds() == QStringList{QStringLiteral("unit")});
    record.set(QStringLiteral("road"), QStringLiteral("菊联路"));
    const auto late = intent.update(record); // still names version 1
    REQUIRE_FALSE(late);
    CHECK(late.error().code == QLatin1String("changed_meanwhile"));
    CHECK(late.error().message.contains(QStringLiteral("水产路")));
    CHECK(late.error().message.contains(QStringLiteral("菊联路")));
    CHECK(need(intent.commit()) == 2);

    auto snapshot = need(Snapshot::begin(*database));
    const auto stored = need(snapshot.find(unitKind(), unit.uid));
    CHECK(stored.version == 2);
    CHECK(model::textOf(stored.value(QStringLiteral("road"))) == QStringLiteral("水产路"));
    CHECK(breaksOf(*database) == QStringList());
}

TEST_CASE("an update without any difference leaves the row and the journal alone", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    model::Unit unit = unitNamed(QStringLiteral("甲店"));
    unit.uid = Uid::create();
    put(*database, {model::toRecord(unit)});
    auto intent = need(Intent::begin(*database, head("unit.correct")));
    need(intent.update(need(intent.find(unitKind(), unit.uid))));
    const qint64 seq = need(intent.commit());
    CHECK(need(storage::Journal(*database).changesOf(seq)).isEmpty());
    auto snapshot = need(Snapshot::begin(*database));
    CHECK(need(snapshot.find(unitKind(), unit.uid)).version == 1);
}

TEST_CASE("what stands in the way of a write is said by name", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    model::Unit unit = unitNamed(QStringLiteral("甲店"));
    unit.uid = Uid::create();
    put(*database, {model::toRecord(unit), model::toRecord(instrumentOf(unit.uid, QStringLiteral("1")))});
    auto intent = need(Intent::begin(*database, head("unit.add")));

    const auto sameName = intent.insert(model::toRecord(unitNamed(QStringLiteral("甲店"))));
    REQUIRE_FALSE(sameName);
    CHECK(sameName.error().code == QLatin1String("duplicate"));
    CHECK(sameName.error().where == QLatin1String("name"));
    CHECK(sameName.error().message.contains(QStringLiteral("甲店")));

    const auto sameUid = intent.insert(model::toRecord(unit));
    CHECK(sameUid.error().code == QLatin1String("duplicate"));

    const auto nowhere = intent.insert(model::toRecord(instrumentOf(Uid::create(), QStringLiteral("2"))));
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == QLatin1String("no_such_record"));
    CHECK(nowhere.error().where == QLatin1String("unit"));

    const auto inUse = intent.remove(unitKind(), unit.uid, 1);
    REQUIRE_FALSE(inUse);
    CHECK(inUse.error().code == QLatin1String("still_referenced"));

    model::Record wrong = model::toRecord(unitNamed(QStringLiteral("乙店")));
    wrong.set(QStringLiteral("registration_number"), QStringLiteral("七"));
    CHECK(intent.insert(wrong).error().code == QLatin1String("wrong_type"));

    // None of these refusals spoils the intent.
    need(intent.insert(model::toRecord(unitNamed(QStringLiteral("丙店")))));
    need(intent.commit());
    CHECK(namesFound(*database, {}) == QStringList{QStringLiteral("甲店"), QStringLiteral("丙店")});
}

TEST_CASE("removed rows are gone and their numbers are known", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    model::Unit unit = unitNamed(QStringLiteral("甲店"));
    unit.uid = Uid::create();
    unit.registrationNumber = 41;
    put(*database, {model::toRecord(unit)});
    {
        auto intent = need(Intent::begin(*database, head("unit.remove")));
        CHECK(need(intent.highest(unitKind(), QStringLiteral("registration_number"))) == 41);
        CHECK(intent.remove(unitKind(), unit.uid, 9).error().code == QLatin1String("changed_meanwhile"));
        need(intent.remove(unitKind(), unit.uid, 1));
        CHECK(need(intent.count(unitKind())) == 0);
        CHECK(need(intent.lastSeqOf(unitKind(), unit.uid)) == 2);
        CHECK(need(intent.highest(unitKind(), QStringLiteral("registration_number"))) == 0);
        CHECK(need(intent.commit()) == 2);
    }
    const auto changes = need(storage::Journal(*database).changesOf(2));
    REQUIRE(changes.size() == 1);
    CHECK(changes.first().newJson.isEmpty());
    CHECK(changes.first().oldJson.contains(QStringLiteral("\"name\":\"甲店\"")));
    put(*database, {model::toRecord(unit)}); // an undo puts it back under its own uid
    CHECK(breaksOf(*database) == QStringList());
}

TEST_CASE("an intent that is not committed leaves nothing", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    {
        auto intent = need(Intent::begin(*database, head("unit.add")));
        need(intent.insert(model::toRecord(unitNamed(QStringLiteral("甲店")))));
    }
    CHECK(namesFound(*database, {}).isEmpty());
    CHECK(need(storage::Journal(*database).head()).entries == 0);
    put(*database, {model::toRecord(unitNamed(QStringLiteral("乙店")))});
    CHECK(namesFound(*database, {}) == QStringList{QStringLiteral("乙店")});
}

TEST_CASE("an intent that is sent again is not done again", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    const auto sameHead = head("unit.add");
    {
        auto intent = need(Intent::begin(*database, sameHead));
        CHECK_FALSE(intent.alreadyDone());
        need(intent.insert(model::toRecord(unitNamed(QStringLiteral("甲店")))));
        CHECK(need(intent.commit()) == 1);
    }
    put(*database, {model::toRecord(unitNamed(QStringLiteral("乙店")))});
    auto again = need(Intent::begin(*database, sameHead));
    CHECK(again.alreadyDone());
    CHECK(again.insert(model::toRecord(unitNamed(QStringLiteral("丙店")))).error().code
          == QLatin1String("already_done"));
    CHECK(need(again.commit()) == 1);
    CHECK(need(storage::Journal(*database).head()).entries == 2);
}

TEST_CASE("search finds characters, pinyin and initials, and takes wildcards as letters", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    put(*database, {model::toRecord(unitNamed(QStringLiteral("顾村医院"))),
                    model::toRecord(unitNamed(QStringLiteral("100%新鲜_水果店!"))),
                    model::toRecord(unitNamed(QStringLiteral("ABC眼镜")))});
    const QVector<QPair<QString, QStringList>> cases{
        {QStringLiteral("医院"), {QStringLiteral("顾村医院")}},
        {QStringLiteral("yiyuan"), {QStringLiteral("顾村医院")}},
        {QStringLiteral("GCYY"), {QStringLiteral("顾村医院")}},
        {QStringLiteral("0%新"), {QStringLiteral("100%新鲜_水果店!")}},
        {QStringLiteral("鲜_水"), {QStringLiteral("100%新鲜_水果店!")}},
        {QStringLiteral("店!"), {QStringLiteral("100%新鲜_水果店!")}},
        {QStringLiteral("a%c"), {}},
        {QStringLiteral("a_c"), {}},
        {QStringLiteral("ａｂｃ"), {QStringLiteral("ABC眼镜")}},
        {QStringLiteral("没有"), {}},
    };
    for (const auto& [search, expected] : cases) {
        CAPTURE(search.toStdString());
        CHECK(namesFound(*database, {.search = search}) == expected);
    }
    auto snapshot = need(Snapshot::begin(*database));
    CHECK(need(snapshot.list(model::kindOf<model::Edition>(), {.search = QStringLiteral("a")})).isEmpty());
    CHECK(need(snapshot.count(model::kindOf<model::Edition>(), {.search = QStringLiteral("a")})) == 0);
}

TEST_CASE("lists filter, order and page", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    model::Organisation station;
    station.name = QStringLiteral("甲所");
    station.uid = Uid::create();
    put(*database, {model::toRecord(station)});
    QVector<model::Record> units;
    for (int i = 0; i < 5; ++i) {
        model::Unit unit = unitNamed(QStringLiteral("店%1").arg(i));
        unit.registrationNumber = i == 4 ? 0 : 10 - i;
        unit.station = i < 2 ? station.uid : Uid();
        unit.isBenchmark = i == 3;
        units << model::toRecord(unit);
    }
    put(*database, units);
    const auto names = [&](const ListQuery& query) { return namesFound(*database, query).join(QLatin1Char(' ')); };
    CHECK(names({.where = {{QStringLiteral("station"), station.uid.toString()}}}) == QStringLiteral("店0 店1"));
    CHECK(names({.where = {{QStringLiteral("station"), model::Value()}}}) == QStringLiteral("店2 店3 店4"));
    CHECK(names({.where = {{QStringLiteral("benchmark"), true}}}) == QStringLiteral("店3"));
    CHECK(names({.orderBy = {QStringLiteral("registration_number")}}) == QStringLiteral("店4 店3 店2 店1 店0"));
    CHECK(names({.orderBy = {QStringLiteral("-name")}, .limit = 2, .offset = 1}) == QStringLiteral("店3 店2"));
    CHECK(names({.orderBy = {QStringLiteral("station"), QStringLiteral("-name")}, .limit = 3})
          == QStringLiteral("店1 店0 店4"));
    CHECK(names({.offset = 4}) == QStringLiteral("店4"));
    auto snapshot = need(Snapshot::begin(*database));
    CHECK(need(snapshot.count(unitKind(), {.where = {{QStringLiteral("benchmark"), false}}})) == 4);
    CHECK(snapshot.list(unitKind(), {.where = {{QStringLiteral("x\" OR 1"), true}}}).error().code
          == QLatin1String("unknown_field"));
    CHECK(snapshot.list(unitKind(), {.orderBy = {QStringLiteral("nothing")}}).error().code
          == QLatin1String("unknown_field"));
}

TEST_CASE("a snapshot does not see what is written after it began", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    put(*database, {model::toRecord(unitNamed(QStringLiteral("甲店")))});
    const auto reader = need(database->reader());
    CHECK(reader->access() == storage::Access::ReadOnly);
    {
        auto snapshot = need(Snapshot::begin(*reader));
        CHECK(need(snapshot.count(unitKind())) == 1);
        put(*database, {model::toRecord(unitNamed(QStringLiteral("乙店")))});
        CHECK(need(snapshot.count(unitKind())) == 1);
    }
    auto later = need(Snapshot::begin(*reader));
    CHECK(need(later.count(unitKind())) == 2);
    CHECK(Intent::begin(*reader, head("unit.add")).error().code == QLatin1String("read_only"));
}

TEST_CASE("facts hold every register, units by number and instruments by uid", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = place.create();
    {
        auto snapshot = need(Snapshot::begin(*database));
        CHECK(snapshot.facts().error().code == QLatin1String("no_such_record"));
    }
    model::Campaign campaign;
    campaign.title = QStringLiteral("诚信计量示范社区");
    campaign.applicant = QStringLiteral("顾村镇");
    campaign.planId = QStringLiteral("gucun-2024");
    campaign.from = day("2024-03-01");
    campaign.to = day("2024-11-30");
    model::Unit second = unitNamed(QStringLiteral("乙店"));
    second.registrationNumber = 2;
    second.uid = Uid::create();
    model::Unit first = unitNamed(QStringLiteral("甲店"));
    first.registrationNumber = 1;
    put(*database, {model::toRecord(campaign), model::toRecord(second), model::toRecord(first),
                    model::toRecord(instrumentOf(second.uid, QStringLiteral("1"))),
                    model::toRecord(instrumentOf(second.uid, QStringLiteral("2")))});
    auto snapshot = need(Snapshot::begin(*database));
    const auto facts = need(snapshot.facts());
    CHECK(facts.campaign.title == campaign.title);
    REQUIRE(facts.units.size() == 2);
    CHECK(facts.units.first().name == QStringLiteral("甲店"));
    REQUIRE(facts.instruments.size() == 2);
    CHECK(facts.instruments[0].uid.toString() < facts.instruments[1].uid.toString());
    CHECK(facts.instruments[0].unit == second.uid);
}
