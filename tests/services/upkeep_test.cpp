// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "services/packets.h"
#include "services/upkeep.h"

#include <QDateTime>
#include <QDir>

using namespace chengheng;
using namespace chengheng::test;

TEST_CASE("A campaign is backed up once a day, and only after something was written", "[services][file]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const QString first = need(services::backUpDaily(*campaign.workspace));
    REQUIRE_FALSE(first.isEmpty());
    CHECK(QFileInfo(first).absolutePath() == services::backupFolder(campaign.place()));
    const auto copy = need(services::Workspace::open(services::Place::ofFile(first), {}, campaign.clock,
                                                     services::Workspace::Mode::ReadOnly));
    const auto verified = need(services::verifyCampaign(*copy));
    CHECK(verified.isOk);
    CHECK(verified.head == need(services::verifyCampaign(*campaign.workspace)).head);

    CHECK(need(services::backUpDaily(*campaign.workspace)).isEmpty()); // of today
    QFile file(first);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.setFileTime(campaign.clock->now().addDays(-2), QFileDevice::FileModificationTime));
    file.close();
    campaign.clock->set(campaign.clock->now().addSecs(3600));
    campaign.importSample("instrument", "ledger.csv");
    CHECK_FALSE(need(services::backUpDaily(*campaign.workspace)).isEmpty());
    CHECK(QDir(services::backupFolder(campaign.place())).entryList({QStringLiteral("*.chc")}).size() == 2);
}

TEST_CASE("A file is looked at once a week by the clock, and anew where the mark is missing", "[services][file]")
{
    OpenCampaign campaign;
    const auto dueOn = [&](const char* on) {
        campaign.clock->set(QDateTime(day(on), QTime(9, 0)));
        return need(services::checkWeekly(*campaign.workspace));
    };
    struct Row {
        const char* on;
        bool isDue;
    };
    for (const Row& row : {Row{"2024-10-01", true},
                           {"2024-10-01", false},
                           {"2024-10-07", false},
                           {"2024-10-08", true},
                           {"2024-10-14", false},
                           {"2024-10-02", true},
                           {"2024-10-03", false}}) { // a clock set back proves nothing
        INFO(row.on);
        CHECK(dueOn(row.on) == row.isDue);
    }
    QDir(services::backupFolder(campaign.place())).removeRecursively();
    CHECK(dueOn("2024-10-04"));
    const auto head = need(services::verifyCampaign(*campaign.workspace)).head;
    need(services::keepSafe(*campaign.workspace));
    CHECK(need(services::verifyCampaign(*campaign.workspace)).head == head); // the journal knows nothing of it
}

TEST_CASE("The weekly look finds a damaged page in a file that is open, and looks again until it is sound",
          "[services][file]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    campaign.reopenAs({QStringLiteral("测试员"), services::Role::Administrator, {}, true}); // its log is folded in
    QFile file(campaign.path());
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(4096 * 20));
    const QByteArray page = file.read(4096);
    const auto put = [&](const QByteArray& bytes) {
        return file.seek(4096 * 20) && file.write(bytes) == bytes.size() && file.flush();
    };
    REQUIRE(put(QByteArray(4096, '\x5a')));
    for (int i = 0; i < 2; ++i) {
        const auto reader = need(campaign.workspace->reader());
        const auto refused = services::checkWeekly(*reader);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == QLatin1String("damaged_file"));
        CHECK(refused.error().message.contains(QStringLiteral("请从备份恢复")));
    }
    REQUIRE(put(page));
    const auto reader = need(campaign.workspace->reader());
    CHECK(need(services::checkWeekly(*reader)));
    CHECK_FALSE(need(services::checkWeekly(*reader)));
}

TEST_CASE("Between the work the file is made whole: a copy of it alone opens with everything", "[services][file]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const QFileInfo log(campaign.path() + QStringLiteral("-wal"));
    REQUIRE(log.size() > 0);
    need(services::settleFile(*campaign.workspace));
    CHECK(QFileInfo(log.filePath()).size() == 0);
    const QString copied = campaign.path() + QStringLiteral(".copy.chc");
    REQUIRE(QFile::copy(campaign.path(), copied));
    const auto copy = need(services::Workspace::open(services::Place::ofFile(copied), {}, campaign.clock,
                                                     services::Workspace::Mode::ReadOnly));
    CHECK(need(services::listRecords(*copy, model::kindOf<model::Unit>())).size() == 40);
}
