// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/archive_paper.h"

#include "base/dates.h"
#include "rules/archive.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ArchivePaper)
};

using rules::ArchiveBox;

QString titleOf(const ArchiveBox& box)
{
    return box.volume.box.isEmpty() ? Text::tr("还没有装盒") : Text::tr("盒号 %1").arg(box.volume.box);
}

/// Eight digits, as the standard writes a day in a catalogue.
QString compactDay(QDate day)
{
    return day.toString(QStringLiteral("yyyyMMdd"));
}

/// A void number stays in the catalogue, so that none is missing.
QStringList rowOf(const model::ArchivePiece& piece, const ArchiveBox& box, qsizetype place)
{
    const bool isVoid = piece.voidedOn.isValid();
    return {QString::number(place),
            rules::archiveCode(piece, box.volume.fonds),
            piece.documentNumber,
            piece.responsible,
            isVoid ? Text::tr("（作废：%1）").arg(piece.voidReason) : piece.title,
            compactDay(piece.dated),
            piece.secrecy,
            piece.pages && !isVoid ? QString::number(*piece.pages) : QString(),
            piece.remarks};
}

TableBlock catalogueTable()
{
    return {{{Text::tr("序号"), 0.6, Alignment::Centre},
             {Text::tr("档号"), 2.7},
             {Text::tr("文号"), 1.8},
             {Text::tr("责任者"), 1.8},
             {Text::tr("题名"), 4},
             {Text::tr("日期"), 1.1, Alignment::Centre},
             {Text::tr("密级"), 0.7, Alignment::Centre},
             {Text::tr("页数"), 0.7, Alignment::Right},
             {Text::tr("备注"), 1.2}},
            {}};
}

QString yearsOf(const ArchiveBox& box)
{
    QStringList years;
    for (const model::ArchivePiece& piece : box.pieces)
        if (const QString year = QString::number(piece.year.value_or(0)); !years.contains(year))
            years << year;
    if (box.volume.year)
        years = {QString::number(*box.volume.year)};
    return years.isEmpty() ? QStringLiteral("—") : years.join(QStringLiteral("、"));
}

QString retentionsOf(const ArchiveBox& box)
{
    if (!box.volume.uid.isNull())
        return model::labelOf(box.volume.retention);
    QStringList words;
    for (const model::ArchivePiece& piece : box.pieces)
        if (const QString word = model::labelOf(piece.retention); !words.contains(word))
            words << word;
    return words.join(QStringLiteral("、"));
}

QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("—") : text;
}

Spines::Spine spineOf(const ArchiveBox& box, const QString& campaign)
{
    return {double(box.volume.width),
            campaign,
            {{Text::tr("全宗号"), orDash(box.volume.fonds)},
             {Text::tr("年度"), yearsOf(box)},
             {Text::tr("保管期限"), retentionsOf(box)},
             {Text::tr("起止件号"), rules::numberSpan(box)},
             {Text::tr("盒号"), orDash(box.volume.box)}}};
}

KeyValues coverRows(const ArchiveBox& box, const QString& fondsName)
{
    return {{{Text::tr("全宗号"), orDash(box.volume.fonds)},
             {Text::tr("全宗名称"), fondsName},
             {Text::tr("年度"), yearsOf(box)},
             {Text::tr("保管期限"), retentionsOf(box)},
             {Text::tr("盒号"), box.volume.box.isEmpty() ? Text::tr("还没有装盒") : box.volume.box},
             {Text::tr("起止件号"), rules::numberSpan(box)},
             {Text::tr("件数和页数"), Text::tr("%1 件，%2 页").arg(box.pieces.size()).arg(rules::pagesIn(box))},
             {Text::tr("整理日期"), orDash(paperDate(box.volume.packedOn))},
             {Text::tr("整理人、检查人"),
              orDash(QStringList{box.volume.packer, box.volume.checker}.join(QStringLiteral("　")).trimmed())}}};
}

} // namespace

Paper archiveCataloguePaper(const rules::SummaryInput& input)
{
    Paper paper = recordPaper(input, Text::tr("归档文件目录"));
    paper.isLandscape = true;
    for (const ArchiveBox& box : rules::archiveBoxes(input.facts)) {
        if (box.pieces.isEmpty())
            continue;
        if (!paper.blocks.isEmpty())
            paper.blocks.append(PageBreak{});
        paper.blocks.append(
            Heading{Text::tr("%1（%2 件，%3 页）").arg(titleOf(box)).arg(box.pieces.size()).arg(rules::pagesIn(box))});
        TableBlock table = catalogueTable();
        for (const model::ArchivePiece& piece : box.pieces)
            table.rows.append(rowOf(piece, box, table.rows.size() + 1));
        paper.blocks.append(table);
    }
    if (paper.blocks.isEmpty())
        paper.blocks.append(catalogueTable());
    return paper;
}

Paper archiveCoverPaper(const rules::SummaryInput& input)
{
    Paper paper = recordPaper(input, Text::tr("归档盒封面和盒脊"));
    const QString fondsName =
        input.facts.campaign.applicant.isEmpty() ? paper.campaign : input.facts.campaign.applicant;
    Spines spines;
    for (const ArchiveBox& box : rules::archiveBoxes(input.facts)) {
        if (box.volume.box.isEmpty())
            continue;
        if (!paper.blocks.isEmpty())
            paper.blocks.append(PageBreak{});
        paper.blocks.append(Heading{Text::tr("封面（盒号 %1）").arg(box.volume.box)});
        paper.blocks.append(coverRows(box, fondsName));
        paper.blocks.append(Signatures{{Text::tr("整理人"), Text::tr("检查人")}});
        spines.spines.append(spineOf(box, paper.campaign));
    }
    if (spines.spines.isEmpty()) {
        paper.blocks.append(Paragraph{Text::tr("还没有装盒的归档文件。请在“归档文件”里填盒号。")});
        return paper;
    }
    paper.blocks.append(PageBreak{});
    paper.blocks.append(Heading{Text::tr("盒脊（按实际宽度，沿线剪下贴在盒脊上；打印时选“实际大小”）")});
    paper.blocks.append(spines);
    return paper;
}

} // namespace chengheng::documents
