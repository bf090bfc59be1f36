// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "model/supervisor_records.h"
#include "services/ledger_matching.h"
#include "services/undo.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// A supervisor was at a market and named an instrument.
struct Visit : OpenCampaign {
    model::Unit market;
    Uid report;
    Uid scale;

    Visit()
    {
        importSample("unit", "roster.xlsx");
        market = unitOf(model::Trade::Market);
        scale = instrumentOf(market, QStringLiteral("SC-0012"));
        model::Supervisor supervisor;
        supervisor.name = QStringLiteral("甲");
        supervisor.recruitedOn = day("2024-03-01");
        model::SupervisorReport made;
        made.supervisor = need(services::addRecord(*workspace, model::toRecord(supervisor))).uid;
        made.unit = market.uid;
        made.on = made.receivedOn = day("2024-09-11");
        report = need(services::addRecord(*workspace, model::toRecord(made))).uid;
    }

    Uid instrumentOf(const model::Unit& unit, const QString& serial)
    {
        model::Instrument instrument;
        instrument.unit = unit.uid;
        instrument.name = QStringLiteral("电子计价秤");
        instrument.serial = serial;
        return need(services::addRecord(*workspace, model::toRecord(instrument))).uid;
    }

    Uid seen(const QString& name, const QString& serial)
    {
        model::ReportInstrument one;
        one.supervisorReport = report;
        one.finding = model::InstrumentFinding::NotInLedger;
        one.name = name;
        one.serial = serial;
        one.place = QStringLiteral("A-03摊");
        one.description = QStringLiteral("没有合格标志");
        return need(services::addRecord(*workspace, model::toRecord(one))).uid;
    }

    model::ReportInstrument stored(const Uid& uid)
    {
        return model::fromRecord<model::ReportInstrument>(
            need(services::findRecord(*workspace, model::kindOf<model::ReportInstrument>(), uid)));
    }
};

} // namespace

TEST_CASE("A match is suggested, accepted and taken back", "[services][SUP-2]")
{
    Visit visit;
    const Uid seen = visit.seen(QStringLiteral("计价秤"), QStringLiteral("sc-0012"));
    const auto matches = need(services::suggestMatches(*visit.workspace, seen));
    REQUIRE(matches.size() == 1);
    CHECK(matches.first().instrument == visit.scale);
    CHECK(matches.first().isCertain);
    const Uid foreign = visit.instrumentOf(visit.unitOf(model::Trade::Shop), QStringLiteral("B-9"));
    CHECK(services::acceptMatch(*visit.workspace, seen, foreign).error().code == QStringLiteral("other_unit"));
    CHECK(visit.stored(seen).instrument.isNull());
    const auto accepted = need(services::acceptMatch(*visit.workspace, seen, visit.scale));
    CHECK(visit.stored(seen).instrument == visit.scale);
    REQUIRE(visit.all<model::Problem>().size() == 1);
    CHECK(visit.all<model::Problem>().first().instrument == visit.scale);
    need(services::undoEntry(*visit.workspace, accepted.seq));
    CHECK(visit.stored(seen).instrument.isNull());
    CHECK(visit.all<model::Problem>().first().instrument.isNull());
}

TEST_CASE("An instrument that is in no ledger becomes a row in one step, without a word on who saw it",
          "[services][SUP-2]")
{
    Visit visit;
    const Uid seen = visit.seen(QStringLiteral("电子台秤"), QStringLiteral("T-7"));
    CHECK(need(services::suggestMatches(*visit.workspace, seen)).isEmpty());
    const auto entered = need(services::enterInLedger(*visit.workspace, seen));
    const auto record = need(services::findRecord(*visit.workspace, model::kindOf<model::Instrument>(), entered.uid));
    const auto row = model::fromRecord<model::Instrument>(record);
    CHECK(row.unit == visit.market.uid);
    CHECK(row.name == QStringLiteral("电子台秤"));
    CHECK(row.serial == QStringLiteral("T-7"));
    CHECK(row.place == QStringLiteral("A-03摊"));
    CHECK(row.cycleMonths == 12); // the catalogue's
    CHECK(row.remarks.isEmpty());
    CHECK(visit.stored(seen).instrument == entered.uid);
    CHECK(services::enterInLedger(*visit.workspace, seen).error().code == QStringLiteral("already_there"));
    need(services::undoEntry(*visit.workspace, entered.seq));
    CHECK(visit.all<model::Instrument>().size() == 1);
    CHECK(visit.stored(seen).instrument.isNull());
}

TEST_CASE("What cannot become a row is refused with its reason", "[services][SUP-2]")
{
    struct Case {
        const char* name;
        const char* serial;
        const char* code;
        const char* where;
    };
    Visit visit;
    for (const Case& c : std::initializer_list<Case>{{"", "T-7", "required", "name"},
                                                     {"电子计价秤", "SC-0012", "already_there", "serial"}}) {
        const auto refused = services::enterInLedger(
            *visit.workspace, visit.seen(QString::fromUtf8(c.name), QString::fromUtf8(c.serial)));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == QLatin1String(c.code));
        CHECK(refused.error().where == QLatin1String(c.where));
    }
    CHECK(visit.all<model::Instrument>().size() == 1);
    const Uid seen = visit.seen(QStringLiteral("电子台秤"), {});
    visit.reopenAs({QStringLiteral("领导"), services::Role::Leader, {}, true});
    CHECK(services::enterInLedger(*visit.workspace, seen).error().kind == ErrorKind::Denied);
    CHECK(services::acceptMatch(*visit.workspace, seen, visit.scale).error().kind == ErrorKind::Denied);
    visit.reopenAs({QStringLiteral("所里人"), services::Role::Officer, visit.market.station, true});
    CHECK(services::suggestMatches(*visit.workspace, seen).error().kind
          == ErrorKind::Denied); // supervisors stay in the office
}
