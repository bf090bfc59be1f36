// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/packets.h"

#include "base/json.h"
#include "demo_year.h"
#include "documents/checksum.h"
#include "documents/code_reader.h"
#include "documents/packet_catalogue.h"
#include "documents/pdf_pages.h"
#include "model/publicity_records.h"
#include "open_campaign.h"

#include "services/attachments.h"
#include "services/internal/workspace_data.h"
#include "services/scans.h"
#include "storage/connection.h"
#include "support/command.h"
#include "support/pictures.h"

#include <QBuffer>
#include <QDir>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QThread>

#include <csignal>
#include <ctime>
#include <sys/resource.h>

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
    for (const char* name : {"验收材料", "验收材料包.zip"}) {
        INFO(name);
        const QString out = outIn(campaign, name);
        const PacketReport report = need(writePacket(*campaign.workspace, out, day("2024-10-01")));
        CHECK(report.papers.size() == 43);
        CHECK(report.files > report.papers.size());
        CHECK(report.pages >= 8);
        CHECK_FALSE(report.gaps.isEmpty());
        const VerifyReport verified = need(verifyPacket(out));
        CHECK(verified.isOk);
        CHECK(verified.entries == report.files - 1);
        CHECK(verified.manifestSha256 == report.manifestSha256);
        CHECK(need(verifyPacket(out, report.manifestSha256)).isOk);
        const VerifyReport other = need(verifyPacket(out, QString(64, QLatin1Char('0'))));
        REQUIRE_FALSE(other.isOk);
        CHECK(other.breaks.first().what == QStringLiteral("manifest_differs"));
        CHECK(verified.head == need(verifyCampaign(*campaign.workspace)).head);
        CHECK(need(packetGaps(*campaign.workspace, day("2024-10-01"))).size() == report.gaps.size());
    }
    const QByteArray manifest = readFile(outIn(campaign, "验收材料/manifest.json"));
    const QJsonObject json = need(parseJsonObject(manifest, QStringLiteral("manifest.json")));
    CHECK(json.value(QLatin1String("as_of")).toString() == QStringLiteral("2024-10-01"));
    CHECK(json.value(QLatin1String("papers")).toArray().size() > 43);
}

TEST_CASE("each kind of damage to a packet is named")
{
    const OpenCampaign campaign;
    const QString out = outIn(campaign, "packet");
    need(writePacket(*campaign.workspace, out, day("2024-10-01")));
    overwrite(QString(out + QStringLiteral("/01-封面.pdf")), "changed");
    overwrite(QString(out + QStringLiteral("/extra.txt")), "extra");
    REQUIRE(QFile::remove(QString(out + QStringLiteral("/21-问题与整改.pdf"))));
    const VerifyReport report = need(verifyPacket(out));
    CHECK_FALSE(report.isOk);
    QStringList found;
    for (const Break& one : report.breaks)
        found << QString(one.what + QLatin1Char(' ') + one.why);
    REQUIRE(found.size() == 3);
    CHECK(found.at(0).startsWith(QStringLiteral("file_changed 文件“01-封面.pdf”")));
    CHECK(found.at(1) == QStringLiteral("file_missing 缺少文件“21-问题与整改.pdf”。"));
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
    const auto stopped = writePacket(*campaign.workspace, outIn(campaign, "packet"), day("2024-10-01"),
                                     [](const QString&, qint64 done, qint64) { return done < 4; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().kind == ErrorKind::Cancelled);
    CHECK(namesIn(campaign.folder.path()) == before);

    const auto refused = writePacket(*campaign.workspace, taken, day("2024-10-01"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("file_exists"));
    const auto nowhere = writePacket(*campaign.workspace, outIn(campaign, "no/packet"), day("2024-10-01"));
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
    const auto restored = need(Workspace::open(target, campaign.workspace->actor(), campaign.clock));
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

TEST_CASE("a photograph that was lost is named, and the packet is made with the others", "[services][file]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const auto units = campaign.all<model::Unit>();
    for (const auto& [place, colour, name] : {std::tuple{0, Qt::red, "门头.png"}, {1, Qt::blue, "柜台.png"}}) {
        const auto file = need(services::loadBytes(picture(40, 30, colour), QString::fromUtf8(name)));
        need(services::attachFiles(*campaign.workspace, {QStringLiteral("unit"), units.at(place).uid}, {file}));
    }
    const auto lost = need(attachmentsOf(*campaign.workspace, units.at(1).uid)).first();
    auto drop = need(campaign.workspace->data().database->connection().use(
        QStringLiteral("DELETE FROM \"attachment_chunk\" WHERE \"sha256\" = '%1'").arg(lost.sha256)));
    need(drop->step());
    const QString out = outIn(campaign, "packet");
    const PacketReport report = need(writePacket(*campaign.workspace, out, day("2024-10-01")));
    QStringList named;
    for (const Gap& gap : report.gaps)
        if (gap.id == QStringLiteral("photographs")) {
            named << gap.why;
            CHECK(gap.page == QStringLiteral("unit"));
            CHECK(gap.record == units.at(1).uid);
        }
    CHECK(named == QStringList{QStringLiteral("照片“柜台.jpg”读不出来，没有印上。请从备份恢复，或换一张。")});
    const QStringList photographs = namesIn(out).filter(QStringLiteral("照片-"));
    CHECK(photographs.filter(QStringLiteral(".jpg")) == QStringList{QStringLiteral("照片-001-门头.jpg")});
    CHECK(need(verifyPacket(out)).isOk);
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
    need(writePacket(*campaign.workspace, outIn(campaign, "first-packed.zip"), day("2024-10-01")));
    {
        const TimeZone away("America/New_York");
        campaign.clock->set(QDateTime(day("2024-12-24"), QTime(18, 30)));
        QThread::msleep(2100); // a zip counts in steps of two seconds
        need(writePacket(*campaign.workspace, outIn(campaign, "second"), day("2024-10-01")));
        need(writePacket(*campaign.workspace, outIn(campaign, "second-packed.zip"), day("2024-10-01")));
    }
    const QStringList names = namesIn(outIn(campaign, "first"));
    CHECK(names.size() > 44);
    CHECK(readFile(outIn(campaign, "first-核验单.pdf")).size() > 1000);
    REQUIRE(namesIn(outIn(campaign, "second")) == names);
    for (const QString& name : names) {
        INFO(name);
        const QByteArray bytes = readFile(QDir(outIn(campaign, "first")).filePath(name));
        CHECK_FALSE(bytes.isEmpty());
        CHECK(bytes == readFile(QDir(outIn(campaign, "second")).filePath(name)));
    }
    CHECK(readFile(outIn(campaign, "first-packed.zip")) == readFile(outIn(campaign, "second-packed.zip")));
}

TEST_CASE("whichever byte of a paper or of the manifest changes, verify names it", "[PLAN-7]")
{
    const OpenCampaign campaign;
    const QString out = outIn(campaign, "packet");
    need(writePacket(*campaign.workspace, out, day("2024-10-01")));
    for (const QString& name : namesIn(out)) {
        INFO(name.toStdString());
        const QString path = QDir(out).filePath(name);
        const QByteArray whole = readFile(path);
        for (const qsizetype place : {qsizetype(0), whole.size() / 3, whole.size() / 2, whole.size() - 1}) {
            QByteArray bytes = whole;
            bytes[place] = char(bytes[place] ^ 1);
            overwrite(path, bytes);
            const VerifyReport report = need(verifyPacket(out));
            REQUIRE_FALSE(report.isOk);
            CHECK(report.breaks.first().why.contains(
                name == QStringLiteral("manifest.json") ? QStringLiteral("manifest") : name));
        }
        overwrite(path, whole);
    }
    CHECK(need(verifyPacket(out)).isOk);
}

TEST_CASE("a packet is verified wherever one stands")
{
    const OpenCampaign campaign;
    need(writePacket(*campaign.workspace, outIn(campaign, "packet"), day("2024-10-01")));
    const QString before = QDir::currentPath();
    REQUIRE(QDir::setCurrent(campaign.folder.path()));
    CHECK(need(verifyPacket(QStringLiteral("packet"))).isOk);
    CHECK(need(verifyPacket(QStringLiteral("./packet/"))).isOk);
    REQUIRE(QDir::setCurrent(outIn(campaign, "packet")));
    CHECK(need(verifyPacket(QStringLiteral("."))).isOk);
    REQUIRE(QDir::setCurrent(before));
}

TEST_CASE("every byte of the manifest counts")
{
    const OpenCampaign campaign;
    const QString out = outIn(campaign, "packet");
    need(writePacket(*campaign.workspace, out, day("2024-10-01")));
    const QString packed = QString(out + QStringLiteral("/manifest.json"));
    const QByteArray manifest = readFile(packed);
    const QString alone = outIn(campaign, "alone");
    REQUIRE(QDir().mkdir(alone));
    for (qsizetype i = 0; i < manifest.size(); ++i) {
        QByteArray bytes = manifest;
        bytes[i] = char(bytes[i] ^ 1);
        overwrite(QString(alone + QStringLiteral("/manifest.json")), bytes);
        const VerifyReport report = need(verifyPacket(alone));
        INFO(i);
        REQUIRE(report.breaks.first().what.startsWith(QStringLiteral("manifest_")));
    }
}

namespace {

/// Files may grow no further while it lives: a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_before = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_limit);
        const rlimit tight{bytes, m_limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_before);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_limit{};
    void (*m_before)(int) = nullptr;
};

} // namespace

TEST_CASE("a full disk at any point leaves no half packet and the records as they were", "[file]")
{
    const OpenCampaign campaign;
    const QString head = need(verifyCampaign(*campaign.workspace)).head;
    const QStringList before = namesIn(campaign.folder.path());
    const QString good = outIn(campaign, "measure");
    need(writePacket(*campaign.workspace, good, day("2024-10-01")));
    qint64 largest = 0;
    for (const QString& name : namesIn(good))
        largest = qMax(largest, QFileInfo(QDir(good).filePath(name)).size());
    REQUIRE(QDir(good).removeRecursively());
    REQUIRE(QFile::remove(QString(good + QStringLiteral("-核验单.pdf"))));
    for (const char* name : {"packet", "packet.zip"})
        for (const qint64 bytes : {qint64(0), largest / 50, largest / 2, largest - 1}) {
            INFO(name << " " << bytes);
            const auto report = [&] {
                const FullDisk full{rlim_t(bytes)};
                return writePacket(*campaign.workspace, outIn(campaign, name), day("2024-10-01"));
            }();
            REQUIRE_FALSE(report);
            CHECK(report.error().kind == ErrorKind::Unavailable);
            CHECK(report.error().message.endsWith(QStringLiteral("。")));
            CHECK(namesIn(campaign.folder.path()) == before);
        }
    CHECK(need(verifyCampaign(*campaign.workspace, head)).isOk);
}

TEST_CASE("a stick pulled out half-way is told and leaves the records as they were")
{
    const OpenCampaign campaign;
    const QString head = need(verifyCampaign(*campaign.workspace)).head;
    const QString stick = outIn(campaign, "stick");
    for (const qint64 pulledAt : {0, 40, 60}) {
        INFO(pulledAt);
        REQUIRE(QDir().mkdir(stick));
        const auto report = writePacket(*campaign.workspace, QString(stick + QStringLiteral("/packet.zip")),
                                        day("2024-10-01"), [&](const QString&, qint64 done, qint64) {
                                            if (done == pulledAt)
                                                QDir(stick).removeRecursively();
                                            return true;
                                        });
        REQUIRE_FALSE(report);
        CHECK(report.error().message.endsWith(QStringLiteral("。")));
        CHECK_FALSE(QFileInfo::exists(stick));
    }
    CHECK(need(verifyCampaign(*campaign.workspace, head)).isOk);
}

TEST_CASE("a check page that is in the way stops the packet before anything is made")
{
    const OpenCampaign campaign;
    overwrite(outIn(campaign, "packet-核验单.pdf"), "an older one");
    const auto report = writePacket(*campaign.workspace, outIn(campaign, "packet.zip"), day("2024-10-01"));
    REQUIRE_FALSE(report);
    CHECK(report.error().code == QStringLiteral("file_exists"));
    CHECK(readFile(outIn(campaign, "packet-核验单.pdf")) == "an older one");
}

TEST_CASE("papers are stale when records changed since the earlier packet, or when it is too old", "[PLAN-7]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const QString out = outIn(campaign, "packet.zip");
    need(writePacket(*campaign.workspace, out, day("2024-10-01")));
    const auto stateOf = [&](const char* id, const char* on) {
        for (const PacketPaper& paper : need(packetPapers(*campaign.workspace, day(on), out)))
            if (paper.id == QLatin1String(id))
                return paper;
        FAIL("no such paper");
        return PacketPaper();
    };
    CHECK(stateOf("enforcement_case", "2024-10-01").state == QStringLiteral("have"));
    const auto unit = campaign.all<model::Unit>().first();
    need(addRecord(*campaign.workspace,
                   recordOf(*model::findKind(QStringLiteral("enforcement_case")),
                            {{QStringLiteral("number"), QStringLiteral("2024-1")},
                             {QStringLiteral("source"), QStringLiteral("inspection")},
                             {QStringLiteral("unit"), unit.uid.toString()},
                             {QStringLiteral("filed_on"), day("2024-09-01")},
                             {QStringLiteral("facts"), QStringLiteral("使用不合格计量器具")},
                             {QStringLiteral("legal_basis"), QStringLiteral("计量法第二十六条")}})));
    const PacketPaper changed = stateOf("enforcement_case", "2024-10-01");
    CHECK(changed.state == QStringLiteral("stale"));
    CHECK(changed.why == QStringLiteral("记录在2024年10月1日之后有变动，请重新制作。"));
    CHECK(stateOf("list_entry", "2024-10-31").state == QStringLiteral("have"));
    const PacketPaper old = stateOf("list_entry", "2024-11-01");
    CHECK(old.state == QStringLiteral("stale"));
    CHECK(old.why.contains(QStringLiteral("已过 31 天")));
}

TEST_CASE("the merged PDF is sound, embeds its fonts, has bookmarks and says what the single papers say", "[PLAN-7]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const QString out = outIn(campaign, "packet");
    const PacketReport report = need(writePacket(*campaign.workspace, out, day("2024-10-01")));
    const QString merged = QDir(out).filePath(QStringLiteral("00-验收材料合订本.pdf"));
    outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), merged});
    for (const QString& line : outputOf(QStringLiteral("pdffonts"), {merged}).split(QLatin1Char('\n')).mid(2))
        if (!line.isEmpty())
            CHECK(line.contains(
                QRegularExpression(QStringLiteral(" yes +(yes|no) +yes +[0-9]+ +0")))); // embedded, with text
    const auto textOfFile = [](const QString& file) {
        return outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), file, QStringLiteral("-")});
    };
    QString single;
    for (const PacketPaper& paper : report.papers)
        single += textOfFile(QDir(out).filePath(paper.file));
    const QString whole = textOfFile(merged);
    CHECK(whole == single);
    CHECK(whole.count(QLatin1Char('\f')) == report.pages);
    QString flat = whole;
    flat.remove(QRegularExpression(QStringLiteral("\\s")));
    for (const model::Unit& unit : campaign.all<model::Unit>())
        CHECK(flat.contains(unit.name));
    const QString outline =
        outputOf(QStringLiteral("qpdf"), {QStringLiteral("--json"), QStringLiteral("--json-key=outlines"), merged});
    for (const PacketPaper& paper : report.papers)
        CHECK(outline.contains(QString(QStringLiteral("\"title\": \"") + paper.title + QLatin1Char('"'))));
    const QString check = textOfFile(report.checkPage).remove(QRegularExpression(QStringLiteral("\\s")));
    CHECK(check.contains(report.manifestSha256));
}

namespace {

/// Somebody's scanner's PDF.
LoadedFile scanOf(const char* name, int pages)
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    QPdfWriter writer(&buffer);
    writer.setTitle(QString::fromUtf8(name));
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.drawRect(500, 3000, 1000, 1000);
    }
    painter.end();
    return need(loadBytes(buffer.data(), QString::fromUtf8(name)));
}

/// A letter signed and scanned, a meeting with its document, one that a volunteer signed, and two numbered papers of
/// which one came back with its seal.
struct SignedOffice : OpenCampaign {
    Uid letter;

    SignedOffice()
    {
        importSample("unit", "roster.xlsx");
        model::Commitment commitment;
        commitment.unit = all<model::Unit>().first().uid;
        commitment.signedOn = day("2024-05-06");
        letter = need(addRecord(*workspace, model::toRecord(commitment))).uid;
        attach("commitment", letter, scanOf("承诺书.pdf", 2));
        const Uid open = meeting("例会");
        attach("activity", open, scanOf("例会签到.pdf", 1));
        const Uid withVolunteers = meeting("监督员座谈会");
        model::ActivityAttendance volunteer;
        volunteer.activity = withVolunteers;
        volunteer.group = model::AttendeeGroup::Supervisor;
        volunteer.person = QStringLiteral("某监督员");
        volunteer.heads = 1;
        need(addRecord(*workspace, model::toRecord(volunteer)));
        attach("activity", withVolunteers, scanOf("座谈会签到.pdf", 3));
        const PaperKind& application = *findPaper(QStringLiteral("creation_application"));
        const Issued sealed = need(issueMade(*workspace, application, {}, day("2024-09-01")));
        attach("issued_paper", sealed.written.uid, scanOf("盖章.pdf", 4));
        need(issueMade(*workspace, application, {}, day("2024-09-02")));
    }

    Uid meeting(const char* title)
    {
        model::Activity activity;
        activity.title = QString::fromUtf8(title);
        activity.kind = model::ActivityKind::Meeting;
        activity.on = day("2024-06-21");
        return need(addRecord(*workspace, model::toRecord(activity))).uid;
    }

    void attach(const char* kind, const Uid& uid, const LoadedFile& file)
    {
        need(attachFiles(*workspace, {QLatin1String(kind), uid}, {file}));
    }
};

} // namespace

TEST_CASE("signed papers stand in the packet as they were scanned, and no volunteer's signature",
          "[PLAN-2][PLAN-7][SUP-4]")
{
    SignedOffice office;
    const QString out = outIn(office, "packet");
    const PacketReport report = need(writePacket(*office.workspace, out, day("2024-10-01")));
    const auto pagesOf = [&](const char* id) {
        for (const PacketPaper& paper : report.papers)
            if (paper.id == QLatin1String(id))
                return paper.pages;
        return 0;
    };
    const int unsignedPages = int(office.all<model::IssuedPaper>().last().pages.value_or(0));
    CHECK(pagesOf("signed_commitments") == 1 + 2);
    CHECK(pagesOf("signed_minutes") == 1 + 1);
    CHECK(pagesOf("signed_applications") == 1 + 4 + unsignedPages);
    QStringList gaps;
    for (const Gap& gap : report.gaps)
        if (gap.id.startsWith(QStringLiteral("signed_")))
            gaps << QString(gap.id + QLatin1Char(' ') + gap.why);
    CHECK(
        gaps
        == QStringList{
            QStringLiteral("signed_notices 还没有扫描归档的公示和公告。"),
            QStringLiteral("signed_applications “创建申请书（2024-00002）”还没有盖章的扫描件，放入的是编号时的版本。"),
            QStringLiteral("signed_reports 还没有扫描归档的总结材料。")});
    const QString merged = QDir(out).filePath(QStringLiteral("00-验收材料合订本.pdf"));
    outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), merged});
    CHECK(outputOf(QStringLiteral("qpdf"), {QStringLiteral("--show-npages"), merged}).trimmed().toInt()
          == report.pages);
    const QString outline =
        outputOf(QStringLiteral("qpdf"), {QStringLiteral("--json"), QStringLiteral("--json-key=outlines"), merged});
    CHECK(outline.contains(QStringLiteral("承诺书：") + office.all<model::Unit>().first().name));
    CHECK_FALSE(outline.contains(QStringLiteral("座谈会")));
    CHECK(need(verifyPacket(out)).isOk);
    need(writePacket(*office.workspace, outIn(office, "again"), day("2024-10-01")));
    CHECK(readFile(merged) == readFile(outIn(office, "again/00-验收材料合订本.pdf")));

    office.attach("commitment", office.letter, scanOf("承诺书背面.pdf", 1));
    for (const PacketPaper& paper : need(packetPapers(*office.workspace, day("2024-10-01"), out))) {
        INFO(paper.id.toStdString());
        if (paper.id == QStringLiteral("signed_commitments"))
            CHECK(paper.state == QStringLiteral("stale"));
        if (paper.id == QStringLiteral("signed_minutes"))
            CHECK(paper.state == QStringLiteral("have"));
    }
}

TEST_CASE("the cover gets a number that the same records keep, and its signed copy finds its way by it", "[PLAN-7]")
{
    OpenCampaign campaign;
    const QDate on = day("2024-10-01");
    const auto coverIn = [&](const char* out) {
        need(writePacket(*campaign.workspace, outIn(campaign, out), on));
        return readFile(outIn(campaign, out) + QStringLiteral("/01-封面.pdf"));
    };
    CHECK(need(documents::codesOnPages(coverIn("bare"))).first().isEmpty());
    const PaperIdentity cover = need(numberPacket(*campaign.workspace, on));
    const QByteArray first = coverIn("first");
    CHECK(need(documents::codesOnPages(first)).first() == QStringList{cover.code});
    CHECK(need(numberPacket(*campaign.workspace, on)).number == cover.number);
    CHECK(coverIn("second") == first);
    for (const QString& name : namesIn(outIn(campaign, "first")))
        CHECK(readFile(outIn(campaign, "first") + QLatin1Char('/') + name)
              == readFile(outIn(campaign, "second") + QLatin1Char('/') + name));
    CHECK(campaign.all<model::IssuedPaper>().size() == 1);
    CHECK(need(numberPacket(*campaign.workspace, day("2024-10-02"))).number != cover.number);

    const QString signedCopy = outIn(campaign, "封面扫描.pdf");
    need(saveDocument(signedCopy, need(documents::takePages(first, {1}))));
    const ScanPlan plan = need(splitScan(*campaign.workspace, {signedCopy}));
    REQUIRE(plan.parts.size() == 1);
    CHECK(plan.parts.first().number == cover.number);
    ScanOptions options;
    options.completesSteps = true;
    CHECK(need(fileScan(*campaign.workspace, plan, options)).filed.size() == 1);
    CHECK(need(numberPacket(*campaign.workspace, on)).number != cover.number); // that one was printed and signed
}

TEST_CASE("a letter that is only said to be signed, and a scan that cannot be read, are named", "[PLAN-2][PLAN-7]")
{
    SignedOffice office;
    model::Commitment unproven;
    unproven.unit = office.all<model::Unit>().at(1).uid;
    unproven.signedOn = day("2024-05-07");
    need(addRecord(*office.workspace, model::toRecord(unproven)));
    LoadedFile broken = scanOf("坏.pdf", 1);
    broken.bytes = "%PDF-1.4 cut off";
    office.attach("commitment", office.letter, broken);
    const PacketReport report = need(writePacket(*office.workspace, outIn(office, "packet"), day("2024-10-01")));
    QStringList gaps;
    for (const Gap& gap : report.gaps)
        if (gap.id == QStringLiteral("signed_commitments"))
            gaps << gap.why;
    const auto units = office.all<model::Unit>();
    CHECK(gaps
          == QStringList{
              QStringLiteral("“承诺书：%1”的 PDF 读不出来，没有放入。请去掉密码或重新扫描。").arg(units.at(0).name),
              QStringLiteral("登记为已签订的承诺书中有 1 份没有扫描件或照片：%1。").arg(units.at(1).name)});
}

TEST_CASE("each unit's folder is in the packet, with the points of its visits", "[STA-1]")
{
    const QString folders = QDir(demoPacket()).filePath(QStringLiteral("17-一户一档.pdf"));
    const QString text =
        outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), folders, QStringLiteral("-")});
    QString flat = text;
    flat.remove(QRegularExpression(QStringLiteral("\\s")));
    for (const model::Record& unit : need(listRecords(demoYear(), model::kindOf<model::Unit>())))
        if (model::fromRecord<model::Unit>(unit).participation == model::Participation::Participating)
            CHECK(flat.contains(unit.name()));
    CHECK(flat.contains(QStringLiteral("建议等级")));
    CHECK_FALSE(flat.contains(QStringLiteral("用的是另一版评分表")));
    for (const model::Record& supervisor :
         need(listRecords(demoYear(), *model::findKind(QStringLiteral("supervisor")))))
        CHECK_FALSE(flat.contains(supervisor.name()));
}

TEST_CASE("every signed paper that the packet asks for is one the office makes, and none that it keeps to itself",
          "[SUP-4]")
{
    const auto catalogue = need(documents::parsePacketCatalogue(
        readFile(sourcePath(QStringLiteral("resources/packet/catalogue.json"))), QStringLiteral("catalogue.json")));
    QStringList asked;
    for (const documents::RequiredPaper& paper : catalogue.papers)
        asked += paper.signedPapers;
    CHECK(asked.size() >= 10);
    for (const QString& title : std::as_const(asked)) {
        INFO(title.toStdString());
        const auto& kinds = paperKinds();
        const auto kind =
            std::find_if(kinds.begin(), kinds.end(), [&](const PaperKind& one) { return one.title == title; });
        REQUIRE(kind != kinds.end());
        CHECK_FALSE(kind->isConfidential);
    }
}
