// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/quiet_visits.h"

#include "model/supervisor_records.h"
#include "rules/coverage.h"
#include "rules/invented_facts.h"

#include <QMap>

using namespace chengheng;
using namespace chengheng::rules;
using chengheng::test::named;
using chengheng::test::need;
using chengheng::test::numbered;

namespace {

const QDate today(2024, 9, 20);

template <class R>
void put(model::CampaignFacts& facts, const R& record)
{
    facts.books[model::kindOf<R>().key].append(model::toRecord(record));
}

void serve(model::CampaignFacts& facts, qint64 number, QDate endedOn = {})
{
    model::Supervisor supervisor;
    supervisor.uid = numbered("s", number);
    supervisor.number = number;
    supervisor.recruitedOn = supervisor.appointedOn = QDate(2024, 4, 1);
    supervisor.endedOn = endedOn;
    put(facts, supervisor);
}

model::Assignment assignmentOf(qint64 number)
{
    model::Assignment assignment;
    assignment.uid = numbered("a", number);
    assignment.supervisor = numbered("s", number);
    assignment.from = QDate(2024, 5, 1);
    return assignment;
}

/// Ten small merchants of one village, looked after by two volunteers; a third has left.
model::CampaignFacts village()
{
    model::CampaignFacts facts;
    for (int i = 1; i <= 10; ++i) {
        model::Unit unit = test::unitOf(numbered("u", i), model::Trade::SmallMerchant);
        unit.registrationNumber = i;
        unit.community = QStringLiteral("羌家村");
        facts.units.append(unit);
    }
    serve(facts, 1);
    serve(facts, 2);
    serve(facts, 3, QDate(2024, 9, 1));
    for (qint64 number : {1, 2, 3}) {
        model::Assignment assignment = assignmentOf(number);
        assignment.community = QStringLiteral("羌家村");
        put(facts, assignment);
    }
    return facts;
}

} // namespace

TEST_CASE("The same seed gives the same quiet visits, shared out evenly among those who serve", "[rules][SUP-4]")
{
    const auto facts = village();
    const DrawRequest request{.seed = QStringLiteral("9月"), .count = 6};
    const auto list = need(quietVisits(facts, today, request));
    REQUIRE(list.visits.size() == 6);
    QMap<QString, int> load;
    for (const QuietVisit& visit : list.visits)
        ++load[visit.supervisor];
    CHECK(load == QMap<QString, int>{{QStringLiteral("1号"), 3}, {QStringLiteral("2号"), 3}});
    const auto again = need(quietVisits(facts, today, request));
    for (qsizetype i = 0; i < list.visits.size(); ++i) {
        CHECK(again.visits[i].unit == list.visits[i].unit);
        CHECK(again.visits[i].supervisor == list.visits[i].supervisor);
    }
    CHECK(quietVisits(facts, today, {.seed = QStringLiteral("9月"), .count = 11}).error().code
          == QStringLiteral("too_few_units"));
}

TEST_CASE("A unit that nobody looks after is drawn all the same, and said so", "[rules][SUP-4]")
{
    auto facts = village();
    facts.units[0].community = QStringLiteral("老安村");
    const auto list = need(quietVisits(facts, today, {.seed = QStringLiteral("1"), .count = 10}));
    const auto alone = std::find_if(list.visits.begin(), list.visits.end(),
                                    [](const QuietVisit& one) { return one.supervisor.isEmpty(); });
    REQUIRE(alone != list.visits.end());
    CHECK(alone->unit == numbered("u", 1));
    CHECK(list.why.contains(QStringLiteral("1 家还没有人包干")));
}

TEST_CASE("An assignment covers by unit, road, village or trade", "[rules][SUP-4]")
{
    model::Unit unit = test::unitOf(named("u"), model::Trade::Market);
    unit.road = QStringLiteral("菊盛路");
    unit.community = QStringLiteral("老安村");
    model::Assignment none = assignmentOf(1);
    CHECK_FALSE(covers(none, unit));
    model::Assignment byUnit = none;
    byUnit.unit = unit.uid;
    model::Assignment byRoad = none;
    byRoad.road = unit.road;
    model::Assignment byVillage = none;
    byVillage.community = unit.community;
    model::Assignment byTrade = none;
    byTrade.trade = unit.trade;
    for (const model::Assignment& one : {byUnit, byRoad, byVillage, byTrade})
        CHECK(covers(one, unit));
    const model::Unit bare = test::unitOf(named("v"), model::Trade::None);
    for (const model::Assignment& one : {byUnit, byRoad, byVillage, byTrade})
        CHECK_FALSE(covers(one, bare));
}
