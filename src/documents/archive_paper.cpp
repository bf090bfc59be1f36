// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/archive_paper.h"

#include "model/closing_records.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace chengheng::documents {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ArchivePaper)
};

using Pieces = QVector<model::ArchivePiece>;

/// By box, each in the order of its numbers; those without a box last.
QVector<QPair<QString, Pieces>> boxes(const model::CampaignFacts& facts)
{
    QMap<QString, Pieces> byBox;
    for (const model::ArchivePiece& piece : rules::bookOf<model::ArchivePiece>(facts))
        byBox[piece.box].append(piece);
    QVector<QPair<QString, Pieces>> out;
    for (auto it = byBox.begin(); it != byBox.end(); ++it) {
        std::stable_sort(it->begin(), it->end(), [](const auto& a, const auto& b) { return a.number < b.number; });
        out.append({it.key(), *it});
    }
    if (out.size() > 1 && out.first().first.isEmpty())
        out.append(out.takeFirst());
    return out;
}

QString titleOf(const QString& box)
{
    return box.isEmpty() ? Text::tr("还没有装盒") : Text::tr("盒号 %1").arg(box);
}

/// Eight digits, as the standard writes a day in a catalogue.
QString compactDay(QDate day)
{
    return day.toString(QStringLiteral("yyyyMMdd"));
}

qint64 pagesOf(const Pieces& pieces)
{
    qint64 pages = 0;
    for (const model::ArchivePiece& piece : pieces)
        pages += piece.pages.value_or(0);
    return pages;
}

QString span(const Pieces& pieces)
{
    const qint64 first = pieces.first().number;
    const qint64 last = pieces.last().number;
    return first == last ? Text::tr("%1 号").arg(first) : Text::tr("%1～%2 号").arg(first).arg(last);
}

QString yearsOf(const Pieces& pieces)
{
    QStringList years;
    for (const model::ArchivePiece& piece : pieces)
        if (piece.year && !years.contains(QString::number(*piece.year)))
            years << QString::number(*piece.year);
    years.sort();
    return years.isEmpty() ? QStringLiteral("—") : years.join(QStringLiteral("、"));
}

QString retentionsOf(const Pieces& pieces)
{
    QStringList words;
    for (const model::ArchivePiece& piece : pieces)
        if (const QString word = model::labelOf(piece.retention); !words.contains(word))
            words << word;
    return words.join(QStringLiteral("、"));
}

Grid spine(const QString& campaign, const QString& box, const Pieces& pieces)
{
    Grid grid;
    grid.columns = 3;
    grid.cellHeight = 230;
    grid.cells.append({{}, {campaign, titleOf(box), Text::tr("年度 %1").arg(yearsOf(pieces)), Text::tr("保管期限 %1").arg(retentionsOf(pieces)),
                            Text::tr("件号 %1").arg(span(pieces))}});
    return grid;
}

} // namespace

Paper archiveCataloguePaper(const rules::SummaryInput& input)
{
    Paper paper = recordPaper(input, Text::tr("归档文件目录"));
    paper.isLandscape = true;
    const QVector<TableColumn> columns{{Text::tr("序号"), 0.6, Alignment::Centre}, {Text::tr("件号"), 0.7, Alignment::Centre},
                                       {Text::tr("责任者"), 2},                    {Text::tr("文号"), 1.8},
                                       {Text::tr("题名"), 4.5},                    {Text::tr("日期"), 1.1, Alignment::Centre},
                                       {Text::tr("密级"), 0.7, Alignment::Centre}, {Text::tr("页数"), 0.7, Alignment::Right},
                                       {Text::tr("备注"), 1.5}};
    for (const auto& [box, pieces] : boxes(input.facts)) {
        if (!paper.blocks.isEmpty())
            paper.blocks.append(PageBreak{});
        paper.blocks.append(Heading{Text::tr("%1（%2 件，%3 页）").arg(titleOf(box)).arg(pieces.size()).arg(pagesOf(pieces))});
        TableBlock table{columns, {}};
        for (const model::ArchivePiece& piece : pieces)
            table.rows.append({QString::number(table.rows.size() + 1), QString::number(piece.number), piece.responsible, piece.documentNumber,
                               piece.title, compactDay(piece.dated), piece.secrecy, piece.pages ? QString::number(*piece.pages) : QString(),
                               piece.remarks});
        paper.blocks.append(table);
    }
    if (paper.blocks.isEmpty())
        paper.blocks.append(TableBlock{columns, {}});
    return paper;
}

Paper archiveCoverPaper(const rules::SummaryInput& input)
{
    Paper paper = recordPaper(input, Text::tr("归档盒封面和盒脊"));
    const auto all = boxes(input.facts);
    for (const auto& [box, pieces] : all) {
        if (!paper.blocks.isEmpty())
            paper.blocks.append(PageBreak{});
        paper.blocks.append(Heading{Text::tr("封面")});
        paper.blocks.append(KeyValues{{{Text::tr("全宗名称"), paper.campaign},
                                       {Text::tr("盒号"), box.isEmpty() ? Text::tr("还没有装盒") : box},
                                       {Text::tr("年度"), yearsOf(pieces)},
                                       {Text::tr("保管期限"), retentionsOf(pieces)},
                                       {Text::tr("起止件号"), span(pieces)},
                                       {Text::tr("件数和页数"), Text::tr("%1 件，%2 页").arg(pieces.size()).arg(pagesOf(pieces))}}});
        paper.blocks.append(Signatures{{Text::tr("整理人"), Text::tr("检查人")}});
        paper.blocks.append(Heading{Text::tr("盒脊（剪下贴在盒脊上）")});
        paper.blocks.append(spine(paper.campaign, box, pieces));
    }
    if (all.isEmpty())
        paper.blocks.append(Paragraph{Text::tr("还没有归档文件。")});
    return paper;
}

} // namespace chengheng::documents
