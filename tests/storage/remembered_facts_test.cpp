// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fixture.h"
#include "storage/remembered_facts.h"

using namespace chengheng;
using namespace chengheng::test;
using storage::Snapshot;

namespace {

model::CampaignFacts factsOf(storage::Database& database)
{
    auto snapshot = need(Snapshot::begin(database));
    return need(snapshot.facts());
}

QStringList unitNames(const model::CampaignFacts& facts)
{
    QStringList names;
    for (const model::Unit& unit : facts.units)
        names << unit.name;
    return names;
}

/// A campaign with one unit in it.
std::unique_ptr<storage::Database> smallCampaign(const Place& place)
{
    auto database = place.create();
    model::Campaign campaign;
    campaign.title = QStringLiteral("创建");
    campaign.applicant = QStringLiteral("顾村镇");
    campaign.planId = QStringLiteral("gucun-2024");
    campaign.from = day("2024-01-01");
    campaign.to = day("2024-12-31");
    campaign.uid = Uid::create();
    model::Unit unit = unitNamed(QStringLiteral("甲店"));
    unit.uid = Uid::create();
    put(*database, {model::toRecord(campaign), model::toRecord(unit)});
    return database;
}

} // namespace

TEST_CASE("facts are those of the journal's head, whoever wrote since they were last read", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto writer = smallCampaign(place);
    const auto reader = need(writer->reader());
    CHECK(unitNames(factsOf(*reader)) == QStringList{QStringLiteral("甲店")});

    model::Unit second = unitNamed(QStringLiteral("乙店"));
    second.uid = Uid::create();
    put(*writer, {model::toRecord(second)});
    CHECK(unitNames(factsOf(*reader)).contains(QStringLiteral("乙店")));
    CHECK(unitNames(factsOf(*writer)).contains(QStringLiteral("乙店")));

    // only the register that was written to is read again: the others are the very lists of before
    const auto before = reader->rememberedFacts().latest();
    model::Instrument instrument = instrumentOf(second.uid, QStringLiteral("A1"));
    instrument.uid = Uid::create();
    put(*writer, {model::toRecord(instrument)});
    const model::CampaignFacts after = factsOf(*reader);
    CHECK(after.instruments.size() == 1);
    CHECK(after.units.constData() == before->facts.units.constData());
}

TEST_CASE("within an intent the facts are what it has written so far", "[storage]")
{
    const Place place(GENERATE(from_range(databases())));
    const auto database = smallCampaign(place);
    CHECK(factsOf(*database).units.size() == 1);
    {
        auto intent = need(storage::Intent::begin(*database, head("test.add")));
        model::Unit second = unitNamed(QStringLiteral("乙店"));
        second.uid = Uid::create();
        need(intent.insert(model::toRecord(second)));
        CHECK(factsOf(*database).units.size() == 2);
    } // given up
    CHECK(factsOf(*database).units.size() == 1);
}

TEST_CASE("facts of a head that this journal does not have are read anew", "[storage]")
{
    const Place place(Backend::File);
    const auto database = smallCampaign(place);
    database->rememberedFacts().remember(std::make_shared<const storage::Reading>(
        storage::JournalHead{1, QStringLiteral("of another campaign")}, model::CampaignFacts()));
    CHECK(unitNames(factsOf(*database)) == QStringList{QStringLiteral("甲店")});
}
