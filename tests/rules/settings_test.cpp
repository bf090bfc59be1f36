// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/settings.h"

#include "invented_plan.h"

#include "model/as_of.h"
#include "rules/due_report.h"
#include "rules/readiness.h"

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
    facts.verifications = {verificationOf(named("i"), QDate(2023, 7, 20), model::VerificationResult::Passed, QDate(2024, 7, 19))};
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
