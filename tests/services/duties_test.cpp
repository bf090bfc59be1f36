// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include "rules/problem_state.h"
#include "services/inspections.h"

using namespace chengheng;
using namespace chengheng::test;

TEST_CASE("A network of liaison persons, each of an organisation or a unit", "[services][TOWN-8]")
{
    Office office;
    CHECK(office.refused("liaison", R"({"person":"甲","phone":"56040000"})").where == QLatin1String("organisation"));
    office.put("liaison",
               QStringLiteral(R"({"organisation":"%1","person":"甲","phone":"56040000","from":"2024-03-01"})")
                   .arg(office.organisation().toString()));
    const Error backwards = office.refused(
        "liaison",
        QStringLiteral(R"({"organisation":"%1","person":"乙","phone":"1","from":"2024-05-01","to":"2024-04-01"})")
            .arg(office.organisation().toString()));
    CHECK(backwards.code == QLatin1String("ends_before_it_begins"));
    CHECK(office.all<model::Liaison>().size() == 1);
}

TEST_CASE("Guidance to an office is owed an answer until it comes", "[services][BUR-7]")
{
    Office office;
    office.put(
        "guidance",
        QStringLiteral(
            R"({"organisation":"%1","on":"2024-10-08","adviser":"钱峰杰","subject":"台账填写","due_on":"2024-10-20"})")
            .arg(office.organisation().toString()));
    const auto owed = office.summary("owed", "2024-10-22");
    CHECK(std::any_of(owed.rows.begin(), owed.rows.end(),
                      [](const auto& row) { return row.kind == QLatin1String("guidance") && row.isPressing; }));
    const auto guidance = office.all<model::Guidance>().first();
    need(services::correctRecord(*office.workspace, model::kindOf<model::Guidance>(), guidance.uid, guidance.version,
                                 {{QStringLiteral("answered_on"), day("2024-10-21")},
                                  {QStringLiteral("answer"), QStringLiteral("已按要求改正")}},
                                 {}));
    for (const auto& row : office.summary("owed", "2024-10-22").rows)
        CHECK(row.kind != QLatin1String("guidance"));
    const auto before = office.summary("owed", "2024-10-20"); // on that day nobody had answered
    CHECK(std::any_of(before.rows.begin(), before.rows.end(),
                      [](const auto& row) { return row.kind == QLatin1String("guidance"); }));
}

TEST_CASE("The survey of all units completes its milestone and gives figures by trade and road",
          "[services][STA-1][PLAN-1]")
{
    Office office;
    CHECK(office.milestone("survey_done", "2024-02-20").state != rules::MilestoneState::Done);
    for (const model::Unit& unit : office.all<model::Unit>())
        office.put(
            "survey",
            QStringLiteral(
                R"({"unit":"%1","on":"2024-02-10","surveyor":"甲","instruments":5,"mandatory":3,"management":"partial"})")
                .arg(unit.uid.toString()));
    const auto done = office.milestone("survey_done", "2024-02-20");
    CHECK(done.state == rules::MilestoneState::Done);
    CHECK(done.doneOn == day("2024-02-10"));
    CHECK(office.row("survey_figures", QStringLiteral("业态：小商户"))
          == QStringList({QStringLiteral("业态：小商户"), "15", "15", "15", "75", "0", "0", "15", "0"}));
    const Error more = office.refused(
        "survey", QStringLiteral(R"({"unit":"%1","on":"2024-02-11","surveyor":"甲","instruments":2,"mandatory":3})")
                      .arg(office.unit().uid.toString()));
    CHECK(more.where == QLatin1String("mandatory"));
}

TEST_CASE("Units whose facts nobody confirmed for half a year are named", "[services][STA-2]")
{
    Office office;
    const model::Unit unit = office.unit();
    CHECK(office.summary("freshness").pressing() == 40);
    office.put("unit_report",
               QStringLiteral(R"({"unit":"%1","on":"2024-11-01","organisation":"%2","content":"无变化"})")
                   .arg(unit.uid.toString(), office.organisation().toString()));
    CHECK(office.summary("freshness").pressing() == 39);
    CHECK(office.row("freshness", unit.name).at(2) == QLatin1String("19"));
    CHECK(office.summary("freshness", "2024-10-31").pressing() == 40); // not reported yet
}

TEST_CASE("A dossier names its missing pieces; management rules are held against those its trade expects",
          "[services][OFF-0][OFF-3][STD-0]")
{
    Office office;
    const model::Unit unit = office.unitOf(model::Trade::Market);
    const QString uid = unit.uid.toString();
    office.put("rule_template", R"({"trade":"market","name":"计量器具管理制度"})");
    office.put("rule_template", R"({"trade":"market","name":"公平秤管理制度"})");
    CHECK(office.row("dossiers", unit.name).at(3).contains(QStringLiteral("公平秤管理制度")));
    office.put("management_rule",
               QStringLiteral(R"({"unit":"%1","name":"公平秤管理制度","in_force_from":"2024-06-01"})").arg(uid));
    const QString missing = office.row("dossiers", unit.name).at(3);
    CHECK_FALSE(missing.contains(QStringLiteral("公平秤管理制度")));
    CHECK(missing.contains(QStringLiteral("计量器具管理制度")));
    CHECK(office.row("dossiers", unit.name, "2024-05-31").at(3).contains(QStringLiteral("公平秤管理制度")));
    CHECK(office.row("trade_care", QStringLiteral("菜场")).at(2) == QLatin1String("0.0%"));
    for (const auto& market : office.all<model::Unit>({.where = {{QStringLiteral("trade"), QStringLiteral("market")}}}))
        for (const char* name : {"计量器具管理制度", "公平秤管理制度"})
            if (market.uid != unit.uid || qstrcmp(name, "公平秤管理制度") != 0)
                office.put("management_rule",
                           QStringLiteral(R"({"unit":"%1","name":"%2","in_force_from":"2024-06-01"})")
                               .arg(market.uid.toString(), QString::fromUtf8(name)));
    CHECK(office.row("trade_care", QStringLiteral("菜场")).at(2) == QLatin1String("100.0%"));
}

TEST_CASE("A unit's own complaint stays owed until it is dealt with", "[services][UNIT-1]")
{
    Office office;
    const model::Unit unit = office.unit();
    office.put(
        "unit_complaint",
        QStringLiteral(R"({"unit":"%1","on":"2024-11-18","kind":"reweighing","subject":"缺秤半两","refunded":"12.50"})")
            .arg(unit.uid.toString()));
    const auto complaint = office.all<model::UnitComplaint>().first();
    CHECK(complaint.refunded->toString() == QLatin1String("12.50"));
    const auto& owed = office.summary("owed").rows;
    CHECK(std::any_of(owed.begin(), owed.end(), [&](const auto& row) { return row.record == complaint.uid; }));
}

TEST_CASE("Supervisors' adverse answers become problems at the office, without a word on who came",
          "[services][SUP-2][SUP-3][TOWN-5]")
{
    Office office;
    const model::Unit unit = office.unitOf(model::Trade::Market);
    const Uid supervisor = office.put(
        "supervisor",
        R"({"name":"王阿姨","recruited_on":"2024-03-10","trained_on":"2024-04-01","appointed_on":"2024-04-10","certificate":"JD-001"})");
    CHECK(office.milestone("supervisors_appointed", "2024-04-30").state == rules::MilestoneState::Done);
    office.put(
        "supervisor_report",
        QStringLiteral(
            R"({"unit":"%1","supervisor":"%2","on":"2024-10-08","received_on":"2024-10-09","commitment":"good","instruments":"bad","cheating":"bad","quantity":"bad"})")
            .arg(unit.uid.toString(), supervisor.toString()));
    const auto problems = office.all<model::Problem>();
    REQUIRE(problems.size() == 3);
    for (const model::Problem& problem : problems) {
        CHECK(problem.unit == unit.uid);
        CHECK(problem.source == model::ProblemSource::Supervisor);
        CHECK(problem.foundOn == day("2024-10-09"));
        CHECK_FALSE(problem.description.contains(QStringLiteral("王阿姨")));
    }
    const auto feedback = office.summary("feedback", "2024-10-15");
    REQUIRE(feedback.rows.size() == 1);
    CHECK(feedback.rows.first().isPressing); // three working days have gone
    office.reopenAs({QStringLiteral("所员"), services::Role::Officer, unit.station, true});
    CHECK(services::listRecords(*office.workspace, model::kindOf<model::Supervisor>()).error().kind
          == ErrorKind::Denied);
    for (const QString& name : need(services::namesOf(*office.workspace, model::kindOf<model::Supervisor>())))
        CHECK_FALSE(name.contains(QStringLiteral("王阿姨")));
    CHECK(office.all<model::Problem>().size() == 3); // the problems themselves are his to follow
}

TEST_CASE("Every unit has a supervisor by area, road or trade", "[services][SUP-4]")
{
    Office office;
    CHECK(office.summary("coverage").pressing() == 40);
    const QString supervisor =
        office.put("supervisor", R"({"name":"李叔","recruited_on":"2024-03-10","appointed_on":"2024-04-10"})")
            .toString();
    CHECK(
        office.refused("assignment", QStringLiteral(R"({"supervisor":"%1","from":"2024-05-01"})").arg(supervisor)).code
        == QLatin1String("required"));
    office.put("assignment",
               QStringLiteral(R"({"supervisor":"%1","trade":"small_merchant","from":"2024-05-01","to":"2024-10-31"})")
                   .arg(supervisor));
    CHECK(office.summary("coverage", "2024-10-31").pressing() == 25);
    CHECK(office.summary("coverage", "2024-11-01").pressing() == 40); // the term is over
    const model::Unit unit = office.unit();
    need(services::correctRecord(*office.workspace, model::kindOf<model::Unit>(), unit.uid, unit.version,
                                 {{QStringLiteral("community"), QStringLiteral("羌家村")}}, {}));
    office.put("assignment",
               QStringLiteral(R"({"supervisor":"%1","community":"羌家村","from":"2024-11-01"})").arg(supervisor));
    CHECK(office.summary("coverage", "2024-11-01").pressing() == 39);
}

TEST_CASE("Quantity and legal units are asked of trading units only", "[services][SUP-3]")
{
    Office office;
    const QString supervisor = office.put("supervisor", R"({"name":"甲","recruited_on":"2024-03-10"})").toString();
    const auto report = [&](model::Trade trade, const char* question) {
        return QStringLiteral(
                   R"({"unit":"%1","supervisor":"%2","on":"2024-10-08","received_on":"2024-10-08","%3":"bad"})")
            .arg(office.unitOf(trade).uid.toString(), supervisor, QLatin1String(question));
    };
    using model::Trade;
    for (const char* question : {"quantity", "legal_units"}) {
        for (const Trade trade : {Trade::Hospital, Trade::Optician, Trade::Restaurant}) {
            const Error refused = office.refused("supervisor_report", report(trade, question));
            CHECK(refused.code == QLatin1String("not_asked"));
            CHECK(refused.where == QLatin1String(question));
        }
        for (const Trade trade : {Trade::PetrolStation, Trade::Shop, Trade::Market, Trade::SmallMerchant})
            office.put("supervisor_report", report(trade, question));
    }
    CHECK(office.all<model::Problem>().size() == 8);
    office.put("supervisor_report", report(Trade::Hospital, "instruments")); // that is asked of everybody
}

TEST_CASE("Each instrument that a report names becomes a problem about it, none twice", "[services][SUP-2]")
{
    Office office;
    office.importSample("instrument", "ledger.csv");
    const model::Unit unit = office.unitOf(model::Trade::Market);
    const auto scales = office.all<model::Instrument>({.where = {{QStringLiteral("unit"), unit.uid.toString()}}});
    const QString supervisor = office.put("supervisor", R"({"name":"甲","recruited_on":"2024-03-10"})").toString();
    const QString report =
        office
            .put(
                "supervisor_report",
                QStringLiteral(
                    R"({"unit":"%1","supervisor":"%2","on":"2024-10-08","received_on":"2024-10-09","instruments":"bad"})")
                    .arg(unit.uid.toString(), supervisor))
            .toString();
    REQUIRE(office.all<model::Problem>().size() == 1); // of the question at large
    const auto see = [&](const char* finding, const Uid& instrument, const char* name) {
        const Uid seen = office.put(
            "report_instrument",
            QStringLiteral(
                R"({"supervisor_report":"%1","instrument":"%2","finding":"%3","name":"%4","description":"王阿姨看到的"})")
                .arg(report, instrument.toString(), QLatin1String(finding), QString::fromUtf8(name)));
        const auto stored = model::fromRecord<model::ReportInstrument>(
            need(services::findRecord(*office.workspace, model::kindOf<model::ReportInstrument>(), seen)));
        return model::fromRecord<model::Problem>(
            need(services::findRecord(*office.workspace, model::kindOf<model::Problem>(), stored.problem)));
    };
    const auto overdue = see("overdue", scales[0].uid, "电子计价秤");
    CHECK(overdue.instrument == scales[0].uid);
    CHECK(office.all<model::Problem>().size() == 1); // the question's own, told of the scale
    CHECK(overdue.description == QStringLiteral("电子计价秤超周期"));
    CHECK(see("unverified", scales[1].uid, "台秤").uid != overdue.uid);
    CHECK(see("overdue", scales[0].uid, "电子计价秤").uid == overdue.uid); // seen again
    const auto cheat = see("suspected_cheating", scales[2].uid, "");
    CHECK(cheat.severity == model::Severity::Urgent);
    CHECK(cheat.dueOn == office.workspace->calendar().addWorkingDays(day("2024-10-09"), 7));
    CHECK(see("not_in_ledger", {}, "弹簧秤").fault == QStringLiteral("台账缺项或账实不符"));
    const auto problems = office.all<model::Problem>();
    CHECK(problems.size() == 4);
    for (const model::Problem& problem : problems) {
        CHECK(problem.foundOn == day("2024-10-09"));
        CHECK_FALSE(problem.description.contains(QStringLiteral("王阿姨")));
    }
}

TEST_CASE("Volunteers stand in the record of a joint inspection by number", "[services][SUP-5]")
{
    Office office;
    office.put("supervisor", R"({"name":"王阿姨","recruited_on":"2024-03-10"})");
    services::InspectionForm form;
    form.unit = office.unit().uid;
    form.kind = model::InspectionKind::Joint;
    form.on = day("2024-09-10");
    form.inspectors = QStringLiteral("甲、乙");
    form.answers.sheet = office.workspace->sheets().sheetOf(office.unit().trade)->no;
    const auto codeFor = [&](const char* supervisors) {
        form.supervisors = QString::fromUtf8(supervisors);
        const auto filed = services::recordInspection(*office.workspace, form);
        return filed ? QString() : filed.error().where;
    };
    CHECK(codeFor("王阿姨") == QLatin1String("supervisors"));
    CHECK(codeFor("7号") == QLatin1String("supervisors")); // in no roster
    CHECK(codeFor("1号").isEmpty());
    CHECK(office.all<model::Inspection>().first().supervisors == QStringLiteral("1号"));
}

TEST_CASE("Supervisors stand in the plans of joint inspections", "[services][SUP-5]")
{
    Office office;
    office.put(
        "inspection_plan",
        R"({"name":"9月联合检查","kind":"joint","from":"2024-09-02","to":"2024-09-13","team":"虞俭、监督员1号、监督员2号"})");
    const auto plan = office.all<model::InspectionPlan>().first();
    CHECK(plan.kind == model::InspectionKind::Joint);
    CHECK(rules::personsIn(plan.team).contains(QStringLiteral("监督员1号")));
    CHECK(
        office
            .refused("inspection_plan", R"({"name":"倒着的计划","kind":"joint","from":"2024-09-02","to":"2024-09-01"})")
            .where
        == QLatin1String("to"));
}

TEST_CASE("Complaints run against their clocks, overdue first", "[services][STA-5]")
{
    Office office;
    office.put(
        "complaint",
        QStringLiteral(
            R"({"kind":"complaint","received_on":"2024-11-18","channel":"hotline_12345","unit":"%1","subject":"新件"})")
            .arg(office.unit().uid.toString()));
    office.put(
        "complaint",
        R"({"kind":"report","received_on":"2024-10-08","channel":"letter","respondent":"未参建水果摊","subject":"旧件"})");
    const auto clocks = office.summary("clocks");
    REQUIRE(clocks.rows.size() == 4);
    CHECK(clocks.rows.first().cells.at(2) == QStringLiteral("旧件"));
    CHECK(clocks.rows.first().isPressing);
    CHECK(office.all<model::Complaint>().last().number == 2);
    CHECK(office
              .refused("complaint",
                       R"({"kind":"complaint","received_on":"2024-11-18","channel":"visit","subject":"无对象"})")
              .code
          == QLatin1String("required"));
    CHECK(
        office
            .refused(
                "complaint",
                R"({"kind":"complaint","received_on":"2024-11-18","channel":"visit","respondent":"某店","subject":"无理由","refused_on":"2024-11-19"})")
            .where
        == QLatin1String("refusal_item"));
}

TEST_CASE("A case goes from facts to decision in order, its penalty exact", "[services][STA-4][BUR-4]")
{
    Office office;
    const QString unit = office.unit().uid.toString();
    CHECK(
        office
            .refused(
                "enforcement_case",
                QStringLiteral(
                    R"({"number":"宝市监案〔2024〕1号","source":"inspection","unit":"%1","filed_on":"2024-09-01","facts":"使用未检定的秤","legal_basis":"计量法实施细则第43条","executed_on":"2024-10-01"})")
                    .arg(unit))
            .where
        == QLatin1String("decided_on"));
    office.put(
        "enforcement_case",
        QStringLiteral(
            R"({"number":"宝市监案〔2024〕1号","source":"inspection","unit":"%1","filed_on":"2024-09-01","facts":"使用未检定的秤","legal_basis":"计量法实施细则第43条","decided_on":"2024-10-01","decision":"罚款","penalty":"500.00"})")
            .arg(unit));
    CHECK(office.all<model::EnforcementCase>().first().penalty == Money::fromFen(50'000));
    CHECK(office.milestone("inspectors_trained", "2024-06-30").state != rules::MilestoneState::Done);
    office.put("training",
               R"({"title":"执法人员计量业务培训","audience":"inspectors","on":"2024-06-12","topics":"计量法"})");
    CHECK(office.milestone("inspectors_trained", "2024-06-30").state == rules::MilestoneState::Done);
}

TEST_CASE("Training is owed to the head and the measurement manager of each unit", "[services][BUR-1][PLAN-2]")
{
    Office office;
    const QString training =
        office
            .put(
                "training",
                R"({"title":"第一批参建单位培训","audience":"units","batch":"1","on":"2024-04-11","topics":"计量法律法规"})")
            .toString();
    const auto units = office.all<model::Unit>();
    for (const model::Unit& unit : units)
        office.put("training_attendance",
                   QStringLiteral(R"({"training":"%1","unit":"%2","person":"%3","role":"head","present":true})")
                       .arg(training, unit.uid.toString(), unit.name.left(20)));
    CHECK(office.milestone("units_trained", "2024-04-30").progress == Rate{40, 80}); // the heads
    CHECK(
        office.row("training_owed", units.first().name)
        == QStringList({units.first().name, QStringLiteral("单位负责人"), QStringLiteral("计量法律法规"), QString()}));
    CHECK(office.summary("training_owed").pressing() == 40); // the managers
    office.put("training_attendance",
               QStringLiteral(R"({"training":"%1","unit":"%2","person":"管理员","role":"manager","present":true})")
                   .arg(training, units.first().uid.toString()));
    CHECK(office.summary("training_owed").pressing() == 39);
    CHECK(office.milestone("units_trained", "2024-11-20").progress
          == Rate{41, 80}); // what the table owes, the plan owes
    office.put("training_topic", R"({"name":"周期检定","role":"manager","from":"2024-06-01"})");
    CHECK(office.summary("training_owed", "2024-05-31").pressing() == 39); // not expected yet
    CHECK(office.summary("training_owed").pressing() == 40);
    CHECK(office.row("topics", QStringLiteral("周期检定")).mid(2) == QStringList({"40", "0", "0.0%"}));
}

TEST_CASE("Meetings and the three days close their milestones by their own dates", "[services][TOWN-3][TOWN-7][PLAN-3]")
{
    Office office;
    const struct {
        const char* json;
        const char* milestone;
        const char* on;
        bool isLate;
    } rows[]{
        {R"({"title":"动员大会","kind":"mobilisation","on":"2024-04-02"})", "mobilisation_meeting", "2024-04-30",
         false},
        {R"({"title":"启动仪式","kind":"launch","on":"2024-05-08"})", "launch_ceremony", "2024-05-10", true},
        {R"({"title":"3·15活动","kind":"consumer_day","on":"2024-03-15"})", "day_315", "2024-03-20", false},
        {R"({"title":"5·20活动","kind":"metrology_day","on":"2024-05-20"})", "day_520", "2024-05-21", false},
        {R"({"title":"质量月活动","kind":"quality_month","on":"2024-09-10"})", "quality_month", "2024-09-30", false},
        {R"({"title":"上半年例会","kind":"meeting","on":"2024-06-20","minutes":"按议程进行"})", "meeting_first_half",
         "2024-06-30", false},
    };
    for (const auto& row : rows) {
        INFO(row.milestone);
        office.put("activity", QString::fromUtf8(row.json));
        const auto standing = office.milestone(row.milestone, row.on);
        CHECK(standing.state == rules::MilestoneState::Done);
        CHECK(standing.isLate == row.isLate);
    }
    CHECK(office.milestone("meeting_second_half", "2024-11-20").state
          != rules::MilestoneState::Done); // the first one does not count twice
    office.put("activity", R"({"title":"下半年例会","kind":"meeting","on":"2024-10-20"})");
    CHECK(office.milestone("meeting_second_half", "2024-11-20").state
          != rules::MilestoneState::Done); // no minutes, no meeting
}

TEST_CASE("Publicity is counted by medium, level and materials handed out",
          "[services][TOWN-6][TOWN-10][OFF-2][AWARE-1]")
{
    Office office;
    office.put(
        "media_item",
        R"({"title":"顾村开展诚信计量","medium":"newspaper","level":"district","outlet":"宝山报","on":"2024-05-21"})");
    office.put("column_post", R"({"title":"创建进展一","kind":"progress","on":"2024-05-22"})");
    CHECK(office.milestone("column_opened", "2024-06-30").state == rules::MilestoneState::Done);
    const QString poster =
        office.put("material", R"({"name":"宣传海报","kind":"poster","quantity":200,"made_on":"2024-05-10"})")
            .toString();
    office.put("handout",
               QStringLiteral(R"({"material":"%1","receiver":"甲","on":"2024-05-20","quantity":80})").arg(poster));
    office.put("awareness_survey", R"({"on":"2024-09-12","place":"菊泉广场","asked":200,"aware":173})");
    CHECK(office.refused("awareness_survey", R"({"on":"2024-09-12","place":"菊泉广场","asked":10,"aware":11})").where
          == QLatin1String("aware"));
    CHECK(office.row("publicity", QStringLiteral("区级媒体报道")).at(1) == QLatin1String("1"));
    CHECK(office.row("publicity", QStringLiteral("宣传品发放")).at(3) == QStringLiteral("印制 200 份，发放 80 份"));
    CHECK(office.row("publicity", QStringLiteral("知晓率调查")).at(3) == QStringLiteral("知晓率 86.5%"));
    CHECK(office.row("publicity", QStringLiteral("知晓率调查"), "2024-09-11").at(3) == QStringLiteral("知晓率 无"));
}

TEST_CASE("A black entry needs ground, notice and both approvals before it is published", "[services][PLAN-3]")
{
    Office office;
    const QString unit = office.unit().uid.toString();
    const QString head =
        QStringLiteral(R"({"unit":"%1","colour":"black","ground":"使用作弊秤","drafted_on":"2024-08-01")").arg(unit);
    CHECK(office.refused("list_entry", head + QStringLiteral("}")).code == QLatin1String("required"));
    CHECK(
        office.refused("list_entry", head + QStringLiteral(R"(,"finding":"复检认定作弊","published_on":"2024-09-01"})"))
            .where
        == QLatin1String("town_approved_on"));
    office.put(
        "list_entry",
        head
            + QStringLiteral(
                R"(,"finding":"复检认定作弊","notified_on":"2024-08-05","no_statement":true,"town_approved_on":"2024-08-20","bureau_approved_on":"2024-08-25","published_on":"2024-09-01","end_on":"2025-02-28"})"));
    CHECK(office.milestone("red_black_list", "2024-09-30").doneOn == day("2024-09-01"));
}

TEST_CASE("Applications go through rounds and are submitted under seal and co-signature",
          "[services][BUR-0][TOWN-0][TOWN-9]")
{
    Office office;
    const QString application =
        office.put("application", R"({"title":"创建申请书","kind":"creation","drafted_on":"2024-03-04"})").toString();
    const auto step = [&](const char* kind, const char* on) {
        office.put("application_step", QStringLiteral(R"({"application":"%1","kind":"%2","on":"%3"})")
                                           .arg(application, QLatin1String(kind), QLatin1String(on)));
    };
    step("sealed", "2024-03-08");
    step("co_signed", "2024-03-12");
    step("submitted", "2024-03-15");
    CHECK(office
              .refused("application_step",
                       QStringLiteral(R"({"application":"%1","kind":"returned","on":"2024-03-20"})").arg(application))
              .where
          == QLatin1String("opinion"));
    office.put("application_step",
               QStringLiteral(R"({"application":"%1","kind":"returned","on":"2024-03-20","opinion":"补充名额表"})")
                   .arg(application));
    CHECK(office.milestone("creation_applied", "2024-03-31").doneOn == day("2024-03-15"));
    CHECK(office.milestone("acceptance_applied", "2024-11-20").state
          != rules::MilestoneState::Done); // another application
    auto now = office.row("applications", QStringLiteral("创建申请书"));
    CHECK(now.at(2) == QStringLiteral("被退回"));
    CHECK(now.at(5) == QStringLiteral("补充名额表"));
    const Error early =
        office.refused("application_step",
                       QStringLiteral(R"({"application":"%1","kind":"accepted","on":"2024-03-21"})").arg(application));
    CHECK(early.code == QLatin1String("step_not_allowed"));
    CHECK(early.message.contains(QStringLiteral("按意见修改"))); // what comes first
    CHECK(office.summary("applications").pressing() == 1);
    step("revised", "2024-03-22");
    step("accepted", "2024-03-28");
    now = office.row("applications", QStringLiteral("创建申请书"));
    CHECK(now.at(4).isEmpty());
    CHECK(office.row("applications", QStringLiteral("创建申请书"), "2024-03-10").at(2) == QStringLiteral("已盖章"));
}

TEST_CASE("Money in, budget and spending balance exactly, and overspending is pressing", "[services][FUND-1][FUND-2]")
{
    Office office;
    office.put("budget_line",
               R"({"year":2024,"category":"publicity","payer":"town","subject":"海报手册","amount":"10000.00"})");
    office.put(
        "allotment",
        R"({"allotted_on":"2024-03-12","on":"2024-03-20","payer":"town","amount":"8000","document":"宝顾财〔2024〕5号"})");
    office.put(
        "expense",
        R"({"on":"2024-05-10","category":"publicity","payer":"town","subject":"印海报","amount":"9999.99","voucher":"记-5-12","handler":"甲"})");
    CHECK(office.row("balances", QStringLiteral("2024")).mid(3, 3) == QStringList({"10000.00", "9999.99", "0.01"}));
    CHECK(office.summary("balances").pressing() == 0);
    office.put(
        "expense",
        R"({"on":"2024-06-10","category":"publicity","payer":"town","subject":"印手册","amount":"0.02","voucher":"记-6-1","handler":"甲"})");
    CHECK(office.summary("balances").pressing() == 1);
    CHECK(office.summary("balances").sentence.contains(QStringLiteral("账面结余 -2000.01 元")));
    CHECK(office.summary("balances", "2024-05-31").pressing() == 0);
    const QString largest =
        QStringLiteral(R"({"year":2025,"category":"publicity","payer":"town","subject":"%1","amount":"%2"})");
    for (int i = 0; i < 20; ++i) // each as large as may be: they still add up
        office.put("budget_line", largest.arg(i).arg(QStringLiteral("10000000000.00")));
    const auto rows = office.summary("balances", "2025-06-30").rows;
    CHECK(std::any_of(rows.begin(), rows.end(), [](const auto& row) {
        return row.cells.join(QLatin1Char(' ')).contains(QStringLiteral("200000000000.00"));
    }));
    CHECK(office.refused("budget_line", largest.arg(99).arg(QStringLiteral("10000000000.01"))).code
          == QLatin1String("out_of_range"));
    CHECK(
        office
            .refused(
                "expense",
                R"({"on":"2024-06-10","category":"publicity","payer":"town","subject":"重号","amount":"1","voucher":"记-6-1","handler":"甲"})")
            .code
        == QLatin1String("duplicate"));
}

TEST_CASE("Commendation takes the approval of both heads; experience sums up", "[services][PLAN-8]")
{
    Office office;
    office.clock->set(QDateTime(day("2024-12-31"), QTime(9, 0)));
    const QString head =
        QStringLiteral(
            R"({"kind":"unit","unit":"%1","subject":"示范单位","reason":"器具全部有效","proposed_on":"2024-12-02")")
            .arg(office.unit().uid.toString());
    CHECK(
        office
            .refused(
                "commendation",
                head
                    + QStringLiteral(
                        R"(,"decided_on":"2024-12-10","first_approval":"2024-12-05","decision":"宝顾府〔2024〕9号"})"))
            .where
        == QLatin1String("second_approval"));
    office.put(
        "commendation",
        head
            + QStringLiteral(
                R"(,"decided_on":"2024-12-10","first_approval":"2024-12-05","second_approval":"2024-12-06","decision":"宝顾府〔2024〕9号"})"));
    office.put("experience", R"({"title":"创建经验","on":"2024-12-20"})");
    CHECK(office.milestone("commended", "2024-12-31").state == rules::MilestoneState::Done);
    CHECK(office.milestone("summed_up", "2024-12-31").state == rules::MilestoneState::Done);
}

TEST_CASE("The annual summary's figures count the year's records", "[services][BUR-6]")
{
    Office office;
    office.clock->set(QDateTime(day("2024-12-31"), QTime(9, 0)));
    office.put("activity", R"({"title":"例会","kind":"meeting","on":"2024-06-20"})");
    office.put("activity", R"({"title":"去年的例会","kind":"meeting","on":"2023-12-20"})");
    CHECK(office.row("year_figures", QStringLiteral("会议和宣传活动（场）")).at(1) == QLatin1String("1"));
    CHECK(office.row("year_figures", QStringLiteral("参建单位（家）")).at(1) == QLatin1String("40"));
    office.put("annual_report", R"({"title":"2024年度总结","year":2024,"on":"2024-12-10","sent_on":"2024-12-15"})");
    CHECK(office.milestone("annual_summary", "2024-12-31").doneOn == day("2024-12-15"));
}

TEST_CASE("Handing over names what is open, what is out and where the copies lie", "[services][HAND-1]")
{
    Office office;
    office.put(
        "handover",
        R"({"on":"2024-09-01","from_person":"王霄凌","to_person":"接手人","open_work":"两家未交自查","papers_out":"验收申请送签中","backup_place":"办公室保险柜移动硬盘","roles_moved":true,"signed_by_both":true})");
    const auto handover = office.all<model::Handover>().first();
    CHECK(handover.rolesMoved);
    CHECK(handover.signedByBoth);
    CHECK(handover.papersOut == QStringLiteral("验收申请送签中"));
    CHECK(office.refused("handover", R"({"on":"2024-09-01","from_person":"王霄凌"})").where
          == QLatin1String("to_person"));
}

TEST_CASE("Tasks broken down from goals are owed until done, each with its proof", "[services][TOWN-1]")
{
    Office office;
    office.put(
        "task",
        QStringLiteral(
            R"({"goal":"器具受检率100%%","title":"核对台账","milestone":"instruments_verified","organisation":"%1","set_on":"2024-03-10","due_on":"2024-11-15","deliverable":"台账"})")
            .arg(office.organisation().toString()));
    CHECK(office.milestone("tasks_broken_down", "2024-03-31").doneOn == day("2024-03-10"));
    const auto task = office.all<model::Task>().first();
    const auto rows = office.summary("owed").rows;
    CHECK(std::any_of(rows.begin(), rows.end(),
                      [&](const auto& row) { return row.record == task.uid && row.isPressing; }));
    const auto goals = need(services::tasksOn(*office.workspace, day("2024-11-20")));
    REQUIRE(goals.size() == 1);
    CHECK(goals.first().milestones.first().state == rules::MilestoneState::Missed);
    CHECK(goals.first().milestones.first().why.contains(QStringLiteral("对应节点")));
    const auto correct = [&](const services::FieldValues& values) {
        return services::correctRecord(*office.workspace, model::kindOf<model::Task>(), task.uid, task.version, values,
                                       {});
    };
    CHECK(correct({{QStringLiteral("done_on"), day("2024-11-14")}}).error().where == QLatin1String("proof"));
    need(
        correct({{QStringLiteral("done_on"), day("2024-11-14")}, {QStringLiteral("proof"), QStringLiteral("核对表")}}));
    CHECK(office.row("tasks", task.goal).at(4) == QStringLiteral("已完成"));
    CHECK(office.row("tasks", task.goal, "2024-11-13").at(4) == QStringLiteral("有风险")); // the last days of its time
    const QString unknown =
        QStringLiteral(
            R"({"goal":"g","title":"t","milestone":"no_such","organisation":"%1","set_on":"2024-03-10","due_on":"2024-11-15"})")
            .arg(office.organisation().toString());
    CHECK(office.refused("task", unknown).code == QLatin1String("unknown_milestone"));
}

TEST_CASE("Benchmark units carry a reason and a day", "[services][TOWN-4]")
{
    Office office;
    const model::Unit unit = office.unit();
    need(services::correctRecord(*office.workspace, model::kindOf<model::Unit>(), unit.uid, unit.version,
                                 {{QStringLiteral("benchmark"), true},
                                  {QStringLiteral("benchmark_reason"), QStringLiteral("行业龙头")},
                                  {QStringLiteral("benchmark_on"), day("2024-06-05")}},
                                 {}));
    CHECK(office.milestone("benchmarks_named", "2024-06-30").doneOn == day("2024-06-05"));
}

TEST_CASE("What the verification body can do on one round is grouped by road", "[services][BUR-2]")
{
    Office office;
    office.importSample("instrument", "ledger.csv");
    const auto visits = office.summary("visits");
    REQUIRE_FALSE(visits.rows.isEmpty());
    QStringList roads;
    for (const auto& row : visits.rows)
        roads << row.cells.first();
    QStringList sorted = roads;
    std::sort(sorted.begin(), sorted.end());
    CHECK(roads == sorted);
    const auto list = office.summary("booking_list");
    qint64 toVisit = 0;
    for (const auto& row : visits.rows)
        toVisit += row.cells.at(3).toLongLong();
    CHECK(toVisit > 0);
    CHECK(list.rows.size() > 0);
    const QString path = office.folder.filePath(QStringLiteral("预约送检单.xlsx"));
    CHECK(need(services::exportSummary(QStringLiteral("预约送检单"), list, path)) == list.rows.size());
    office.put("service_point", R"({"name":"菊泉便民服务点","address":"菊泉街 1 号","from":"2024-05-20"})");
    CHECK(office.milestone("service_points", "2024-09-30").doneOn == day("2024-05-20"));
}

TEST_CASE("An instrument out for repair is asked after when it should be back, and owed until it is",
          "[services][BUR-2]")
{
    Office office;
    office.importSample("instrument", "ledger.csv");
    const auto scale = office.all<model::Instrument>().first();
    const Uid sent = office.put(
        "instrument_event",
        QStringLiteral(
            R"({"instrument":"%1","on":"2024-11-04","kind":"sent_to_repair","body":"维修部","expected_on":"2024-11-15","reason":"示值失准"})")
            .arg(scale.uid.toString()));
    CHECK(office.summary("instruments_out", "2024-11-14").pressing() == 0);
    const auto out = office.summary("instruments_out");
    REQUIRE(out.pressing() == 1);
    CHECK(out.rows.first().cells.contains(QStringLiteral("维修部")));
    const auto isOwed = [&] {
        const auto rows = office.summary("owed").rows;
        return std::any_of(rows.begin(), rows.end(),
                           [&](const auto& row) { return row.record == sent && row.isPressing; });
    };
    CHECK(isOwed());
    CHECK(
        office
            .refused(
                "instrument_event",
                QStringLiteral(
                    R"({"instrument":"%1","on":"2024-11-04","kind":"sent_to_verify","expected_on":"2024-11-03","reason":"到期"})")
                    .arg(scale.uid.toString()))
            .where
        == QLatin1String("expected_on"));
    const auto event = office.all<model::InstrumentEvent>().first();
    need(services::correctRecord(*office.workspace, model::kindOf<model::InstrumentEvent>(), sent, event.version,
                                 {{QStringLiteral("returned_on"), day("2024-11-19")}}, {}));
    CHECK(office.summary("instruments_out").rows.isEmpty());
    CHECK_FALSE(isOwed());
}

TEST_CASE("Opinions of the acceptance visit are put right before it counts as done", "[services][PLAN-7][BUR-5]")
{
    Office office;
    office.clock->set(QDateTime(day("2024-12-31"), QTime(9, 0)));
    const QString visit = office.put("acceptance_visit", R"({"on":"2024-11-18","team":"市局验收组"})").toString();
    CHECK(office.milestone("acceptance_held", "2024-11-20").state == rules::MilestoneState::Done);
    office.put(
        "acceptance_opinion",
        QStringLiteral(R"({"acceptance_visit":"%1","content":"补张贴承诺书","due_on":"2024-11-25"})").arg(visit));
    CHECK(office.milestone("opinions_rectified", "2024-11-30").state != rules::MilestoneState::Done);
    const auto opinion = office.all<model::AcceptanceOpinion>().first();
    need(services::correctRecord(*office.workspace, model::kindOf<model::AcceptanceOpinion>(), opinion.uid,
                                 opinion.version, {{QStringLiteral("done_on"), day("2024-11-24")}}, {}));
    CHECK(office.milestone("opinions_rectified", "2024-11-30").doneOn == day("2024-11-24"));
}

TEST_CASE("Each trade and the organiser are scored on their own sheet",
          "[services][STD-1][STD-2][STD-3][STD-4][STD-5][STD-6][STD-7][STD-8]")
{
    Office office;
    QSet<int> sheets;
    const auto scoreOn = [&](const Uid& unit, const rules::Sheet& sheet, bool isSpoilt) {
        services::InspectionForm form;
        form.unit = unit;
        form.kind = model::InspectionKind::Daily;
        form.on = day("2024-09-10");
        form.inspectors = QStringLiteral("甲、乙");
        form.answers.sheet = sheet.no;
        for (const rules::SheetItem& item : sheet.items)
            form.answers.answers.append(rules::goodAnswer(item));
        if (isSpoilt)
            for (rules::Answer& answer : form.answers.answers)
                if (answer.occurrences) {
                    answer.occurrences = 1;
                    break;
                }
        const auto filed = need(services::recordInspection(*office.workspace, form));
        sheets.insert(sheet.no);
        return need(services::scoreOf(*office.workspace, filed.uid));
    };
    const auto& edition = office.workspace->sheets();
    const auto organiser = scoreOn({}, *edition.sheet(1), false);
    CHECK(organiser.score == Points::whole(100));
    for (const auto& word : model::wordsOf<model::Trade>()) {
        const rules::Sheet& sheet = *edition.sheetOf(word.value);
        const Uid unit = office.unitOf(word.value).uid;
        INFO(sheet.title);
        const auto good = scoreOn(unit, sheet, false);
        CHECK(good.score == Points::whole(100));
        CHECK(good.edition == edition.name);
        const auto spoilt = scoreOn(unit, sheet, true);
        CHECK(*spoilt.score < Points::whole(100));
        CHECK(std::any_of(spoilt.items.begin(), spoilt.items.end(),
                          [](const auto& item) { return item.points && *item.points < item.max; }));
    }
    CHECK(sheets.size() == 8);
    CHECK_FALSE(office.summary("improvements").rows.isEmpty());
    CHECK(office.summary("inspections").pressing() == 33); // seven of forty were looked at
}

TEST_CASE("Self-checks and expert checks of units and organiser close the self-check phase",
          "[services][TOWN-2][PLAN-6]")
{
    Office office;
    const auto inspect = [&](const Uid& unit, model::InspectionKind kind, const char* on) {
        services::InspectionForm form;
        form.unit = unit;
        form.kind = kind;
        form.on = day(on);
        form.inspectors = QStringLiteral("甲、乙");
        const auto& sheets = office.workspace->sheets();
        const rules::Sheet& sheet =
            unit.isNull()
                ? *sheets.sheet(1)
                : *sheets.sheetOf(model::fromRecord<model::Unit>(
                                      need(services::findRecord(*office.workspace, model::kindOf<model::Unit>(), unit)))
                                      .trade);
        form.answers.sheet = sheet.no;
        for (const rules::SheetItem& item : sheet.items)
            form.answers.answers.append(rules::goodAnswer(item));
        need(services::recordInspection(*office.workspace, form));
    };
    for (const model::Unit& unit : office.all<model::Unit>()) {
        inspect(unit.uid, model::InspectionKind::SelfCheck, "2024-10-20");
        inspect(unit.uid, model::InspectionKind::Expert, "2024-11-05");
    }
    CHECK(office.milestone("organiser_self_checked", "2024-10-31").state != rules::MilestoneState::Done);
    inspect({}, model::InspectionKind::SelfCheck, "2024-10-25");
    inspect({}, model::InspectionKind::Expert, "2024-11-06");
    for (const char* key :
         {"units_self_checked", "organiser_self_checked", "expert_checked", "expert_checked_organiser"})
        CHECK(office.milestone(key, "2024-11-15").state == rules::MilestoneState::Done);
}

TEST_CASE("Pledges are signed, displayed and looked for", "[services][OFF-1][SUP-1][PLAN-5]")
{
    Office office;
    for (const model::Unit& unit : office.all<model::Unit>())
        office.put(
            "commitment",
            QStringLiteral(R"({"unit":"%1","signed_on":"2024-04-10","displayed":"present","seen_on":"2024-06-05"})")
                .arg(unit.uid.toString()));
    CHECK(office.milestone("commitments_signed", "2024-04-30").doneOn == day("2024-04-10"));
    CHECK(office.milestone("commitments_displayed", "2024-06-04").state
          != rules::MilestoneState::Done); // nobody has looked yet
    CHECK(office.milestone("commitments_displayed", "2024-06-30").doneOn == day("2024-06-05"));
    const QString supervisor = office.put("supervisor", R"({"name":"甲","recruited_on":"2024-03-10"})").toString();
    office.put("supervisor_report",
               QStringLiteral(
                   R"({"unit":"%1","supervisor":"%2","on":"2024-10-08","received_on":"2024-10-08","commitment":"bad"})")
                   .arg(office.unit().uid.toString(), supervisor));
    REQUIRE(office.all<model::Problem>().size() == 1);
    CHECK(office.all<model::Problem>().first().fault == QStringLiteral("承诺书未张贴"));
}

TEST_CASE("Units are counted by road, the notice's key roads marked", "[services][SCOPE-2]")
{
    Office office;
    const auto status = need(services::statusOn(*office.workspace, day("2024-11-20")));
    QStringList key;
    qint64 units = 0;
    for (const rules::RoadStanding& road : status.roads) {
        units += road.units.size();
        if (road.isKeyRoad)
            key << road.road;
    }
    key.sort();
    CHECK(key == QStringList({QStringLiteral("水产西路"), QStringLiteral("菊盛路")}));
    CHECK(units == 40);
}

TEST_CASE("The notice's own contradictions are named, not refused", "[services][ORG-5][SCOPE-3]")
{
    Office office;
    QStringList why;
    for (const rules::Finding& finding : services::checkPlan(*office.workspace))
        why << finding.why;
    const QString all = why.join(QLatin1Char('\n'));
    for (const char* named : {"副组长", "刘行", "初评审", "复评审", "初创建"})
        CHECK(all.contains(QString::fromUtf8(named)));
}

TEST_CASE("Days that the office sets hold from their day on, for everybody who counts by them",
          "[services][settings][SUP-4]")
{
    Office office;
    office.put("setting", R"({"name":"ordinary_problem","days":5,"from":"2024-09-01","reason":"迎检前从严"})");
    office.put("setting", R"({"name":"feedback_answer","days":1,"from":"2024-09-01","reason":"迎检前从严"})");
    const QString supervisor = office.put("supervisor", R"({"name":"甲","recruited_on":"2024-03-10"})").toString();
    const auto dueAfter = [&](const char* receivedOn) {
        office.put("supervisor_report",
                   QStringLiteral(R"({"unit":"%1","supervisor":"%2","on":"%3","received_on":"%3","commitment":"bad"})")
                       .arg(office.unit().uid.toString(), supervisor, QLatin1String(receivedOn)));
        return office.all<model::Problem>().last().dueOn;
    };
    CHECK(dueAfter("2024-08-30") == office.workspace->calendar().addWorkingDays(day("2024-08-30"), 30));
    CHECK(dueAfter("2024-09-02") == day("2024-09-09"));
    CHECK(office.summary("feedback", "2024-08-31").sentence.contains(QStringLiteral("超过 3 个工作日")));
    CHECK(office.summary("feedback", "2024-09-03").sentence.contains(QStringLiteral("超过 1 个工作日")));
    CHECK(office.row("settings", QStringLiteral("答复监督反馈的工作日")).value(1) == QStringLiteral("1"));
    CHECK(office.row("settings", QStringLiteral("答复监督反馈的工作日"), "2024-08-31").value(1) == QStringLiteral("3"));
}

TEST_CASE("A file holds one campaign", "[services]")
{
    Office office;
    CHECK(office
              .refused("campaign",
                       R"({"title":"另一个","applicant":"某镇","plan_id":"x","from":"2024-01-01","to":"2024-12-31"})")
              .code
          == QStringLiteral("single_record"));
}

TEST_CASE("One person speaks for several units, and who has nobody is listed", "[services][TOWN-4]")
{
    Office office;
    const QString table = QStringLiteral("单位名称\t联络员\t联系电话\n%1\t张三\t021-56040001\n%2\t张三\t021-56040001\n")
                              .arg(office.unit(0).name, office.unit(1).name);
    const auto& kind = model::kindOf<model::Liaison>();
    CHECK(need(services::importClipboard(*office.workspace, kind, table, {})).accepted == 2);
    CHECK(need(services::importClipboard(*office.workspace, kind, table, {})).rejected == 2); // the same two again
    const auto before = office.summary("liaisons");
    CHECK(office.row("liaisons", office.unit(0).name).at(2) == QStringLiteral("张三"));
    CHECK(office.row("liaisons", office.unit(2).name).at(2).isEmpty());
    office.put("liaison",
               QStringLiteral(R"({"unit":"%1","person":"李四","phone":"021-1","from":"2024-01-08","to":"2024-11-19"})")
                   .arg(office.unit(2).uid.toString()));
    CHECK(office.summary("liaisons").pressing() == before.pressing()); // he has left
    office.put("liaison", QStringLiteral(R"({"organisation":"%1","person":"王五","phone":"021-2"})")
                              .arg(office.organisation().toString()));
    CHECK(office.summary("liaisons").pressing() == before.pressing() - 1);
}

TEST_CASE("Reports are told by level and medium, and what nothing shows stands out", "[services][OFF-2]")
{
    Office office;
    office.put("media_item",
               R"({"title":"镇报报道","medium":"newspaper","level":"town","outlet":"镇报","on":"2024-04-02"})");
    const Uid linked = office.put(
        "media_item",
        R"({"title":"公众号推送","medium":"wechat","level":"district","outlet":"公众号","on":"2024-04-03","link":"https://example.org/1"})");
    office.put("media_item",
               R"({"title":"区报报道","medium":"newspaper","level":"district","outlet":"区报","on":"2024-04-04"})");
    const Uid poster =
        office.put("material", R"({"name":"海报","kind":"poster","quantity":100,"made_on":"2024-04-05"})");
    CHECK(office.row("publicity", QStringLiteral("区级媒体报道")).at(3)
          == QStringLiteral("报刊 1 篇、微信公众号 1 篇"));
    CHECK(office.row("publicity", QStringLiteral("镇级媒体报道")).at(3) == QStringLiteral("报刊 1 篇"));
    const auto proofs = office.summary("publicity_proofs");
    CHECK(proofs.rows.size() == 4);
    CHECK(proofs.pressing() == 3);
    for (const rules::SummaryRow& row : proofs.rows)
        CHECK(row.isPressing == (row.record != linked));
    need(services::attachFiles(*office.workspace, {QStringLiteral("material"), poster},
                               {need(services::loadBytes(picture(30, 20), QStringLiteral("海报.png")))}));
    CHECK(office.summary("publicity_proofs").pressing() == 2);
}

TEST_CASE("A market owes its stallholders' commitments, and each stall the contract that follows the one that ends",
          "[services]")
{
    Office office;
    const model::Unit market = office.unitOf(model::Trade::Market);
    const Uid stall = office.put(
        "stallholder", QStringLiteral(R"({"unit":"%1","stall":"3号","name":"摊主甲"})").arg(market.uid.toString()));
    const QString lacking = office.row("dossiers", market.name).at(3);
    CAPTURE(lacking);
    CHECK(lacking.contains(QStringLiteral("1 户经营户的承诺")));
    const auto holder = office.all<model::Stallholder>().first();
    need(services::correctRecord(
        *office.workspace, model::kindOf<model::Stallholder>(), stall, holder.version,
        {{QStringLiteral("committed"), true}, {QStringLiteral("committed_on"), day("2024-11-01")}}, {}));
    CHECK_FALSE(office.row("dossiers", market.name).at(3).contains(QStringLiteral("经营户的承诺")));
    const QString json = QStringLiteral(R"({"stallholder":"%1","number":"%2","from":"%3","to":"%4"})");
    const Uid ended =
        office.put("stall_contract", json.arg(stall.toString(), QStringLiteral("菜-1"), QStringLiteral("2023-11-01"),
                                              QStringLiteral("2024-10-31")));
    CHECK(office.owed(ended).value(2) == QStringLiteral("摊位合同到期"));
    office.put("stall_contract", json.arg(stall.toString(), QStringLiteral("菜-2"), QStringLiteral("2024-11-01"),
                                          QStringLiteral("2025-10-31")));
    CHECK(office.owed(ended).isEmpty());
}
