// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "model/inspection_records.h"
#include "services/intent_titles.h"
#include "services/undo.h"

#include <QDirIterator>
#include <QRegularExpression>

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
    need(
        services::correctRecord(workspace, kind, added.uid, 1, {{QStringLiteral("head"), QStringLiteral("张三")}}, {}));
    need(
        services::correctRecord(workspace, kind, added.uid, 2, {{QStringLiteral("head"), QStringLiteral("李四")}}, {}));
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
    need(
        services::correctRecord(workspace, kind, added.uid, 1, {{QStringLiteral("head"), QStringLiteral("张三")}}, {}));
    need(services::undoLast(workspace));
    const auto now = campaign.all<model::Unit>().first();
    need(services::correctRecord(workspace, kind, added.uid, now.version,
                                 {{QStringLiteral("head"), QStringLiteral("王五")}}, {}));
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

TEST_CASE("A number that stands on papers is not given again when its record is gone", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    auto& workspace = *campaign.workspace;
    model::RectificationNotice notice;
    notice.unit = campaign.unitOf(model::Trade::Shop).uid;
    notice.issuedOn = day("2024-09-02");
    notice.dueOn = day("2024-09-16");
    const auto number = [&] {
        const Uid uid = need(services::addRecord(workspace, model::toRecord(notice))).uid;
        return model::integerOf(
            need(services::findRecord(workspace, model::kindOf<model::RectificationNotice>(), uid)).value("number"));
    };
    CHECK(number() == 1);
    CHECK(number() == 2);
    need(services::undoLast(workspace));
    CHECK(number() == 3);
}

TEST_CASE("An officer takes back no import with units of another station", "[services]")
{
    OpenCampaign campaign;
    const Uid batch = campaign.importSample("unit", "roster.xlsx").batch;
    campaign.reopenAs(
        {QStringLiteral("所员"), services::Role::Officer, campaign.all<model::Unit>().first().station, true});
    const auto undone = services::undoImport(*campaign.workspace, batch);
    REQUIRE_FALSE(undone);
    CHECK(undone.error().kind == ErrorKind::Denied);
    CHECK(campaign.all<model::Unit>().size() == 40);
}

TEST_CASE("Every intent that the services write has a title for the undo bar", "[services]")
{
    static const QRegularExpression named(
        QStringLiteral("run(?:Intent|Writing|Lasting)\\([^;]*?QStringLiteral\\(\"([a-z_]+\\.[a-z_]+)\"\\)"));
    int found = 0;
    QDirIterator files(sourcePath(QStringLiteral("src/services")), {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString source = QString::fromUtf8(readFile(files.next()));
        for (auto match = named.globalMatch(source); match.hasNext(); ++found) {
            const QString intent = match.next().captured(1);
            CAPTURE(intent);
            CHECK_FALSE(services::intentTitle(intent).isEmpty());
        }
    }
    CHECK(found >= 12);
    for (const model::RecordKind* kind : model::allKinds())
        for (const char* deed : {"add", "correct", "revise", "change", "import"})
            CHECK_FALSE(services::intentTitle(kind->key + QLatin1Char('.') + QLatin1String(deed)).isEmpty());
}
