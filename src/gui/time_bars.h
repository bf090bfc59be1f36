// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/time_chart.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace chengheng::gui {

/// Where a day stands between two edges.
qreal xOf(const documents::TimeChart& chart, QDate day, const QRectF& between);
/// The names of the months in `names`, and a line where each begins from `top` to the foot of `names`.
void paintMonths(QPainter& painter, const documents::TimeChart& chart, const QRectF& names, qreal top);

/// Paints in a table's column the rows of a time chart: phases as bands, milestones as bars, ● where one
/// was done, what is late in red with a word, and a line where the day is. The sentence stays in the
/// cell's text and tooltip. Takes what cellOf() put into the cell.
class TimeBars : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static QVariant cellOf(const documents::TimeBar& bar) { return QVariant::fromValue(bar); }
    void setChart(const documents::TimeChart& chart) { m_chart = chart; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QRectF paintBar(QPainter& painter, const documents::TimeBar& bar, const QRectF& cell) const;
    void paintWords(QPainter& painter, const documents::TimeBar& bar, const QRectF& cell, const QRectF& drawn) const;

    documents::TimeChart m_chart;
};

/// A table's heading with the months over the column of its time bars.
class MonthHeader : public QHeaderView
{
    Q_OBJECT

public:
    MonthHeader(int section, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), m_section(section) {}
    void setChart(const documents::TimeChart& chart);

protected:
    void paintSection(QPainter* painter, const QRect& area, int section) const override;

private:
    int m_section;
    documents::TimeChart m_chart;
};

} // namespace chengheng::gui
