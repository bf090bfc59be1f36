// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/time_line.h"

#include "base/dates.h"
#include "gui/theme.h"
#include "gui/time_bars.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace chengheng::gui {

namespace {

constexpr qreal reach = 9; // px around a mark that mean it

} // namespace

TimeLine::TimeLine(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("六个阶段的时间线"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void TimeLine::setPhases(const QVector<rules::PhaseStanding>& phases, QDate day)
{
    m_phases = phases;
    m_chart = documents::scheduleChart(phases, day);
    m_titles = 0;
    for (const rules::PhaseStanding& phase : phases)
        m_titles = qMax<qreal>(m_titles, fontMetrics().horizontalAdvance(phase.title) + 2 * spacing);
    updateGeometry();
    update();
}

QSize TimeLine::sizeHint() const
{
    return {400, int(laneHeight() * qreal(m_phases.size() + 1))};
}

qreal TimeLine::laneHeight() const
{
    return fontMetrics().height() + 2;
}

QRectF TimeLine::months() const
{
    return {m_titles, laneHeight() * qreal(m_phases.size()), width() - m_titles - reach, laneHeight()};
}

qreal TimeLine::xOfDay(QDate day) const
{
    return xOf(m_chart, day, months());
}

QVector<TimeLine::Mark> TimeLine::marks() const
{
    QVector<Mark> marks;
    for (qsizetype lane = 0; lane < m_phases.size(); ++lane)
        for (const rules::MilestoneStanding& milestone : m_phases[lane].milestones)
            if (milestone.to.isValid())
                marks.append({{xOfDay(milestone.to), laneHeight() * (qreal(lane) + 0.5)}, &milestone});
    // Several may fall on one day: what is not done lies on top.
    std::stable_partition(marks.begin(), marks.end(),
                          [](const Mark& mark) { return mark.milestone->state == rules::MilestoneState::Done; });
    return marks;
}

void TimeLine::paintEvent(QPaintEvent*)
{
    if (m_phases.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMonths(painter, m_chart, months(), 0);
    paintPhases(painter);
    paintMarks(painter);
    painter.setPen(QPen(faultColour(), 2));
    painter.drawLine(QPointF(xOfDay(m_chart.day), 0), QPointF(xOfDay(m_chart.day), months().top()));
}

void TimeLine::paintPhases(QPainter& painter) const
{
    for (qsizetype lane = 0; lane < m_phases.size(); ++lane) {
        const rules::PhaseStanding& phase = m_phases[lane];
        const qreal top = laneHeight() * qreal(lane);
        const bool isRunning = phase.from <= m_chart.day && m_chart.day <= phase.to;
        painter.setPen(isRunning ? palette().color(QPalette::WindowText) : mutedColour());
        painter.drawText(QRectF(0, top, m_titles, laneHeight()), Qt::AlignLeft | Qt::AlignVCenter, phase.title);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isRunning ? runningBandColour() : bandColour());
        painter.drawRoundedRect(
            QRectF(QPointF(xOfDay(phase.from), top + 4), QPointF(xOfDay(phase.to.addDays(1)), top + laneHeight() - 4)),
            3, 3);
    }
}

void TimeLine::paintMarks(QPainter& painter) const
{
    for (const Mark& mark : marks()) {
        const StatusLook look = lookOf(*mark.milestone);
        painter.setPen(look.colour);
        painter.drawText(QRectF(mark.at - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)), Qt::AlignCenter,
                         look.shape);
    }
}

bool TimeLine::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QStringList said;
    for (const Mark& mark : marks())
        if (QLineF(mark.at, help->pos()).length() <= reach)
            said << tr("%1　%2（期限 %3）：%4")
                        .arg(lookOf(*mark.milestone).text(), mark.milestone->title, screenDate(mark.milestone->to),
                             mark.milestone->why);
    QToolTip::showText(help->globalPos(), said.join(QLatin1Char('\n')), this);
    return true;
}

} // namespace chengheng::gui
