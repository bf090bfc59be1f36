// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_plan.h"

#include "model/application_records.h"
#include "model/as_of.h"
#include "model/dossier_records.h"
#include "model/supervisor_records.h"
#include "model/training_records.h"
#include "rules/calendar_parser.h"
#include "rules/schedule.h"

namespace {

using namespace chengheng;
using namespace chengheng::test;
using model::InspectionKind;
using model::Trade;

rules::MilestoneStanding standing(const model::CampaignFacts& facts, const char* key, const char* on)
{
    const auto phases = rules::schedule(model::asOf(facts, day(on)), smallPlan(), calendar2024(), day(on));
    for (const auto& phase : phases)
        for (const auto& milestone : phase.milestones)
            if (milestone.key == QLatin1String(key))
                return milestone;
    FAIL("no milestone " << key);
    return {};
}

struct Expected {
    const char* on;
    const char* state;
    bool isLate;
    const char* doneOn;
};

void checkDays(const model::CampaignFacts& facts, const char* key, std::initializer_list<Expected> days)
{
    for (const Expected& expected : days) {
        INFO(key << " on " << expected.on);
        const auto found = standing(facts, key, expected.on);
        CHECK(rules::keyOf(found.state) == QLatin1String(expected.state));
        CHECK(found.isLate == expected.isLate);
        CHECK(found.doneOn == day(expected.doneOn));
        CHECK(found.why.endsWith(QStringLiteral("。")));
    }
}

model::CampaignFacts town()
{
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u1"), Trade::Shop), unitOf(named("u2"), Trade::Shop),
                   unitOf(named("u3"), Trade::Market)};
    return facts;
}

} // namespace

TEST_CASE("quotas are filled when the last missing unit took part", "[PLAN-1][SCOPE-1]")
{
    auto facts = town();
    facts.units[2].participation = model::Participation::Candidate;
    facts.changes = {changeOf("unit", named("u3"), "participation", day("2024-04-08"), "participating")};
    checkDays(facts, "quotas",
              {{"2023-12-31", "not_yet_due", false, ""},
               {"2024-01-05", "due", false, ""},     // the fifth working day
               {"2024-02-01", "due", false, ""},     // two of three
               {"2024-03-28", "at_risk", false, ""}, // inside the lead
               {"2024-04-01", "missed", false, ""},
               {"2024-04-08", "done", true, "2024-04-08"}});
    CHECK(standing(facts, "quotas", "2024-02-01").progress == Rate{2, 3});
}

TEST_CASE("what happens after a window has ended changes nothing about it", "[PLAN-2][OFF-1]")
{
    auto facts = town();
    facts.units[2].participation = model::Participation::Candidate; // takes part when the window is over
    facts.changes = {changeOf("unit", named("u3"), "participation", day("2024-07-10"), "participating")};
    for (int i = 0; i < 2; ++i) {
        facts.commitments.emplaceBack();
        facts.commitments.last().unit = facts.units[i].uid;
        facts.commitments.last().signedOn = day("2024-03-12");
    }
    checkDays(facts, "commitments",
              {{"2024-05-06", "done", false, "2024-03-12"}, {"2024-08-01", "done", false, "2024-03-12"}});
    auto phases =
        rules::schedule(model::asOf(facts, day("2024-08-01")), smallPlan(), calendar2024(), day("2024-08-01"));
    rules::markEnteredLater(phases, model::asOf(facts, day("2024-08-01")), smallPlan(),
                            [](const model::RecordKind&, QDate) { return QSet<Uid>{named("unrelated")}; });
    for (const auto& milestone : std::as_const(phases[0].milestones))
        if (milestone.key == QLatin1String("commitments"))
            CHECK_FALSE(milestone.isEnteredLater);
}

TEST_CASE("an application is a dated fact, whenever it was typed", "[PLAN-1][TOWN-0]")
{
    auto facts = town();
    checkDays(facts, "application",
              {{"2024-02-29", "not_yet_due", false, ""},
               {"2024-03-01", "due", false, ""},
               {"2024-03-25", "due", false, ""},
               {"2024-03-26", "at_risk", false, ""},
               {"2024-03-31", "at_risk", false, ""},
               {"2024-04-01", "missed", false, ""}});
    facts.milestoneFacts.emplaceBack();
    facts.milestoneFacts.last().milestone = QStringLiteral("application");
    facts.milestoneFacts.last().on = day("2024-03-20");
    checkDays(facts, "application",
              {{"2024-03-19", "due", false, ""},
               {"2024-03-20", "done", false, "2024-03-20"},
               {"2024-12-01", "done", false, "2024-03-20"}});
    facts.milestoneFacts.last().on = day("2024-04-02");
    checkDays(facts, "application", {{"2024-04-01", "missed", false, ""}, {"2024-04-02", "done", true, "2024-04-02"}});
}

TEST_CASE("commitments are signed, then seen displayed", "[PLAN-2][PLAN-5][OFF-1]")
{
    auto facts = town();
    const char* signedOn[] = {"2024-03-04", "2024-03-11", "2024-03-12"};
    for (int i = 0; i < 3; ++i) {
        facts.commitments.emplaceBack();
        facts.commitments.last().unit = facts.units[i].uid;
        facts.commitments.last().signedOn = day(signedOn[i]);
        facts.commitments.last().displayed = model::Presence::Present;
        facts.commitments.last().seenOn = day(signedOn[i]).addMonths(2);
    }
    checkDays(facts, "commitments", {{"2024-03-11", "due", false, ""}, {"2024-03-12", "done", false, "2024-03-12"}});
    checkDays(facts, "displays", {{"2024-05-11", "due", false, ""}, {"2024-05-12", "done", false, "2024-05-12"}});
}

TEST_CASE("the two rates must be 100 % within the phase and stay reached afterwards", "[PLAN-4]")
{
    auto facts = town();
    facts.instruments = {instrumentOf(named("i1"), named("u1")), instrumentOf(named("i2"), named("u2"))};
    facts.verifications = {verificationOf(named("i1"), day("2023-12-01")),
                           verificationOf(named("i2"), day("2024-05-20"), model::VerificationResult::Failed),
                           verificationOf(named("i2"), day("2024-07-02"))};
    checkDays(facts, "verified",
              {{"2024-04-30", "not_yet_due", false, ""},
               {"2024-05-19", "due", false, ""},
               {"2024-05-20", "done", false, "2024-05-20"},
               {"2024-09-30", "done", false, "2024-07-02"},
               {"2024-12-01", "done", false, "2024-07-02"}}); // i1 has run out by now
    checkDays(facts, "passed", {{"2024-05-20", "due", false, ""}, {"2024-07-02", "done", false, "2024-07-02"}});
    facts.verifications.removeLast();
    checkDays(facts, "passed", {{"2024-09-30", "at_risk", false, ""}, {"2024-10-01", "missed", false, ""}});
}

TEST_CASE("what already held when the window opened is done from its first day", "[PLAN-4]")
{
    auto facts = town();
    facts.instruments = {instrumentOf(named("i1"), named("u1"))};
    facts.verifications = {verificationOf(named("i1"), day("2023-12-01"))};
    checkDays(facts, "passed", {{"2024-04-30", "not_yet_due", false, ""}, {"2024-05-01", "done", false, "2024-05-01"}});
}

TEST_CASE("self-checks count within their window, late ones as late", "[PLAN-6]")
{
    auto facts = town();
    facts.inspections = {inspectionOf(named("u1"), InspectionKind::SelfCheck, day("2024-06-01")),
                         inspectionOf(named("u1"), InspectionKind::SelfCheck, day("2024-10-08")),
                         inspectionOf(named("u2"), InspectionKind::SelfCheck, day("2024-10-22")),
                         inspectionOf(named("u3"), InspectionKind::SelfCheck, day("2024-11-05")),
                         inspectionOf(Uid(), InspectionKind::SelfCheck, day("2024-10-30"))};
    checkDays(facts, "self_checks",
              {{"2024-09-30", "not_yet_due", false, ""},
               {"2024-10-12", "due", false, ""},
               {"2024-10-14", "due", false, ""},     // 1 in 6 days, 13 left for 2
               {"2024-10-16", "at_risk", false, ""}, // 1 in 8 days, 11 left for 2
               {"2024-11-01", "missed", false, ""},
               {"2024-11-05", "done", true, "2024-11-05"}});
    checkDays(facts, "organiser", {{"2024-10-29", "at_risk", false, ""}, {"2024-10-30", "done", false, "2024-10-30"}});
}

TEST_CASE("problems must be closed by the end of the rectification phase", "[PLAN-6][PLAN-7]")
{
    auto facts = town();
    // That nothing was found says nothing where nobody looked.
    checkDays(facts, "problems", {{"2024-11-29", "at_risk", false, ""}, {"2024-12-01", "missed", false, ""}});
    for (const auto& unit : std::as_const(facts.units))
        facts.inspections.append(inspectionOf(unit.uid, InspectionKind::Daily, day("2024-10-08")));
    checkDays(facts, "problems", {{"2024-11-29", "due", false, ""}, {"2024-11-30", "done", false, "2024-11-30"}});
    model::Problem problem;
    problem.uid = named("p");
    problem.foundOn = day("2024-10-10");
    problem.dueOn = day("2024-10-25");
    facts.problems = {problem};
    facts.problemSteps = {stepOf(named("p"), model::StepKind::Rectified, day("2024-10-20"), "店主", "照片"),
                          stepOf(named("p"), model::StepKind::RecheckPassed, day("2024-10-21"), "甲"),
                          stepOf(named("p"), model::StepKind::Closed, day("2024-12-02"), "乙")};
    checkDays(facts, "problems", {{"2024-12-01", "missed", false, ""}, {"2024-12-02", "done", true, "2024-12-02"}});
    facts.problemSteps.last().on = day("2024-10-23");
    problem.uid = named("later");
    problem.foundOn = day("2024-12-05");
    problem.dueOn = day("2024-12-20");
    facts.problems.append(problem);
    checkDays(facts, "problems",
              {{"2024-10-23", "done", false, "2024-10-23"}, {"2024-12-10", "done", false, "2024-10-23"}});
}

TEST_CASE("a seat must have a holder", "[ORG-1][PLAN-1]")
{
    auto facts = town();
    facts.seats.emplaceBack();
    facts.seats.last().uid = named("s");
    facts.seatHolders.emplaceBack();
    facts.seatHolders.last().seat = named("s");
    facts.seatHolders.last().person = QStringLiteral("某人");
    facts.seatHolders.last().from = day("2024-06-13");
    checkDays(facts, "seats", {{"2024-06-12", "at_risk", false, ""}, {"2024-06-13", "done", false, "2024-06-13"}});
}

TEST_CASE("a milestone says who owes it and when to begin at the latest", "[TOWN-1]")
{
    const auto found = standing(town(), "self_checks", "2024-09-01");
    CHECK(found.owner == QStringLiteral("示例镇"));
    CHECK(found.startBy == day("2024-10-24"));
    CHECK(found.isCountable);
}

namespace {

rules::Plan shippedPlan()
{
    const QString path = QStringLiteral("resources/plans/gucun-2024.json");
    return need(rules::parsePlan(readFile(sourcePath(path)), path));
}

WorkingCalendar shippedCalendar()
{
    const QString path = QStringLiteral("resources/calendars/cn-holidays-2024-2026.json");
    return need(rules::parseCalendar(readFile(sourcePath(path)), path));
}

QVector<rules::MilestoneStanding> milestonesOn(const model::CampaignFacts& facts, const rules::Plan& plan, QDate on)
{
    QVector<rules::MilestoneStanding> all;
    for (const auto& phase : rules::schedule(model::asOf(facts, on), plan, shippedCalendar(), on))
        all += phase.milestones;
    return all;
}

/// Kinds of work that a fact entered by hand can show.
bool isKeptByHand(rules::MilestoneTestKind kind)
{
    return kind == rules::MilestoneTestKind::HandEntry || kind == rules::MilestoneTestKind::RecordsKept
           || kind == rules::MilestoneTestKind::UnitsRecorded;
}

template <class R>
void put(model::CampaignFacts& facts, const R& record)
{
    facts.books[model::kindOf<R>().key].append(model::toRecord(record));
}

/// Everybody of every unit hears it.
void train(model::CampaignFacts& facts, QDate on)
{
    model::Training training;
    training.uid = named("training");
    training.topics = QStringLiteral("计量法");
    training.on = on;
    put(facts, training);
    for (const auto& unit : std::as_const(facts.units))
        for (const auto role : {model::AttendeeRole::Head, model::AttendeeRole::Manager}) {
            model::TrainingAttendance attendance;
            attendance.training = training.uid;
            attendance.unit = unit.uid;
            attendance.role = role;
            attendance.present = true;
            put(facts, attendance);
        }
}

void appoint(model::CampaignFacts& facts, QDate on)
{
    model::Supervisor supervisor;
    supervisor.recruitedOn = supervisor.trainedOn = supervisor.appointedOn = on;
    supervisor.certificate = QStringLiteral("JD-1");
    put(facts, supervisor);
}

void bringIntoForce(model::CampaignFacts& facts, QDate on)
{
    for (const auto& unit : std::as_const(facts.units)) {
        model::ManagementRule rule;
        rule.unit = unit.uid;
        rule.name = QStringLiteral("计量器具管理制度");
        rule.inForceFrom = on;
        put(facts, rule);
    }
}

/// Forty units and what each milestone asks for, on the middle day of its window.
void fulfil(model::CampaignFacts& facts, const rules::Plan& plan, const rules::Milestone& milestone)
{
    const QDate on = milestone.from.addDays(milestone.from.daysTo(milestone.to) / 2);
    if (isKeptByHand(milestone.test.kind)) {
        facts.milestoneFacts.emplaceBack();
        facts.milestoneFacts.last().milestone = milestone.key;
        facts.milestoneFacts.last().on = on;
    }
    if (milestone.test.kind == rules::MilestoneTestKind::UnitsTrained)
        train(facts, on);
    if (milestone.test.kind == rules::MilestoneTestKind::SupervisorsAppointed)
        appoint(facts, on);
    if (milestone.test.kind == rules::MilestoneTestKind::RulesInForce)
        bringIntoForce(facts, on);
    if (milestone.test.kind == rules::MilestoneTestKind::OrganiserInspected)
        facts.inspections.append(inspectionOf(Uid(), milestone.test.inspections.first(), on));
    for (const auto& unit : std::as_const(facts.units)) {
        if (milestone.test.kind == rules::MilestoneTestKind::UnitsInspected)
            facts.inspections.append(inspectionOf(unit.uid, milestone.test.inspections.first(), on));
        if (milestone.test.kind != rules::MilestoneTestKind::CommitmentsSigned)
            continue;
        facts.commitments.emplaceBack();
        facts.commitments.last().unit = unit.uid;
        facts.commitments.last().signedOn = on;
        facts.commitments.last().displayed = model::Presence::Present;
        facts.commitments.last().seenOn = plan.milestone(QStringLiteral("commitments_displayed"))->from;
    }
}

model::CampaignFacts exemplaryCampaign(const rules::Plan& plan)
{
    model::CampaignFacts facts;
    for (const auto& quota : plan.quotas)
        for (qint64 i = 0; i < quota.planned; ++i)
            facts.units.append(unitOf(numbered("u", facts.units.size()), quota.trade));
    for (auto& unit : facts.units)
        unit.manager = QStringLiteral("管理员");
    for (const auto& unit : std::as_const(facts.units)) {
        facts.instruments.append(instrumentOf(Uid(unit.uid.toString() + QStringLiteral("-scale")), unit.uid));
        facts.verifications.append(verificationOf(facts.instruments.last().uid, day("2024-06-03")));
    }
    for (qsizetype i = 0; i < plan.seats.size(); ++i) {
        facts.seats.emplaceBack();
        facts.seats.last().uid = numbered("s", i);
        facts.seatHolders.emplaceBack();
        facts.seatHolders.last().seat = numbered("s", i);
        facts.seatHolders.last().person = plan.seats[i].holder;
        facts.seatHolders.last().from = day("2024-03-20");
    }
    for (const auto& phase : plan.phases)
        for (const auto& milestone : phase.milestones)
            fulfil(facts, plan, milestone);
    model::AcceptanceVisit visit; // that left no opinion
    visit.on = day("2024-11-20");
    put(facts, visit);
    return facts;
}

} // namespace

TEST_CASE("with no records the shipped plan's milestones wait, fall due and are missed",
          "[PLAN-1][PLAN-2][PLAN-3][PLAN-4][PLAN-5][PLAN-6][PLAN-7][PLAN-8]")
{
    const rules::Plan plan = shippedPlan();
    for (QDate on = plan.from.addDays(-2); on <= plan.to.addDays(5); on = on.addDays(3))
        for (const auto& milestone : milestonesOn({}, plan, on)) {
            INFO(milestone.key << " on " << screenDate(on));
            if (on < milestone.from)
                CHECK(milestone.state == rules::MilestoneState::NotYetDue);
            else if (on > milestone.to)
                CHECK(milestone.state == rules::MilestoneState::Missed);
            else
                CHECK((milestone.state == rules::MilestoneState::Due
                       || milestone.state == rules::MilestoneState::AtRisk));
            CHECK_FALSE(milestone.owner.isEmpty());
            CHECK(milestone.startBy <= milestone.to);
        }
}

TEST_CASE("a campaign that did everything in its window has every milestone done and none late",
          "[PLAN-1][PLAN-2][PLAN-3][PLAN-4][PLAN-5][PLAN-6][PLAN-7][PLAN-8]")
{
    const rules::Plan plan = shippedPlan();
    const auto milestones = milestonesOn(exemplaryCampaign(plan), plan, plan.to);
    CHECK(milestones.size() >= 30);
    for (const auto& milestone : milestones) {
        INFO(milestone.key << ' ' << milestone.why);
        CHECK(milestone.state == rules::MilestoneState::Done);
        CHECK_FALSE(milestone.isLate);
        CHECK(milestone.doneOn <= milestone.to);
    }
}
