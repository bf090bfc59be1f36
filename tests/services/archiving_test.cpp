// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "documents/pdf_file.h"
#include "model/closing_records.h"
#include "model/outside_records.h"
#include "model/paper_records.h"
#include "rules/paper_standing.h"
#include "services/archiving.h"
#include "services/issued_papers.h"
#include "services/overview.h"
#include "services/packets.h"
#include "services/undo.h"

using namespace chengheng;
using namespace chengheng::test;
using model::ArchivePiece;
using model::Retention;

namespace {

ArchivePiece piece(const char* title, qint64 year, Retention retention)
{
    ArchivePiece made;
    made.title = QString::fromUtf8(title);
    made.year = year;
    made.retention = retention;
    made.responsible = QStringLiteral("虚构镇人民政府");
    made.dated = day("2024-04-01");
    made.pages = 3;
    return made;
}

ArchivePiece archive(OpenCampaign& campaign, const char* title, qint64 year = 2024,
                     Retention retention = Retention::ThirtyYears)
{
    const Uid uid = need(services::addRecord(*campaign.workspace, model::toRecord(piece(title, year, retention)))).uid;
    return model::fromRecord<ArchivePiece>(
        need(services::findRecord(*campaign.workspace, model::kindOf<ArchivePiece>(), uid)));
}

/// A numbered paper that has taken these steps.
Uid issued(OpenCampaign& campaign, const char* kind, std::initializer_list<const char*> steps)
{
    documents::Paper paper;
    paper.title = QString::fromUtf8(kind);
    paper.blocks = {documents::Paragraph{QStringLiteral("正文")}};
    const auto pdf = need(documents::makePdf({paper}, day("2024-10-01"))).bytes;
    services::PaperRequest request;
    request.title = paper.title;
    request.paperKind = paper.title;
    const Uid uid = need(services::issuePaper(*campaign.workspace, request, services::stamping(pdf))).written.uid;
    for (const char* step : steps) {
        const auto& action = *services::findAction(model::kindOf<model::IssuedPaper>(), QLatin1String(step));
        need(services::doAction(
            *campaign.workspace, action, uid,
            {{QStringLiteral("on"), day("2024-10-01")}, {QStringLiteral("person"), QStringLiteral("测试员")}}));
    }
    return uid;
}

QStringList breaksOf(const services::Workspace& workspace)
{
    QStringList codes;
    for (const services::Break& one : need(services::verifyCampaign(workspace)).breaks)
        codes << one.what;
    return codes;
}

} // namespace

TEST_CASE("Pieces of the archive are numbered within their year and retention", "[services][TOWN-7]")
{
    OpenCampaign campaign;
    CHECK(archive(campaign, "甲").number == 1);
    CHECK(archive(campaign, "乙").number == 2);
    CHECK(archive(campaign, "丙", 2024, Retention::Permanent).number == 1);
    CHECK(archive(campaign, "丁", 2025).number == 1);
    CHECK(archive(campaign, "戊").number == 3);
    CHECK(breaksOf(*campaign.workspace).isEmpty());
}

TEST_CASE("An archive number once given stays: undoing voids it, and it is not given again", "[services][TOWN-7]")
{
    OpenCampaign campaign;
    archive(campaign, "甲");
    archive(campaign, "登错的");
    need(services::undoLast(*campaign.workspace));
    const auto pieces = campaign.all<ArchivePiece>();
    REQUIRE(pieces.size() == 2);
    CHECK(pieces.last().voidedOn == day("2024-10-01"));
    CHECK_FALSE(pieces.last().voidReason.isEmpty());
    CHECK(archive(campaign, "乙").number == 3);
    CHECK(breaksOf(*campaign.workspace).isEmpty());
    const auto moved = services::correctRecord(*campaign.workspace, model::kindOf<ArchivePiece>(), pieces.first().uid,
                                               pieces.first().version,
                                               {{QStringLiteral("retention"), QStringLiteral("permanent")}}, {});
    REQUIRE_FALSE(moved);
    CHECK(moved.error().code == QStringLiteral("fixed"));
}

TEST_CASE("Undoing a numbered paper voids it and keeps its PDF", "[services][TOWN-7]")
{
    OpenCampaign campaign;
    const Uid first = issued(campaign, "会议通知", {});
    need(services::undoLast(*campaign.workspace));
    const auto papers = campaign.all<model::IssuedPaper>();
    REQUIRE(papers.size() == 1);
    CHECK(need(services::paperStandings(*campaign.workspace, day("2024-10-01")))[first].state
          == rules::PaperState::Voided);
    CHECK(need(services::attachmentsOf(*campaign.workspace, first)).size() == 1);
    issued(campaign, "会议通知", {});
    CHECK(campaign.all<model::IssuedPaper>().last().number == QStringLiteral("2024-00002"));
    CHECK(breaksOf(*campaign.workspace).isEmpty());
}

TEST_CASE("Sealed papers file themselves, each as long as its kind asks", "[services][TOWN-7]")
{
    OpenCampaign campaign;
    const Uid minutes = issued(campaign, "会议纪要", {"printed", "sent", "sealed"});
    const Uid application = issued(campaign, "验收申请书", {"printed", "sent", "sealed"});
    const Uid waiting = issued(campaign, "会议通知", {"printed"});
    CHECK(services::archivePapers(*campaign.workspace, {minutes, waiting}).error().code
          == QStringLiteral("not_sealed"));
    CHECK(campaign.all<ArchivePiece>().isEmpty());

    const auto archived = need(services::archivePapers(*campaign.workspace, {minutes, application}));
    REQUIRE(archived.pieces.size() == 2);
    CHECK(archived.pieces[0].retention == Retention::ThirtyYears);
    CHECK(archived.pieces[1].retention == Retention::Permanent);
    CHECK(archived.pieces[1].number == 1);
    CHECK(archived.pieces[0].documentNumber == QStringLiteral("2024-00001"));
    CHECK(need(services::attachmentsOf(*campaign.workspace, archived.pieces[0].uid)).size() == 1);

    CHECK(services::archivePapers(*campaign.workspace, {minutes}).error().code == QStringLiteral("archived_already"));
    const Uid later = issued(campaign, "复查意见", {"printed", "sent", "sealed"});
    const auto more = need(services::archivePapers(*campaign.workspace, {minutes, later}, Retention::TenYears));
    CHECK(more.pieces.size() == 1);
    CHECK(more.pieces.first().retention == Retention::TenYears);
    CHECK(more.left.size() == 1);
    CHECK(breaksOf(*campaign.workspace).isEmpty());
}

namespace {

void film(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace

TEST_CASE("A scanned paper is owed to the archive until it lies there", "[services][TOWN-7]")
{
    OpenCampaign campaign;
    const Uid paper = issued(campaign, "会议纪要", {"printed", "sent", "sealed", "scanned"});
    const auto isOwed = [&] {
        const auto rows = need(services::summaryOn(*campaign.workspace, *rules::findSummary(QStringLiteral("owed")),
                                                   day("2024-12-31")))
                              .rows;
        return std::any_of(rows.begin(), rows.end(), [&](const rules::SummaryRow& row) {
            return row.record == paper && row.cells.at(2).contains(QStringLiteral("还没有归档"));
        });
    };
    CHECK(isOwed());
    need(services::archivePapers(*campaign.workspace, {paper}));
    CHECK_FALSE(isOwed());
}

TEST_CASE("Verifying tells which file outside is missing, changed or was never read", "[services]")
{
    OpenCampaign campaign;
    const QString path = campaign.folder.filePath(QStringLiteral("动员大会.mp4"));
    film(path, "moving pictures");
    model::OutsideFile video;
    video.title = QStringLiteral("动员大会录像");
    video.path = path;
    video.on = day("2024-03-20");
    video.keeper = QStringLiteral("测试员");
    const Uid uid = need(services::addRecord(*campaign.workspace, model::toRecord(video))).uid;
    const auto kept = campaign.all<model::OutsideFile>().first();
    CHECK(kept.uid == uid);
    CHECK(kept.size == 15);
    CHECK(kept.sha256.size() == 64);
    CHECK(breaksOf(*campaign.workspace).isEmpty());
    film(path, "other pictures");
    CHECK(breaksOf(*campaign.workspace) == QStringList{QStringLiteral("outside_changed")});
    REQUIRE(QFile::remove(path));
    CHECK(breaksOf(*campaign.workspace) == QStringList{QStringLiteral("outside_missing")});
    film(path, "moving pictures");
    CHECK(breaksOf(*campaign.workspace).isEmpty());
    video.path = campaign.folder.filePath(QStringLiteral("还没有的.mp4"));
    need(services::addRecord(*campaign.workspace, model::toRecord(video)));
    film(video.path, "later");
    CHECK(breaksOf(*campaign.workspace) == QStringList{QStringLiteral("outside_unread")});
}
