// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "model/as_of.h"
#include "model/publicity_records.h"
#include "model/supervisor_records.h"

using namespace chengheng;
using namespace chengheng::model;
using chengheng::test::day;

namespace {

const Uid unitUid(QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e"));
const Uid otherUid(QStringLiteral("1f8fad5b-d9cb-469f-a165-70867728950e"));

DatedChange change(const Uid& subject, const char* from, const char* field, const char* json)
{
    DatedChange c;
    c.uid = Uid::create();
    c.subjectKind = QStringLiteral("unit");
    c.subject = subject;
    c.field = QString::fromLatin1(field);
    c.from = from ? day(from) : QDate();
    c.value = QString::fromUtf8(json);
    return c;
}

CampaignFacts facts()
{
    CampaignFacts f;
    Unit unit;
    unit.uid = unitUid;
    unit.name = QStringLiteral("顾村商店");
    unit.trade = Trade::Shop;
    Unit other = unit;
    other.uid = otherUid;
    f.units = {unit, other};
    // Out of order on purpose: the order of recording does not matter.
    f.changes = {change(unitUid, "2024-09-01", "participation", "\"withdrawn\""),
                 change(unitUid, "2024-06-01", "trade", "\"restaurant\""),
                 change(unitUid, "2024-04-01", "trade", "\"market\"")};
    return f;
}

} // namespace

TEST_CASE("a dated field has the value of its latest change on the day", "[model][as_of]")
{
    struct Case {
        const char* day;
        Trade trade;
        Participation participation;
    };
    const auto c = GENERATE(values<Case>({
        {"2024-01-01", Trade::Shop, Participation::Participating},
        {"2024-03-31", Trade::Shop, Participation::Participating},
        {"2024-04-01", Trade::Market, Participation::Participating},
        {"2024-05-31", Trade::Market, Participation::Participating},
        {"2024-06-01", Trade::Restaurant, Participation::Participating},
        {"2024-08-31", Trade::Restaurant, Participation::Participating},
        {"2024-09-01", Trade::Restaurant, Participation::Withdrawn},
        {"2030-01-01", Trade::Restaurant, Participation::Withdrawn},
    }));
    CAPTURE(c.day);
    const CampaignFacts then = asOf(facts(), day(c.day));
    CHECK((then.units[0].trade == c.trade));
    CHECK((then.units[0].participation == c.participation));
    CHECK((then.units[1].trade == Trade::Shop));
    CHECK(then.units[0].name == "顾村商店");

    const Record record = asOf(toRecord(facts().units[0]), facts().changes, day(c.day));
    CHECK((fromRecord<Unit>(record).trade == c.trade));
}

TEST_CASE("an undated change holds for all days", "[model][as_of]")
{
    CampaignFacts f = facts();
    f.changes = {change(unitUid, nullptr, "trade", "\"hospital\"")};
    CHECK((asOf(f, day("1990-01-01")).units[0].trade == Trade::Hospital));
    CHECK((asOf(f, day("2024-12-31")).units[0].trade == Trade::Hospital));
}

TEST_CASE("records dated after the day are left out, undated ones stay", "[model][as_of]")
{
    CampaignFacts f;
    Verification early;
    early.verifiedOn = day("2024-03-05");
    Verification late;
    late.verifiedOn = day("2024-03-06");
    f.verifications = {early, late, Verification{}};
    Problem problem;
    problem.foundOn = day("2024-03-06");
    f.problems = {problem};
    Commitment commitment;
    commitment.signedOn = day("2024-03-05");
    f.commitments = {commitment};

    const CampaignFacts then = asOf(f, day("2024-03-05"));
    CHECK(then.verifications.size() == 2);
    CHECK(then.problems.isEmpty());
    CHECK(then.commitments.size() == 1);
    CHECK(asOf(f, day("2024-03-06")).problems.size() == 1);
    CHECK(asOf(f, day("2024-03-04")).verifications.size() == 1);
}

TEST_CASE("the changes of one field come oldest first", "[model][as_of]")
{
    const auto trades = changesOf(facts().changes, unitUid, QStringLiteral("trade"));
    REQUIRE(trades.size() == 2);
    CHECK(trades[0].from == day("2024-04-01"));
    CHECK(trades[1].from == day("2024-06-01"));
    CHECK(changesOf(facts().changes, otherUid, QStringLiteral("trade")).isEmpty());
}

TEST_CASE("what was answered later is not there on an earlier day", "[model][as_of]")
{
    SupervisorReport report;
    report.on = day("2024-05-01");
    report.receivedOn = day("2024-05-03");
    report.answeredOn = day("2024-05-20");
    report.answer = QStringLiteral("已换秤");
    Unit unit;
    unit.isBenchmark = true;
    unit.benchmarkOn = day("2024-05-24");
    Commitment commitment;
    commitment.signedOn = day("2024-03-20");
    commitment.displayed = Presence::Present;
    commitment.seenOn = day("2024-05-15");
    CampaignFacts all;
    all.units = {unit};
    all.commitments = {commitment};
    all.books.insert(kindOf<SupervisorReport>().key, {toRecord(report)});
    struct Case {
        const char* day;
        bool isAnswered;
        bool isBenchmark;
        Presence displayed;
    };
    const auto c = GENERATE(values<Case>({{"2024-05-14", false, false, Presence::Unknown},
                                          {"2024-05-19", false, false, Presence::Present},
                                          {"2024-05-20", true, false, Presence::Present},
                                          {"2024-05-24", true, true, Presence::Present}}));
    CAPTURE(c.day);
    const CampaignFacts then = asOf(all, day(c.day));
    const auto seen = fromRecord<SupervisorReport>(then.books.value(kindOf<SupervisorReport>().key).first());
    CHECK(seen.answeredOn.isValid() == c.isAnswered);
    CHECK(seen.answer.isEmpty() == !c.isAnswered);
    CHECK(then.units.first().isBenchmark == c.isBenchmark);
    CHECK(then.commitments.first().displayed == c.displayed);
}

TEST_CASE("a benchmark without a day has always been one", "[model][as_of]")
{
    Unit unit;
    unit.isBenchmark = true;
    CampaignFacts all;
    all.units = {unit};
    CHECK(asOf(all, day("2024-01-01")).units.first().isBenchmark);
}

TEST_CASE("what came about with a meeting is there from the meeting on", "[model][as_of]")
{
    Activity meeting;
    meeting.uid = unitUid;
    meeting.on = day("2024-06-20");
    FollowUp agreed;
    agreed.activity = unitUid;
    agreed.dueOn = day("2024-07-20");
    CampaignFacts all;
    all.books.insert(kindOf<Activity>().key, {toRecord(meeting)});
    all.books.insert(kindOf<FollowUp>().key, {toRecord(agreed)});
    CHECK(asOf(all, day("2024-06-19")).books.value(kindOf<FollowUp>().key).isEmpty());
    CHECK(asOf(all, day("2024-06-20")).books.value(kindOf<FollowUp>().key).size() == 1);
}
