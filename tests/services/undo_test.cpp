// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "services/undo.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

services::Written addUnit(services::Workspace& workspace)
{
    model::Unit unit;
    unit.name = QStringLiteral("甲店");
    unit.trade = model::Trade::Shop;
    return need(services::addRecord(workspace, model::toRecord(unit)));
}

QStringList headsOf(OpenCampaign& campaign)
{
    QStringList heads;
    for (const model::Unit& unit : campaign.all<model::Unit>())
        heads << unit.head;
    return heads;
}

} // namespace

TEST_CASE("Undo again goes further back and never does again what was undone", "[services]")
{
    OpenCampaign campaign;
    auto& workspace = *campaign.workspace;
    const auto& kind = model::kindOf<model::Unit>();
    const auto added = addUnit(workspace);
    need(services::correctRecord(workspace, kind, added.uid, 1, {{QStringLiteral("head"), QStringLiteral("张三")}}, {}));
    need(services::correctRecord(workspace, kind, added.uid, 2, {{QStringLiteral("head"), QStringLiteral("李四")}}, {}));
    CHECK(headsOf(campaign) == QStringList{QStringLiteral("李四")});
    CHECK(need(services::undoLast(workspace)).title == QStringLiteral("修改参建单位"));
    CHECK(headsOf(campaign) == QStringList{QStringLiteral("张三")});
    CHECK(need(services::undoLast(workspace)).title == QStringLiteral("修改参建单位"));
    CHECK(headsOf(campaign) == QStringList{QString()});
    CHECK(need(services::undoLast(workspace)).title == QStringLiteral("登记参建单位"));
    CHECK(headsOf(campaign).isEmpty());
    const auto nothing = services::undoLast(workspace);
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code == QStringLiteral("nothing_to_undo"));
}

TEST_CASE("What was done after an undo is undone before what stood before it", "[services]")
{
    OpenCampaign campaign;
    auto& workspace = *campaign.workspace;
    const auto& kind = model::kindOf<model::Unit>();
    const auto added = addUnit(workspace);
    need(services::correctRecord(workspace, kind, added.uid, 1, {{QStringLiteral("head"), QStringLiteral("张三")}}, {}));
    need(services::undoLast(workspace));
    const auto now = campaign.all<model::Unit>().first();
    need(services::correctRecord(workspace, kind, added.uid, now.version, {{QStringLiteral("head"), QStringLiteral("王五")}}, {}));
    REQUIRE_FALSE(services::undoEntry(workspace, added.seq));
    need(services::undoLast(workspace));
    CHECK(headsOf(campaign) == QStringList{QString()});
    need(services::undoLast(workspace));
    CHECK(headsOf(campaign).isEmpty());
}

TEST_CASE("Undoing an import undoes its batch, and the undo itself is not undone", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    need(services::undoLast(*campaign.workspace));
    CHECK(campaign.all<model::Unit>().isEmpty());
    const auto batches = campaign.all<model::ImportBatch>();
    REQUIRE(batches.size() == 1);
    CHECK(batches.first().state == model::BatchState::Undone);
    CHECK_FALSE(services::lastUndoable(*campaign.workspace));
}

TEST_CASE("An import taken back from the list of batches is not offered for undoing", "[services]")
{
    OpenCampaign campaign;
    const auto report = campaign.importSample("unit", "roster.xlsx");
    need(services::undoImport(*campaign.workspace, report.batch));
    CHECK_FALSE(services::lastUndoable(*campaign.workspace));
}

TEST_CASE("The beginning of a campaign is not undone", "[services]")
{
    OpenCampaign campaign;
    CHECK_FALSE(services::lastUndoable(*campaign.workspace));
}
