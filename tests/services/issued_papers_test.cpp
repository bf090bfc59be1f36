// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "documents/checksum.h"
#include "documents/code_reader.h"
#include "documents/code_stamp.h"
#include "documents/pdf_file.h"
#include "documents/pdf_pages.h"
#include "model/closing_records.h"
#include "rules/paper_code.h"
#include "rules/paper_standing.h"
#include "services/attachments.h"
#include "services/issued_papers.h"
#include "services/scans.h"
#include "services/undo.h"

using namespace chengheng;
using namespace chengheng::test;
using model::IssuedPaper;
using model::IssuedPaperStep;
using model::PaperStepKind;

namespace {

QByteArray pdfOf(const QString& title, int pages)
{
    documents::Paper paper;
    paper.title = title;
    for (int page = 1; page <= pages; ++page) {
        if (page > 1)
            paper.blocks.append(documents::PageBreak{});
        paper.blocks.append(documents::Paragraph{QStringLiteral("第 %1 页").arg(page)});
    }
    return need(documents::makePdf({paper}, day("2024-10-01"))).bytes;
}

services::PaperRequest request(const char* title, QDate madeOn = {})
{
    services::PaperRequest made;
    made.title = QString::fromUtf8(title);
    made.paperKind = QStringLiteral("整改通知书");
    made.madeOn = madeOn;
    return made;
}

services::Issued issue(OpenCampaign& campaign, const char* title, int pages = 1, QDate madeOn = {})
{
    return need(services::issuePaper(*campaign.workspace, request(title, madeOn),
                                     services::stamping(pdfOf(QString::fromUtf8(title), pages))));
}

IssuedPaperStep stepOf(const Uid& paper, PaperStepKind kind, QDate on = QDate(2024, 10, 1))
{
    IssuedPaperStep step;
    step.issuedPaper = paper;
    step.kind = kind;
    step.on = on;
    step.person = QStringLiteral("测试员");
    step.reason = QStringLiteral("数字有误");
    return step;
}

void take(OpenCampaign& campaign, const Uid& paper, std::initializer_list<PaperStepKind> kinds)
{
    for (const PaperStepKind kind : kinds)
        need(services::addRecord(*campaign.workspace, model::toRecord(stepOf(paper, kind))));
}

rules::PaperState stateOf(OpenCampaign& campaign, const Uid& uid)
{
    const auto paper = model::fromRecord<IssuedPaper>(
        need(services::findRecord(*campaign.workspace, model::kindOf<IssuedPaper>(), uid)));
    const auto steps = campaign.all<IssuedPaperStep>({.where = {{QStringLiteral("issued_paper"), uid.toString()}}});
    return rules::paperStanding(paper, steps, QDate(2100, 1, 1)).state;
}

QString write(OpenCampaign& campaign, const char* name, const QByteArray& bytes)
{
    const QString path = campaign.folder.filePath(QString::fromUtf8(name));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return path;
}

/// Every page of a batch stands in exactly one place.
void checkNothingLost(const services::ScanPlan& plan)
{
    QVector<int> seen;
    for (const services::ScanPart& part : plan.parts)
        seen += part.pages;
    for (const services::StrayPage& stray : plan.strays)
        seen.append(stray.page);
    std::sort(seen.begin(), seen.end());
    REQUIRE(seen.size() == plan.pages);
    for (int page = 1; page <= plan.pages; ++page)
        CHECK(seen[page - 1] == page);
}

} // namespace

TEST_CASE("Papers are numbered within their year, and each keeps its PDF with the code on every page",
          "[services][TOWN-7]")
{
    OpenCampaign campaign;
    const struct {
        const char* title;
        QDate madeOn;
        const char* number;
    } cases[] = {
        {"甲", {}, "2024-00001"},
        {"乙", day("2024-09-30"), "2024-00002"},
        {"丙", day("2023-12-31"), "2023-00001"},
        {"丁", {}, "2024-00003"},
    };
    for (const auto& each : cases) {
        INFO(each.title);
        const services::Issued issued = issue(campaign, each.title, 2, each.madeOn);
        CHECK(issued.identity.number == QLatin1String(each.number));
        CHECK(need(rules::parsePaperCode(issued.identity.code)).number == issued.identity.number);
        const auto paper = model::fromRecord<IssuedPaper>(
            need(services::findRecord(*campaign.workspace, model::kindOf<IssuedPaper>(), issued.written.uid)));
        CHECK(paper.number == issued.identity.number);
        CHECK(paper.pages == 2);
        CHECK(paper.maker == QStringLiteral("测试员"));
        CHECK(need(services::codeOf(*campaign.workspace, paper)) == issued.identity.code);
        const auto files = need(services::attachmentsOf(*campaign.workspace, paper.uid));
        REQUIRE(files.size() == 1);
        const QByteArray kept = need(services::bytesOf(*campaign.workspace, files.first()));
        CHECK(kept == issued.pdf);
        CHECK(paper.sha256 == documents::sha256Of(kept));
        CHECK(need(documents::codesOnPages(kept)) == QVector<QStringList>(2, {issued.identity.code}));
    }
    CHECK(need(services::listRecords(*campaign.workspace, model::kindOf<IssuedPaper>(),
                                     {.search = QStringLiteral("2024-0000")}))
              .size()
          == 3);
}

TEST_CASE("A paper that cannot be made takes no number, and one that is asked for twice is made once", "[services]")
{
    OpenCampaign campaign;
    const auto broken = services::issuePaper(*campaign.workspace, request("甲"), [](const services::PaperIdentity&) {
        return Result<QByteArray>(fail(ErrorKind::Unavailable, "no_font", QStringLiteral("没有字体。")));
    });
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == QLatin1String("no_font"));
    CHECK_FALSE(services::issuePaper(*campaign.workspace, request("甲"), services::stamping("不是 PDF")));
    const auto untitled = services::issuePaper(*campaign.workspace, request(""), services::stamping(pdfOf({}, 1)));
    REQUIRE_FALSE(untitled);
    CHECK(untitled.error().where == QLatin1String("title"));
    CHECK(campaign.all<IssuedPaper>().isEmpty());

    const Uid intent = Uid::create();
    const auto make = services::stamping(pdfOf(QStringLiteral("甲"), 1));
    const auto first = need(services::issuePaper(*campaign.workspace, request("甲"), make, intent));
    const auto again = need(services::issuePaper(*campaign.workspace, request("甲"), make, intent));
    CHECK(first.identity.number == QLatin1String("2024-00001"));
    CHECK(again.identity.number == first.identity.number);
    CHECK(again.written.uid == first.written.uid);
    CHECK(again.pdf == first.pdf);
    CHECK(campaign.all<IssuedPaper>().size() == 1);

    int made = 0;
    const auto late =
        need(services::issuePaper(*campaign.workspace, request("乙"), [&](const services::PaperIdentity& identity) {
            if (++made == 1)
                issue(campaign, "抢先的");
            return documents::stampCode(pdfOf(QStringLiteral("乙"), 1), identity.code);
        }));
    CHECK(made == 2);
    CHECK(late.identity.number == QLatin1String("2024-00003"));
    CHECK(need(documents::codesOnPages(late.pdf)) == QVector<QStringList>{{late.identity.code}});

    need(services::undoLast(*campaign.workspace)); // the number is used up: the paper stays, as void
    CHECK(campaign.all<IssuedPaper>().size() == 3);
    CHECK(stateOf(campaign, late.written.uid) == rules::PaperState::Voided);
    CHECK(need(services::attachmentsOf(*campaign.workspace, late.written.uid)).size() == 1);
    CHECK(need(services::nextPaper(*campaign.workspace, day("2024-10-01"))).number == QLatin1String("2024-00004"));
}

TEST_CASE("A PDF made elsewhere is numbered, and its stamped copy is written whole or not at all", "[services]")
{
    OpenCampaign campaign;
    const QString path = write(campaign, "会议通知.pdf", pdfOf(QStringLiteral("会议通知"), 1));
    const QString out = campaign.folder.filePath(QStringLiteral("编号.pdf"));
    const Uid intent = Uid::create();
    const auto issued = need(services::issueFile(*campaign.workspace, request("会议通知"), path, out, intent));
    CHECK(readFile(out) == issued.pdf);
    QFile::remove(out);
    CHECK(need(services::issueFile(*campaign.workspace, request("会议通知"), path, out, intent)).identity.number
          == issued.identity.number);
    CHECK(readFile(out) == issued.pdf);
    CHECK(need(documents::codesOnPages(issued.pdf)) == QVector<QStringList>{{issued.identity.code}});
    const struct {
        const char* title;
        QString path;
        QString out;
        const char* code;
    } cases[] = {
        {"通知", path, out, "file_exists"},
        {"通知", campaign.folder.filePath(QStringLiteral("没有.pdf")),
         campaign.folder.filePath(QStringLiteral("二.pdf")), "no_such_file"},
        {"", path, campaign.folder.filePath(QStringLiteral("二.pdf")), "required"},
        {"通知", write(campaign, "字.txt", "字"), campaign.folder.filePath(QStringLiteral("二.pdf")), "not_a_pdf"},
        {"通知", path, campaign.folder.filePath(QStringLiteral("没有这个夹/二.pdf")), "no_such_folder"},
    };
    for (const auto& each : cases) {
        INFO(each.code);
        const auto refused = services::issueFile(*campaign.workspace, request(each.title), each.path, each.out);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == QLatin1String(each.code));
        CHECK(QFileInfo::exists(each.out) == (each.out == out));
    }
    CHECK(campaign.all<IssuedPaper>().size() == 1);
}

TEST_CASE("A step of signing out of order is refused on every way in", "[services]")
{
    OpenCampaign campaign;
    const Uid paper = issue(campaign, "会议纪要").written.uid;
    const auto direct = services::addRecord(*campaign.workspace, model::toRecord(stepOf(paper, PaperStepKind::Sealed)));
    REQUIRE_FALSE(direct);
    CHECK(direct.error().code == QLatin1String("step_not_allowed"));
    CHECK(direct.error().message.contains(QStringLiteral("请先登记“已打印”")));

    const model::RecordKind& kind = model::kindOf<IssuedPaper>();
    const services::FieldValues inputs{{QStringLiteral("on"), day("2024-10-01")},
                                       {QStringLiteral("person"), QStringLiteral("甲")}};
    CHECK_FALSE(
        services::doAction(*campaign.workspace, *services::findAction(kind, QStringLiteral("sent")), paper, inputs));
    const QVector<Uid> both{paper, issue(campaign, "通知").written.uid};
    need(services::doAction(*campaign.workspace, *services::findAction(kind, QStringLiteral("printed")), both, inputs));
    need(services::doAction(*campaign.workspace, *services::findAction(kind, QStringLiteral("sent")), both, inputs));
    const auto silent =
        services::doAction(*campaign.workspace, *services::findAction(kind, QStringLiteral("returned")), paper, inputs);
    REQUIRE_FALSE(silent);
    CHECK(silent.error().where == QLatin1String("reason"));
    CHECK(stateOf(campaign, paper) == rules::PaperState::Sent);

    const QString table =
        write(campaign, "送签.csv", QStringLiteral("文书,步骤,日期,经办人\n会议纪要,已扫描,2024-10-01,甲\n").toUtf8());
    const auto imported = services::importFile(*campaign.workspace, model::kindOf<IssuedPaperStep>(), table, {});
    REQUIRE_FALSE(imported);
    CHECK(imported.error().code == QLatin1String("step_not_allowed"));
    CHECK(campaign.all<IssuedPaperStep>().size() == 4);

    auto record = need(services::findRecord(*campaign.workspace, kind, paper));
    const auto moved =
        services::correctRecord(*campaign.workspace, kind, paper, record.version,
                                {{QStringLiteral("made_on"), day("2023-01-01")}}, QStringLiteral("笔误"));
    REQUIRE_FALSE(moved);
    CHECK(moved.error().code == QLatin1String("fixed"));
}

TEST_CASE("A scanned batch is dealt out by its codes and filed, and no page of it is lost", "[services][TOWN-7]")
{
    OpenCampaign campaign;
    const auto sealed = issue(campaign, "已盖章的纪要", 3);
    const auto made = issue(campaign, "刚做好的通知");
    const auto voided = issue(campaign, "作废的通知");
    take(campaign, sealed.written.uid, {PaperStepKind::Printed, PaperStepKind::Sent, PaperStepKind::Sealed});
    take(campaign, voided.written.uid, {PaperStepKind::Voided});
    const QByteArray blank = pdfOf(QStringLiteral("没有编码的页"), 1);
    const QString foreign = rules::codeText({QStringLiteral("FFFFFFFF"), QStringLiteral("2024-00001")});
    const QString unknown = rules::codeText(
        {rules::campaignMark(need(campaign.workspace->facts()).campaign.uid), QStringLiteral("2024-00099")});
    const QString label = QStringLiteral("https://example.org/label/7");
    const auto page = [](const QString& code) {
        return need(documents::stampCode(pdfOf(QStringLiteral("别的页"), 1), code));
    };
    const QVector<documents::NamedBytes> batch{
        {{}, blank},                                       // 1 before any code
        {{}, need(documents::takePages(sealed.pdf, {1}))}, // 2
        {{}, blank},                                       // 3 belongs to 2
        {{}, made.pdf},                                    // 4
        {{}, page(label)},                                 // 5 belongs to 4
        {{}, page(foreign)},                               // 6
        {{}, blank},                                       // 7 after a page that belongs to nothing
        {{}, voided.pdf},                                  // 8
        {{}, page(unknown)},                               // 9
        {{}, need(documents::takePages(sealed.pdf, {3}))}, // 10 the first paper again
    };
    const QString path = write(campaign, "扫描.pdf", need(documents::joinPages(batch)));

    const services::ScanPlan plan = need(services::splitScan(*campaign.workspace, {path}));
    checkNothingLost(plan);
    REQUIRE(plan.parts.size() == 3);
    CHECK(plan.parts[0].paper == sealed.written.uid);
    CHECK(plan.parts[0].pages == QVector<int>{2, 3, 10});
    CHECK(plan.parts[0].pagesExpected == 3);
    CHECK(plan.parts[0].missingSteps.isEmpty());
    CHECK(plan.parts[1].pages == QVector<int>{4, 5});
    CHECK(plan.parts[1].missingSteps.size() == 3);
    CHECK(plan.parts[2].pages == QVector<int>{8});
    CHECK(plan.parts[2].refusal.contains(QStringLiteral("作废")));
    QVector<int> strays;
    for (const services::StrayPage& stray : plan.strays) {
        strays.append(stray.page);
        CHECK(stray.why.endsWith(QStringLiteral("。")));
    }
    CHECK(strays == QVector<int>{1, 6, 7, 9});
    CHECK(services::together(plan.strays).size() == 4);
    CHECK(services::pageRanges(plan.parts[0].pages) == QStringLiteral("2–3、10"));
    CHECK(campaign.all<IssuedPaperStep>().size() == 4);

    const services::ScanReport first = need(services::fileScan(*campaign.workspace, plan, {}));
    CHECK(first.filed.size() == 1);
    CHECK(first.left.size() == 2);
    CHECK(stateOf(campaign, sealed.written.uid) == rules::PaperState::Scanned);
    CHECK(stateOf(campaign, made.written.uid) == rules::PaperState::Made);
    const auto files = need(services::attachmentsOf(*campaign.workspace, sealed.written.uid));
    REQUIRE(files.size() == 2);
    CHECK(need(documents::pagesIn(need(services::bytesOf(*campaign.workspace, files.last())))) == 3);

    const services::ScanPlan again = need(services::splitScan(*campaign.workspace, {path}));
    CHECK(again.parts[0].isFiled);
    services::ScanOptions all;
    all.completesSteps = true;
    all.archives = true;
    const services::ScanReport second = need(services::fileScan(*campaign.workspace, again, all));
    REQUIRE(second.filed.size() == 1);
    CHECK(second.filed.first().paper == made.written.uid);
    CHECK(stateOf(campaign, made.written.uid) == rules::PaperState::Scanned);
    CHECK(second.archived == 1);
    const auto pieces = campaign.all<model::ArchivePiece>();
    REQUIRE(pieces.size() == 1);
    CHECK(pieces.first().documentNumber == made.identity.number);
    CHECK(pieces.first().pages == 2);
    CHECK(need(services::attachmentsOf(*campaign.workspace, pieces.first().uid)).size() == 1);

    all.filesAgain = true; // the very same pages once more: said, not stored twice
    const auto third =
        services::fileScan(*campaign.workspace, need(services::splitScan(*campaign.workspace, {path})), all);
    REQUIRE_FALSE(third);
    CHECK(third.error().code == QLatin1String("nothing_to_file"));
    CHECK(need(services::attachmentsOf(*campaign.workspace, sealed.written.uid)).size() == 2);

    need(services::undoLast(*campaign.workspace));
    CHECK(stateOf(campaign, made.written.uid) == rules::PaperState::Made);
    for (const auto& piece : campaign.all<model::ArchivePiece>())
        CHECK(piece.voidedOn.isValid());
}

TEST_CASE("A batch without any code is told as one run of pages", "[services]")
{
    OpenCampaign campaign;
    const QString path = write(campaign, "扫描.pdf", pdfOf(QStringLiteral("别的"), 4));
    const auto plan = need(services::splitScan(*campaign.workspace, {path}));
    CHECK(plan.parts.isEmpty());
    const auto groups = services::together(plan.strays);
    REQUIRE(groups.size() == 1);
    CHECK(services::pageRanges(groups.first().pages) == QStringLiteral("1–4"));
    CHECK(services::fileScan(*campaign.workspace, plan, {}).error().code == QLatin1String("nothing_to_file"));
}

TEST_CASE("A scan that cannot be read or is cancelled changes nothing and says why", "[services]")
{
    OpenCampaign campaign;
    const auto paper = issue(campaign, "通知");
    const QString path = write(campaign, "好的.pdf", paper.pdf);
    const struct {
        QStringList paths;
        const char* code;
    } cases[] = {
        {{campaign.folder.filePath(QStringLiteral("没有.pdf"))}, "no_such_file"},
        {{write(campaign, "空的.pdf", {})}, "not_a_pdf"},
        {{write(campaign, "半个.pdf", paper.pdf.left(300))}, "not_a_pdf"},
        {{path, write(campaign, "文字.txt", "不是扫描件")}, "not_a_pdf"},
        {{}, "not_a_pdf"},
    };
    for (const auto& each : cases) {
        INFO(each.paths.join(QLatin1Char(' ')));
        const auto plan = services::splitScan(*campaign.workspace, each.paths);
        REQUIRE_FALSE(plan);
        CHECK(plan.error().code == QLatin1String(each.code));
    }
    const auto no = [](const QString&, qint64, qint64) { return false; };
    CHECK(services::splitScan(*campaign.workspace, {path}, no).error().kind == ErrorKind::Cancelled);
    const auto plan = need(services::splitScan(*campaign.workspace, {path}));
    services::ScanOptions options;
    options.completesSteps = true;
    CHECK(services::fileScan(*campaign.workspace, plan, options, no).error().kind == ErrorKind::Cancelled);
    CHECK(stateOf(campaign, paper.written.uid) == rules::PaperState::Made);
    const auto none = services::fileScan(*campaign.workspace, plan, {});
    REQUIRE_FALSE(none);
    CHECK(none.error().message.contains(QStringLiteral("已打印、送签、已盖章")));

    campaign.reopenAs({QStringLiteral("领导"), services::Role::Leader, {}, true});
    CHECK(services::fileScan(*campaign.workspace, plan, options).error().kind == ErrorKind::Denied);
}
