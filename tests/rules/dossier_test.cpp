// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_facts.h"
#include "invented_plan.h"

#include "model/dossier_records.h"
#include "model/training_records.h"
#include "rules/dossier.h"

namespace {

using namespace chengheng;
using namespace chengheng::test;

template <class R>
void put(model::CampaignFacts& facts, const R& record)
{
    facts.books[model::kindOf<R>().key].append(model::toRecord(record));
}

void addRule(model::CampaignFacts& facts, const char* name, const char* from, const char* to = "")
{
    model::ManagementRule rule;
    rule.unit = named("u");
    rule.name = QString::fromUtf8(name);
    rule.inForceFrom = day(from);
    rule.inForceTo = day(to);
    put(facts, rule);
}

/// A shop whose dossier lacks nothing but a self-check.
model::CampaignFacts shop()
{
    model::CampaignFacts facts;
    facts.units.append(unitOf(named("u"), model::Trade::Shop));
    facts.units.last().manager = QStringLiteral("管理员");
    facts.instruments.append(instrumentOf(named("i"), named("u")));
    facts.commitments.emplaceBack();
    facts.commitments.last().unit = named("u");
    facts.commitments.last().signedOn = day("2024-03-20");
    facts.inspections.append(inspectionOf(named("u"), model::InspectionKind::Joint, day("2024-06-18")));
    facts.inspections.last().displayed = model::Presence::Present;
    model::Training training;
    training.uid = named("t");
    training.on = day("2024-04-18");
    put(facts, training);
    model::TrainingAttendance attendance;
    attendance.training = training.uid;
    attendance.unit = named("u");
    attendance.present = true;
    put(facts, attendance);
    addRule(facts, "计量器具管理制度", "2024-05-15");
    return facts;
}

QStringList missing(const model::CampaignFacts& facts, const char* on)
{
    return rules::Dossiers(facts, smallPlan(), day(on)).missingPieces(facts.units.first());
}

} // namespace

TEST_CASE("a dossier is complete on the day of its last piece; a self-check belongs to it once they begin",
          "[OFF-3][PLAN-4]")
{
    auto facts = shop();
    CHECK(missing(facts, "2024-09-30").isEmpty());
    CHECK(rules::progressOfDossiers(facts, smallPlan(), day("2024-09-30")).reachedOn == day("2024-06-18"));
    CHECK(missing(facts, "2024-10-01") == QStringList{QStringLiteral("自查记录")});
    facts.inspections.append(inspectionOf(named("u"), model::InspectionKind::SelfCheck, day("2024-10-14")));
    CHECK(missing(facts, "2024-10-31").isEmpty());
    CHECK(rules::progressOfDossiers(facts, smallPlan(), day("2024-10-31")).reachedOn == day("2024-10-14"));
    facts.inspections.removeFirst();
    CHECK(missing(facts, "2024-10-31").contains(QStringLiteral("检查记录"))); // a self-check is none
}

TEST_CASE("a dossier is complete again since what was found missing was seen", "[OFF-3][UNIT-1]")
{
    auto facts = shop();
    facts.inspections.append(inspectionOf(named("u"), model::InspectionKind::Daily, day("2024-07-10")));
    facts.inspections.last().complaintBook = model::Presence::Missing;
    CHECK(missing(facts, "2024-09-30") == QStringList{QStringLiteral("投诉与复秤登记")});
    CHECK_FALSE(rules::progressOfDossiers(facts, smallPlan(), day("2024-09-30")).reachedOn.isValid());
    facts.inspections.append(inspectionOf(named("u"), model::InspectionKind::Daily, day("2024-08-10")));
    facts.inspections.last().complaintBook = model::Presence::Present;
    CHECK(rules::progressOfDossiers(facts, smallPlan(), day("2024-09-30")).reachedOn == day("2024-08-10"));
}

TEST_CASE("rules are in force once every one that the trade expects is", "[PLAN-5][OFF-0]")
{
    auto facts = shop();
    const auto reachedOn = [&] { return rules::progressOfRules(facts, smallPlan(), day("2024-09-30")).reachedOn; };
    CHECK(reachedOn() == day("2024-05-15")); // none expected: any will do
    for (const char* name : {"计量器具管理制度", "公平秤管理制度"}) {
        model::RuleTemplate expected;
        expected.trade = model::Trade::Shop;
        expected.name = QString::fromUtf8(name);
        put(facts, expected);
    }
    CHECK_FALSE(reachedOn().isValid());
    addRule(facts, "公平秤管理制度", "2024-06-01", "2024-08-31");
    CHECK_FALSE(reachedOn().isValid()); // no longer in force
    addRule(facts, "公平秤管理制度", "2024-09-02");
    CHECK(reachedOn() == day("2024-09-02"));
}
