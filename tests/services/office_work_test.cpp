// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "model/application_records.h"
#include "model/dossier_records.h"
#include "model/inspection_records.h"
#include "model/service_records.h"
#include "model/survey_records.h"
#include "services/inspections.h"
#include "services/overview.h"
#include "services/picks.h"
#include "services/undo.h"

using namespace chengheng;
using namespace chengheng::test;
using services::FieldValues;

namespace {

struct BusyOffice : OpenCampaign {
    BusyOffice()
    {
        clock->set(QDateTime(day("2024-11-20"), QTime(9, 0)));
        importSample("unit", "roster.xlsx");
    }

    services::Written does(const char* kind, const char* action, const QVector<Uid>& uids, const FieldValues& inputs)
    {
        const model::RecordKind& register_ = *model::findKind(QLatin1String(kind));
        return need(
            services::doAction(*workspace, *services::findAction(register_, QLatin1String(action)), uids, inputs));
    }

    void selfCheck(const model::Unit& unit, const char* on)
    {
        services::InspectionForm form;
        form.unit = unit.uid;
        form.kind = model::InspectionKind::SelfCheck;
        form.on = day(on);
        form.inspectors = QStringLiteral("管理员");
        form.answers.sheet = workspace->sheets().sheetOf(unit.trade)->no;
        need(services::recordInspection(*workspace, form));
    }

    rules::Summary summary(const char* key)
    {
        return need(services::summaryOn(*workspace, *rules::findSummary(QLatin1String(key)), day("2024-11-20")));
    }

    model::Instrument instrumentOn(const Uid& uid, const char* on)
    {
        return model::fromRecord<model::Instrument>(
            need(services::findRecord(*workspace, model::kindOf<model::Instrument>(), uid, day(on))));
    }
};

FieldValues roundOf(const char* name, const char* askedOn, const char* dueOn)
{
    return {{QStringLiteral("round"), QString::fromUtf8(name)},
            {QStringLiteral("asked_on"), day(askedOn)},
            {QStringLiteral("due_on"), day(dueOn)}};
}

} // namespace

TEST_CASE("Many units are asked for self-checks at once, and a filed one hands itself in", "[services][OFF-0][PLAN-6]")
{
    BusyOffice office;
    const auto units = office.all<model::Unit>();
    office.does("unit", "self_check_request", {units[0].uid, units[1].uid, units[2].uid},
                roundOf("上半年", "2024-05-06", "2024-05-31"));
    office.does("unit", "self_check_request", {units[0].uid, units[1].uid},
                roundOf("下半年", "2024-10-08", "2024-10-31"));
    CHECK(office.summary("self_checks").pressing() == 5);
    office.selfCheck(units[0], "2024-05-20");
    office.selfCheck(units[0], "2024-10-20");
    office.selfCheck(units[1], "2024-10-09"); // answers the earlier request, late
    const auto handedIn = [&](const Uid& unit) {
        QStringList days;
        for (const auto& one :
             office.all<model::SelfCheckRequest>({.where = {{QStringLiteral("unit"), unit.toString()}}}))
            days << one.handedInOn.toString(Qt::ISODate);
        days.sort();
        return days;
    };
    CHECK(handedIn(units[0].uid) == QStringList{QStringLiteral("2024-05-20"), QStringLiteral("2024-10-20")});
    CHECK(handedIn(units[1].uid) == QStringList{QString(), QStringLiteral("2024-10-09")});
    CHECK(office.summary("self_checks").pressing() == 2);
    office.does("unit", "self_check_request", {units[0].uid},
                roundOf("补登", "2024-10-10", "2024-10-31")); // entered afterwards
    CHECK(handedIn(units[0].uid).size() == 3);
    CHECK_FALSE(handedIn(units[0].uid).contains(QString()));
}

TEST_CASE("An instrument that was moved stands at its new place from that day on", "[services][BUR-2]")
{
    BusyOffice office;
    office.importSample("instrument", "ledger.csv");
    const auto scale = office.all<model::Instrument>().first();
    const auto moved = office.does("instrument", "instrument_event", {scale.uid},
                                   {{QStringLiteral("on"), day("2024-09-10")},
                                    {QStringLiteral("kind"), QStringLiteral("moved")},
                                    {QStringLiteral("place"), QStringLiteral("二楼服务台")},
                                    {QStringLiteral("reason"), QStringLiteral("装修")}});
    CHECK(office.instrumentOn(scale.uid, "2024-09-09").place == scale.place);
    CHECK(office.instrumentOn(scale.uid, "2024-09-10").place == QStringLiteral("二楼服务台"));
    need(services::undoEntry(*office.workspace, moved.seq));
    CHECK(office.instrumentOn(scale.uid, "2024-09-10").place == scale.place);
    const auto& action = *services::findAction(model::kindOf<model::Instrument>(), QStringLiteral("instrument_event"));
    const auto refused = services::doAction(*office.workspace, action, scale.uid,
                                            {{QStringLiteral("on"), day("2024-09-10")},
                                             {QStringLiteral("kind"), QStringLiteral("moved")},
                                             {QStringLiteral("reason"), QStringLiteral("装修")}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == QLatin1String("place"));
}

TEST_CASE("An instrument that was sealed again has its new seal from that day on", "[services][BUR-2]")
{
    BusyOffice office;
    office.importSample("instrument", "ledger.csv");
    const auto scale = office.all<model::Instrument>().first();
    FieldValues sealing{{QStringLiteral("on"), day("2024-09-10")},
                        {QStringLiteral("kind"), QStringLiteral("resealed")},
                        {QStringLiteral("reason"), QStringLiteral("维修后加封")}};
    const auto& action = *services::findAction(model::kindOf<model::Instrument>(), QStringLiteral("instrument_event"));
    const auto unnamed = services::doAction(*office.workspace, action, scale.uid, sealing);
    REQUIRE_FALSE(unnamed);
    CHECK(unnamed.error().where == QLatin1String("seal_number"));
    sealing.insert(QStringLiteral("seal_number"), QStringLiteral("F-2024-9"));
    office.does("instrument", "instrument_event", {scale.uid}, sealing);
    CHECK(office.instrumentOn(scale.uid, "2024-09-09").sealNumber == scale.sealNumber);
    CHECK(office.instrumentOn(scale.uid, "2024-09-10").sealNumber == QStringLiteral("F-2024-9"));
    CHECK(office.instrumentOn(scale.uid, "2024-09-10").place == scale.place);
    office.does("instrument", "instrument_event", {scale.uid},
                {{QStringLiteral("on"), day("2024-09-11")},
                 {QStringLiteral("kind"), QStringLiteral("installed")},
                 {QStringLiteral("reason"), QStringLiteral("新购")}});
}

TEST_CASE("Where an instrument stands is picked from its own unit's departments and stalls, or typed", "[services]")
{
    BusyOffice office;
    const auto units = office.all<model::Unit>();
    const auto add = [&](const char* name, const model::Unit& unit) {
        model::Department department;
        department.unit = unit.uid;
        department.name = QString::fromUtf8(name);
        need(services::addRecord(*office.workspace, model::toRecord(department)));
    };
    add("检验科", units[0]);
    add("药剂科", units[1]);
    model::Stallholder stall;
    stall.unit = units[0].uid;
    stall.stall = QStringLiteral("3号");
    stall.name = QStringLiteral("摊主甲");
    need(services::addRecord(*office.workspace, model::toRecord(stall)));
    const auto& kind = model::kindOf<model::Instrument>();
    const auto picks =
        need(services::picksOf(*office.workspace, *kind.field(QStringLiteral("place")), day("2024-11-20")));
    const auto offered = [&](const Uid& unit) {
        QStringList keys;
        for (const model::Choice& one : services::picksFor(picks, unit))
            keys << one.key;
        return keys;
    };
    CHECK(offered(units[0].uid) == QStringList{QStringLiteral("检验科"), QStringLiteral("3号")});
    CHECK(offered(units[1].uid) == QStringList{QStringLiteral("药剂科")});
    CHECK(offered({}).isEmpty());
    const auto report = need(services::importClipboard(
        *office.workspace, kind,
        QStringLiteral("单位名称\t器具名称\t使用地点\n%1\t血压计\t检验科\n%1\t血压计\t走廊\n").arg(units[0].name), {}));
    CHECK(report.accepted == 2);
}

TEST_CASE("A candidate is taken in or turned down on a day, with reason and informant, and its dossier opened",
          "[services][STA-1][STA-2][TOWN-4]")
{
    BusyOffice office;
    const auto enter = [&](const char* name) {
        model::Unit unit;
        unit.name = QString::fromUtf8(name);
        unit.trade = model::Trade::Shop;
        unit.participation = model::Participation::Candidate;
        return need(services::addRecord(*office.workspace, model::toRecord(unit))).uid;
    };
    const auto stored = [&](const Uid& uid) {
        return model::fromRecord<model::Unit>(
            need(services::findRecord(*office.workspace, model::kindOf<model::Unit>(), uid, day("2024-11-20"))));
    };
    const Uid good = enter("虚构便利店");
    const Uid poor = enter("虚构杂货店");
    CHECK_FALSE(stored(good).dossierOn.isValid());
    office.does("unit", "join", {good},
                {{QStringLiteral("from"), day("2024-03-05")},
                 {QStringLiteral("reason"), QStringLiteral("经营规范")},
                 {QStringLiteral("reported_by"), QStringLiteral("顾村所")}});
    office.does(
        "unit", "reject", {poor},
        {{QStringLiteral("from"), day("2024-03-05")}, {QStringLiteral("reason"), QStringLiteral("无固定场所")}});
    CHECK(stored(good).participation == model::Participation::Participating);
    CHECK(stored(good).dossierOn == day("2024-03-05"));
    CHECK(stored(poor).participation == model::Participation::Rejected);
    CHECK_FALSE(stored(poor).dossierOn.isValid());
    QStringList informants;
    for (const auto& change : office.all<model::DatedChange>())
        informants << change.reportedBy;
    informants.sort();
    CHECK(informants == QStringList{QString(), QStringLiteral("顾村所")});
}

TEST_CASE("A survey counts instruments by kind", "[services][STA-1]")
{
    BusyOffice office;
    model::Survey survey;
    survey.unit = office.all<model::Unit>().first().uid;
    survey.on = day("2024-02-10");
    survey.surveyor = QStringLiteral("甲");
    const Uid uid = need(services::addRecord(*office.workspace, model::toRecord(survey))).uid;
    for (const auto& [name, quantity] : {std::pair{"血压计", 6}, std::pair{"体温计", 12}})
        office.does(
            "survey", "survey_instrument", {uid},
            {{QStringLiteral("name"), QString::fromUtf8(name)}, {QStringLiteral("quantity"), qint64(quantity)}});
    CHECK(office.all<model::SurveyInstrument>().size() == 2);
    const auto rows = office.summary("survey_figures").rows;
    CHECK(std::any_of(rows.begin(), rows.end(), [](const rules::SummaryRow& row) {
        return row.cells.first() == QStringLiteral("器具：体温计") && row.cells.at(4) == QStringLiteral("12");
    }));
}

TEST_CASE("The trade table tells of fair scales that are checked in time; a dossier of what was seen",
          "[services][STD-0][UNIT-1][TOWN-4]")
{
    BusyOffice office;
    const auto market = office.unitOf(model::Trade::Market);
    model::Instrument scale;
    scale.unit = market.uid;
    scale.name = QStringLiteral("公平秤");
    scale.purpose = model::Purpose::FairScale;
    need(services::addRecord(*office.workspace, model::toRecord(scale)));
    const auto rowOf = [&](const char* summary, const QString& first) {
        for (const auto& row : office.summary(summary).rows)
            if (row.cells.first() == first)
                return row.cells;
        return QStringList();
    };
    CHECK(rowOf("trade_care", QStringLiteral("菜场")).last() == QLatin1String("0.0%"));
    model::FairScaleCheck check;
    check.unit = market.uid;
    check.on = day("2024-11-15");
    check.checker = QStringLiteral("管理员");
    need(services::addRecord(*office.workspace, model::toRecord(check)));
    CHECK(rowOf("trade_care", QStringLiteral("菜场")).last() == QLatin1String("100.0%"));

    CHECK(rowOf("dossiers", market.name).at(4) == QStringLiteral("没有记录"));
    need(services::correctRecord(*office.workspace, model::kindOf<model::Unit>(), market.uid, market.version,
                                 {{QStringLiteral("benchmark"), true}}, {}));
    CHECK(rowOf("dossiers", market.name).at(3).contains(QStringLiteral("标杆理由")));
}

TEST_CASE("Plans of inspections say whom they have reached, trades how they stand by month and by points",
          "[services][STA-3][PLAN-4]")
{
    BusyOffice office;
    model::InspectionPlan plan;
    plan.name = QStringLiteral("10月菜场自查");
    plan.kind = model::InspectionKind::SelfCheck;
    plan.from = day("2024-10-08");
    plan.to = day("2024-10-31");
    plan.trade = model::Trade::Market;
    need(services::addRecord(*office.workspace, model::toRecord(plan)));
    const auto market = office.unitOf(model::Trade::Market);
    office.selfCheck(market, "2024-10-20");
    const auto progress = office.summary("plan_progress").rows.first();
    CHECK(progress.cells.at(5) == QStringLiteral("1"));
    CHECK(progress.isPressing);
    CHECK_FALSE(progress.cells.at(6).contains(market.name));

    services::InspectionForm form;
    form.unit = market.uid;
    form.kind = model::InspectionKind::Daily;
    form.on = day("2024-09-10");
    form.inspectors = QStringLiteral("甲、乙");
    form.answers.sheet = 2;
    for (const rules::SheetItem& item : office.workspace->sheets().sheet(2)->items)
        form.answers.answers.append(rules::goodAnswer(item));
    need(services::recordInspection(*office.workspace, form));
    const auto months = office.summary("inspection_months");
    const auto at = months.columns.indexOf(QStringLiteral("2024-09"));
    REQUIRE(at > 0);
    CHECK(months.rows.last().cells.at(at) == QStringLiteral("1"));
    const auto total = office.summary("score_figures").rows.last().cells;
    CHECK(total.at(2) == QStringLiteral("1"));
    CHECK(total.at(3) == QStringLiteral("100"));
    CHECK(total.at(4) == QStringLiteral("1")); // 优秀
}

TEST_CASE("An inspection's notice lists its problems, and there is one only", "[services][BUR-3][PLAN-4]")
{
    BusyOffice office;
    const auto shop = office.unitOf(model::Trade::Shop);
    services::InspectionForm form;
    form.unit = shop.uid;
    form.kind = model::InspectionKind::Joint;
    form.on = day("2024-09-10");
    form.inspectors = QStringLiteral("甲、乙");
    rules::Answer twoWanting;
    twoWanting.item = QStringLiteral("3.01");
    twoWanting.occurrences = 2;
    form.answers = {3, {}, {twoWanting}};
    const Uid visit = need(services::recordInspection(*office.workspace, form)).uid;
    const FieldValues inputs{{QStringLiteral("issuer"), QStringLiteral("advice")},
                             {QStringLiteral("issued_on"), day("2024-09-11")},
                             {QStringLiteral("due_on"), day("2024-10-22")}};
    const auto& action = *services::findAction(model::kindOf<model::Inspection>(), QStringLiteral("draft_notice"));
    CHECK(services::doAction(*office.workspace, action, visit, inputs).error().code
          == QLatin1String("nothing_to_demand"));
    const auto suggested = need(services::suggestProblems(*office.workspace, visit));
    REQUIRE(suggested.size() == 1);
    need(services::addRecord(*office.workspace, model::toRecord(suggested.first().problem)));
    const auto notice = model::fromRecord<model::RectificationNotice>(
        need(services::findRecord(*office.workspace, model::kindOf<model::RectificationNotice>(),
                                  need(services::doAction(*office.workspace, action, visit, inputs)).uid)));
    CHECK(notice.unit == shop.uid);
    CHECK(notice.inspection == visit);
    CHECK(notice.content.startsWith(QStringLiteral("1．")));
    CHECK(notice.content.contains(QStringLiteral("评分项3.01")));
    CHECK(services::doAction(*office.workspace, action, visit, inputs).error().code == QLatin1String("already_issued"));
}

TEST_CASE("What was said becomes a problem that it points to, once", "[services][BUR-3][PLAN-7]")
{
    BusyOffice office;
    const auto unit = office.all<model::Unit>().first();
    model::AcceptanceVisit visit;
    visit.on = day("2024-11-18");
    visit.team = QStringLiteral("市局验收组");
    model::AcceptanceOpinion opinion;
    opinion.acceptanceVisit = need(services::addRecord(*office.workspace, model::toRecord(visit))).uid;
    opinion.unit = unit.uid;
    opinion.content = QStringLiteral("补张贴承诺书");
    opinion.dueOn = day("2024-11-25");
    const Uid said = need(services::addRecord(*office.workspace, model::toRecord(opinion))).uid;
    struct Case {
        const char* kind;
        Uid source;
        const char* fault;
        model::ProblemSource from;
        QString description;
    };
    for (const Case& c :
         {Case{"acceptance_opinion", said, "承诺书未张贴", model::ProblemSource::Opinion, opinion.content}}) {
        CAPTURE(c.kind);
        const model::RecordKind& kind = *model::findKind(QLatin1String(c.kind));
        const auto& action = *services::findAction(kind, QStringLiteral("raise_problem"));
        const FieldValues inputs{{QStringLiteral("fault"), QString::fromUtf8(c.fault)},
                                 {QStringLiteral("found_on"), day("2024-11-18")},
                                 {QStringLiteral("severity"), QStringLiteral("serious")},
                                 {QStringLiteral("due_on"), day("2024-12-10")}};
        const Uid raised = need(services::doAction(*office.workspace, action, c.source, inputs)).uid;
        const auto problem = model::fromRecord<model::Problem>(
            need(services::findRecord(*office.workspace, model::kindOf<model::Problem>(), raised)));
        CHECK(problem.unit == unit.uid);
        CHECK(problem.source == c.from);
        CHECK(problem.description == c.description);
        const auto source = need(services::findRecord(*office.workspace, kind, c.source));
        CHECK(model::textOf(source.value(QStringLiteral("problem"))) == raised.toString());
        CHECK(services::doAction(*office.workspace, action, c.source, inputs).error().code
              == QLatin1String("already_there"));
    }
}

TEST_CASE("An expert's opinion is entered from the visit it was given at", "[services][BUR-3][PLAN-6]")
{
    BusyOffice office;
    const auto shop = office.unitOf(model::Trade::Shop);
    services::InspectionForm form;
    form.unit = shop.uid;
    form.kind = model::InspectionKind::Expert;
    form.on = day("2024-11-10");
    form.inspectors = QStringLiteral("专家一");
    form.answers.sheet = 3;
    const Uid visit = need(services::recordInspection(*office.workspace, form)).uid;
    office.does("inspection", "give_opinion", {visit},
                {{QStringLiteral("fault"), QStringLiteral("制度缺失")},
                 {QStringLiteral("description"), QStringLiteral("补进货验收制度")},
                 {QStringLiteral("severity"), QStringLiteral("ordinary")},
                 {QStringLiteral("due_on"), day("2024-12-10")}});
    const auto problems = office.all<model::Problem>();
    REQUIRE(problems.size() == 1);
    CHECK(problems.first().inspection == visit);
    CHECK(problems.first().unit == shop.uid);
    CHECK(problems.first().foundOn == day("2024-11-10"));
    CHECK(problems.first().source == model::ProblemSource::Opinion);
}
