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
    const auto copy = need(services::Workspace::open(services::Place::ofFile(first), {}, campaign.clock, services::Workspace::Mode::ReadOnly));
    const auto verified = need(services::verifyCampaign(*copy));
    CHECK(verified.isOk);
    CHECK(verified.head == need(services::verifyCampaign(*campaign.workspace)).head);

    CHECK(need(services::backUpDaily(*campaign.workspace)).isEmpty()); // of today
    QFile file(first);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.setFileTime(QDateTime::currentDateTime().addDays(-2), QFileDevice::FileModificationTime));
    file.close();
    campaign.importSample("instrument", "ledger.csv");
    CHECK_FALSE(need(services::backUpDaily(*campaign.workspace)).isEmpty());
    CHECK(QDir(services::backupFolder(campaign.place())).entryList({QStringLiteral("*.chc")}).size() == 2);
}
