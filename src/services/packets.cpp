// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/packets.h"

#include "base/dates.h"
#include "base/json.h"
#include "documents/checksum.h"
#include "documents/packet_papers.h"
#include "documents/pdf_file.h"
#include "model/as_of.h"
#include "services/internal/packet_archive.h"
#include "services/internal/workspace_data.h"
#include "services/attachments.h"
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

struct WrittenPaper
{
    QString file;
    int pages = 0; ///< 0 for a table
};

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
    Result<void> findPhotographs();
    QVector<documents::ContentsLine> unpagedFiles() const;
    Result<void> writePapers();
    Result<void> writeTables();
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
    QVector<WrittenPaper> m_written;
};

/// A name that every system can hold: what would be a path or a pattern becomes a line.
QString safeFileName(QString name)
{
    for (QChar& letter : name)
        if (QStringLiteral("/\\:*?\"<>|").contains(letter) || letter.unicode() < 0x20)
            letter = QLatin1Char('_');
    return name;
}

struct PacketTable
{
    QString file;
    const model::RecordKind* kind;
};

const QVector<PacketTable>& packetTables()
{
    static const QVector<PacketTable> tables{
        {QStringLiteral("05-参建单位名册.xlsx"), &model::kindOf<model::Unit>()},
        {QStringLiteral("07-计量器具台账.xlsx"), &model::kindOf<model::Instrument>()}};
    return tables;
}

/// `place` counts from 0.
QString photographFile(const QVector<model::Attachment>& photographs, qsizetype place)
{
    return QStringLiteral("照片-%1-%2")
        .arg(place + 1, 3, 10, QLatin1Char('0'))
        .arg(safeFileName(photographs.at(place).fileName));
}

Error cannotWrite(const QFile& file)
{
    return {ErrorKind::Unavailable, QStringLiteral("cannot_write_file"),
            Text::tr("验收材料没有写成（%1）。请检查磁盘空间和写入权限，或换一个位置保存。").arg(file.errorString()), file.fileName()};
}

QVector<Gap> plainGaps(const QVector<documents::PaperGap>& gaps)
{
    QVector<Gap> out;
    for (const documents::PaperGap& gap : gaps)
        out.append({gap.paper, documents::keyOf(gap.state), gap.why});
    return out;
}

Result<void> PacketWriter::report(const QString& now)
{
    const qint64 total = documents::requiredPapers().size() + packetTables().size() +
                         m_photographs.size();
    if (m_progress && !m_progress(now, m_written.size(), total))
        return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消，没有生成验收材料。"));
    return {};
}

/// Those taken by the packet's day.
Result<void> PacketWriter::findPhotographs()
{
    auto photographs = allPhotographs(m_workspace);
    if (!photographs)
        return fail(photographs.error());
    m_photographs = std::move(*photographs);
    m_photographs.removeIf([this](const model::Attachment& photograph) {
        return photograph.takenOn.isValid() && photograph.takenOn > m_input.day;
    });
    return {};
}

/// What the contents list names besides the PDFs; photographs as one line.
QVector<documents::ContentsLine> PacketWriter::unpagedFiles() const
{
    QVector<documents::ContentsLine> lines;
    for (const PacketTable& table : packetTables())
        lines.append({Text::tr("%1（电子表格）").arg(table.kind->title), table.file});
    if (!m_photographs.isEmpty())
        lines.append({Text::tr("照片 %1 张").arg(m_photographs.size()),
                      m_photographs.size() == 1
                          ? photographFile(m_photographs, 0)
                          : Text::tr("照片-001 至 照片-%1")
                                .arg(m_photographs.size(), 3, 10, QLatin1Char('0'))});
    lines.append({Text::tr("文件清单（核验用）"), QLatin1String(packetManifest)});
    return lines;
}

Result<void> PacketWriter::writePapers()
{
    if (auto going = report(Text::tr("编排页码")); !going)
        return going;
    for (const auto& one : documents::packetFiles(m_input, m_gaps, unpagedFiles())) {
        if (auto going = report(one.title); !going)
            return going;
        const auto pages = documents::writePdf(path(one.file), one.papers, m_input.day);
        if (!pages)
            return fail(pages.error());
        m_written.append({one.file, *pages});
    }
    return {};
}

Result<void> PacketWriter::writeTables()
{
    for (const PacketTable& table : packetTables()) {
        if (auto going = report(table.kind->title); !going)
            return going;
        const RegisterQuery query{.where = {}, .search = {}, .asOf = m_input.day};
        if (auto rows = exportTable(m_workspace, *table.kind, path(table.file), query, m_stamp);
            !rows)
            return fail(rows.error());
        m_written.append({table.file, 0});
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
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.flush())
            return fail(cannotWrite(file));
        m_written.append({name, 0});
    }
    return {};
}

Result<QByteArray> PacketWriter::writeManifest() const
{
    QJsonArray papers;
    for (const WrittenPaper& paper : m_written) {
        const auto sha256 = documents::sha256OfFile(path(paper.file));
        if (!sha256)
            return fail(sha256.error());
        papers.append(QJsonObject{{QStringLiteral("file"), paper.file},
                                  {QStringLiteral("pages"), paper.pages},
                                  {QStringLiteral("sha256"), *sha256}});
    }
    const QJsonObject manifest{{QStringLiteral("as_of"), screenDate(m_input.day)},
                               {QStringLiteral("campaign"), m_input.facts.campaign.title},
                               {QStringLiteral("journal_head"), m_input.journalHead},
                               {QStringLiteral("papers"), papers}};
    const QByteArray bytes = canonicalJson(manifest);
    QFile file(path(QLatin1String(packetManifest)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return fail(cannotWrite(file));
    return bytes;
}

Result<PacketReport> PacketWriter::write()
{
    if (auto found = findPhotographs(); !found)
        return fail(found.error());
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
    for (const WrittenPaper& paper : m_written)
        out.pages += paper.pages;
    out.gaps = plainGaps(m_gaps);
    out.manifestSha256 = documents::sha256Of(*manifest);
    return out;
}

QString preparedBy(const Actor& actor)
{
    return actor.isDeclared ? Text::tr("%1（自报姓名）").arg(actor.name) : actor.name;
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

/// Puts the finished folder, or a zip of it, in its place in one step.
Result<void> placePacket(const QTemporaryDir& scratch, const QString& folder, const QString& out,
                         const QDateTime& stamp)
{
    QString finished = folder;
    if (out.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive)) {
        finished = scratch.filePath(QStringLiteral("packet.zip"));
        if (auto zipped = zipFolder(folder, finished, stamp); !zipped)
            return zipped;
    }
    if (auto free = checkTarget(out); !free)
        return free;
    if (!QDir().rename(finished, out))
        return notPlaced(out);
    return {};
}

} // namespace

Result<PacketReport> writePacket(const Workspace& workspace, const QString& out, QDate day,
                                 const Progress& progress)
{
    const QString target = QDir::cleanPath(QFileInfo(out).absoluteFilePath());
    if (auto free = checkTarget(target); !free)
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
    auto report = PacketWriter(workspace, std::move(*input), *stamp, folder, progress).write();
    if (!report)
        return report;
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

} // namespace chengheng::services
