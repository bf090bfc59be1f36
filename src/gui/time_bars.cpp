// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/time_bars.h"

#include "gui/theme.h"

#include <QPainter>

#include <cmath>

namespace chengheng::gui {

namespace {

constexpr qreal edge = 4;  // px between a bar and its word
constexpr qreal ends = 10; // px kept free at both ends of a column, for a mark on the first day
constexpr qreal dayWidth = 2;
const QColor monthColour(0xE6, 0xEA, 0xEE);

QRectF inside(const QRectF& cell)
{
    return cell.adjusted(ends, 0, -ends, 0);
}

QString doneMark()
{
    return QStringLiteral("●");
}

} // namespace

qreal xOf(const documents::TimeChart& chart, QDate day, const QRectF& between)
{
    return between.left() + between.width() * chart.at(day);
}

void paintMonths(QPainter& painter, const documents::TimeChart& chart, const QRectF& names, qreal top)
{
    const QVector<QDate> months = chart.months();
    const qreal each = names.width() / qreal(qMax<qsizetype>(1, months.size()));
    const int step = qMax(1, int(std::ceil(painter.fontMetrics().horizontalAdvance(QStringLiteral("12月 ")) / each)));
    for (qsizetype i = 0; i < months.size(); ++i) {
        const qreal x = xOf(chart, months[i], names);
        painter.setPen(monthColour);
        painter.drawLine(QPointF(x, top), QPointF(x, names.bottom()));
        if (i % step != 0)
            continue;
        painter.setPen(mutedColour());
        QString name = documents::monthLabel(chart, months[i]);
        if (painter.fontMetrics().horizontalAdvance(name) > each * step)
            name = documents::monthLabel(chart, months[i], true);
        painter.drawText(QRectF(x + 2, names.top(), each * step + edge, names.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, name);
    }
}

QSize TimeBars::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {0, option.fontMetrics.height() + spacing};
}

void TimeBars::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRectF cell = inside(option.rect);
    const auto bar = index.data(Qt::UserRole).value<documents::TimeBar>();
    painter->save();
    painter->setClipRect(option.rect);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, chosenGround()); // the full highlight would swallow the bars
    painter->setPen(monthColour);
    for (const QDate month : m_chart.months())
        painter->drawLine(QPointF(xOf(m_chart, month, cell), cell.top()),
                          QPointF(xOf(m_chart, month, cell), cell.bottom()));
    const QRectF drawn = paintBar(*painter, bar, cell);
    const qreal today = xOf(m_chart, m_chart.day, cell);
    painter->fillRect(QRectF(today - dayWidth / 2, cell.top(), dayWidth, cell.height() + 1), faultColour());
    paintWords(*painter, bar, cell, drawn);
    painter->restore();
}

/// The bar and what is late after it; gives what they take.
QRectF TimeBars::paintBar(QPainter& painter, const documents::TimeBar& bar, const QRectF& cell) const
{
    if (!bar.from.isValid() || !bar.to.isValid())
        return {};
    const qreal inset = bar.isBand() ? cell.height() / 6 : cell.height() / 4;
    const QRectF lane = cell.adjusted(0, inset, 0, -inset);
    const auto stretch = [&](QDate from, QDate to, documents::Tone tone) {
        const qreal left = xOf(m_chart, from, cell);
        const QRectF area(left, lane.top(), xOf(m_chart, to.addDays(1), cell) - left, lane.height());
        painter.fillRect(area, documents::fillOf(tone));
        return area;
    };
    QRectF drawn = stretch(bar.from, bar.to, bar.tone);
    if (bar.lateUntil.isValid())
        drawn = drawn.united(stretch(bar.to.addDays(1), bar.lateUntil, documents::Tone::Fault));
    return drawn;
}

void TimeBars::paintWords(QPainter& painter, const documents::TimeBar& bar, const QRectF& cell,
                          const QRectF& drawn) const
{
    QRectF taken = drawn;
    if (bar.doneOn.isValid()) {
        const qreal width = painter.fontMetrics().horizontalAdvance(doneMark());
        const QRectF mark(xOf(m_chart, bar.doneOn, cell) - width / 2, cell.top(), width, cell.height());
        painter.setPen(lookOf(rules::MilestoneState::Done, false).colour);
        painter.drawText(mark, Qt::AlignCenter, doneMark());
        taken = taken.united(mark);
    }
    if (bar.word.isEmpty())
        return;
    const qreal width = painter.fontMetrics().horizontalAdvance(bar.word);
    const bool fitsRight = taken.right() + edge + width <= cell.right();
    const qreal left = fitsRight ? taken.right() + edge : taken.left() - edge - width;
    painter.setPen(bar.lateUntil.isValid() ? faultColour() : lookOf(rules::MilestoneState::AtRisk, false).colour);
    painter.drawText(QRectF(left, cell.top(), width, cell.height()), Qt::AlignCenter, bar.word);
}

void MonthHeader::setChart(const documents::TimeChart& chart)
{
    m_chart = chart;
    viewport()->update();
}

void MonthHeader::paintSection(QPainter* painter, const QRect& area, int section) const
{
    painter->save();
    QHeaderView::paintSection(painter, area, section); // may leave the painter changed
    painter->restore();
    if (section != m_section)
        return;
    painter->save();
    paintMonths(*painter, m_chart, inside(area), area.top());
    painter->restore();
}

} // namespace chengheng::gui
