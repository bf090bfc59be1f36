// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/page_setter.h"

#include <QCoreApplication>
#include <QFontMetricsF>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PrintedPaper)
};

constexpr double inset = 11 * unitsPerPoint; ///< what a printer may leave white at the paper's edge
constexpr double largest = 9.5;              ///< points of a cell's letters
constexpr double smallest = 5.5;
constexpr double besideShare = 0.42; ///< of a cell's width for a picture beside the lines
constexpr double captionShare = 0.2; ///< of a cell's height for lines below a picture
constexpr double longCaptionShare = 0.34;
constexpr qsizetype longCaption = 90; ///< letters
constexpr double barPoints = 9;
constexpr double barPitch = 15 * unitsPerPoint;
constexpr double gap = 7 * unitsPerPoint;

/// Lines in the largest letters with which they fit; too much text for the smallest loses its last lines.
QVector<SetText> fitting(const QStringList& lines, QSizeF room)
{
    for (double points = largest;; points -= 0.5) {
        QVector<SetText> set;
        double height = 0;
        for (const QString& line : lines) {
            set.append(SetText(line, printedFont(points, set.isEmpty()), room.width()));
            height += set.last().height();
        }
        if (height <= room.height() || points <= smallest)
            return set;
    }
}

QRectF within(QSizeF picture, const QRectF& box)
{
    const QSizeF size = picture.scaled(box.size(), Qt::KeepAspectRatio);
    return {box.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

} // namespace

void PageSetter::set(const Grid& grid)
{
    constexpr double slack = 1; // what adding up rows may err by
    const double height = qMin(grid.cellHeight * unitsPerPoint, m_body.height());
    const double width = m_body.width() / grid.columns;
    for (qsizetype from = 0; from < grid.cells.size(); from += grid.columns) {
        if (height > room() + slack && !isAtTop())
            beginPage();
        for (qsizetype i = from; i < qMin(from + grid.columns, grid.cells.size()); ++i)
            placeCell(grid, grid.cells[i], {m_body.left() + width * double(i - from), m_y, width, height});
        m_y += height;
    }
    m_y += gap;
}

void PageSetter::placeCell(const Grid& grid, const Grid::Cell& cell, const QRectF& area)
{
    for (const QLineF& rule :
         {QLineF(area.topLeft(), area.topRight()), QLineF(area.topRight(), area.bottomRight()),
          QLineF(area.bottomRight(), area.bottomLeft()), QLineF(area.bottomLeft(), area.topLeft())})
        page().rules.append(rule);
    const QRectF inside = area.adjusted(inset, inset, -inset, -inset);
    QRectF box = inside;
    QRectF words = inside;
    if (grid.isPictureBeside) {
        box.setLeft(inside.right() - inside.width() * besideShare);
        words.setRight(box.left() - gap / 2);
    } else if (!cell.picture.isNull()) {
        const bool isLong = cell.lines.join(QString()).size() > longCaption;
        box.setBottom(inside.bottom() - inside.height() * (isLong ? longCaptionShare : captionShare));
        words.setTop(box.bottom() + gap / 2);
    }
    if (!cell.picture.isNull())
        page().pictures.append({within(cell.picture.size(), box), cell.picture});
    double y = words.top();
    const bool isLost = cell.picture.isNull() && !cell.content.isEmpty();
    const QStringList lines = isLost ? QStringList{Text::tr("照片读不出来")} + cell.lines : cell.lines;
    for (const SetText& text : fitting(lines, words.size()))
        for (int line = 0; line < text.lineCount() && y + text.pitch() <= words.bottom() + 1; ++line) {
            page().lines.append({text, line, {words.left(), y}});
            y += text.pitch();
        }
}

void PageSetter::set(const BarChart& chart)
{
    const QFont face = printedFont(barPoints);
    const QFontMetricsF metrics(face);
    double names = 0;
    double figures = 0;
    for (const BarChart::Bar& bar : chart.bars) {
        names = qMax(names, metrics.horizontalAdvance(bar.label));
        figures = qMax(figures, metrics.horizontalAdvance(bar.figure));
    }
    names = qMin(names, m_body.width() * 0.35) + gap;
    figures += gap * 2;
    const double lane = m_body.width() - names - figures;
    for (const BarChart::Bar& bar : chart.bars) {
        if (barPitch > room() && !isAtTop())
            beginPage();
        const SetText label(bar.label, face, names);
        const SetText figure(bar.figure, face, figures);
        const double middle = m_y + barPitch / 2;
        const QRectF whole(m_body.left() + names, m_y + barPitch * 0.15, lane * qBound(0.0, bar.share, 1.0),
                           barPitch * 0.7);
        page().bars.append({whole, fillOf(bar.tone)});
        page().lines.append({label, 0, {m_body.left(), middle - label.pitch() / 2}});
        page().lines.append({figure, 0, {whole.right() + gap / 2, middle - figure.pitch() / 2}});
        m_y += barPitch;
    }
    page().rules.append(
        QLineF(m_body.left() + names, m_y - barPitch * double(chart.bars.size()), m_body.left() + names, m_y));
    m_y += gap;
}

} // namespace chengheng::documents
