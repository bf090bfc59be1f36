// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/packet_writer.h"

#include "base/dates.h"
#include "base/files.h"
#include "documents/checksum.h"
#include "documents/page_stamp.h"
#include "services/attachments.h"
#include "services/internal/packet_archive.h"
#include "services/internal/packet_standing.h"
#include "services/internal/printed_photographs.h"
#include "services/tables.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Packets)
};

QString mergedFile()
{
    return Text::tr("00-验收材料合订本.pdf");
}

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
                    .arg(reasonOf(file)),
                QFileInfo(path).fileName());
}

/// Bookmarks of what stands within a file: each unit's sheet, the list of details in a ledger, each signed paper.
QVector<documents::MergeMark> marksOf(const documents::PacketFile& file)
{
    QVector<documents::MergeMark> marks;
    if (file.papers.size() > 1)
        for (const documents::Paper& paper : file.papers)
            marks.append(
                {paper.subtitle.isEmpty() ? paper.title : paper.subtitle, paper.pagesBefore + 1 - file.firstPage});
    int page = file.pages;
    for (const documents::PacketScan& scan : file.scans)
        page -= scan.pages;
    for (const documents::PacketScan& scan : file.scans) {
        marks.append({scan.title, page});
        page += scan.pages;
    }
    return marks;
}

} // namespace

Result<void> PacketWriter::report(const QString& now)
{
    const auto& papers = m_input.catalogue.papers;
    const qint64 tables =
        std::count_if(papers.begin(), papers.end(), [](const auto& paper) { return paper.hasWorkbook(); });
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
    m_photographs.removeIf(
        [this](const model::Attachment& one) { return m_input.pictures.value(one.sha256).isNull(); });
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
                          : Text::tr("照片-001 至 照片-%1").arg(m_photographs.size(), 3, 10, QLatin1Char('0'))});
    lines.append({Text::tr("文件清单（核验用）"), QLatin1String(packetManifest)});
    return lines;
}

/// The first page bears the packet's number, so that its signed copy finds its way back when it is scanned.
Result<documents::PdfBytes> PacketWriter::pdfOf(const documents::PacketFile& file) const
{
    if (m_cover.number.isEmpty() || file.firstPage != 1)
        return documents::makePdf(file.papers, m_input.day);
    const documents::Paper& cover = file.papers.first();
    documents::LaidPaper laid = documents::layOut(cover);
    documents::LaidPaper first = laid;
    first.pages.resize(1);
    laid.pages.first() = documents::stamped(first, m_cover.code, m_cover.number).pages.first();
    return documents::makePdf(laid, cover.title, m_input.day);
}

/// The index and the signed papers behind it, as they were scanned.
Result<QByteArray> PacketWriter::withScans(const documents::PacketFile& file, const QByteArray& index) const
{
    QVector<documents::MergePart> parts{{file.chapter, file.title, index}};
    for (const documents::PacketScan& scan : file.scans) {
        auto bytes = bytesOf(m_workspace, scan.file);
        if (!bytes)
            return fail(bytes.error());
        parts.append({file.chapter, scan.title, std::move(*bytes)});
    }
    return documents::mergePdfs(parts, file.title, m_input.day);
}

Result<void> PacketWriter::writePaper(documents::PacketFile& file, QVector<documents::MergePart>& parts)
{
    const auto made = pdfOf(file);
    if (!made)
        return fail(made.error());
    const auto pdf = file.scans.isEmpty() ? Result<QByteArray>(made->bytes) : withScans(file, made->bytes);
    if (!pdf)
        return fail(pdf.error());
    if (auto written = writeBytes(path(file.file), *pdf); !written)
        return written;
    m_papers.append(standingOf(m_input, m_gaps, file, {}));
    m_written.append({file.file, file.pages, file.id, file.firstPage, file.fingerprint});
    parts.append({file.chapter, file.title, {}, marksOf(file), path(file.file)});
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
    const bool isCut =
        paper.part == documents::PacketPart::Summary || !paper.fields.isEmpty() || !paper.filled.isEmpty();
    const auto rows =
        isCut ? exportSummary(paper.title, documents::tableOf(m_input, paper), path(paper.workbook()), m_stamp)
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
    out.substitutedFonts = documents::substitutedFonts();
    out.papers = m_papers;
    out.manifestSha256 = documents::sha256Of(*manifest);
    return out;
}

} // namespace chengheng::services
