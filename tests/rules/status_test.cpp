// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_plan.h"

#include "model/as_of.h"
#include "rules/status.h"

namespace {

using namespace chengheng;
using namespace chengheng::test;
using model::InspectionKind;
using model::Trade;

model::CampaignFacts town()
{
    model::CampaignFacts facts;
    const Trade trades[] = {Trade::Shop, Trade::Shop, Trade::Shop, Trade::Hospital, Trade::Market};
    const char* roads[] = {"菊盛路", "水产西路", "菊盛路", "", "顾北路"};
    for (int i = 0; i < 5; ++i) {
        facts.units.append(unitOf(numbered("u", i), trades[i]));
        facts.units.last().registrationNumber = i + 1;
        facts.units.last().road = QString::fromUtf8(roads[i]);
    }
    facts.units[4].participation = model::Participation::Candidate;
    facts.changes = {changeOf("unit", numbered("u", 2), "participation", day("2024-06-10"), "withdrawn")};
    return facts;
}

rules::Status statusOn(const model::CampaignFacts& facts, const char* on)
{
    return rules::status(model::asOf(facts, day(on)), smallPlan(), calendar2024(), day(on));
}

model::Problem problemOf(const char* uid, const char* found, const char* due)
{
    model::Problem problem;
    problem.uid = named(uid);
    problem.foundOn = day(found);
    problem.dueOn = day(due);
    return problem;
}

} // namespace

TEST_CASE("units taking part stand against the quota of their trade", "[SCOPE-1]")
{
    const auto before = statusOn(town(), "2024-06-09").quotas;
    REQUIRE(before.size() == 3);
    CHECK(before[0].trade == Trade::Shop);
    CHECK(before[0].planned == 2);
    CHECK(before[0].registered == 3);
    CHECK(before[0].missing() == 0);
    CHECK(before[0].units == QVector{numbered("u", 0), numbered("u", 1), numbered("u", 2)});
    CHECK(before[1].trade == Trade::Market);
    CHECK(before[1].registered == 0); // a candidate is not registered
    CHECK(before[1].missing() == 1);
    CHECK(before[2].trade == Trade::Hospital); // not in the plan
    CHECK(before[2].planned == 0);
    CHECK(statusOn(town(), "2024-06-10").quotas[0].registered == 2);
}

TEST_CASE("key roads come first, also without units", "[SCOPE-2]")
{
    const auto roads = statusOn(town(), "2024-06-10").roads;
    REQUIRE(roads.size() == 3);
    CHECK(roads[0].road == QStringLiteral("水产西路"));
    CHECK(roads[0].isKeyRoad);
    CHECK(roads[0].units.size() == 1);
    CHECK(roads[1].units.size() == 1);
    CHECK(roads[2].road.isEmpty());
    CHECK_FALSE(roads[2].isKeyRoad);
    const auto empty = rules::status({}, smallPlan(), calendar2024(), day("2024-06-10"));
    CHECK(empty.roads.size() == 2);
    CHECK(empty.roads[0].units.isEmpty());
}

TEST_CASE("inspected and committed units are counted among those taking part", "[STA-3][OFF-1]")
{
    auto facts = town();
    facts.inspections = {inspectionOf(numbered("u", 0), InspectionKind::Daily, day("2024-05-05")),
                         inspectionOf(numbered("u", 0), InspectionKind::Joint, day("2024-06-05")),
                         inspectionOf(numbered("u", 2), InspectionKind::Daily, day("2024-05-05")),
                         inspectionOf(numbered("u", 4), InspectionKind::Daily, day("2024-05-05")),
                         inspectionOf(Uid(), InspectionKind::SelfCheck, day("2024-05-05"))};
    facts.commitments.emplaceBack();
    facts.commitments.last().unit = numbered("u", 1);
    facts.commitments.last().signedOn = day("2024-05-10");
    facts.commitments.last().displayed = model::Presence::Present;
    facts.commitments.last().seenOn = day("2024-06-20");
    CHECK(statusOn(facts, "2024-05-04").scoredUnits.isEmpty());
    auto status = statusOn(facts, "2024-06-09");
    CHECK(status.units == 4);
    CHECK(status.scoredUnits == QVector{numbered("u", 0), numbered("u", 2)});
    CHECK(status.committedUnits.size() == 1);
    CHECK(status.displayingUnits.isEmpty());
    status = statusOn(facts, "2024-06-20");
    CHECK(status.units == 3);
    CHECK(status.scoredUnits == QVector{numbered("u", 0)});
    CHECK(status.displayingUnits == QVector{numbered("u", 1)});
}

TEST_CASE("open and overdue problems follow the day", "[PLAN-6]")
{
    auto facts = town();
    facts.problems = {problemOf("p1", "2024-06-01", "2024-06-10"), problemOf("p2", "2024-06-05", "2024-06-20")};
    facts.problemSteps = {stepOf(named("p1"), model::StepKind::Rectified, day("2024-06-12"), "店主", "照片"),
                          stepOf(named("p1"), model::StepKind::RecheckPassed, day("2024-06-13"), "甲"),
                          stepOf(named("p1"), model::StepKind::Closed, day("2024-06-14"), "乙")};
    struct Case {
        const char* on;
        int open;
        int overdue;
    };
    for (const Case& c : {Case{"2024-05-31", 0, 0}, Case{"2024-06-01", 1, 0}, Case{"2024-06-11", 2, 1},
                          Case{"2024-06-12", 2, 0}, Case{"2024-06-14", 1, 0}, Case{"2024-06-21", 1, 1}}) {
        INFO(c.on);
        CHECK(statusOn(facts, c.on).openProblems.size() == c.open);
        CHECK(statusOn(facts, c.on).overdueProblems.size() == c.overdue);
    }
}

TEST_CASE("the rates of the status are those of the ledger", "[PLAN-4]")
{
    auto facts = town();
    facts.instruments = {instrumentOf(named("i1"), numbered("u", 0)), instrumentOf(named("i2"), numbered("u", 2))};
    facts.verifications = {verificationOf(named("i1"), day("2024-01-10"))};
    CHECK(statusOn(facts, "2024-06-09").verification.verificationRate() == Rate{1, 2});
    CHECK(statusOn(facts, "2024-06-10").verification.verificationRate() == Rate{1, 1});
    CHECK(statusOn(facts, "2024-06-09").phases.size() == 2);
}
