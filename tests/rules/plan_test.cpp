// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/plan.h"
#include "rules/plan_checker.h"

#include "damaged_json.h"
#include "invented_plan.h"

#include <QSet>

using namespace chengheng;
using namespace chengheng::rules;
using namespace chengheng::test;

namespace {

QByteArray shippedJson()
{
    return readFile(sourcePath(QStringLiteral("resources/plans/gucun-2024.json")));
}

const Plan& shipped()
{
    static const Plan plan = need(parsePlan(shippedJson(), QStringLiteral("gucun-2024.json")));
    return plan;
}

QStringList rosterOf(const char* body)
{
    QStringList lines;
    for (const PlanSeat& seat : shipped().seats)
        if (seat.body == QString::fromUtf8(body))
            lines << QStringLiteral("%1 %2 %3").arg(seat.role, seat.holder, seat.post);
    return lines;
}

QStringList codesOf(const QVector<Finding>& findings)
{
    QStringList codes;
    for (const Finding& finding : findings)
        codes << finding.code;
    return codes;
}

QString whyOf(const QVector<Finding>& findings, const char* code)
{
    QStringList sentences;
    for (const Finding& finding : findings)
        if (finding.code == QLatin1String(code))
            sentences << finding.why;
    return sentences.join(QLatin1Char('\n'));
}

/// A plan in which nothing contradicts anything.
Plan cleanPlan()
{
    Plan plan;
    plan.from = day("2024-01-01");
    plan.to = day("2024-12-31");
    plan.noticeDate = day("2023-12-20");
    plan.statedUnits = 3;
    plan.organisations = {
        {QStringLiteral("town"), QStringLiteral("示例镇"), model::OrganisationKind::Town, QStringLiteral("创建主体")}};
    plan.seats = {{QStringLiteral("领导小组"), QStringLiteral("副组长"), QStringLiteral("town"),
                   QStringLiteral("副镇长"), QStringLiteral("甲某")}};
    plan.quotas = {{model::Trade::Shop, QStringLiteral("商店"), 2}, {model::Trade::Market, QStringLiteral("菜场"), 1}};
    Phase first{QStringLiteral("one"), QStringLiteral("第一阶段"), day("2024-01-01"), day("2024-05-31"), {}};
    first.milestones = {milestoneOf("m", "2024-02-01", "2024-05-31", MilestoneTestKind::HandEntry)};
    plan.phases = {first,
                   {QStringLiteral("two"), QStringLiteral("第二阶段"), day("2024-06-01"), day("2024-12-31"), {}}};
    plan.publicityDays = {
        {QStringLiteral("315"), QStringLiteral("“3·15”"), day("2024-03-15"), day("2024-03-15"), QStringLiteral("one")}};
    plan.statements = {{QStringLiteral("host_office"), QStringLiteral("办公室"), QStringLiteral("名单")},
                       {QStringLiteral("host_office"), QStringLiteral("办公室"), QStringLiteral("第五节")},
                       {QStringLiteral("required_role"), QStringLiteral("副组长"), QStringLiteral("第五节")}};
    return plan;
}

} // namespace

TEST_CASE("the plan keeps the leading group as the notice prints it", "[ORG-1]")
{
    CHECK(rosterOf("领导小组")
          == QStringList{QStringLiteral("组长 郑杨 顾村镇副镇长"),
                         QStringLiteral("组长 吴红梅 宝山区市场监管局四级调研员"),
                         QStringLiteral("成员 朱徐斌 顾村镇经济发展办公室主任"),
                         QStringLiteral("成员 钱峰杰 宝山区市场监管局计量科科长"),
                         QStringLiteral("成员 虞俭 顾村市场监督管理所所长"),
                         QStringLiteral("成员 李玲玉 刘行市场监督管理所所长")});
}

TEST_CASE("the plan keeps the promotion office as the notice prints it", "[ORG-2]")
{
    CHECK(rosterOf("推进办公室")
          == QStringList{
              QStringLiteral("主任 朱徐斌 顾村镇经济发展办公室主任"),
              QStringLiteral("主任 钱峰杰 宝山区市场监管局计量科科长"),
              QStringLiteral("主任 张伟 宝山区市场监管局计量科副科长"),
              QStringLiteral("主任 薛文杰 顾村市场监督管理所副所长"),
              QStringLiteral("主任 王钊 刘行市场监督管理所副所长"), QStringLiteral("成员 王霄凌 顾村镇经济发展办公室"),
              QStringLiteral("成员 汪炜 顾村市场监督管理所"), QStringLiteral("成员 苏阳 顾村市场监督管理所"),
              QStringLiteral("成员 陆波 刘行市场监督管理所"), QStringLiteral("成员 朱新华 刘行市场监督管理所")});
}

TEST_CASE("the plan carries the founding notice", "[ORG-4]")
{
    CHECK(shipped().id == QStringLiteral("gucun-2024"));
    CHECK(shipped().noticeNumber == QStringLiteral("宝顾府〔2024〕3号"));
    CHECK(shipped().noticeDate == day("2024-06-13"));
    CHECK(shipped().issuer == QStringLiteral("上海市宝山区顾村镇人民政府"));
    CHECK(shipped().from == day("2024-01-01"));
    CHECK(shipped().to == day("2024-12-31"));
}

TEST_CASE("the quotas are the notice's and add up to forty", "[SCOPE-1]")
{
    struct Row {
        model::Trade trade;
        const char* printed;
        qint64 planned;
    };
    using model::Trade;
    const QVector<Row> rows{{Trade::Hospital, "医院", 4},        {Trade::PetrolStation, "加油站", 3},
                            {Trade::Shop, "超市商店", 2},        {Trade::Market, "菜（市）场", 3},
                            {Trade::Optician, "眼镜店", 4},      {Trade::Restaurant, "餐饮", 9},
                            {Trade::SmallMerchant, "小商户", 15}};
    REQUIRE(shipped().quotas.size() == rows.size());
    qint64 sum = 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        INFO(rows[i].printed);
        CHECK(shipped().quotas[i].trade == rows[i].trade);
        CHECK(shipped().quotas[i].printed == QString::fromUtf8(rows[i].printed));
        CHECK(shipped().quotas[i].planned == rows[i].planned);
        sum += shipped().quotas[i].planned;
    }
    CHECK(sum == 40);
    CHECK(shipped().statedUnits == 40);
}

TEST_CASE("the key roads are the notice's", "[SCOPE-2]")
{
    CHECK(shipped().keyRoads == QStringList{QStringLiteral("水产西路"), QStringLiteral("菊盛路")});
}

TEST_CASE("the budget has the six categories of section eight", "[FUND-1]")
{
    const QStringList words{QStringLiteral("会议、培训"),   QStringLiteral("手册"),
                            QStringLiteral("计量管理人员"), QStringLiteral("迎检及总结表彰"),
                            QStringLiteral("专家咨询"),     QStringLiteral("检测检定")};
    REQUIRE(shipped().budgetCategories.size() == words.size());
    for (qsizetype i = 0; i < words.size(); ++i)
        CHECK(shipped().budgetCategories[i].title.contains(words[i]));
}

TEST_CASE(
    "the six phases run as printed and hold their milestones",
    "[TOWN-1][TOWN-3][TOWN-4][TOWN-10][BUR-2][BUR-4][PLAN-1][PLAN-2][PLAN-3][PLAN-4][PLAN-5][PLAN-6][PLAN-7][PLAN-8]")
{
    struct Row {
        const char* title;
        const char* from;
        const char* to;
        QStringList milestones;
    };
    const auto keys = [](const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    const QVector<Row> rows{
        {"调查摸底与申报阶段", "2024-01-01", "2024-03-31",
         keys("survey_done creation_modes tasks_broken_down units_registered creation_applied")},
        {"动员培训阶段", "2024-03-01", "2024-04-30",
         keys(
             "mobilisation_meeting launch_ceremony plan_published commitments_signed units_trained supervisors_appointed")},
        {"创建实施阶段", "2024-05-01", "2024-09-30",
         keys("participants_announced day_315 day_520 quality_month red_black_list instruments_verified "
              "instruments_passed joint_inspected dossiers_built commitments_displayed rules_in_force "
              "benchmarks_named column_opened service_points inspectors_trained")},
        {"自查整改阶段", "2024-10-01", "2024-11-30",
         keys("units_self_checked organiser_self_checked expert_checked expert_checked_organiser problems_closed")},
        {"考核验收阶段", "2024-11-01", "2024-11-30", keys("acceptance_applied acceptance_held opinions_rectified")},
        {"表彰巩固阶段", "2024-12-01", "2024-12-31", keys("commended annual_summary summed_up")}};
    REQUIRE(shipped().phases.size() == rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Phase& phase = shipped().phases[i];
        INFO(rows[i].title);
        CHECK(phase.title == QString::fromUtf8(rows[i].title));
        CHECK(phase.from == day(rows[i].from));
        CHECK(phase.to == day(rows[i].to));
        QSet<QString> held;
        for (const Milestone& milestone : phase.milestones)
            held.insert(milestone.key);
        for (const QString& key : rows[i].milestones) {
            INFO(key.toStdString());
            CHECK(held.contains(key));
        }
    }
}

TEST_CASE("milestones are judged by the records the notice names")
{
    using model::InspectionKind;
    struct Row {
        const char* key;
        MilestoneTestKind kind;
        QVector<InspectionKind> inspections;
    };
    const QVector<Row> rows{
        {"units_registered", MilestoneTestKind::QuotasFilled, {}},
        {"commitments_signed", MilestoneTestKind::CommitmentsSigned, {}},
        {"commitments_displayed", MilestoneTestKind::CommitmentsDisplayed, {}},
        {"instruments_verified", MilestoneTestKind::InstrumentsVerified, {}},
        {"instruments_passed", MilestoneTestKind::InstrumentsPassed, {}},
        {"units_self_checked", MilestoneTestKind::UnitsInspected, {InspectionKind::SelfCheck}},
        {"organiser_self_checked", MilestoneTestKind::OrganiserInspected, {InspectionKind::SelfCheck}},
        {"problems_closed", MilestoneTestKind::ProblemsClosed, {}},
        {"groups_seated", MilestoneTestKind::SeatsFilled, {}},
        {"acceptance_applied", MilestoneTestKind::RecordsKept, {}},
        {"units_trained", MilestoneTestKind::UnitsTrained, {}},
        {"supervisors_appointed", MilestoneTestKind::SupervisorsAppointed, {}},
        {"rules_in_force", MilestoneTestKind::RulesInForce, {}},
        {"dossiers_built", MilestoneTestKind::DossiersComplete, {}},
        {"survey_done", MilestoneTestKind::UnitsRecorded, {}},
        {"opinions_rectified", MilestoneTestKind::AllDone, {}}};
    for (const Row& row : rows) {
        INFO(row.key);
        const Milestone* milestone = shipped().milestone(QString::fromLatin1(row.key));
        REQUIRE(milestone);
        CHECK(milestone->test.kind == row.kind);
        CHECK(milestone->test.inspections == row.inspections);
        CHECK(shipped().organisation(milestone->owner));
        CHECK_FALSE(milestone->clauses.isEmpty());
    }
    CHECK(shipped().milestone(QStringLiteral("nothing")) == nullptr);
}

TEST_CASE("the checker names what the shipped notice contradicts, and nothing else", "[ORG-5][SCOPE-3][TOWN-7]")
{
    const QVector<Finding> findings = checkPlan(shipped());
    const char* const codes = "phases_overlap phases_overlap day_outside_phase milestone_outside_phase "
                              "milestone_outside_phase milestone_outside_phase notice_after_phase "
                              "many_words_for_event two_host_offices no_deputy_head half_year_meetings "
                              "person_in_two_seats person_in_two_seats seats_without_duties";
    CHECK(codesOf(findings) == QString::fromLatin1(codes).split(QLatin1Char(' ')));

    struct Row {
        const char* code;
        QStringList words;
    };
    const QVector<Row> rows{
        {"phases_overlap",
         {QStringLiteral("2024年3月1日至2024年3月31日"), QStringLiteral("2024年11月1日至2024年11月30日")}},
        {"day_outside_phase", {QStringLiteral("3·15"), QStringLiteral("创建实施阶段")}},
        {"notice_after_phase",
         {QStringLiteral("2024年6月13日"), QStringLiteral("调查摸底与申报阶段"), QStringLiteral("动员培训阶段")}},
        {"many_words_for_event", {QStringLiteral("初评审"), QStringLiteral("复评审"), QStringLiteral("初创建")}},
        {"two_host_offices", {QStringLiteral("经济发展办公室"), QStringLiteral("安全监管部")}},
        {"no_deputy_head", {QStringLiteral("副组长")}},
        {"half_year_meetings", {QStringLiteral("至少召开 2 次")}},
        {"person_in_two_seats", {QStringLiteral("朱徐斌"), QStringLiteral("钱峰杰")}},
        {"seats_without_duties", {QStringLiteral("刘行市场监督管理所")}}};
    for (const Row& row : rows)
        for (const QString& word : row.words) {
            INFO(row.code << ' ' << word.toStdString());
            CHECK(whyOf(findings, row.code).contains(word));
        }
}

TEST_CASE("a plan without contradictions has no findings")
{
    CHECK(codesOf(checkPlan(cleanPlan())) == QStringList());
}

TEST_CASE("each contradiction put into a clean plan is the one finding")
{
    struct Row {
        const char* code;
        void (*spoil)(Plan&);
    };
    const QVector<Row> rows{
        {"quotas_do_not_add_up", [](Plan& plan) { plan.statedUnits = 4; }},
        {"phase_outside_campaign", [](Plan& plan) { plan.to = day("2024-12-30"); }},
        {"phases_overlap", [](Plan& plan) { plan.phases[1].from = day("2024-05-31"); }},
        {"milestone_outside_phase", [](Plan& plan) { plan.phases[0].milestones[0].to = day("2024-06-01"); }},
        {"day_outside_phase", [](Plan& plan) { plan.publicityDays[0].phase = QStringLiteral("two"); }},
        {"notice_after_phase", [](Plan& plan) { plan.noticeDate = day("2024-06-01"); }},
        {"empty_seat", [](Plan& plan) { plan.seats[0].holder.clear(); }},
        {"seats_without_duties", [](Plan& plan) { plan.organisations[0].duties.clear(); }},
        {"no_deputy_head", [](Plan& plan) { plan.seats[0].role = QStringLiteral("组长"); }},
        {"two_host_offices", [](Plan& plan) { plan.statements[1].text = QStringLiteral("安监部"); }},
        {"person_in_two_seats",
         [](Plan& plan) {
             plan.seats.append(plan.seats[0]);
             plan.seats[1].body = QStringLiteral("推进办公室");
         }},
        {"half_year_meetings", [](Plan& plan) {
             plan.statements.append(
                 {QStringLiteral("half_year_meeting"), QStringLiteral("每半年一次"), QStringLiteral("(7)")});
         }}};
    for (const Row& row : rows) {
        INFO(row.code);
        Plan plan = cleanPlan();
        row.spoil(plan);
        CHECK(codesOf(checkPlan(plan)) == QStringList{QString::fromLatin1(row.code)});
    }
}

TEST_CASE("a notice of the day its phase ends is in time")
{
    Plan plan = cleanPlan();
    plan.noticeDate = day("2024-05-31");
    CHECK(codesOf(checkPlan(plan)) == QStringList());
    plan.noticeDate = QDate();
    CHECK(codesOf(checkPlan(plan)) == QStringList());
}

TEST_CASE("damaged plans are refused with their place")
{
    requireRefused(
        shippedJson(),
        {
            {"id", "", "id"},
            {"from", "\"2024-13-01\"", "from"},
            {"to", "\"2023-12-31\"", "to"},
            {"notice_date", "\"13 June\"", "notice_date"},
            {"stated_units", "-1", "stated_units"},
            {"phases", "[]", "phases"},
            {"phases/2/from", "", "phases/2/from"},
            {"phases/2/to", "\"2024-04-30\"", "phases/2/to"},
            {"phases/1/key", "\"survey\"", "phases/1/key"},
            {"phases/0/milestones/1/key", "\"survey_done\"", "phases/0/milestones/1/key"},
            {"phases/0/milestones/0/owner", "\"nobody\"", "phases/0/milestones/0/owner"},
            {"phases/0/milestones/0/to", "\"2023-12-31\"", "phases/0/milestones/0/to"},
            {"phases/0/milestones/0/lead_working_days", "251", "phases/0/milestones/0/lead_working_days"},
            {"phases/0/milestones/0/test", "", "phases/0/milestones/0/test"},
            {"phases/0/milestones/0/test/kind", "\"guess\"", "phases/0/milestones/0/test/kind"},
            {"phases/3/milestones/0/test/inspections/0", "\"telepathy\"", "phases/3/milestones/0/test/inspections"},
            {"organisations/1/key", "\"town\"", "organisations/1/key"},
            {"organisations/0/kind", "\"castle\"", "organisations/0/kind"},
            {"seats/0/organisation", "\"nobody\"", "seats/0/organisation"},
            {"seats/0/role", "7", "seats/0/role"},
            {"quotas/0/trade", "\"bakery\"", "quotas/0/trade"},
            {"quotas/1/trade", "\"hospital\"", "quotas/1/trade"},
            {"quotas/0/planned", "3.5", "quotas/0/planned"},
            {"key_roads", "\"水产西路\"", "key_roads"},
            {"publicity_days/0/phase", "\"summer\"", "publicity_days/0/phase"},
            {"publicity_days/1/key", "\"315\"", "publicity_days/1/key"},
            {"budget_categories/1/key", "\"meetings_training\"", "budget_categories/1/key"},
        },
        parsePlan);
}

TEST_CASE("a file that is no JSON is named with its line")
{
    const auto broken = parsePlan("{\n \"id\": \"x\",\n}", QStringLiteral("方案.json"));
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().code == QStringLiteral("bad_json"));
    CHECK(broken.error().where == QStringLiteral("方案.json:3"));
    const auto list = parsePlan("[]", QStringLiteral("方案.json"));
    REQUIRE_FALSE(list.has_value());
    CHECK(list.error().code == QStringLiteral("bad_json"));
}
