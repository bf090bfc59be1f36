// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/photograph_paper.h"

#include "base/dates.h"
#include "documents/photograph.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PhotographPaper)
};

constexpr int photographsBeside = 2;
constexpr int longestEdge = 660;         ///< pixels; some 190 dots an inch
constexpr double photographHeight = 208; ///< points; three rows below title and heading on an upright page

} // namespace

PrintedPicture printedPicture(const QByteArray& jpeg)
{
    return PrintedPicture::ofJpeg(printableJpeg(pictureWithin(jpeg, {longestEdge, longestEdge})));
}

QString captionWithItem(const QString& item, const QString& caption)
{
    return item.isEmpty() ? caption : Text::tr("评分项 %1　%2").arg(item, caption).trimmed();
}

Grid photographGrid(const QVector<PrintedPhotograph>& photographs)
{
    Grid grid;
    grid.columns = photographsBeside;
    grid.cellHeight = photographHeight;
    for (const PrintedPhotograph& one : photographs) {
        QStringList lines{one.caption.isEmpty() ? Text::tr("（没有说明）") : one.caption};
        QStringList where;
        if (one.takenOn.isValid())
            where << paperDate(one.takenOn);
        if (!one.place.isEmpty())
            where << one.place;
        lines << (where.isEmpty() ? Text::tr("日期地点没有记录") : where.join(QStringLiteral("　")));
        grid.cells.append({one.picture, lines, one.sha256});
    }
    return grid;
}

Paper photographPaper(const QString& campaign, const QString& subject, const QVector<PrintedPhotograph>& photographs,
                      QDate asOf)
{
    Paper paper;
    paper.title = Text::tr("照片");
    paper.subtitle = Text::tr("%1（%2 张）").arg(subject).arg(photographs.size());
    paper.campaign = campaign;
    paper.asOf = asOf;
    if (photographs.isEmpty())
        paper.blocks.append(Paragraph{Text::tr("还没有照片。")});
    else
        paper.blocks.append(photographGrid(photographs));
    return paper;
}

} // namespace chengheng::documents
