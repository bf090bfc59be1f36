// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/visit_rounds.h"

#include "model/service_records.h"
#include "rules/calendar_parser.h"
#include "rules/draw.h"
#include "rules/due_report.h"
#include "rules/invented_facts.h"

#include <QSet>

using namespace chengheng;
using namespace chengheng::rules;
using chengheng::test::named;
using chengheng::test::need;
using chengheng::test::numbered;

namespace {

const QDate today(2024, 9, 20); // a Friday before a long holiday

const WorkingCalendar& calendar()
{
    static const WorkingCalendar read = need(parseCalendar(
        test::readFile(test::sourcePath(QStringLiteral("resources/calendars/cn-holidays-2024-2026.json"))),
        QStringLiteral("calendar")));
    return read;
}

template <class R>
void put(model::CampaignFacts& facts, const R& record)
{
    facts.books[model::kindOf<R>().key].append(model::toRecord(record));
}

model::Unit unitOn(qint64 number, const char* road)
{
    model::Unit unit = test::unitOf(numbered("u", number), model::Trade::SmallMerchant);
    unit.registrationNumber = number;
    unit.road = QString::fromUtf8(road);
    return unit;
}

/// An instrument that runs out so many days from today.
void addEnding(model::CampaignFacts& facts, const Uid& uid, const Uid& unit, qint64 days)
{
    facts.instruments.append(test::instrumentOf(uid, unit));
    facts.verifications.append(
        test::verificationOf(uid, today.addDays(days - 365), model::VerificationResult::Passed, today.addDays(days)));
}

/// Instruments that run out on many days, on three roads.
model::CampaignFacts inventedTown(quint64 seed)
{
    SplitMix64 random(seed);
    model::CampaignFacts facts;
    const char* roads[] = {"沪太路", "菊盛路", "电台路"};
    for (qint64 number = 0; number < 12; ++number)
        facts.units.append(unitOn(number, roads[random.below(3)]));
    for (qint64 number = 0; number < 80; ++number)
        addEnding(facts, numbered("i", number), facts.units[qsizetype(random.below(12))].uid,
                  qint64(random.below(120)) - 20);
    return facts;
}

} // namespace

TEST_CASE("No instrument passes its date if the rounds are kept", "[rules][BUR-2]")
{
    const QDate first = calendar().addWorkingDays(today, 1);
    for (quint64 seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        const auto facts = inventedTown(seed);
        QHash<Uid, QDate> visitedOn;
        for (const VisitRound& round : visitRounds(facts, calendar(), today)) {
            CHECK(calendar().isWorkingDay(round.on));
            CHECK(round.on >= first);
            for (const VisitStop& stop : round.stops)
                for (const Uid& instrument : stop.records) {
                    CHECK_FALSE(visitedOn.contains(instrument));
                    visitedOn.insert(instrument, round.on);
                }
        }
        for (const DueLine& line : dueReport(facts, today).lines) {
            const bool isDue = line.validUntil <= today.addDays(roundHorizonDays);
            CHECK(visitedOn.contains(line.uid) == isDue);
            if (isDue && line.validUntil >= first)
                CHECK(visitedOn.value(line.uid) <= line.validUntil);
        }
    }
}

TEST_CASE("One round takes along what runs out within its window, road by road", "[rules][BUR-2]")
{
    model::CampaignFacts facts;
    facts.units = {unitOn(1, "沪太路"), unitOn(2, "沪太路"), unitOn(3, "菊盛路")};
    addEnding(facts, named("a"), facts.units[1].uid, 10);
    addEnding(facts, named("b"), facts.units[0].uid, 35);
    addEnding(facts, named("c"), facts.units[0].uid, 58);
    addEnding(facts, named("d"), facts.units[2].uid, 10);
    addEnding(facts, named("far"), facts.units[2].uid, 61);
    const auto rounds = visitRounds(facts, calendar(), today);
    REQUIRE(rounds.size() == 3);
    CHECK(rounds[0].on == QDate(2024, 9, 30));
    REQUIRE(rounds[0].stops.size() == 2);
    CHECK(rounds[0].stops[0].unit == facts.units[0].uid); // by registration
    CHECK(rounds[1].on == QDate(2024, 11, 15));           // the 17th is a Sunday
    CHECK(rounds[2].road == QStringLiteral("菊盛路"));
}

TEST_CASE("What is booked, on a planned visit or of no participating unit stays out", "[rules][BUR-2]")
{
    model::CampaignFacts facts;
    facts.units = {unitOn(1, "沪太路"), unitOn(2, "沪太路"), unitOn(3, "沪太路"), unitOn(4, "沪太路")};
    for (qint64 i = 0; i < 4; ++i)
        addEnding(facts, numbered("i", i), facts.units[i].uid, 10);
    facts.units[0].participation = model::Participation::Withdrawn;
    model::Booking booking;
    booking.instrument = numbered("i", 1);
    booking.on = today;
    booking.plannedOn = today.addDays(5);
    put(facts, booking);
    model::ServiceVisit visit;
    visit.unit = facts.units[2].uid;
    visit.on = today.addDays(9);
    put(facts, visit);
    visit.unit = facts.units[3].uid;
    visit.on = today.addDays(11); // too late for what runs out before
    put(facts, visit);
    const auto rounds = visitRounds(facts, calendar(), today);
    REQUIRE(rounds.size() == 1);
    REQUIRE(rounds.first().stops.size() == 1);
    CHECK(rounds.first().stops.first().unit == facts.units[3].uid);
}
