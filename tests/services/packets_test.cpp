// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/packets.h"

#include "base/json.h"
#include "documents/checksum.h"
#include "open_campaign.h"

#include "services/attachments.h"
#include "support/pictures.h"

#include <QDir>
#include <QGuiApplication>
#include <QThread>

#include <ctime>

using namespace chengheng;
using namespace chengheng::services;
using namespace chengheng::test;

// Papers need fonts, and fonts a QGuiApplication.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
    return std::make_unique<QGuiApplication>(argc, argv);
}

namespace {

QString outIn(const OpenCampaign& campaign, const char* name)
{
    return campaign.folder.filePath(QString::fromUtf8(name));
}

void overwrite(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

QStringList namesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// The machine's time zone while it lives.
class TimeZone
{
public:
    explicit TimeZone(const char* zone) : m_before(qgetenv("TZ")) { set(zone); }
    ~TimeZone() { set(m_before); }
    TimeZone(const TimeZone&) = delete;
    TimeZone& operator=(const TimeZone&) = delete;

private:
    static void set(const QByteArray& zone)
    {
        if (zone.isEmpty())
            qunsetenv("TZ");
        else
            qputenv("TZ", zone);
        tzset();
    }

    QByteArray m_before;
};

} // namespace

TEST_CASE("a packet is written, listed in its manifest and verified", "[PLAN-7]")
{
    const OpenCampaign campaign;
    for (const char* name : {"验收材料", "验收材料.zip"}) {
        INFO(name);
        const QString out = outIn(campaign, name);
        const PacketReport report = need(writePacket(*campaign.workspace, out, day("2024-10-01")));
        CHECK(report.files == 11);
        CHECK(report.pages >= 8);
        CHECK_FALSE(report.gaps.isEmpty());
        const VerifyReport verified = need(verifyPacket(out));
        CHECK(verified.isOk);
        CHECK(verified.entries == 10);
        CHECK(verified.head == need(verifyCampaign(*campaign.workspace)).head);
        CHECK(need(packetGaps(*campaign.workspace, day("2024-10-01"))).size() ==
              report.gaps.size());
    }
    const QByteArray manifest = readFile(outIn(campaign, "验收材料/manifest.json"));
    const QJsonObject json = need(parseJsonObject(manifest, QStringLiteral("manifest.json")));
    CHECK(json.value(QLatin1String("as_of")).toString() == QStringLiteral("2024-10-01"));
    CHECK(json.value(QLatin1String("papers")).toArray().size() == 10);
}

TEST_CASE("each kind of damage to a packet is named")
{
    const OpenCampaign campaign;
    const QString out = outIn(campaign, "packet");
    need(writePacket(*campaign.workspace, out, day("2024-10-01")));
    overwrite(QString(out + QStringLiteral("/01-封面.pdf")), "changed");
    overwrite(QString(out + QStringLiteral("/extra.txt")), "extra");
    REQUIRE(QFile::remove(QString(out + QStringLiteral("/08-问题与整改.pdf"))));
    const VerifyReport report = need(verifyPacket(out));
    CHECK_FALSE(report.isOk);
    QStringList found;
    for (const Break& one : report.breaks)
        found << QString(one.what + QLatin1Char(' ') + one.why);
    REQUIRE(found.size() == 3);
    CHECK(found.at(0).startsWith(QStringLiteral("file_changed 文件“01-封面.pdf”")));
    CHECK(found.at(1) == QStringLiteral("file_missing 缺少文件“08-问题与整改.pdf”。"));
    CHECK(found.at(2).startsWith(QStringLiteral("file_extra 文件“extra.txt”")));
    REQUIRE(QFile::remove(QString(out + QStringLiteral("/manifest.json"))));
    CHECK(need(verifyPacket(out)).breaks.value(0).what == QStringLiteral("manifest_missing"));
}

TEST_CASE("a stop or a wrong place leaves nothing behind")
{
    const OpenCampaign campaign;
    const QString taken = outIn(campaign, "taken");
    REQUIRE(QFile(taken).open(QIODevice::WriteOnly));
    const QStringList before = namesIn(campaign.folder.path());
    const auto stopped =
        writePacket(*campaign.workspace, outIn(campaign, "packet"), day("2024-10-01"),
                    [](const QString&, qint64 done, qint64) { return done < 4; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().kind == ErrorKind::Cancelled);
    CHECK(namesIn(campaign.folder.path()) == before);

    const auto refused = writePacket(*campaign.workspace, taken, day("2024-10-01"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("file_exists"));
    const auto nowhere =
        writePacket(*campaign.workspace, outIn(campaign, "no/packet"), day("2024-10-01"));
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == QStringLiteral("no_such_folder"));
    CHECK(namesIn(campaign.folder.path()) == before);
}

TEST_CASE("what is not a packet is refused")
{
    const OpenCampaign campaign;
    const auto absent = verifyPacket(outIn(campaign, "absent.zip"));
    REQUIRE_FALSE(absent);
    CHECK(absent.error().code == QStringLiteral("no_such_packet"));
    const QString broken = outIn(campaign, "broken.zip");
    overwrite(broken, "PK but no zip");
    const auto damaged = verifyPacket(broken);
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().code == QStringLiteral("damaged_packet"));
}

TEST_CASE("a backup is restored with the same journal head")
{
    OpenCampaign campaign;
    const QString copy = outIn(campaign, "copy.chc");
    need(backupTo(*campaign.workspace, copy));
    const QString head = need(verifyCampaign(*campaign.workspace)).head;
    const Place target = Place::ofFile(outIn(campaign, "restored.chc"));
    need(restoreFrom(copy, target));
    const auto restored =
        need(Workspace::open(target, campaign.workspace->actor(), campaign.clock));
    const VerifyReport report = need(verifyCampaign(*restored, head));
    CHECK(report.isOk);
    CHECK(report.head == head);
    const VerifyReport other = need(verifyCampaign(*restored, QString(64, QLatin1Char('0'))));
    CHECK_FALSE(other.isOk);
    CHECK(other.breaks.value(0).what == QStringLiteral("head_differs"));
}

TEST_CASE("photographs lie in the packet and in its manifest", "[services]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    auto photograph = need(services::loadBytes(picture(40, 30), QStringLiteral("门头.png")));
    photograph.name = QStringLiteral("门头/正面.jpg");
    const Uid unit = campaign.all<model::Unit>().first().uid;
    need(services::attachFiles(*campaign.workspace, {QStringLiteral("unit"), unit}, {photograph}));
    const QString out = outIn(campaign, "packet");
    need(writePacket(*campaign.workspace, out, day("2024-10-01")));
    const QString file = out + QStringLiteral("/照片-001-门头_正面.jpg");
    CHECK(readFile(file) == photograph.bytes);
    CHECK(need(verifyPacket(out)).isOk);
    QFile changed(file);
    REQUIRE(changed.open(QIODevice::Append));
    changed.write("x");
    changed.close();
    const auto broken = need(verifyPacket(out));
    REQUIRE_FALSE(broken.isOk);
    CHECK(broken.breaks.first().why.contains(QStringLiteral("照片-001")));
}

TEST_CASE("the same records give the same bytes, whenever and wherever they are exported", "[PLAN-7]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    campaign.importSample("instrument", "ledger.csv");
    const auto photograph = need(services::loadBytes(picture(40, 30), QStringLiteral("门头.png")));
    const Uid unit = campaign.all<model::Unit>().first().uid;
    need(services::attachFiles(*campaign.workspace, {QStringLiteral("unit"), unit}, {photograph}));
    need(writePacket(*campaign.workspace, outIn(campaign, "first"), day("2024-10-01")));
    need(writePacket(*campaign.workspace, outIn(campaign, "first.zip"), day("2024-10-01")));
    {
        const TimeZone away("America/New_York");
        campaign.clock->set(QDateTime(day("2024-12-24"), QTime(18, 30)));
        QThread::msleep(2100); // a zip counts in steps of two seconds
        need(writePacket(*campaign.workspace, outIn(campaign, "second"), day("2024-10-01")));
        need(writePacket(*campaign.workspace, outIn(campaign, "second.zip"), day("2024-10-01")));
    }
    const QStringList names = namesIn(outIn(campaign, "first"));
    CHECK(names.size() == 12);
    REQUIRE(namesIn(outIn(campaign, "second")) == names);
    for (const QString& name : names) {
        INFO(name);
        const QByteArray bytes = readFile(QDir(outIn(campaign, "first")).filePath(name));
        CHECK_FALSE(bytes.isEmpty());
        CHECK(bytes == readFile(QDir(outIn(campaign, "second")).filePath(name)));
    }
    CHECK(readFile(outIn(campaign, "first.zip")) == readFile(outIn(campaign, "second.zip")));
}
