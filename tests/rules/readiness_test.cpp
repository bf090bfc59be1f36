// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_plan.h"

#include "model/as_of.h"
#include "rules/due_report.h"
#include "rules/problem_state.h"
#include "rules/readiness.h"
#include "rules/status.h"

#include <random>

namespace {

using namespace chengheng;
using namespace chengheng::test;
using model::InspectionKind;
using model::Trade;
using rules::RiskKind;

const QDate today(2024, 10, 8);
const QDate acceptance(2024, 11, 20);

/// Facts up to `today` only: from there on nothing is done.
model::CampaignFacts randomTown(unsigned seed)
{
    std::mt19937 random(seed);
    const auto below = [&](int n) { return int(random() % unsigned(n)); };
    const auto past = [&] { return today.addDays(-below(400)); };
    model::CampaignFacts facts;
    for (int i = 0; i < 12; ++i) {
        const Uid unit = numbered("u", i);
        facts.units.append(unitOf(unit, Trade(1 + below(7))));
        if (below(2))
            facts.inspections.append(inspectionOf(unit, InspectionKind(below(5)), past()));
        facts.commitments.emplaceBack();
        facts.commitments.last().unit = unit;
        facts.commitments.last().signedOn = past();
        facts.commitments.last().displayed = model::Presence(below(3));
        facts.commitments.last().seenOn = facts.commitments.last().signedOn;
    }
    for (int i = 0; i < 40; ++i) {
        facts.instruments.append(instrumentOf(numbered("i", i), numbered("u", below(12))));
        facts.instruments.last().quantity = 1 + below(3);
        if (below(6))
            facts.verifications.append(
                verificationOf(numbered("i", i), past(), model::VerificationResult(below(8) == 0)));
    }
    for (int i = 0; i < 10; ++i) {
        facts.problems.emplaceBack();
        facts.problems.last().uid = numbered("p", i);
        facts.problems.last().foundOn = past();
        facts.problems.last().dueOn = facts.problems.last().foundOn.addDays(below(90));
        if (below(2))
            facts.problemSteps.append(stepOf(numbered("p", i), model::StepKind::Rectified, today, "店主"));
    }
    return facts;
}

rules::Readiness forecast(const model::CampaignFacts& facts, QDate from, QDate on)
{
    return rules::readiness(model::asOf(facts, from), smallPlan(), calendar2024(), from, on);
}

const rules::Risk* find(const rules::Readiness& readiness, RiskKind kind)
{
    for (const rules::Risk& risk : readiness.risks)
        if (risk.kind == kind)
            return &risk;
    return nullptr;
}

qint64 countOf(const rules::Readiness& readiness, RiskKind kind)
{
    const rules::Risk* risk = find(readiness, kind);
    return risk ? risk->count : 0;
}

qint64 missedOn(const rules::Status& status)
{
    qint64 missed = 0;
    for (const auto& phase : status.phases)
        for (const auto& milestone : phase.milestones)
            missed += milestone.state == rules::MilestoneState::Missed;
    return missed;
}

} // namespace

TEST_CASE("a forecast equals the state of the day when nothing is done until then", "[PLAN-7][BUR-5]")
{
    for (unsigned seed = 1; seed <= 8; ++seed) {
        INFO("seed " << seed);
        const auto facts = randomTown(seed);
        const auto forecasted = forecast(facts, today, acceptance);
        const auto then = model::asOf(facts, acceptance);
        const auto status = rules::status(then, smallPlan(), calendar2024(), acceptance);
        const auto report = rules::dueReport(then, acceptance);
        CHECK(countOf(forecasted, RiskKind::InstrumentsLapsed)
              == report.figures.count(rules::VerificationStatus::Overdue));
        CHECK(countOf(forecasted, RiskKind::InstrumentsFailed)
              == report.figures.count(rules::VerificationStatus::Failed));
        CHECK(countOf(forecasted, RiskKind::InstrumentsUnrecorded)
              == report.figures.count(rules::VerificationStatus::NeverVerified));
        CHECK(countOf(forecasted, RiskKind::ProblemsPastDue) == status.overdueProblems.size());
        CHECK(countOf(forecasted, RiskKind::CommitmentsNotDisplayed) == status.units - status.displayingUnits.size());
        CHECK(countOf(forecasted, RiskKind::MilestonesMissed) == missedOn(status));
        const auto onTheDay = forecast(facts, acceptance, acceptance);
        REQUIRE(onTheDay.risks.size() == forecasted.risks.size());
        for (const auto& risk : onTheDay.risks)
            CHECK(countOf(forecasted, risk.kind) == risk.count);
    }
}

TEST_CASE("what must start first stands first and every risk names its records", "[PLAN-7]")
{
    for (unsigned seed = 1; seed <= 8; ++seed) {
        const auto readiness = forecast(randomTown(seed), today, acceptance);
        REQUIRE(!readiness.risks.isEmpty());
        QDate last;
        for (const auto& risk : readiness.risks) {
            INFO(rules::keyOf(risk.kind));
            CHECK(risk.count > 0);
            CHECK((!last.isValid() || last <= risk.startBy));
            last = risk.startBy;
            CHECK(risk.why.endsWith(QStringLiteral("。")));
            const bool hasRecords = !risk.records.isEmpty() || !risk.milestones.isEmpty();
            CHECK(hasRecords == (risk.kind != RiskKind::QuotaNotFilled));
            CHECK_FALSE(rules::labelOf(risk.kind).isEmpty());
        }
    }
}

TEST_CASE("instruments are booked before the earliest of them runs out", "[PLAN-7][PLAN-4]")
{
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u"), Trade::Shop)};
    const char* ends[] = {"2024-11-08", "2024-11-19", "2024-11-20"};
    for (int i = 0; i < 3; ++i) {
        facts.instruments.append(instrumentOf(numbered("i", i), named("u")));
        facts.verifications.append(
            verificationOf(numbered("i", i), day("2023-11-20"), model::VerificationResult::Passed, day(ends[i])));
    }
    const auto readiness = forecast(facts, today, acceptance);
    const rules::Risk* lapsed = find(readiness, RiskKind::InstrumentsLapsed);
    REQUIRE(lapsed);
    CHECK(lapsed->count == 2); // the third holds on its last day
    CHECK(lapsed->records == QVector{numbered("i", 0), numbered("i", 1)});
    CHECK(lapsed->startBy == day("2024-10-18"));
    CHECK(lapsed->why
          == QStringLiteral("到2024年11月20日将有2台（件）在用强检器具超周期，最早的2024年11月8日到期；"
                            "最迟2024年10月18日开始办理。"));
    const auto late = forecast(facts, day("2024-10-30"), acceptance);
    CHECK(find(late, RiskKind::InstrumentsLapsed)->why.contains(QStringLiteral("现已晚了")));
}

TEST_CASE("a self-check is no inspection and an inspection no self-check", "[PLAN-6]")
{
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u1"), Trade::Shop), unitOf(named("u2"), Trade::Shop)};
    facts.inspections = {inspectionOf(named("u1"), InspectionKind::SelfCheck, day("2024-10-08")),
                         inspectionOf(named("u2"), InspectionKind::Joint, day("2024-09-08"))};
    const auto readiness = forecast(facts, today, acceptance);
    CHECK(find(readiness, RiskKind::InspectionsMissing)->records == QVector{named("u1")});
    CHECK(find(readiness, RiskKind::SelfChecksMissing)->records == QVector{named("u2")});
    CHECK(find(readiness, RiskKind::QuotaNotFilled)->why.contains(QStringLiteral("菜场缺1家")));
}
