// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "model/training_records.h"
#include "services/photo_intake.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

void put(const QTemporaryDir& folder, const char* name)
{
    QFile file(folder.filePath(QString::fromUtf8(name)));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(picture(40, 30));
}

} // namespace

TEST_CASE("Pictures of a folder come in groups by their names' time, other files are left", "[services][attachments]")
{
    const QTemporaryDir folder;
    for (const char* name :
         {"微信图片_20240617143005.png", "微信图片_20240617144500.png", "IMG_20240618_090000.png", "门头.png"})
        put(folder, name);
    QFile(folder.filePath(QStringLiteral("说明.txt"))).open(QIODevice::WriteOnly);
    const auto groups = need(services::photographsIn(folder.path(), 30));
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].paths.size() == 2);
    CHECK(groups[0].from.date() == day("2024-06-17"));
    CHECK(groups[1].paths.size() == 1);
    CHECK_FALSE(groups[2].from.isValid());
    const auto stopped =
        services::photographsIn(folder.path(), 30, [](const QString&, qint64 done, qint64) { return done < 2; });
    CHECK(stopped.error().kind == ErrorKind::Cancelled);
    CHECK(services::photographsIn(folder.filePath(QStringLiteral("没有")), 30).error().code
          == QStringLiteral("no_such_folder"));
    const QTemporaryDir bare;
    CHECK(services::photographsIn(bare.path(), 30).error().code == QStringLiteral("no_pictures"));
}

TEST_CASE("What happened on the pictures' day is proposed", "[services][attachments]")
{
    OpenCampaign campaign;
    model::Training training;
    training.title = QStringLiteral("参建单位计量培训");
    training.on = day("2024-06-17");
    training.topics = QStringLiteral("诚信计量");
    training.place = QStringLiteral("镇政府");
    const Uid uid = need(services::addRecord(*campaign.workspace, model::toRecord(training))).uid;
    const auto hits = need(services::eventsOn(*campaign.workspace, day("2024-06-17")));
    REQUIRE(hits.size() == 1);
    CHECK(hits.first().uid == uid);
    CHECK(hits.first().kind == QStringLiteral("training"));
    CHECK(need(services::eventsOn(*campaign.workspace, day("2024-06-18"))).isEmpty());
}
