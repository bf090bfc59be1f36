// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "rules/organisation_view.h"
#include "services/history.h"
#include "services/overview.h"
#include "services/undo.h"

using namespace chengheng;
using namespace chengheng::test;
using services::FieldValues;

namespace {

model::Unit newUnit(const QString& name)
{
    model::Unit unit;
    unit.name = name;
    unit.trade = model::Trade::Restaurant;
    return unit;
}

} // namespace

TEST_CASE("A new campaign seats the notice's people", "[services][ORG-1][ORG-2][ORG-4]")
{
    OpenCampaign campaign;
    CHECK(campaign.all<model::Seat>().size() == 16);
    const auto seats = need(services::seatsOn(*campaign.workspace, day("2024-06-13")));
    CHECK(seats.first().person == QStringLiteral("郑杨"));
    CHECK(campaign.all<model::Campaign>().first().noticeNumber == QStringLiteral("宝顾府〔2024〕3号"));
}

TEST_CASE("Natural replacement: each day has its own holder", "[services][ORG-3]")
{
    OpenCampaign campaign;
    const auto seat = campaign.all<model::Seat>().first();
    const auto& replace = *services::findAction(model::kindOf<model::Seat>(), QStringLiteral("replace"));
    need(services::doAction(
        *campaign.workspace, replace, seat.uid,
        {{QStringLiteral("person"), QStringLiteral("接任者")}, {QStringLiteral("from"), day("2024-09-01")}}));
    CHECK(need(services::seatsOn(*campaign.workspace, day("2024-08-31"))).first().person == QStringLiteral("郑杨"));
    CHECK(need(services::seatsOn(*campaign.workspace, day("2024-09-01"))).first().person == QStringLiteral("接任者"));
    const auto again = services::doAction(
        *campaign.workspace, replace, seat.uid,
        {{QStringLiteral("person"), QStringLiteral("更早者")}, {QStringLiteral("from"), day("2024-08-01")}});
    REQUIRE_FALSE(again);
    CHECK(again.error().where == QStringLiteral("from"));
}

TEST_CASE("A record with faults is refused with its first fault", "[services]")
{
    OpenCampaign campaign;
    const auto refused = services::addRecord(*campaign.workspace, model::toRecord(newUnit({})));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == QStringLiteral("name"));
    need(services::addRecord(*campaign.workspace, model::toRecord(newUnit(QStringLiteral("甲店")))));
    const auto twice = services::addRecord(*campaign.workspace, model::toRecord(newUnit(QStringLiteral("甲店"))));
    REQUIRE_FALSE(twice);
    CHECK(twice.error().kind == ErrorKind::Conflict);
}

TEST_CASE("A retried intent is done once", "[services]")
{
    OpenCampaign campaign;
    const Uid intent = Uid::create();
    const auto record = model::toRecord(newUnit(QStringLiteral("甲店")));
    const auto first = need(services::addRecord(*campaign.workspace, record, intent));
    const auto second = need(services::addRecord(*campaign.workspace, record, intent));
    CHECK(first.seq == second.seq);
    CHECK(campaign.all<model::Unit>().size() == 1);
}

TEST_CASE("A change holds from its day, a correction for all days", "[services][STA-2]")
{
    OpenCampaign campaign;
    const auto& kind = model::kindOf<model::Unit>();
    const Uid uid =
        need(services::addRecord(*campaign.workspace, model::toRecord(newUnit(QStringLiteral("甲店"))))).uid;
    need(services::changeRecord(*campaign.workspace, kind, uid, {{QStringLiteral("trade"), QStringLiteral("shop")}},
                                day("2024-06-01"), QStringLiteral("改营超市")));
    const auto tradeOn = [&](const char* iso) {
        return model::textOf(
            need(services::findRecord(*campaign.workspace, kind, uid, day(iso))).value(QStringLiteral("trade")));
    };
    CHECK(tradeOn("2024-05-31") == QStringLiteral("restaurant"));
    CHECK(tradeOn("2024-06-01") == QStringLiteral("shop"));
    const auto silent = services::correctRecord(*campaign.workspace, kind, uid, 1,
                                                {{QStringLiteral("trade"), QStringLiteral("market")}}, {});
    REQUIRE_FALSE(silent);
    CHECK(silent.error().code == QStringLiteral("reason_required"));
    need(services::correctRecord(*campaign.workspace, kind, uid, 1,
                                 {{QStringLiteral("trade"), QStringLiteral("market")}}, QStringLiteral("登记时选错")));
    CHECK(tradeOn("2024-05-31") == QStringLiteral("market"));
    const auto stale = services::correctRecord(*campaign.workspace, kind, uid, 1,
                                               {{QStringLiteral("head"), QStringLiteral("张三")}}, {});
    REQUIRE_FALSE(stale);
    CHECK(stale.error().kind == ErrorKind::Conflict);
}

TEST_CASE("Undo takes back one's own last intent and only that", "[services]")
{
    OpenCampaign campaign;
    const auto& kind = model::kindOf<model::Unit>();
    const auto added = need(services::addRecord(*campaign.workspace, model::toRecord(newUnit(QStringLiteral("甲店")))));
    need(services::correctRecord(*campaign.workspace, kind, added.uid, 1,
                                 {{QStringLiteral("head"), QStringLiteral("张三")}}, {}));
    const auto under = services::undoEntry(*campaign.workspace, added.seq);
    REQUIRE_FALSE(under); // the row changed since
    const auto last = services::lastUndoable(*campaign.workspace);
    REQUIRE(last);
    need(services::undoEntry(*campaign.workspace, last->seq));
    CHECK(campaign.all<model::Unit>().first().head.isEmpty());
    CHECK(campaign.all<model::Unit>().size() == 1);
    campaign.reopenAs({QStringLiteral("别人"), services::Role::Clerk, {}, true});
    CHECK_FALSE(services::lastUndoable(*campaign.workspace));
}

TEST_CASE("Rights by role", "[services]")
{
    using services::Role;
    OpenCampaign campaign;
    const auto stations =
        campaign.all<model::Organisation>({.where = {{QStringLiteral("kind"), QStringLiteral("station")}}});
    auto unit = newUnit(QStringLiteral("刘行店"));
    unit.station = stations.last().uid;
    const Uid uid = need(services::addRecord(*campaign.workspace, model::toRecord(unit))).uid;
    struct Case {
        Role role;
        Uid station;
        bool mayWriteUnit;
        bool mayWriteSeat;
    };
    const std::vector<Case> cases{{Role::Administrator, {}, true, true},
                                  {Role::Clerk, {}, true, true},
                                  {Role::Section, {}, true, true},
                                  {Role::Officer, stations.last().uid, true, false},
                                  {Role::Officer, stations.first().uid, false, false},
                                  {Role::Leader, {}, false, false}};
    for (const Case& c : cases) {
        INFO(services::roleLabel(c.role));
        campaign.reopenAs({QStringLiteral("某人"), c.role, c.station, true});
        const auto version = campaign.all<model::Unit>().first().version;
        const auto written = services::correctRecord(
            *campaign.workspace, model::kindOf<model::Unit>(), uid, version,
            {{QStringLiteral("head"), services::roleLabel(c.role) + QString::number(version)}}, {});
        CHECK(written.has_value() == c.mayWriteUnit);
        if (!written)
            CHECK(written.error().kind == ErrorKind::Denied);
        const auto seat = campaign.all<model::Seat>().first();
        const auto seated =
            services::correctRecord(*campaign.workspace, model::kindOf<model::Seat>(), seat.uid, seat.version,
                                    {{QStringLiteral("role"), services::roleLabel(c.role)}}, {});
        CHECK(seated.has_value() == c.mayWriteSeat);
        CHECK(campaign.all<model::Unit>().size() == 1); // everybody reads
    }
}

TEST_CASE("One visit verifies many instruments with numbers running on", "[services][PLAN-4]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    campaign.importSample("instrument", "ledger.csv");
    QVector<Uid> chosen;
    for (const auto& instrument : campaign.all<model::Instrument>().first(3))
        chosen.append(instrument.uid);
    const auto& verify = *services::findAction(model::kindOf<model::Instrument>(), QStringLiteral("verify"));
    need(services::doAction(*campaign.workspace, verify, chosen,
                            {{QStringLiteral("verified_on"), day("2024-09-30")},
                             {QStringLiteral("result"), QStringLiteral("passed")},
                             {QStringLiteral("certificate"), QStringLiteral("沪检第0098号")}}));
    QStringList certificates;
    for (const auto& verification : campaign.all<model::Verification>())
        if (verification.verifiedOn == day("2024-09-30") && verification.certificate.startsWith(QStringLiteral("沪检")))
            certificates << verification.certificate;
    certificates.sort();
    CHECK(
        certificates
        == QStringList{QStringLiteral("沪检第0098号"), QStringLiteral("沪检第0099号"), QStringLiteral("沪检第0100号")});
}

TEST_CASE("Correcting a cycle moves the ends that rest on it", "[services][PLAN-4]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    need(services::importClipboard(
        *campaign.workspace, model::kindOf<model::Instrument>(),
        QStringLiteral(
            "单位名称\t器具名称\t出厂编号\t周期(月)\t检定日期\t检定结论\n%1\t血压计\tX1\t12\t2024-03-01\t合格\n")
            .arg(campaign.unitOf(model::Trade::Hospital).name),
        {}));
    CHECK(campaign.all<model::Verification>().first().effectiveEnd == day("2025-02-28"));
    const auto instrument = campaign.all<model::Instrument>().first();
    need(services::correctRecord(*campaign.workspace, model::kindOf<model::Instrument>(), instrument.uid,
                                 instrument.version, {{QStringLiteral("cycle_months"), qint64(6)}},
                                 QStringLiteral("规程为6个月")));
    CHECK(campaign.all<model::Verification>().first().effectiveEnd == day("2024-08-31"));
}

TEST_CASE("A form that mixes dated and plain fields is saved as one intent or not at all", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const model::Unit unit = campaign.all<model::Unit>().first();
    const auto revise = [&](const QString& person, qint64 version) {
        return services::reviseRecord(
            *campaign.workspace, model::kindOf<model::Unit>(), unit.uid, version,
            {{QStringLiteral("participation"), QStringLiteral("withdrawn")}, {QStringLiteral("head"), person}},
            day("2024-09-01"), QStringLiteral("停业"));
    };
    const auto stale = revise(QStringLiteral("张三"), unit.version + 7);
    REQUIRE_FALSE(stale);
    const auto untouched =
        need(services::findRecord(*campaign.workspace, model::kindOf<model::Unit>(), unit.uid, day("2024-12-01")));
    CHECK(model::textOf(untouched.value(QStringLiteral("participation"))) == QStringLiteral("participating"));
    const qint64 seq = need(revise(QStringLiteral("李四"), unit.version)).seq;
    const auto before =
        need(services::findRecord(*campaign.workspace, model::kindOf<model::Unit>(), unit.uid, day("2024-08-31")));
    const auto after =
        need(services::findRecord(*campaign.workspace, model::kindOf<model::Unit>(), unit.uid, day("2024-09-01")));
    CHECK(model::textOf(before.value(QStringLiteral("participation"))) == QStringLiteral("participating"));
    CHECK(model::textOf(after.value(QStringLiteral("participation"))) == QStringLiteral("withdrawn"));
    CHECK(model::textOf(after.value(QStringLiteral("head"))) == QStringLiteral("李四"));
    CHECK(need(services::timelineOf(*campaign.workspace, unit.uid)).first().seq == seq);
}

TEST_CASE("The ledger's figures are the same from the narrow reading, under every filter and on any day",
          "[services][PLAN-4]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    campaign.importSample("instrument", "ledger.csv");
    campaign.stop(campaign.all<model::Instrument>().first().uid, "2024-09-01");
    const model::Unit hospital = campaign.unitOf(model::Trade::Hospital);
    QVector<rules::DueOptions> filters(4);
    filters[1].unit = hospital.uid;
    filters[2].station = hospital.station;
    filters[3].trade = model::Trade::Market;
    for (const rules::DueOptions& filter : filters)
        for (const char* on : {"2023-12-31", "2024-08-31", "2024-10-01", "2026-01-01"}) {
            const auto narrow = need(services::ledgerFiguresOn(*campaign.workspace, day(on), filter));
            const auto whole = need(services::ledgerOn(*campaign.workspace, day(on), filter)).report;
            CHECK(narrow.figures == whole.figures);
            CHECK(narrow.lines.isEmpty());
            const auto same = [](const QVector<rules::DueGroup>& a, const QVector<rules::DueGroup>& b) {
                return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                                  [](const rules::DueGroup& x, const rules::DueGroup& y) {
                                      return x.key == y.key && x.label == y.label && x.figures == y.figures;
                                  });
            };
            CHECK(same(narrow.byUnit, whole.byUnit));
            CHECK(same(narrow.byTrade, whole.byTrade));
            CHECK(same(narrow.byStation, whole.byStation));
        }
}

TEST_CASE("An officer neither takes a unit from another station nor gives one away", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto units = campaign.all<model::Unit>();
    const auto own = units.first();
    const auto other =
        *std::find_if(units.begin(), units.end(), [&](const auto& unit) { return unit.station != own.station; });
    campaign.reopenAs({QStringLiteral("所员"), services::Role::Officer, own.station, true});
    const auto move = [&](const model::Unit& unit, const Uid& station) {
        return services::correctRecord(*campaign.workspace, model::kindOf<model::Unit>(), unit.uid, unit.version,
                                       {{QStringLiteral("station"), station.toString()}}, QStringLiteral("登记错了"));
    };
    CHECK(move(other, own.station).error().kind == ErrorKind::Denied);
    CHECK(move(own, other.station).error().kind == ErrorKind::Denied);
}

TEST_CASE("A step of a problem is checked however it is entered", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    model::Problem problem;
    problem.unit = campaign.all<model::Unit>().first().uid;
    problem.fault = QStringLiteral("其他");
    problem.description = QStringLiteral("标价签缺单位");
    problem.foundOn = day("2024-09-01");
    problem.dueOn = day("2024-09-20");
    model::ProblemStep closing;
    closing.problem = need(services::addRecord(*campaign.workspace, model::toRecord(problem))).uid;
    closing.kind = model::StepKind::Closed;
    closing.on = day("2024-09-10");
    closing.persons = QStringLiteral("甲");
    CHECK_FALSE(services::addRecord(*campaign.workspace, model::toRecord(closing))); // nothing was put right
    need(services::doAction(
        *campaign.workspace, *services::findAction(model::kindOf<model::Problem>(), QStringLiteral("advise")),
        closing.problem,
        {{QStringLiteral("on"), day("2024-09-02")}, {QStringLiteral("persons"), QStringLiteral("甲")}}));
    model::ProblemStep extension = closing;
    extension.kind = model::StepKind::Extended;
    extension.newDueOn = day("2024-10-20");
    campaign.reopenAs({QStringLiteral("经办"), services::Role::Clerk, {}, true});
    CHECK(services::addRecord(*campaign.workspace, model::toRecord(extension)).error().kind == ErrorKind::Denied);
    campaign.reopenAs({QStringLiteral("领导"), services::Role::Leader, {}, true});
    need(services::doAction(*campaign.workspace,
                            *services::findAction(model::kindOf<model::Problem>(), QStringLiteral("extend")),
                            closing.problem,
                            {{QStringLiteral("on"), day("2024-09-15")},
                             {QStringLiteral("persons"), QStringLiteral("领导")},
                             {QStringLiteral("new_due_on"), day("2024-10-20")},
                             {QStringLiteral("remarks"), QStringLiteral("等配件")}}));
}

TEST_CASE("A list of a past day leaves out what came later", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    campaign.importSample("instrument", "ledger.csv");
    const auto all = campaign.all<model::Verification>();
    const auto then = campaign.all<model::Verification>({.asOf = day("2024-01-01")});
    CHECK(then.size() < all.size());
    for (const model::Verification& verification : then)
        CHECK(verification.verifiedOn <= day("2024-01-01"));
}

TEST_CASE("Ends of verifications follow a cycle that changed from an earlier day on", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    need(services::importClipboard(
        *campaign.workspace, model::kindOf<model::Instrument>(),
        QStringLiteral(
            "单位名称\t器具名称\t出厂编号\t检定日期\t周期(月)\t检定结论\n%1\t台秤\tT1\t2024-06-01\t12\t合格\n")
            .arg(campaign.all<model::Unit>().first().name),
        {}));
    CHECK(campaign.all<model::Verification>().first().effectiveEnd == day("2025-05-31"));
    need(services::changeRecord(
        *campaign.workspace, model::kindOf<model::Instrument>(), campaign.all<model::Instrument>().first().uid,
        {{QStringLiteral("cycle_months"), qint64(6)}}, day("2024-05-01"), QStringLiteral("规程修订")));
    CHECK(campaign.all<model::Verification>().first().effectiveEnd == day("2024-11-30"));
}
