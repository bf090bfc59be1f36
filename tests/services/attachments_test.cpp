// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "services/attachments.h"
#include "services/packets.h"
#include "services/undo.h"
#include "support/pictures.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

services::AttachmentSubject firstUnit(OpenCampaign& campaign)
{
    campaign.importSample("unit", "roster.xlsx");
    return {QStringLiteral("unit"), campaign.all<model::Unit>().first().uid};
}

} // namespace

TEST_CASE("A photograph is kept scaled, once, and comes back byte for byte", "[services]")
{
    OpenCampaign campaign;
    const auto subject = firstUnit(campaign);
    const auto loaded = need(services::loadBytes(picture(4000, 3000, Qt::red), QStringLiteral("门头.png")));
    CHECK(loaded.name == QStringLiteral("门头.jpg"));
    CHECK(QImage::fromData(loaded.bytes).size() == QSize(2560, 1920));
    need(services::attachFiles(*campaign.workspace, subject, {loaded, loaded}));
    const auto attached = need(services::attachmentsOf(*campaign.workspace, subject.uid));
    REQUIRE(attached.size() == 1);
    CHECK(services::isPhotograph(attached.first()));
    CHECK(need(services::bytesOf(*campaign.workspace, attached.first())) == loaded.bytes);
    CHECK(need(services::allPhotographs(*campaign.workspace)).size() == 1);
    const auto again = services::attachFiles(*campaign.workspace, subject, {loaded});
    REQUIRE_FALSE(again);
    CHECK(again.error().code == QStringLiteral("attached_already"));
    CHECK(need(services::verifyCampaign(*campaign.workspace)).isOk);
}

TEST_CASE("An attachment that was taken off comes back by undoing", "[services]")
{
    OpenCampaign campaign;
    const auto subject = firstUnit(campaign);
    need(services::attachFiles(*campaign.workspace, subject, {need(services::loadBytes("%PDF-1.4 证书", QStringLiteral("证书.pdf")))}));
    const Uid uid = need(services::attachmentsOf(*campaign.workspace, subject.uid)).first().uid;
    const qint64 seq = need(services::detachFile(*campaign.workspace, uid)).seq;
    CHECK(need(services::attachmentsOf(*campaign.workspace, subject.uid)).isEmpty());
    need(services::undoEntry(*campaign.workspace, seq));
    const auto back = need(services::attachmentsOf(*campaign.workspace, subject.uid));
    REQUIRE(back.size() == 1);
    CHECK(need(services::bytesOf(*campaign.workspace, back.first())).startsWith("%PDF"));
}

TEST_CASE("What cannot be attached is refused with its name", "[services]")
{
    struct Case {
        QByteArray bytes;
        const char* name;
        const char* code;
    };
    const std::vector<Case> cases{{"", "空.jpg", "empty_file"},
                                  {picture(20, 20, Qt::blue, "jpeg").left(40), "断.jpg", "unreadable_picture"},
                                  {"MZ program", "程序.exe", "unsupported_file"},
                                  {"just text", "说明.txt", "unsupported_file"},
                                  {"%PDF-1.4" + QByteArray(21 * 1024 * 1024, 'x'), "大.pdf", "file_too_large"}};
    for (const Case& c : cases) {
        const QString name = QString::fromUtf8(c.name);
        INFO(name);
        const auto loaded = services::loadBytes(c.bytes, name);
        REQUIRE_FALSE(loaded);
        CHECK(loaded.error().code == QLatin1String(c.code));
        CHECK(loaded.error().message.contains(name));
    }
    CHECK(services::loadFile(QStringLiteral("/no/such.jpg")).error().code == QStringLiteral("no_such_file"));
}

TEST_CASE("Only who may write the record may attach to it", "[services]")
{
    OpenCampaign campaign;
    const auto subject = firstUnit(campaign);
    const auto file = need(services::loadBytes(picture(20, 20, Qt::green), QStringLiteral("绿.png")));
    campaign.reopenAs({QStringLiteral("领导"), services::Role::Leader, {}, true});
    const auto denied = services::attachFiles(*campaign.workspace, subject, {file});
    REQUIRE_FALSE(denied);
    CHECK(denied.error().kind == ErrorKind::Denied);
}
