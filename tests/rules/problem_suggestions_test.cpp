// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/problem_suggestions.h"

#include "base/json.h"
#include "rules/invented_facts.h"

using namespace chengheng;
using namespace chengheng::rules;
using chengheng::test::named;
using chengheng::test::need;
using model::Severity;

namespace {

const QDate inspectedOn(2024, 9, 2);

const SheetEdition& shipped()
{
    static const SheetEdition edition =
        need(parseSheets(test::readFile(test::sourcePath(QStringLiteral("resources/sheets/reference-draft.json"))),
                         QStringLiteral("reference-draft.json")));
    return edition;
}

/// National Day 2024 with its make-up days.
WorkingCalendar calendar()
{
    QSet<QDate> holidays;
    for (int day = 1; day <= 7; ++day)
        holidays.insert(QDate(2024, 10, day));
    for (int day = 15; day <= 17; ++day)
        holidays.insert(QDate(2024, 9, day));
    return {holidays,
            {QDate(2024, 9, 14), QDate(2024, 9, 29), QDate(2024, 10, 12)},
            {QDate(2024, 1, 1), QDate(2024, 12, 31)}};
}

model::Inspection inspectionWith(const char* answers)
{
    auto inspection = test::inspectionOf(named("shop"), model::InspectionKind::Joint, inspectedOn);
    inspection.sheet = 3;
    inspection.answers = QStringLiteral(R"({"answers":[%1]})").arg(QLatin1String(answers));
    return inspection;
}

QVector<ProblemSuggestion> suggested(const char* answers, const model::CampaignFacts& facts = {})
{
    const auto inspection = inspectionWith(answers);
    return suggestProblems(shipped(), inspection, need(score(shipped(), inspection)), facts, calendar());
}

model::CampaignFacts ledger()
{
    model::CampaignFacts facts;
    facts.units = {test::unitOf(named("shop"), model::Trade::Shop)};
    for (const char* uid : {"good", "late", "failed", "unknown", "idle"})
        facts.instruments.append(test::instrumentOf(named(uid), named("shop")));
    facts.instruments[4].status = model::InstrumentStatus::Stopped;
    facts.verifications = {test::verificationOf(named("good"), QDate(2024, 3, 5)),
                           test::verificationOf(named("late"), QDate(2023, 3, 5)),
                           test::verificationOf(named("failed"), QDate(2024, 3, 5), model::VerificationResult::Failed)};
    return facts;
}

} // namespace

TEST_CASE("lost points suggest a problem with fault code, item and due date", "[problems]")
{
    const auto found = suggested(R"({"item":"3.01","occurrences":2},{"item":"3.02","met":true})");
    REQUIRE(found.size() == 1);
    const model::Problem& problem = found.first().problem;
    CHECK(problem.unit == named("shop"));
    CHECK(problem.inspection == inspectionWith("").uid);
    CHECK(problem.item == QStringLiteral("3.01"));
    CHECK(problem.fault == QStringLiteral("制度缺失"));
    CHECK(problem.severity == Severity::Ordinary);
    CHECK(problem.foundOn == inspectedOn);
    CHECK(problem.source == model::ProblemSource::LostPoints);
    // Thirty working days over mid-autumn and National Day.
    CHECK(problem.dueOn == calendar().addWorkingDays(inspectedOn, 30));
    CHECK(problem.dueOn == QDate(2024, 10, 18));
    CHECK(problem.description.contains(QStringLiteral("每缺1项扣1分，发现2处，扣2分")));
    CHECK(found.first().why
          == QStringLiteral("评分项3.01扣分，问题类别“制度缺失”，严重程度一般，"
                            "给30个工作日，整改期限2024年10月18日。"));
}

TEST_CASE("items that are open, full or not applicable suggest nothing", "[problems]")
{
    CHECK(suggested("").isEmpty());
    CHECK(suggested(R"({"item":"3.01","occurrences":0})").isEmpty());
    CHECK(suggested(R"({"item":"3.12","na":true,"reason":"不销售散装商品"})").isEmpty());
}

TEST_CASE("items of one fault are one problem", "[problems]")
{
    const auto found =
        suggested(R"({"item":"3.12","occurrences":1},{"item":"3.16","met":false},{"item":"3.20","occurrences":2})");
    REQUIRE(found.size() == 2);
    CHECK(found[0].problem.fault == QStringLiteral("商品量短缺"));
    CHECK(found[0].items == QStringList{QStringLiteral("3.12"), QStringLiteral("3.16")});
    CHECK(found[0].problem.description.contains(QStringLiteral("金银饰品")));
    CHECK(found[1].problem.fault == QStringLiteral("非法定计量单位"));
}

TEST_CASE("a vetoed item is urgent", "[problems]")
{
    const auto found = suggested(R"({"item":"3.09","met":false,"veto":true})");
    REQUIRE(found.size() == 1);
    CHECK(found.first().problem.severity == Severity::Urgent);
    CHECK(found.first().problem.dueOn == QDate(2024, 9, 11));
    CHECK(found.first().problem.fault == QStringLiteral("铅（签）封破损"));
}

TEST_CASE("instruments that may not be used are a problem each", "[problems]")
{
    const auto found = suggested(R"({"item":"3.07","num":1,"den":4})", ledger());
    QStringList named;
    for (const ProblemSuggestion& one : found) {
        named.append(one.problem.instrument.toString() + QLatin1Char(' ') + one.problem.fault);
        CHECK(one.problem.severity == Severity::Serious);
        CHECK(one.problem.item == QStringLiteral("3.07"));
    }
    CHECK(named
          == QStringList{QStringLiteral("late 未经检定或超期使用"), QStringLiteral("failed 检定不合格仍使用"),
                         QStringLiteral("unknown 未经检定或超期使用")});
}

TEST_CASE("without a bad instrument on the ledger the lost ratio itself is the problem", "[problems]")
{
    auto facts = ledger();
    facts.instruments.resize(1);
    const auto found = suggested(R"({"item":"3.07","num":1,"den":4})", facts);
    REQUIRE(found.size() == 1);
    CHECK(found.first().problem.instrument.isNull());
    CHECK(found.first().problem.fault == QStringLiteral("未经检定或超期使用"));
}

TEST_CASE("what is recorded and not closed is not suggested again", "[problems]")
{
    auto facts = ledger();
    model::Problem known;
    known.uid = named("known");
    known.unit = named("shop");
    known.instrument = named("late");
    known.fault = QStringLiteral("未经检定或超期使用");
    known.foundOn = QDate(2024, 8, 1);
    known.dueOn = QDate(2024, 9, 1);
    facts.problems = {known};
    CHECK(suggested("", facts).size() == 2);
    facts.problems[0].fault = QStringLiteral("未备案");
    CHECK(suggested("", facts).size() == 3);
}

TEST_CASE("due dates follow the days the office has set and say where the calendar ends", "[problems]")
{
    const auto inspection = inspectionWith(R"({"item":"3.01","occurrences":2})");
    const auto scored = need(score(shipped(), inspection));
    model::CampaignFacts facts;
    test::setDays(facts, model::SettingName::UrgentProblem, 1);
    test::setDays(facts, model::SettingName::SeriousProblem, 2);
    test::setDays(facts, model::SettingName::OrdinaryProblem, 3);
    const auto soon = suggestProblems(shipped(), inspection, scored, facts, calendar());
    CHECK(soon.first().problem.dueOn == QDate(2024, 9, 5));
    const auto unknown = suggestProblems(shipped(), inspection, scored, {}, WorkingCalendar());
    CHECK(unknown.first().why.endsWith(QStringLiteral("期限超出放假安排表，按周一至周五推算。")));
}

TEST_CASE("every item of the shipped sheets has a fault code of the edition", "[problems]")
{
    for (const Sheet& sheet : shipped().sheets)
        for (const SheetItem& item : sheet.items)
            CHECK(shipped().issueCodes.contains(faultOf(shipped(), item)));
}
