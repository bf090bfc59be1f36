// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "model/training_records.h"
#include "services/tables.h"
#include "services/undo.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

Uid training(OpenCampaign& campaign, const QString& title)
{
    model::Training training;
    training.title = title;
    training.audience = model::Audience::Units;
    training.on = day("2024-09-20");
    training.topics = QStringLiteral("计量法规");
    return need(services::addRecord(*campaign.workspace, model::toRecord(training))).uid;
}

services::ImportReport paste(OpenCampaign& campaign, const QString& table, const Uid& training)
{
    services::ImportOptions options;
    options.given = {{QStringLiteral("training"), training.toString()}};
    return need(
        services::importClipboard(*campaign.workspace, model::kindOf<model::TrainingAttendance>(), table, options));
}

} // namespace

TEST_CASE("Rows are imported under the record they belong to, which the table need not name", "[services][BUR-1]")
{
    OpenCampaign campaign;
    const Uid first = training(campaign, QStringLiteral("第一批"));
    const Uid second = training(campaign, QStringLiteral("第二批"));
    CHECK(paste(campaign, QStringLiteral("姓名\t身份\n张三\t计量管理员\n李四\t计量管理员\n"), first).accepted == 2);
    CHECK(paste(campaign, QStringLiteral("姓名\t身份\n张三\t计量管理员\n"), second).accepted
          == 1); // another training's 张三
    CHECK(
        paste(campaign, QStringLiteral("培训名称\t姓名\t身份\n\t王五\t计量管理员\n第二批\t赵六\t计量管理员\n"), second)
            .accepted
        == 2);
    const auto again = paste(campaign, QStringLiteral("姓名\t身份\n张三\t计量管理员\n"), first);
    REQUIRE(again.rejected == 1);
    CHECK(again.verdicts.first().faults.first().code == QStringLiteral("already_there"));
    const auto other = paste(campaign, QStringLiteral("培训名称\t姓名\t身份\n第一批\t钱七\t计量管理员\n"), second);
    REQUIRE(other.rejected == 1);
    CHECK(other.verdicts.first().faults.first().code == QStringLiteral("belongs_elsewhere"));
    qsizetype ofFirst = 0;
    for (const auto& one : campaign.all<model::TrainingAttendance>())
        ofFirst += one.training == first;
    CHECK(ofFirst == 2);
    CHECK(campaign.all<model::TrainingAttendance>().size() == 5);
}

TEST_CASE("A name answered to be none of those offered is unknown", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const QString name = campaign.unitOf(model::Trade::Optician).name + QStringLiteral("店");
    services::ImportOptions answered;
    answered.sameAs.insert(name, Uid());
    const auto report = need(services::importClipboard(
        *campaign.workspace, model::kindOf<model::Instrument>(),
        QStringLiteral("单位名称\t器具名称\t出厂编号\n%1\t焦度计\tN-1\n").arg(name), answered));
    REQUIRE(report.rejected == 1);
    CHECK(report.nearMatches.isEmpty());
    CHECK(report.verdicts.first().faults.first().code == QStringLiteral("unknown_unit"));
}

TEST_CASE("Several records are given the same value as one intent, all or none of them", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const model::RecordKind& kind = model::kindOf<model::Unit>();
    const auto units = need(services::listRecords(*campaign.workspace, kind)).mid(0, 3);
    const services::FieldValues road{{QStringLiteral("road"), QStringLiteral("共富路")}};
    const auto written = need(services::correctRecords(*campaign.workspace, units, road));
    CHECK(written.version == units.last().version + 1);
    qsizetype filled = 0;
    for (const auto& unit : campaign.all<model::Unit>())
        filled += unit.road == QStringLiteral("共富路");
    CHECK(filled >= 3);
    need(services::undoLast(*campaign.workspace)); // all three at once
    CHECK(need(services::findRecord(*campaign.workspace, kind, units.first().uid)).value(QStringLiteral("road"))
          == units.first().value(QStringLiteral("road")));
    const auto stale = services::correctRecords(*campaign.workspace, units, road);
    REQUIRE_FALSE(stale); // their versions are those of before
    CHECK(stale.error().kind == ErrorKind::Conflict);
    const auto dated =
        services::correctRecords(*campaign.workspace, units, {{QStringLiteral("trade"), QStringLiteral("shop")}});
    REQUIRE_FALSE(dated);
    CHECK(dated.error().code == QStringLiteral("moves_a_figure"));
    CHECK(dated.error().where == QStringLiteral("trade"));
    CHECK_FALSE(services::correctRecords(*campaign.workspace, {}, road));
}

TEST_CASE("A write tells the version that the record has now", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const model::RecordKind& kind = model::kindOf<model::Unit>();
    const auto unit = campaign.unitOf(model::Trade::Market);
    auto written = need(services::correctRecord(*campaign.workspace, kind, unit.uid, unit.version,
                                                {{QStringLiteral("head"), QStringLiteral("甲")}}, {}));
    written = need(services::correctRecord(*campaign.workspace, kind, unit.uid, written.version,
                                           {{QStringLiteral("head"), QStringLiteral("乙")}}, {}));
    written = need(services::reviseRecord(
        *campaign.workspace, kind, unit.uid, written.version,
        {{QStringLiteral("trade"), QStringLiteral("shop")}, {QStringLiteral("head"), QStringLiteral("丙")}},
        day("2024-09-01"), QStringLiteral("转业")));
    CHECK(written.version == need(services::findRecord(*campaign.workspace, kind, unit.uid)).version);
}
