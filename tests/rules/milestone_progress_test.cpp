// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_facts.h"

#include "model/supervisor_records.h"
#include "rules/milestone_progress.h"
#include "rules/training_coverage.h"

namespace {

using namespace chengheng;
using namespace chengheng::test;
using model::InspectionKind;
using model::Trade;
using rules::MilestoneProgress;

model::CampaignFacts threeShops()
{
    model::CampaignFacts facts;
    for (const char* uid : {"u1", "u2", "u3"})
        facts.units.append(unitOf(named(uid), Trade::Shop));
    facts.units.append(unitOf(named("candidate"), Trade::Shop));
    facts.units.last().participation = model::Participation::Candidate;
    return facts;
}

template <class R>
void put(model::CampaignFacts& facts, const R& record)
{
    facts.books[model::kindOf<R>().key].append(model::toRecord(record));
}

Rate rateOf(const MilestoneProgress& progress)
{
    return {progress.num, progress.den};
}

void addCommitment(model::CampaignFacts& facts, const char* unit, const char* signedOn, const char* seenOn = "")
{
    model::Commitment commitment;
    commitment.unit = named(unit);
    commitment.signedOn = day(signedOn);
    commitment.seenOn = day(seenOn);
    if (*seenOn)
        commitment.displayed = model::Presence::Present;
    facts.commitments.append(commitment);
}

} // namespace

TEST_CASE("a hand entry counts from its earliest date", "[PLAN-2]")
{
    model::CampaignFacts facts;
    CHECK_FALSE(rules::progressOfHandEntry(facts, QStringLiteral("rally")).reachedOn.isValid());
    for (const char* on : {"2024-04-02", "2024-03-20"}) {
        facts.milestoneFacts.emplaceBack();
        facts.milestoneFacts.last().milestone = QStringLiteral("rally");
        facts.milestoneFacts.last().on = day(on);
    }
    CHECK(rules::progressOfHandEntry(facts, QStringLiteral("rally")).reachedOn == day("2024-03-20"));
    CHECK_FALSE(rules::progressOfHandEntry(facts, QStringLiteral("training")).reachedOn.isValid());
}

TEST_CASE("heads and managers are trained once they have heard every topic expected of them", "[PLAN-2][BUR-1]")
{
    auto facts = threeShops();
    const auto hear = [&](const char* training, const char* on, const char* topics, model::AttendeeRole role,
                          const QVector<Uid>& units) {
        model::Training held;
        held.uid = named(training);
        held.on = day(on);
        held.topics = QString::fromUtf8(topics);
        put(facts, held);
        for (const Uid& unit : units) {
            model::TrainingAttendance attendance;
            attendance.training = held.uid;
            attendance.unit = unit;
            attendance.role = role;
            attendance.present = true;
            put(facts, attendance);
        }
    };
    const QVector<Uid> all{named("u1"), named("u2"), named("u3")};
    const auto progress = [&] { return rules::progressOfTraining(facts, day("2024-06-30")); };
    hear("t1", "2024-04-11", "计量法、周期检定", model::AttendeeRole::Head, all);
    CHECK(rateOf(progress()) == Rate{3, 6}); // the managers have heard nothing
    hear("t2", "2024-04-18", "计量法", model::AttendeeRole::Manager, all);
    CHECK(progress().reachedOn == day("2024-04-18"));
    model::TrainingTopic topic;
    topic.name = QStringLiteral("周期检定");
    topic.role = model::AttendeeRole::Manager;
    put(facts, topic);
    CHECK(rateOf(progress()) == Rate{3, 6});
    hear("t3", "2024-05-08", "周期检定", model::AttendeeRole::Manager, all);
    CHECK(progress().reachedOn == day("2024-05-08"));
}

TEST_CASE("volunteers count once trained and appointed with a certificate", "[PLAN-2][TOWN-5]")
{
    model::CampaignFacts facts;
    const auto recruit = [&](const char* trained, const char* appointed, const char* certificate,
                             const char* ended = "") {
        model::Supervisor supervisor;
        supervisor.recruitedOn = day("2024-03-10");
        supervisor.trainedOn = day(trained);
        supervisor.appointedOn = day(appointed);
        supervisor.certificate = QString::fromLatin1(certificate);
        supervisor.endedOn = day(ended);
        put(facts, supervisor);
        return rules::progressOfAppointments(facts, day("2024-04-30"));
    };
    CHECK_FALSE(rules::progressOfAppointments(facts, day("2024-04-30")).reachedOn.isValid()); // nobody at all
    CHECK(recruit("2024-04-01", "2024-04-10", "JD-1").reachedOn == day("2024-04-10"));
    CHECK(rateOf(recruit("", "2024-04-10", "JD-2", "2024-04-20")) == Rate{1, 1}); // gone again
    CHECK(rateOf(recruit("", "2024-04-10", "JD-3")) == Rate{1, 2});               // untrained
    CHECK(rateOf(recruit("2024-04-01", "2024-04-10", "")) == Rate{1, 3});         // no certificate
}

TEST_CASE("commitments count units taking part and are done when the last one signed", "[PLAN-2][OFF-1]")
{
    auto facts = threeShops();
    addCommitment(facts, "u1", "2024-03-05");
    addCommitment(facts, "u2", "2024-03-20");
    addCommitment(facts, "u2", "2024-03-09");
    addCommitment(facts, "candidate", "2024-03-30");
    auto progress = rules::progressOfCommitments(facts);
    CHECK(rateOf(progress) == Rate{2, 3});
    CHECK_FALSE(progress.reachedOn.isValid());
    addCommitment(facts, "u3", "2024-03-12");
    progress = rules::progressOfCommitments(facts);
    CHECK(rateOf(progress) == Rate{3, 3});
    CHECK(progress.reachedOn == day("2024-03-12"));
}

TEST_CASE("a commitment is displayed from the day somebody saw it", "[SUP-1][OFF-1]")
{
    auto facts = threeShops();
    addCommitment(facts, "u1", "2024-03-05", "2024-03-10");
    addCommitment(facts, "u2", "2024-03-05", "2024-03-20");
    addCommitment(facts, "u3", "2024-03-05");
    CHECK(rateOf(rules::progressOfDisplays(facts, day("2024-03-09"))) == Rate{0, 3});
    CHECK(rateOf(rules::progressOfDisplays(facts, day("2024-03-10"))) == Rate{1, 3});
    CHECK(rateOf(rules::progressOfDisplays(facts, day("2024-03-20"))) == Rate{2, 3});
}

TEST_CASE("self-checks, expert checks and the organiser's own are counted apart", "[PLAN-6][TOWN-2]")
{
    auto facts = threeShops();
    facts.inspections = {inspectionOf(named("u1"), InspectionKind::SelfCheck, day("2024-06-01")),
                         inspectionOf(named("u2"), InspectionKind::SelfCheck, day("2024-10-10")),
                         inspectionOf(named("u1"), InspectionKind::Expert, day("2024-11-01")),
                         inspectionOf(Uid(), InspectionKind::SelfCheck, day("2024-10-20"))};
    const auto self = QVector{InspectionKind::SelfCheck};
    CHECK(rateOf(rules::progressOfInspections(facts, self, {})) == Rate{2, 3});
    CHECK(rateOf(rules::progressOfInspections(facts, self, day("2024-10-01"))) == Rate{1, 3});
    CHECK(rateOf(rules::progressOfInspections(facts, {InspectionKind::Expert}, {})) == Rate{1, 3});
    CHECK(rules::progressOfOrganiserCheck(facts, self, day("2024-10-01")).reachedOn == day("2024-10-20"));
    CHECK_FALSE(rules::progressOfOrganiserCheck(facts, {InspectionKind::Expert}, {}).reachedOn.isValid());
}

TEST_CASE("quotas fill by trade and the surplus of one trade fills no other", "[SCOPE-1][PLAN-1]")
{
    auto facts = threeShops();
    facts.changes = {changeOf("unit", named("u2"), "participation", day("2024-02-20"), "participating")};
    const auto at = [&](qint64 shops, qint64 hospitals) {
        return rules::progressOfQuotas(facts, {{Trade::Shop, shops}, {Trade::Hospital, hospitals}}, day("2024-01-01"));
    };
    CHECK(rateOf(at(2, 4)) == Rate{2, 6});
    CHECK(rateOf(at(4, 0)) == Rate{3, 4});
    CHECK(at(3, 0).reachedOn == day("2024-02-20"));
    CHECK(at(2, 0).reachedOn == day("2024-01-01"));
}

TEST_CASE("the demanded 100 % is reached with the last certificate", "[PLAN-4]")
{
    auto facts = threeShops();
    facts.instruments = {instrumentOf(named("i1"), named("u1")), instrumentOf(named("i2"), named("u2"))};
    facts.instruments[1].quantity = 3;
    CHECK(rateOf(rules::progressOfVerification(facts, rules::dueReport(facts, day("2024-06-01")), true)) == Rate{0, 4});
    facts.verifications = {verificationOf(named("i1"), day("2024-05-10")),
                           verificationOf(named("i2"), day("2024-05-20"), model::VerificationResult::Failed)};
    CHECK(rateOf(rules::progressOfVerification(facts, rules::dueReport(facts, day("2024-06-01")), true)) == Rate{1, 4});
    CHECK(rateOf(rules::progressOfVerification(facts, rules::dueReport(facts, day("2024-06-01")), false))
          == Rate{4, 4});
    CHECK(rules::progressOfVerification(facts, rules::dueReport(facts, day("2024-06-01")), false).reachedOn
          == day("2024-05-20"));
    CHECK(rateOf(rules::progressOfVerification(facts, rules::dueReport(facts, day("2025-05-10")), false))
          == Rate{3, 4});
}

TEST_CASE("problems count as put away only when closed", "[PLAN-6]")
{
    model::CampaignFacts facts;
    const auto nothingFound = [&facts] {
        return rules::progressOfProblems(facts, day("2024-10-01"), day("2024-11-30"));
    };
    facts.units = {unitOf(named("u"), model::Trade::Shop)};
    CHECK_FALSE(nothingFound().reachedOn.isValid()); // nobody has looked
    facts.inspections = {inspectionOf(named("u"), InspectionKind::SelfCheck, day("2024-09-20"))};
    CHECK(rateOf(nothingFound()) == Rate{0, 1});
    facts.inspections.append(inspectionOf(named("u"), InspectionKind::Daily, day("2024-09-21")));
    CHECK(nothingFound().reachedOn == day("2024-11-30"));
    model::Problem problem;
    problem.uid = named("p");
    problem.foundOn = day("2024-10-08");
    problem.dueOn = day("2024-10-20");
    facts.problems = {problem};
    facts.problemSteps = {stepOf(named("p"), model::StepKind::Rectified, day("2024-10-15"), "店主", "照片"),
                          stepOf(named("p"), model::StepKind::RecheckPassed, day("2024-10-16"), "甲"),
                          stepOf(named("p"), model::StepKind::Closed, day("2024-10-18"), "乙")};
    CHECK(rateOf(rules::progressOfProblems(facts, day("2024-10-17"), {})) == Rate{0, 1});
    CHECK(rules::progressOfProblems(facts, day("2024-10-18"), {}).reachedOn == day("2024-10-18"));
}
