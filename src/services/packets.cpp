// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/packets.h"

#include "base/dates.h"
#include "documents/packet_check_paper.h"
#include "documents/packet_scans.h"
#include "documents/pdf_file.h"
#include "documents/pdf_pages.h"
#include "services/attachments.h"
#include "services/internal/packet_archive.h"
#include "services/internal/packet_lacks.h"
#include "services/internal/packet_standing.h"
#include "services/internal/packet_writer.h"
#include "services/internal/record_writes.h"
#include "services/internal/remembered.h"
#include "services/internal/visit_scores.h"
#include "services/internal/workspace_data.h"
#include "storage/journal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Packets)
};

QString preparedBy(const Actor& actor)
{
    return actor.isDeclared ? Text::tr("%1（自报姓名）").arg(actor.name) : actor.name;
}

const documents::PacketCatalogue& builtInCatalogue()
{
    static const documents::PacketCatalogue catalogue = [] {
        QFile file(QStringLiteral(":/builtin/packet/catalogue.json"));
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        auto read = documents::parsePacketCatalogue(bytes, QStringLiteral("packet/catalogue.json"));
        if (!read)
            qFatal("%s: %s", qUtf8Printable(read.error().where), qUtf8Printable(read.error().message));
        return std::move(*read);
    }();
    return catalogue;
}

documents::PacketInput bareInput(const Workspace& workspace, model::CampaignFacts facts, QDate day)
{
    return {std::move(facts),
            workspace.plan(),
            workspace.sheets(),
            workspace.calendar(),
            builtInCatalogue(),
            day,
            {},
            preparedBy(workspace.actor())};
}

/// Each scan is opened once until a record changes.
void countScanPages(const Workspace& workspace, const storage::Reading& reading, documents::PacketInput& input)
{
    using Pages = QHash<QString, int>;
    const QString key = QStringLiteral("scan pages %1").arg(input.day.toString(Qt::ISODate));
    input.scanPages = *reading.figures.findOrMake(key, [&] {
        Pages pages;
        for (const model::Attachment& scan : documents::scansIn(input)) {
            const auto bytes = bytesOf(workspace, scan);
            pages.insert(scan.sha256, bytes ? documents::pagesIn(*bytes).value_or(0) : 0);
        }
        return pages;
    });
}

/// What papers are made from, as one transaction sees it; `snapshot` holds it open.
Result<documents::PacketInput> packetInput(const Workspace& workspace, storage::Snapshot& snapshot, QDate day)
{
    const auto reading = snapshot.reading();
    if (!reading)
        return fail(reading.error());
    const auto head = storage::Journal(*workspace.data().database).head();
    if (!head)
        return fail(head.error());
    const QDate on = workspace.dayOrToday(day);
    documents::PacketInput input = bareInput(workspace, factsOn(**reading, on).facts, on);
    input.journalHead = head->hash;
    countScanPages(workspace, **reading, input);
    auto scores = visitScores(workspace, **reading, input.facts.inspections);
    if (!scores)
        return fail(scores.error());
    input.visitScores = std::move(*scores);
    return input;
}

/// What the packet of day `on` would lack by the records known on `known`.
Result<QVector<documents::PaperGap>> gapsOn(const Workspace& workspace, QDate known, QDate on)
{
    const auto reading = readingOf(workspace);
    if (!reading)
        return fail(reading.error());
    const DayFacts then = factsOn(**reading, known);
    return *then.figures->findOrMake(QStringLiteral("gaps ") + on.toString(Qt::ISODate), [&] {
        documents::PacketInput input = bareInput(workspace, then.facts, on);
        countScanPages(workspace, **reading, input);
        return documents::packetGaps(input);
    });
}

/// A cover that got its number.
struct Cover {
    PaperIdentity identity; ///< empty: there is none
    rules::PaperState state = rules::PaperState::Made;
};

model::IssuedPaper newCover(const Workspace& workspace, QDate day)
{
    model::IssuedPaper cover;
    cover.title = Text::tr("验收材料封面");
    cover.paperKind = cover.title;
    cover.subject = Text::tr("数据截至%1").arg(paperDate(day));
    cover.madeOn = workspace.clock().today();
    cover.maker = workspace.actor().name;
    cover.pages = 1;
    return cover;
}

/// The last cover of the day's packet that is not void.
Result<Cover> coverOf(const Workspace& workspace, QDate day)
{
    const model::IssuedPaper wanted = newCover(workspace, day);
    const auto papers = listRecords(
        workspace, model::kindOf<model::IssuedPaper>(),
        {.where = {{QStringLiteral("paper_kind"), wanted.paperKind}, {QStringLiteral("subject"), wanted.subject}}});
    const auto standings = paperStandings(workspace, workspace.clock().today());
    if (!papers || !standings)
        return fail(papers ? standings.error() : papers.error());
    model::IssuedPaper last;
    for (const model::Record& record : *papers)
        if (standings->value(record.uid).state != rules::PaperState::Voided && last.uid < record.uid)
            last = model::fromRecord<model::IssuedPaper>(record);
    if (last.uid.isNull())
        return Cover();
    const auto code = codeOf(workspace, last);
    return code ? Result<Cover>(Cover{{last.number, *code}, standings->value(last.uid).state})
                : Result<Cover>(fail(code.error()));
}

/// The time of the journal's last entry as a clock in China shows it; of the day itself before the
/// first entry. With it two packets of the same records have the same bytes.
Result<QDateTime> packetStamp(const Workspace& workspace, QDate day)
{
    constexpr int chinaOffset = 8 * 60 * 60;
    const auto entries = storage::Journal(*workspace.data().database).entries(1);
    if (!entries)
        return fail(entries.error());
    if (entries->isEmpty())
        return QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, chinaOffset);
    return entries->first().when.toOffsetFromUtc(chinaOffset);
}

Result<void> checkTarget(const QString& out)
{
    const QFileInfo target(out);
    if (target.exists() || target.isSymLink())
        return fail(ErrorKind::Conflict, "file_exists",
                    Text::tr("“%1”已经存在。请另起一个名字，或先把它移走。").arg(QDir::toNativeSeparators(out)), out);
    if (!target.absoluteDir().exists())
        return fail(ErrorKind::NotFound, "no_such_folder",
                    Text::tr("文件夹“%1”不存在。请先建好文件夹，或换一个位置保存。")
                        .arg(QDir::toNativeSeparators(target.absolutePath())),
                    out);
    return {};
}

tl::unexpected<Error> notPlaced(const QString& out)
{
    return fail(ErrorKind::Unavailable, "cannot_write_file",
                Text::tr("验收材料不能放到“%1”。请检查磁盘空间和写入权限，或换一个位置保存。")
                    .arg(QDir::toNativeSeparators(out)),
                out);
}

bool isZip(const QString& out)
{
    return out.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
}

/// 验收材料.zip has 验收材料-核验单.pdf beside it.
QString checkPageOf(const QString& out)
{
    return (isZip(out) ? out.chopped(4) : out) + Text::tr("-核验单.pdf");
}

/// Puts the finished folder, or a zip of it, and the check page in their places; both or none.
Result<void> placePacket(const QTemporaryDir& scratch, const QString& folder, const QString& out,
                         const QDateTime& stamp)
{
    QString finished = folder;
    if (isZip(out)) {
        finished = scratch.filePath(QStringLiteral("packet.zip"));
        if (auto zipped = zipFolder(folder, finished, stamp); !zipped)
            return zipped;
    }
    const QString checkPage = checkPageOf(out);
    for (const QString& target : {out, checkPage})
        if (auto free = checkTarget(target); !free)
            return free;
    if (!QFile::rename(scratch.filePath(QStringLiteral("check.pdf")), checkPage))
        return notPlaced(out);
    if (!QDir().rename(finished, out)) {
        QFile::remove(checkPage);
        return notPlaced(out);
    }
    return {};
}

} // namespace

Result<PaperIdentity> numberPacket(Workspace& workspace, QDate day, const Uid& intent)
{
    const QDate on = workspace.dayOrToday(day);
    const auto known = coverOf(workspace, on);
    if (!known)
        return fail(known.error());
    const bool isUsable = !known->identity.number.isEmpty() && known->state == rules::PaperState::Made;
    if (isUsable || workspace.isReadOnly())
        return known->identity;
    model::IssuedPaper cover = newCover(workspace, on);
    cover.uid = intent;
    const auto seq =
        runIntent(workspace, QStringLiteral("packet.number"), intent, [&](storage::Intent& open) -> Result<void> {
            const auto uid = insertChecked(workspace, open, model::toRecord(cover));
            return uid ? Result<void>() : Result<void>(fail(uid.error()));
        });
    if (!seq)
        return fail(seq.error());
    const auto numbered = coverOf(workspace, on);
    return numbered ? Result<PaperIdentity>(numbered->identity) : Result<PaperIdentity>(fail(numbered.error()));
}

Result<PacketReport> writePacket(const Workspace& workspace, const QString& out, QDate day, const Progress& progress)
{
    const QString target = QDir::cleanPath(QFileInfo(out).absoluteFilePath());
    for (const QString& place : {target, checkPageOf(target)})
        if (auto free = checkTarget(place); !free)
            return fail(free.error());
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    auto input = packetInput(workspace, *snapshot, day);
    if (!input)
        return fail(input.error());
    const auto stamp = packetStamp(workspace, input->day);
    if (!stamp)
        return fail(stamp.error());
    const QTemporaryDir scratch(QFileInfo(target).absoluteDir().filePath(QStringLiteral(".~packet-XXXXXX")));
    const QString folder = scratch.filePath(QStringLiteral("packet"));
    if (!scratch.isValid() || !QDir().mkdir(folder))
        return notPlaced(target);
    const auto cover = coverOf(workspace, input->day);
    if (!cover)
        return fail(cover.error());
    auto report = PacketWriter(workspace, *input, cover->identity, *stamp, folder, progress).write();
    if (!report)
        return report;
    report->checkPage = checkPageOf(target);
    const documents::PacketContents contents{QFileInfo(target).fileName(), report->files, report->pages,
                                             int(report->gaps.size()), report->manifestSha256};
    if (auto page = documents::writePdf(scratch.filePath(QStringLiteral("check.pdf")),
                                        {documents::packetCheckPaper(*input, contents)}, input->day);
        !page)
        return fail(page.error());
    if (auto placed = placePacket(scratch, folder, target, *stamp); !placed)
        return fail(placed.error());
    return report;
}

Result<QVector<Gap>> packetGaps(const Workspace& workspace, QDate day)
{
    const QDate on = workspace.dayOrToday(day);
    const auto gaps = gapsOn(workspace, on, on);
    return gaps ? Result<QVector<Gap>>(plainGaps(*gaps)) : fail(gaps.error());
}

Result<QStringList> papersLacking(const Workspace& workspace, QDate known, QDate on)
{
    const auto gaps = gapsOn(workspace, known, on);
    if (!gaps)
        return fail(gaps.error());
    QStringList papers;
    for (const documents::PaperGap& gap : *gaps)
        if (gap.state == documents::GapState::Missing && !papers.contains(gap.paper))
            papers << gap.paper;
    return papers;
}

Result<QVector<PacketPaper>> packetPapers(const Workspace& workspace, QDate day, const QString& earlier,
                                          const Progress& progress)
{
    const auto before = readEarlier(earlier);
    if (!before)
        return fail(before.error());
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto input = packetInput(workspace, *snapshot, day);
    if (!input)
        return fail(input.error());
    const auto gaps = documents::packetGaps(*input);
    qint64 laidOut = 0;
    bool isStopped = false;
    const auto going = [&](const QString& title) {
        isStopped = progress && !progress(Text::tr("排版 %1").arg(title), laidOut++, input->catalogue.papers.size());
        return !isStopped;
    };
    QVector<PacketPaper> papers;
    for (const documents::PacketFile& file : documents::packetFiles(*input, gaps, {}, going))
        papers.append(standingOf(*input, gaps, file, *before));
    if (isStopped)
        return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消。"));
    return papers;
}

} // namespace chengheng::services
