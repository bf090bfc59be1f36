// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "model/closing_records.h"
#include "model/service_records.h"
#include "model/supervisor_records.h"
#include "services/carry_over.h"
#include "services/overview.h"
#include "services/upkeep.h"

using namespace chengheng;
using namespace chengheng::test;

TEST_CASE("The next round begins with today's units, ledger and open problems; the old file stays as it was",
          "[services][LONG-1][SCOPE-3]")
{
    OpenCampaign old;
    old.importSample("unit", "roster.xlsx");
    old.importSample("instrument", "ledger.csv");
    const model::Unit leaving = old.unitOf(model::Trade::Restaurant);
    const auto& withdraw = *services::findAction(model::kindOf<model::Unit>(), QStringLiteral("withdraw"));
    need(services::doAction(
        *old.workspace, withdraw, leaving.uid,
        {{QStringLiteral("from"), day("2024-09-01")}, {QStringLiteral("reason"), QStringLiteral("停业")}}));
    model::Problem problem;
    problem.unit = old.unitOf(model::Trade::Market).uid;
    problem.fault = QStringLiteral("其他");
    problem.description = QStringLiteral("公平秤位置不明显");
    problem.foundOn = day("2024-09-02");
    problem.dueOn = day("2024-10-15");
    const Uid open = need(services::addRecord(*old.workspace, model::toRecord(problem))).uid;
    model::Supervisor serving;
    serving.name = QStringLiteral("甲");
    serving.recruitedOn = day("2024-03-01");
    need(services::addRecord(*old.workspace, model::toRecord(serving)));
    serving.name = QStringLiteral("乙");
    serving.endedOn = day("2024-08-01");
    need(services::addRecord(*old.workspace, model::toRecord(serving)));
    for (const model::Instrument& instrument : old.all<model::Instrument>().mid(0, 5)) {
        model::InstrumentEvent repair;
        repair.instrument = instrument.uid;
        repair.on = day("2024-09-20");
        repair.kind = model::InstrumentEventKind::Repaired;
        repair.reason = QStringLiteral("换传感器");
        need(services::addRecord(*old.workspace, model::toRecord(repair)));
    }
    model::Setting setting;
    setting.name = model::SettingName::UrgentProblem;
    setting.days = 2;
    setting.from = day("2024-09-02");
    setting.reason = QStringLiteral("镇里要求更快");
    need(services::addRecord(*old.workspace, model::toRecord(setting)));
    model::Experience lesson;
    lesson.title = QStringLiteral("公平秤要放在出口");
    lesson.on = day("2024-09-28");
    need(services::addRecord(*old.workspace, model::toRecord(lesson)));
    const auto before = need(services::ledgerFiguresOn(*old.workspace, day("2024-10-01"))).figures;

    OpenCampaign next;
    const auto carried = need(services::carryOver(*old.workspace, *next.workspace));
    CHECK(carried.units == 39);
    CHECK(carried.openProblems == 1);
    CHECK(carried.supervisors == 1);
    REQUIRE(next.all<model::Setting>().size() == 1);
    CHECK(next.all<model::Setting>().first().days == 2);
    CHECK(next.all<model::Unit>().size() == 39);
    CHECK(next.all<model::Problem>().first().uid == open); // the same record then and now
    for (const model::Unit& unit : next.all<model::Unit>()) {
        CHECK(unit.uid != leaving.uid);
        CHECK_FALSE(unit.station.isNull());
    }
    const auto after = need(services::ledgerFiguresOn(*next.workspace, day("2024-10-01"))).figures;
    CHECK(after.inUse == before.inUse);
    CHECK(after.inTimePassed == before.inTimePassed);
    CHECK(old.all<model::Unit>().size() == 40);
    const auto campaign = next.all<model::Campaign>().first();
    CHECK(campaign.predecessor == old.all<model::Campaign>().first().title);
    CHECK(campaign.predecessorOn == day("2024-12-31"));

    CHECK(carried.lessons == 1);
    CHECK(next.all<model::Experience>().first().title == lesson.title);

    // then and now stand side by side
    const auto& thenAndNow = *rules::findSummary(QStringLiteral("then_and_now"));
    const auto rowOf = [&](const QString& title) {
        for (const rules::SummaryRow& row :
             need(services::summaryOn(*next.workspace, thenAndNow, day("2024-10-01"))).rows)
            if (row.cells.first() == title)
                return row.cells;
        return QStringList();
    };
    CHECK(rowOf(QStringLiteral("参建单位数")).mid(1) == QStringList({"39", "2024-10-01", "39", "0"}));
    CHECK(rowOf(QStringLiteral("受检率")).value(1).endsWith(QLatin1Char('%')));

    // the old round is over: it is read, never written
    CHECK(carried.notClosed.isEmpty());
    CHECK(old.workspace->isReadOnly());
    CHECK(old.workspace->closedSentence().contains(QStringLiteral("只能查看")));
    const auto late = services::addRecord(*old.workspace, model::toRecord(problem));
    REQUIRE_FALSE(late);
    CHECK(late.error().code == QLatin1String("campaign_closed"));
    old.reopenAs({QStringLiteral("甲"), services::Role::Clerk, {}, true});
    CHECK(old.workspace->isReadOnly()); // also when it is opened again
    CHECK(services::reopenCampaign(*old.workspace).error().kind == ErrorKind::Denied);
    old.reopenAs({QStringLiteral("管理员"), services::Role::Administrator, {}, true});
    need(services::reopenCampaign(*old.workspace)); // it was a mistake
    CHECK_FALSE(old.workspace->isReadOnly());

    CHECK(services::carryOver(*old.workspace, *next.workspace).error().code == QLatin1String("not_empty"));
    CHECK_FALSE(old.workspace->isReadOnly()); // nothing was carried, nothing is closed
    CHECK(next.all<model::Unit>().size() == 39);
}
