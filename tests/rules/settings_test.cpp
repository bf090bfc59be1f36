// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/settings.h"

#include "invented_plan.h"

#include "model/as_of.h"
#include "model/supervisor_records.h"
#include "rules/due_report.h"
#include "rules/readiness.h"
#include "rules/summary.h"

namespace {

using namespace chengheng;
using namespace chengheng::test;
using model::SettingName;

const QDate before(2024, 5, 31);
const QDate since(2024, 6, 1);

} // namespace

TEST_CASE("every figure an office may set has a built-in one and says where it is used", "[settings]")
{
    for (const auto& word : model::wordsOf<SettingName>()) {
        INFO(word.choice.key.toStdString());
        CHECK(rules::builtInDays(word.value) > 0);
        CHECK(rules::usedFor(word.value).endsWith(QStringLiteral("。")));
        CHECK(rules::daysOf({}, word.value) == rules::builtInDays(word.value));
    }
}

TEST_CASE("a figure holds from its day on, and the day before keeps the old one", "[settings]")
{
    model::CampaignFacts facts;
    setDays(facts, SettingName::DueSoon, 60, since);
    setDays(facts, SettingName::DueSoon, 45, since.addDays(30));
    setDays(facts, SettingName::Booking, 20, since);
    CHECK(rules::daysOf(model::asOf(facts, before), SettingName::DueSoon) == 30);
    CHECK(rules::daysOf(model::asOf(facts, since), SettingName::DueSoon) == 60);
    CHECK(rules::daysOf(model::asOf(facts, since.addDays(30)), SettingName::DueSoon) == 45);
    CHECK(rules::daysOf(model::asOf(facts, since), SettingName::Booking) == 20);
}

TEST_CASE("of two figures set for one day the one entered later holds", "[settings]")
{
    model::CampaignFacts facts;
    setDays(facts, SettingName::PaperOut, 8, since);
    setDays(facts, SettingName::PaperOut, 9, since);
    CHECK(rules::daysOf(facts, SettingName::PaperOut) == 9);
}

TEST_CASE("the ledger asks the office's own figures unless it is told others", "[settings][PLAN-4]")
{
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u"), model::Trade::Shop)};
    facts.instruments = {instrumentOf(named("i"), named("u"))};
    facts.verifications = {
        verificationOf(named("i"), QDate(2023, 7, 20), model::VerificationResult::Passed, QDate(2024, 7, 19))};
    setDays(facts, SettingName::DueSoon, 60, since);
    setDays(facts, SettingName::Booking, 1, since);
    const auto lineOn = [&](QDate day, const rules::DueOptions& options = {}) {
        return rules::dueReport(model::asOf(facts, day), day, options).lines.first();
    };
    CHECK(lineOn(before).status == rules::VerificationStatus::Valid);
    CHECK(lineOn(before).bookBy == QDate(2024, 6, 28)); // 15 working days before a Friday
    CHECK(lineOn(since).status == rules::VerificationStatus::DueSoon);
    CHECK(lineOn(since).bookBy == QDate(2024, 7, 18));
    rules::DueOptions asked;
    asked.dueSoonDays = 10;
    CHECK(lineOn(since, asked).status == rules::VerificationStatus::Valid);
}

TEST_CASE("readiness begins work as many working days ahead as the office has set", "[settings]")
{
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u"), model::Trade::Shop)};
    const QDate acceptance(2024, 11, 20);
    const auto startOf = [&](rules::RiskKind kind) {
        const auto readiness = rules::readiness(facts, smallPlan(), {}, before, acceptance);
        const auto risk = std::find_if(readiness.risks.begin(), readiness.risks.end(),
                                       [kind](const rules::Risk& one) { return one.kind == kind; });
        REQUIRE(risk != readiness.risks.end());
        return risk->startBy;
    };
    CHECK(startOf(rules::RiskKind::InspectionsMissing) == QDate(2024, 11, 6));
    setDays(facts, SettingName::InspectionLead, 20);
    CHECK(startOf(rules::RiskKind::InspectionsMissing) == QDate(2024, 10, 23));
}

TEST_CASE("the dashboard, the tasks owed and the supervisors' load go by what is set", "[settings][SUP-4]")
{
    model::CampaignFacts facts;
    for (const char* uid : {"u1", "u2"})
        facts.units.append(unitOf(named(uid), model::Trade::Shop));
    model::Problem problem;
    problem.uid = named("p");
    problem.unit = named("u1");
    problem.dueOn = since.addDays(20);
    facts.problems = {problem};
    model::Supervisor supervisor;
    supervisor.uid = named("s");
    supervisor.appointedOn = before.addDays(-30);
    model::Assignment assignment;
    assignment.supervisor = supervisor.uid;
    assignment.trade = model::Trade::Shop;
    assignment.from = supervisor.appointedOn;
    facts.books.insert(model::kindOf<model::Supervisor>().key, {model::toRecord(supervisor)});
    facts.books.insert(model::kindOf<model::Assignment>().key, {model::toRecord(assignment)});
    setDays(facts, SettingName::OwedAhead, 20, since);
    setDays(facts, SettingName::SupervisorLoad, 1, since);
    const rules::Plan plan = smallPlan();
    const auto summaryOn = [&](const char* key, QDate on) {
        const auto then = model::asOf(facts, on);
        return rules::findSummary(QLatin1String(key))->make({then, plan, {}, {}, on});
    };
    const auto isOwed = [&](QDate on) {
        const auto rows = summaryOn("owed", on).rows;
        return std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.record == named("p"); });
    };
    CHECK_FALSE(isOwed(before));
    CHECK(isOwed(since));
    CHECK_FALSE(summaryOn("coverage", before).sentence.contains(QStringLiteral("过多")));
    CHECK(summaryOn("coverage", since).sentence.contains(QStringLiteral("过多")));
}
