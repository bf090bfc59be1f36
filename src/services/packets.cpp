// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/packets.h"

#include "base/dates.h"
#include "base/json.h"
#include "documents/checksum.h"
#include "documents/packet_papers.h"
#include "documents/pdf_file.h"
#include "documents/pdf_merge.h"
#include "model/as_of.h"
#include "services/attachments.h"
#include "services/internal/packet_archive.h"
#include "services/internal/packet_lacks.h"
#include "services/internal/printed_photographs.h"
#include "services/internal/workspace_data.h"
#include "services/tables.h"
#include "storage/journal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace chengheng::services {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Packets)
};

struct WrittenFile
{
    QString file;
    int pages = 0; ///< 0 for a table
    QString id = {}; ///< of the catalogue's paper, where it is one
    int firstPage = 0;
    QString fingerprint = {};
};

QString mergedFile()
{
    return Text::tr("00-验收材料合订本.pdf");
}

/// Writes the files of one packet into a folder that nobody else sees yet.
class PacketWriter
{
public:
    PacketWriter(const Workspace& workspace, documents::PacketInput input, QDateTime stamp,
                 QString folder, Progress progress)
        : m_workspace(workspace), m_input(std::move(input)), m_stamp(std::move(stamp)),
          m_folder(std::move(folder)), m_progress(std::move(progress)),
          m_gaps(documents::packetGaps(m_input))
    {}

    Result<PacketReport> write();

private:
    Result<void> readPhotographs();
    QVector<documents::ContentsLine> unpagedFiles() const;
    Result<void> writePapers();
    Result<void> writePaper(documents::PacketFile& file, QVector<documents::MergePart>& parts);
    Result<void> writeTables();
    Result<void> writeTable(const documents::RequiredPaper& paper) const;
    Result<void> writePhotographs();
    Result<QByteArray> writeManifest() const;
    Result<void> report(const QString& now);
    QString path(const QString& file) const { return QDir(m_folder).filePath(file); }

    const Workspace& m_workspace;
    documents::PacketInput m_input;
    QDateTime m_stamp; ///< the files' time
    QString m_folder;
    Progress m_progress;
    QVector<documents::PaperGap> m_gaps;
    QVector<model::Attachment> m_photographs;
    QVector<WrittenFile> m_written;
    QVector<PacketPaper> m_papers;
    qint64 m_steps = 0;
};

/// A name that every system can hold: what would be a path or a pattern becomes a line.
QString safeFileName(QString name)
{
    for (QChar& letter : name)
        if (QStringLiteral("/\\:*?\"<>|").contains(letter) || letter.unicode() < 0x20)
            letter = QLatin1Char('_');
    return name;
}

/// `place` counts from 0.
QString photographFile(const QVector<model::Attachment>& photographs, qsizetype place)
{
    return Text::tr("照片-%1-%2")
        .arg(place + 1, 3, 10, QLatin1Char('0'))
        .arg(safeFileName(photographs.at(place).fileName));
}

Result<void> writeBytes(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
        return {};
    return fail(ErrorKind::Unavailable, "cannot_write_file",
                Text::tr("验收材料没有写成（%1）。请检查磁盘空间和写入权限、U 盘是否还插着，或换一个位置保存。")
                    .arg(file.errorString()),
                QFileInfo(path).fileName());
}

QVector<Gap> plainGaps(const QVector<documents::PaperGap>& gaps)
{
    QVector<Gap> out;
    for (const documents::PaperGap& gap : gaps)
        out.append({gap.paper, documents::keyOf(gap.state), gap.why, gap.id, gap.page, gap.record});
    return out;
}

/// What an earlier packet held.
struct Earlier
{
    QDate day;
    QHash<QString, QString> fingerprints; ///< by the catalogue's id
};

bool isAboutPacket(const documents::RequiredPaper& paper)
{
    return paper.part == documents::PacketPart::Cover || paper.part == documents::PacketPart::Gaps;
}

/// Why a paper that lacks nothing is stale; "" where it is not.
QString staleSince(const documents::PacketInput& input, const documents::RequiredPaper& paper,
                   const QString& fingerprint, const Earlier& earlier)
{
    if (!earlier.day.isValid() || isAboutPacket(paper))
        return {};
    const qint64 age = earlier.day.daysTo(input.day);
    if (age > input.catalogue.staleAfterDays)
        return Text::tr("上次按%1的数据制作，已过 %2 天（超过 %3 天要重做）。")
            .arg(paperDate(earlier.day))
            .arg(age)
            .arg(input.catalogue.staleAfterDays);
    const QString before = earlier.fingerprints.value(paper.id);
    if (before.isEmpty())
        return Text::tr("%1的那份材料里没有它。").arg(paperDate(earlier.day));
    return before == fingerprint ? QString() : Text::tr("记录在%1之后有变动，请重新制作。").arg(paperDate(earlier.day));
}

PacketPaper standingOf(const documents::PacketInput& input, const QVector<documents::PaperGap>& gaps,
                       const documents::PacketFile& file, const Earlier& earlier)
{
    PacketPaper out{file.id, file.title, file.chapter, file.file, QStringLiteral("have"), {}, file.firstPage, file.pages, 0};
    const documents::PaperGap* worst = nullptr;
    for (const documents::PaperGap& gap : gaps) {
        if (gap.id != file.id)
            continue;
        ++out.gaps;
        if (!worst || (worst->state == documents::GapState::Stale && gap.state == documents::GapState::Missing))
            worst = &gap;
    }
    if (worst) {
        out.state = documents::keyOf(worst->state);
        out.why = out.gaps == 1 ? worst->why : Text::tr("%1（共 %2 处）").arg(worst->why).arg(out.gaps);
        return out;
    }
    for (const documents::RequiredPaper& paper : input.catalogue.papers)
        if (paper.id == file.id)
            out.why = staleSince(input, paper, documents::fingerprintOf(file.papers), earlier);
    if (!out.why.isEmpty())
        out.state = QStringLiteral("stale");
    return out;
}

Result<void> PacketWriter::report(const QString& now)
{
    const auto& papers = m_input.catalogue.papers;
    const qint64 tables = std::count_if(papers.begin(), papers.end(), [](const auto& paper) { return paper.hasWorkbook(); });
    const qint64 total = 2 * papers.size() + 1 + tables + 2 * m_photographs.size();
    if (m_progress && !m_progress(now, qMin(m_steps++, total), total))
        return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消，没有生成验收材料。"));
    return {};
}

/// Makes the photographs small enough for their sheets. One that cannot be read is named as a gap.
Result<void> PacketWriter::readPhotographs()
{
    m_photographs = documents::photographsIn(m_input);
    for (const model::Attachment& photograph : std::as_const(m_photographs)) {
        if (auto going = report(Text::tr("读取照片")); !going)
            return going;
        const auto picture = printedPicture(m_workspace, photograph);
        if (!picture)
            return fail(picture.error());
        m_input.pictures.insert(photograph.sha256, *picture);
        if (picture->isNull())
            m_gaps.append({m_input.catalogue.titleOf(documents::PacketPart::Photographs), documents::GapState::Missing,
                           Text::tr("照片“%1”读不出来，没有印上。请从备份恢复，或换一张。").arg(photograph.fileName),
                           QStringLiteral("photographs"), photograph.subjectKind, photograph.subject});
    }
    m_photographs.removeIf([this](const model::Attachment& one) { return m_input.pictures.value(one.sha256).isNull(); });
    return {};
}

/// What the contents list names besides the PDFs; photographs as one line.
QVector<documents::ContentsLine> PacketWriter::unpagedFiles() const
{
    QVector<documents::ContentsLine> lines{{Text::tr("以上材料的合订本"), mergedFile()}};
    if (!m_photographs.isEmpty())
        lines.append({Text::tr("照片 %1 张").arg(m_photographs.size()),
                      m_photographs.size() == 1
                          ? photographFile(m_photographs, 0)
                          : Text::tr("照片-001 至 照片-%1")
                                .arg(m_photographs.size(), 3, 10, QLatin1Char('0'))});
    lines.append({Text::tr("文件清单（核验用）"), QLatin1String(packetManifest)});
    return lines;
}

/// Bookmarks of the papers within a file: each unit's sheet, and the list of details in a ledger.
QVector<documents::MergeMark> marksOf(const documents::PacketFile& file)
{
    QVector<documents::MergeMark> marks;
    if (file.papers.size() < 2)
        return marks;
    for (const documents::Paper& paper : file.papers)
        marks.append({paper.subtitle.isEmpty() ? paper.title : paper.subtitle, paper.pagesBefore + 1 - file.firstPage});
    return marks;
}

Result<void> PacketWriter::writePaper(documents::PacketFile& file, QVector<documents::MergePart>& parts)
{
    auto pdf = documents::makePdf(file.papers, m_input.day);
    if (!pdf)
        return fail(pdf.error());
    if (auto written = writeBytes(path(file.file), pdf->bytes); !written)
        return written;
    m_papers.append(standingOf(m_input, m_gaps, file, {}));
    m_written.append({file.file, pdf->pages, file.id, file.firstPage, documents::fingerprintOf(file.papers)});
    parts.append({file.chapter, file.title, std::move(pdf->bytes), marksOf(file)});
    file.papers.clear();
    return {};
}

Result<void> PacketWriter::writePapers()
{
    std::optional<Error> stopped;
    const auto going = [this, &stopped](const QString& now) {
        if (auto on = report(now); !on)
            stopped = on.error();
        return !stopped;
    };
    auto files = documents::packetFiles(m_input, m_gaps, unpagedFiles(), going);
    QVector<documents::MergePart> parts;
    for (documents::PacketFile& file : files) {
        if (!going(file.title))
            break;
        if (auto written = writePaper(file, parts); !written)
            return written;
    }
    if (stopped || !going(Text::tr("合订本")))
        return fail(*stopped);
    const auto merged = documents::mergePdfs(parts, Text::tr("验收材料"), m_input.day);
    if (!merged)
        return fail(merged.error());
    if (auto written = writeBytes(path(mergedFile()), *merged); !written)
        return written;
    m_written.prepend({mergedFile(), m_papers.last().firstPage + m_papers.last().pages - 1});
    return {};
}

Result<void> PacketWriter::writeTable(const documents::RequiredPaper& paper) const
{
    // Where the paper prints some columns or records only, the workbook holds no more.
    const bool isCut = paper.part == documents::PacketPart::Summary || !paper.fields.isEmpty() || !paper.filled.isEmpty();
    const auto rows = isCut ? exportSummary(paper.title, documents::tableOf(m_input, paper), path(paper.workbook()), m_stamp)
                            : exportTable(m_workspace, *model::findKind(paper.table), path(paper.workbook()),
                                          {.where = {}, .search = {}, .asOf = m_input.day}, m_stamp);
    return rows ? Result<void>() : Result<void>(fail(rows.error()));
}

Result<void> PacketWriter::writeTables()
{
    for (const documents::RequiredPaper& paper : m_input.catalogue.papers) {
        if (!paper.hasWorkbook())
            continue;
        if (auto going = report(Text::tr("%1（电子表格）").arg(paper.title)); !going)
            return going;
        if (auto written = writeTable(paper); !written)
            return written;
        m_written.append({paper.workbook()});
    }
    return {};
}

/// Photographs lie beside the papers, numbered, under the names they came with.
Result<void> PacketWriter::writePhotographs()
{
    for (qsizetype i = 0; i < m_photographs.size(); ++i) {
        if (auto going = report(Text::tr("照片")); !going)
            return going;
        const auto bytes = bytesOf(m_workspace, m_photographs.at(i));
        if (!bytes)
            return fail(bytes.error());
        const QString name = photographFile(m_photographs, i);
        if (auto written = writeBytes(path(name), *bytes); !written)
            return written;
        m_written.append({name, 0});
    }
    return {};
}

Result<QByteArray> PacketWriter::writeManifest() const
{
    QJsonArray papers;
    for (const WrittenFile& one : m_written) {
        const auto sha256 = documents::sha256OfFile(path(one.file));
        if (!sha256)
            return fail(sha256.error());
        QJsonObject entry{{QStringLiteral("file"), one.file},
                          {QStringLiteral("pages"), one.pages},
                          {QStringLiteral("sha256"), *sha256}};
        if (!one.id.isEmpty()) {
            entry.insert(QStringLiteral("id"), one.id);
            entry.insert(QStringLiteral("first_page"), one.firstPage);
            entry.insert(QStringLiteral("content"), one.fingerprint);
        }
        papers.append(entry);
    }
    const QByteArray bytes = sealedManifest({{QStringLiteral("as_of"), screenDate(m_input.day)},
                                             {QStringLiteral("campaign"), m_input.facts.campaign.title},
                                             {QStringLiteral("journal_head"), m_input.journalHead},
                                             {QStringLiteral("papers"), papers}});
    if (auto written = writeBytes(path(QLatin1String(packetManifest)), bytes); !written)
        return fail(written.error());
    return bytes;
}

Result<PacketReport> PacketWriter::write()
{
    if (auto read = readPhotographs(); !read)
        return fail(read.error());
    if (auto papers = writePapers(); !papers)
        return fail(papers.error());
    if (auto tables = writeTables(); !tables)
        return fail(tables.error());
    if (auto photographs = writePhotographs(); !photographs)
        return fail(photographs.error());
    const auto manifest = writeManifest();
    if (!manifest)
        return fail(manifest.error());
    PacketReport out;
    out.files = int(m_written.size()) + 1;
    out.pages = m_written.first().pages;
    out.gaps = plainGaps(m_gaps);
    out.papers = m_papers;
    out.manifestSha256 = documents::sha256Of(*manifest);
    return out;
}

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

/// Facts and journal head as one transaction sees them; `snapshot` holds it open.
Result<documents::PacketInput> packetInput(const Workspace& workspace, storage::Snapshot& snapshot,
                                           QDate day)
{
    auto facts = snapshot.facts();
    if (!facts)
        return fail(facts.error());
    const auto head = storage::Journal(*workspace.data().database).head();
    if (!head)
        return fail(head.error());
    const QDate on = day.isValid() ? day : workspace.clock().today();
    return documents::PacketInput{model::asOf(std::move(*facts), on),
                                  workspace.plan(),
                                  workspace.sheets(),
                                  workspace.calendar(),
                                  builtInCatalogue(),
                                  on,
                                  head->hash,
                                  preparedBy(workspace.actor())};
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
                    Text::tr("“%1”已经存在。请另起一个名字，或先把它移走。")
                        .arg(QDir::toNativeSeparators(out)),
                    out);
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

/// What tells whoever receives the packet how to see that nothing in it was changed.
documents::Paper checkPaper(const documents::PacketInput& input, const PacketReport& report, const QString& out)
{
    using namespace documents;
    Paper paper = blankPaper(input, Text::tr("验收材料核验单"));
    paper.subtitle = Text::tr("本页不放进材料里，单独交给接收人，请与材料分开保管");
    paper.blocks.append(KeyValues{{{Text::tr("材料"), QFileInfo(out).fileName()},
                                   {Text::tr("文件数"), Text::tr("%1 个（连同 manifest.json）").arg(report.files)},
                                   {Text::tr("合订本页数"), Text::tr("%1 页").arg(report.pages)},
                                   {Text::tr("缺项"), Text::tr("%1 处").arg(report.gaps.size())},
                                   {Text::tr("编制人"), input.preparedBy},
                                   {Text::tr("清单校验值\n（SHA-256）"), report.manifestSha256},
                                   {Text::tr("操作留痕校验值"), input.journalHead}}});
    paper.blocks.append(Heading{Text::tr("怎样核验")});
    paper.blocks.append(Paragraph{Text::tr(
        "一、材料里的 manifest.json 写着每个文件的校验值。先核对这份清单本身，算出的值应与上面的“清单校验值”逐字相同：")});
    paper.blocks.append(KeyValues{{{Text::tr("Windows"), QStringLiteral("certutil -hashfile manifest.json SHA256")},
                                   {Text::tr("Linux、统信、麒麟"), QStringLiteral("sha256sum manifest.json")}}});
    paper.blocks.append(Paragraph{Text::tr("二、再用同样的办法算任何一个文件的校验值，应与清单里该文件的 sha256 相同；有一个字不同，就是制作之后改动过。")});
    paper.blocks.append(Paragraph{Text::tr("三、装有诚衡的，一条命令核对全部文件，有改动、缺少或多出的逐个指出：")});
    paper.blocks.append(KeyValues{{{Text::tr("命令"), Text::tr("chengheng-cli verify 材料的位置 --head 清单校验值")}}});
    paper.blocks.append(Signatures{{Text::tr("移交人"), Text::tr("接收人")}});
    return paper;
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

Result<Earlier> readEarlier(const QString& packet)
{
    if (packet.isEmpty())
        return Earlier();
    const auto files = readPacketFiles(packet);
    if (!files)
        return fail(files.error());
    const auto manifest = parseJsonObject(files->manifest, QLatin1String(packetManifest));
    if (!manifest)
        return fail(manifest.error());
    Earlier earlier;
    earlier.day = QDate::fromString(manifest->value(QLatin1String("as_of")).toString(), Qt::ISODate);
    for (const QJsonValue& entry : manifest->value(QLatin1String("papers")).toArray())
        earlier.fingerprints.insert(entry[QLatin1String("id")].toString(), entry[QLatin1String("content")].toString());
    return earlier;
}

} // namespace

Result<PacketReport> writePacket(const Workspace& workspace, const QString& out, QDate day,
                                 const Progress& progress)
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
    const QTemporaryDir scratch(
        QFileInfo(target).absoluteDir().filePath(QStringLiteral(".~packet-XXXXXX")));
    const QString folder = scratch.filePath(QStringLiteral("packet"));
    if (!scratch.isValid() || !QDir().mkdir(folder))
        return notPlaced(target);
    auto report = PacketWriter(workspace, *input, *stamp, folder, progress).write();
    if (!report)
        return report;
    report->checkPage = checkPageOf(target);
    if (auto page = documents::writePdf(scratch.filePath(QStringLiteral("check.pdf")),
                                        {checkPaper(*input, *report, target)}, input->day);
        !page)
        return fail(page.error());
    if (auto placed = placePacket(scratch, folder, target, *stamp); !placed)
        return fail(placed.error());
    return report;
}

Result<QVector<Gap>> packetGaps(const Workspace& workspace, QDate day)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto input = packetInput(workspace, *snapshot, day);
    if (!input)
        return fail(input.error());
    return plainGaps(documents::packetGaps(*input));
}

QStringList papersLacking(const Workspace& workspace, const model::CampaignFacts& facts, QDate day)
{
    const documents::PacketInput input{facts, workspace.plan(), workspace.sheets(), workspace.calendar(), builtInCatalogue(), day, {}, {}};
    QStringList papers;
    for (const documents::PaperGap& gap : documents::packetGaps(input))
        if (gap.state == documents::GapState::Missing && !papers.contains(gap.paper))
            papers << gap.paper;
    return papers;
}

Result<QVector<PacketPaper>> packetPapers(const Workspace& workspace, QDate day, const QString& earlier)
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
    QVector<PacketPaper> papers;
    for (const documents::PacketFile& file : documents::packetFiles(*input, gaps, {}))
        papers.append(standingOf(*input, gaps, file, *before));
    return papers;
}

} // namespace chengheng::services
