// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/schedule_paper.h"

#include <QWidget>

namespace chengheng::gui {

/// The phases of the plan as bars over the months, a line where the day is, and each milestone as the shape
/// and colour of its state; pointing at one says what it is and why.
class TimeLine : public QWidget
{
    Q_OBJECT

public:
    explicit TimeLine(QWidget* parent = nullptr);

    void setPhases(const QVector<rules::PhaseStanding>& phases, QDate day);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Mark {
        QPointF at;
        const rules::MilestoneStanding* milestone = nullptr;
    };

    qreal xOfDay(QDate day) const;
    QRectF months() const; ///< the row of their names
    qreal laneHeight() const;
    QVector<Mark> marks() const;
    void paintPhases(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;

    QVector<rules::PhaseStanding> m_phases;
    documents::TimeChart m_chart;
    qreal m_titles = 0; ///< width of the phases' titles at the left
};

} // namespace chengheng::gui
