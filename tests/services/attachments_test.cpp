// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "services/attachments.h"
#include "services/history.h"
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

/// A ZIP file as far as its directory is looked at.
QByteArray zipWith(const QByteArray& entry)
{
    return "PK\x03\x04" + QByteArray(60, '\0') + "PK\x01\x02" + QByteArray(42, '\0') + entry;
}

/// An OLE file as far as its directory is looked at.
QByteArray oleWith(const QString& stream)
{
    const qsizetype length = stream.size() * 2;
    QByteArray entry(reinterpret_cast<const char*>(stream.utf16()), length);
    entry.append(QByteArray(128 - length, '\0'));
    entry[64] = char(length + 2);
    const QByteArray signature("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    return signature + QByteArray(512 - signature.size(), '\0') + entry;
}

QString written(OpenCampaign& campaign, const char* name, const QByteArray& bytes)
{
    const QString path = campaign.folder.filePath(QString::fromUtf8(name));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return path;
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
    need(services::attachFiles(*campaign.workspace, subject,
                               {need(services::loadBytes(onePagePdf(), QStringLiteral("证书.pdf")))}));
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

TEST_CASE("A document is taken where its ending is that of its content", "[services]")
{
    struct Case {
        QByteArray bytes;
        const char* name;
        const char* says; ///< part of the refusal; empty: taken
    };
    const QByteArray realXls = readFile(sourcePath(QStringLiteral("tests/exchange/data/instruments.xls")));
    const QByteArray realXlsx = readFile(sourcePath(QStringLiteral("tests/data/samples/roster.xlsx")));
    const QByteArray word = oleWith(QStringLiteral("WordDocument"));
    const std::vector<Case> cases{
        {realXls, "台账.xls", ""},
        {realXls, "台账.ET", ""},
        {realXlsx, "名册.xlsx", ""},
        {word, "报告.doc", ""},
        {word, "报告.wps", ""},
        {zipWith("word/document.xml"), "报告.docx", ""},
        {onePagePdf(), "证书.PDF", ""},
        {"%PDF-1.7", "证书.pdf", "不是完整的 PDF"},
        {onePagePdf().left(60), "断.pdf", "不是完整的 PDF"},
        {realXls, "台账.doc", "的内容是电子表格（.xls），和文件名后缀不符。请把后缀改成 .xls"},
        {realXls, "台账.exe", "请把后缀改成 .xls"},
        {realXlsx, "名册.docx", "请把后缀改成 .xlsx"},
        {word, "报告.xls", "请把后缀改成 .doc"},
        {word, "报告", "请把后缀改成 .doc"},
        {"%PDF-1.7", "证书.doc", "请把后缀改成 .pdf"},
        {oleWith(QStringLiteral("!_StringData")), "安装包.doc", "的内容不是 .doc 文件"}, // an installer
        {oleWith(QStringLiteral("EncryptedPackage")), "加密.docx", "加了密码"},
        {"<html><table>", "网页.xls", "的内容不是 .xls 文件"},
        {zipWith("payload.exe"), "压缩.docx", "的内容不是 .docx 文件"},
        {zipWith("payload.exe"), "压缩.zip", "不是照片、PDF 或 WPS/Office 文档"},
        {oleWith(QStringLiteral("!_StringData")), "安装包.msi", "不是照片、PDF 或 WPS/Office 文档"},
        {"PK\x03\x04PK\x01\x02", "短.docx", "的内容不是 .docx 文件"},
    };
    for (const Case& c : cases) {
        const QString name = QString::fromUtf8(c.name);
        INFO(name);
        const auto loaded = services::loadBytes(c.bytes, name);
        const QString says = QString::fromUtf8(c.says);
        CHECK(loaded.has_value() == says.isEmpty());
        if (!loaded) {
            INFO(loaded.error().message);
            CHECK(loaded.error().message.contains(says));
            CHECK(loaded.error().message.contains(QStringLiteral("“%1”").arg(name)));
        }
    }
}

TEST_CASE("Bad files in a selection are named, and the good ones attached", "[services]")
{
    OpenCampaign campaign;
    const auto subject = firstUnit(campaign);
    const QString red = written(campaign, "红.png", picture(30, 20));
    const QString blue = written(campaign, "蓝.png", picture(30, 20, Qt::blue));
    const QString broken = written(campaign, "断.jpg", picture(20, 20, Qt::blue, "jpeg").left(40));
    const QString program = written(campaign, "程序.exe", "MZ");
    const auto mixed =
        need(services::attachThose(*campaign.workspace, subject, services::loadFiles({red, broken, program, blue})));
    CHECK(need(services::attachmentsOf(*campaign.workspace, subject.uid)).size() == 2);
    REQUIRE(mixed.refusal);
    CHECK(mixed.refusal->message.startsWith(QStringLiteral("有 2 个文件没有附上，其余的已经附上：")));
    CHECK(mixed.refusal->message.contains(QStringLiteral("“断.jpg”读不出来")));
    CHECK(mixed.refusal->message.contains(QStringLiteral("“程序.exe”不是照片")));
    CHECK(mixed.refusal->message.count(QLatin1Char('\n')) == 2);

    const auto none = services::attachThose(*campaign.workspace, subject, services::loadFiles({broken, program}));
    REQUIRE_FALSE(none);
    CHECK(none.error().message.startsWith(QStringLiteral("选中的 2 个文件都不能附上：")));
    const auto one = services::attachThose(*campaign.workspace, subject, services::loadFiles({broken}));
    REQUIRE_FALSE(one);
    CHECK(one.error().message == services::loadFile(broken).error().message);
    const auto again = services::attachThose(*campaign.workspace, subject, services::loadFiles({red, broken}));
    REQUIRE_FALSE(again);
    CHECK(again.error().code == QStringLiteral("attached_already"));
    CHECK(again.error().message.contains(QStringLiteral("断.jpg")));
    const auto many = services::attachThose(*campaign.workspace, subject, services::loadFiles(QStringList(25, broken)));
    REQUIRE_FALSE(many);
    CHECK(many.error().message.endsWith(QStringLiteral("还有 15 个，原因类似，请逐个检查后重试。")));
    CHECK(need(services::attachmentsOf(*campaign.workspace, subject.uid)).size() == 2);
}

TEST_CASE("What a photograph shows is said, journalled and taken back", "[services]")
{
    OpenCampaign campaign;
    const auto subject = firstUnit(campaign);
    need(services::attachFiles(*campaign.workspace, subject,
                               {need(services::loadBytes(picture(20, 20), QStringLiteral("红.png")))}));
    const auto now = [&] { return need(services::attachmentsOf(*campaign.workspace, subject.uid)).first(); };
    const auto fresh = now();
    const qint64 seq =
        need(services::captionFile(*campaign.workspace, fresh.uid, fresh.version, QStringLiteral(" 门头\n招牌 "))).seq;
    CHECK(now().caption == QStringLiteral("门头 招牌"));
    CHECK(need(services::timelineOf(*campaign.workspace, fresh.uid)).first().sentence.contains(QStringLiteral("说明")));
    CHECK(need(services::allPhotographs(*campaign.workspace)).first().caption == QStringLiteral("门头 招牌"));

    const auto stale = services::captionFile(*campaign.workspace, fresh.uid, fresh.version, QStringLiteral("别的"));
    REQUIRE_FALSE(stale);
    CHECK(stale.error().kind == ErrorKind::Conflict);
    const auto tooLong =
        services::captionFile(*campaign.workspace, fresh.uid, now().version, QString(201, QLatin1Char('x')));
    REQUIRE_FALSE(tooLong);
    CHECK(tooLong.error().where == QStringLiteral("caption"));
    need(services::undoEntry(*campaign.workspace, seq));
    CHECK(now().caption.isEmpty());
    need(services::captionFile(*campaign.workspace, fresh.uid, now().version, QStringLiteral("门头")));
    need(services::captionFile(*campaign.workspace, fresh.uid, now().version, QString()));
    CHECK(now().caption.isEmpty());
    CHECK(need(services::verifyCampaign(*campaign.workspace)).isOk);
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

TEST_CASE("Only who may write the record may say what its photograph shows", "[services]")
{
    OpenCampaign campaign;
    const auto subject = firstUnit(campaign);
    need(services::attachFiles(*campaign.workspace, subject,
                               {need(services::loadBytes(picture(20, 20), QStringLiteral("红.png")))}));
    const auto attached = need(services::attachmentsOf(*campaign.workspace, subject.uid)).first();
    const Uid elsewhere = Uid::create();
    for (const services::Actor& actor :
         {services::Actor{QStringLiteral("领导"), services::Role::Leader, {}, true},
          services::Actor{QStringLiteral("外所"), services::Role::Officer, elsewhere, true}}) {
        campaign.reopenAs(actor);
        const auto denied =
            services::captionFile(*campaign.workspace, attached.uid, attached.version, QStringLiteral("门头"));
        REQUIRE_FALSE(denied);
        CHECK(denied.error().kind == ErrorKind::Denied);
    }
}
