// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/improvement.h"

#include "rules/calendar_parser.h"
#include "rules/invented_facts.h"
#include "rules/summary.h"

using namespace chengheng;
using namespace chengheng::rules;
using chengheng::test::named;
using chengheng::test::need;

namespace {

const QDate today(2024, 9, 20);

const SheetEdition& shipped()
{
    static const SheetEdition edition =
        need(parseSheets(test::readFile(test::sourcePath(QStringLiteral("resources/sheets/reference-draft.json"))),
                         QStringLiteral("sheets")));
    return edition;
}

model::Unit shopOf(const char* uid, const char* manager)
{
    model::Unit unit = test::unitOf(named(uid), model::Trade::Shop);
    unit.manager = QString::fromUtf8(manager);
    unit.head = QStringLiteral("店主");
    return unit;
}

/// A visit that lost points on two items.
model::Inspection visit(const char* unit, int first, int second)
{
    model::Inspection inspection = test::inspectionOf(named(unit), model::InspectionKind::Daily, QDate(2024, 9, 1));
    inspection.sheet = 3;
    inspection.answers =
        QStringLiteral(R"({"answers":[{"item":"3.01","occurrences":%1},{"item":"3.12","occurrences":%2}]})")
            .arg(first)
            .arg(second);
    return inspection;
}

model::Problem problemOf(const char* uid, const char* unit, const char* item, const char* fault)
{
    model::Problem problem;
    problem.uid = named(uid);
    problem.unit = named(unit);
    problem.item = QString::fromUtf8(item);
    problem.fault = QString::fromUtf8(fault);
    problem.description = problem.fault;
    problem.foundOn = QDate(2024, 9, 1);
    problem.dueOn = QDate(2024, 9, 19);
    return problem;
}

model::CampaignFacts twoShops()
{
    model::CampaignFacts facts;
    facts.units = {shopOf("a", "小李"), shopOf("b", "")};
    facts.inspections = {visit("a", 1, 0), visit("b", 1, 2)};
    facts.problems = {problemOf("p", "b", "3.12", "商品量短缺"), problemOf("q", "a", "", "承诺书未张贴")};
    return facts;
}

Summary summaryOf(Summary (*make)(const SummaryInput&), const model::CampaignFacts& facts)
{
    static const Plan plan;
    static const WorkingCalendar calendar;
    return make({facts, plan, shipped(), calendar, today});
}

} // namespace

TEST_CASE("What costs a unit most stands first, with who owes it by when", "[rules][BUR-3]")
{
    const auto all = improvementsOf(twoShops(), shipped(), today);
    REQUIRE(all.size() == 2);
    CHECK(all[0].unit == named("b"));
    CHECK(all[0].points == Points::whole(5));
    REQUIRE(all[0].items.size() == 2);
    const Improvement& dearest = all[0].items[0];
    CHECK(dearest.item == QStringLiteral("3.12"));
    CHECK(dearest.points == Points::whole(4));
    CHECK(dearest.responsible == QStringLiteral("店主")); // it has no manager
    CHECK(dearest.problem == named("p"));
    CHECK(dearest.isOverdue);
    CHECK(all[0].items[1].problem.isNull()); // nobody has recorded a problem for it yet

    REQUIRE(all[1].items.size() == 2);
    CHECK(all[1].items[0].responsible == QStringLiteral("小李"));
    CHECK(all[1].items[1].problem == named("q")); // cost no points, but is still open
    CHECK(all[1].items[1].points == Points());
}

TEST_CASE("What is closed and cost nothing is off the list", "[rules][BUR-3]")
{
    auto facts = twoShops();
    using model::StepKind;
    facts.problemSteps = {test::stepOf(named("q"), StepKind::Advised, QDate(2024, 9, 2), "甲"),
                          test::stepOf(named("q"), StepKind::Rectified, QDate(2024, 9, 3), "店主", "照片"),
                          test::stepOf(named("q"), StepKind::RecheckPassed, QDate(2024, 9, 4), "甲、乙"),
                          test::stepOf(named("q"), StepKind::Closed, QDate(2024, 9, 5), "丙")};
    const auto all = improvementsOf(facts, shipped(), today);
    REQUIRE(all.size() == 2);
    CHECK(all[1].items.size() == 1);
}

TEST_CASE("The same fault again is named at a unit and across a trade", "[rules][BUR-3]")
{
    auto facts = twoShops();
    facts.problems = {problemOf("1", "a", "", "合格标志缺失"), problemOf("2", "a", "", "合格标志缺失"),
                      problemOf("3", "a", "", "未备案"), problemOf("4", "b", "", "未备案")};
    const auto summary = summaryOf(recurrenceSummary, facts);
    REQUIRE(summary.rows.size() == 2);
    CHECK(summary.rows[0].cells[1] == QStringLiteral("合格标志缺失"));
    CHECK(summary.rows[1].cells[0] == QStringLiteral("业态：超市商店"));
    CHECK(summary.rows[1].cells[3] == QStringLiteral("2"));
}
