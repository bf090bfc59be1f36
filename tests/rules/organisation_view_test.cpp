// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_facts.h"

#include "rules/organisation_view.h"

namespace {

using namespace chengheng;
using namespace chengheng::test;

void addSeat(model::CampaignFacts& facts, const char* uid, const char* body, const char* role, qint64 position)
{
    model::Seat seat;
    seat.uid = named(uid);
    seat.body = QString::fromUtf8(body);
    seat.role = QString::fromUtf8(role);
    seat.organisation = named("section");
    seat.post = QStringLiteral("科长");
    seat.position = position;
    facts.seats.append(seat);
}

void addHolder(model::CampaignFacts& facts, const char* seat, const char* person, const char* from, const char* to)
{
    model::SeatHolder holder;
    holder.uid = Uid(QString::fromLatin1(seat) + QLatin1Char('-') + QString::fromUtf8(person));
    holder.seat = named(seat);
    holder.person = QString::fromUtf8(person);
    holder.from = day(from);
    holder.to = day(to);
    facts.seatHolders.append(holder);
}

model::CampaignFacts offices()
{
    model::CampaignFacts facts;
    model::Organisation section;
    section.uid = named("section");
    section.name = QStringLiteral("区市场监管局计量科");
    facts.organisations = {section};
    addSeat(facts, "office-1", "推进办公室", "主任", 20);
    addSeat(facts, "group-2", "领导小组", "成员", 2);
    addSeat(facts, "group-1", "领导小组", "组长", 1);
    addHolder(facts, "group-2", "后任", "2024-07-01", "");
    addHolder(facts, "group-2", "前任", "", "2024-06-20");
    addHolder(facts, "office-1", "常任", "", "");
    return facts;
}

} // namespace

TEST_CASE("seats come in printed order with the holder of the day", "[ORG-1][ORG-2]")
{
    const auto seats = rules::seatsOn(offices(), day("2024-06-13"));
    REQUIRE(seats.size() == 3);
    CHECK(seats[0].seat == named("group-1"));
    CHECK(seats[1].seat == named("group-2"));
    CHECK(seats[2].seat == named("office-1"));
    CHECK(seats[0].isVacant());
    CHECK(seats[0].why == QStringLiteral("领导小组组长（区市场监管局计量科科长）尚未登记任职人员。"));
    CHECK(seats[2].person == QStringLiteral("常任"));
    CHECK(seats[2].organisationName == QStringLiteral("区市场监管局计量科"));
}

TEST_CASE("a successor takes the seat on a date and every day has its holder", "[ORG-3]")
{
    struct Case {
        const char* on;
        const char* person;
        const char* vacantSince;
    };
    const Case cases[] = {{"2024-01-01", "前任", ""},       {"2024-06-20", "前任", ""},
                          {"2024-06-21", "", "2024-06-21"}, {"2024-06-30", "", "2024-06-21"},
                          {"2024-07-01", "后任", ""},       {"2030-01-01", "后任", ""}};
    for (const Case& c : cases) {
        INFO(c.on);
        const auto seat = rules::seatsOn(offices(), day(c.on))[1];
        CHECK(seat.person == QString::fromUtf8(c.person));
        CHECK(seat.vacantSince == day(c.vacantSince));
        CHECK(seat.isVacant() == !*c.person);
    }
    const auto successor = rules::seatsOn(offices(), day("2024-07-01"))[1];
    CHECK(successor.predecessor == QStringLiteral("前任"));
    CHECK(successor.why.contains(QStringLiteral("自2024年7月1日起由后任接任，前任为前任")));
    CHECK(rules::seatsOn(offices(), day("2024-06-25"))[1].why.contains(QStringLiteral("接任领导替补")));
}

TEST_CASE("of two holders on one day the later one counts", "[ORG-3]")
{
    auto facts = offices();
    addHolder(facts, "office-1", "新任", "2024-09-01", "");
    CHECK(rules::seatsOn(facts, day("2024-08-31"))[2].person == QStringLiteral("常任"));
    CHECK(rules::seatsOn(facts, day("2024-09-01"))[2].person == QStringLiteral("新任"));
}
