// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/time_line.h"

#include "base/dates.h"
#include "gui/theme.h"

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
    m_day = day;
    m_from = m_to = day;
    m_titles = 0;
    for (const rules::PhaseStanding& phase : phases) {
        m_from = qMin(m_from, phase.from);
        m_to = qMax(m_to, phase.to);
        m_titles = qMax<qreal>(m_titles, fontMetrics().horizontalAdvance(phase.title) + 2 * spacing);
        for (const rules::MilestoneStanding& milestone : phase.milestones)
            m_to = qMax(m_to, milestone.to);
    }
    m_from = QDate(m_from.year(), m_from.month(), 1);
    m_to = QDate(m_to.year(), m_to.month(), 1).addMonths(1);
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

qreal TimeLine::xOf(QDate day) const
{
    const qreal days = qreal(qMax<qint64>(1, m_from.daysTo(m_to)));
    return m_titles + (width() - m_titles - reach) * qreal(m_from.daysTo(day)) / days;
}

QVector<TimeLine::Mark> TimeLine::marks() const
{
    QVector<Mark> marks;
    for (qsizetype lane = 0; lane < m_phases.size(); ++lane)
        for (const rules::MilestoneStanding& milestone : m_phases[lane].milestones)
            if (milestone.to.isValid())
                marks.append({{xOf(milestone.to), laneHeight() * (qreal(lane) + 0.5)}, &milestone});
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
    paintMonths(painter);
    paintPhases(painter);
    paintMarks(painter);
    painter.setPen(QPen(faultColour(), 2));
    painter.drawLine(QPointF(xOf(m_day), 0), QPointF(xOf(m_day), laneHeight() * qreal(m_phases.size())));
}

void TimeLine::paintMonths(QPainter& painter) const
{
    const qreal foot = laneHeight() * qreal(m_phases.size());
    for (QDate month = m_from; month < m_to; month = month.addMonths(1)) {
        const QRectF cell(QPointF(xOf(month), foot), QPointF(xOf(month.addMonths(1)), foot + laneHeight()));
        painter.setPen(QColor(0xE6, 0xEA, 0xEE));
        painter.drawLine(QPointF(cell.left(), 0), cell.bottomLeft());
        painter.setPen(mutedColour());
        const QString text = month == m_from || month.month() == 1 ? tr("%1年%2月").arg(month.year()).arg(month.month())
                                                                   : tr("%1月").arg(month.month());
        painter.drawText(cell.adjusted(2, 0, 60, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

void TimeLine::paintPhases(QPainter& painter) const
{
    for (qsizetype lane = 0; lane < m_phases.size(); ++lane) {
        const rules::PhaseStanding& phase = m_phases[lane];
        const qreal top = laneHeight() * qreal(lane);
        const bool isRunning = phase.from <= m_day && m_day <= phase.to;
        painter.setPen(isRunning ? palette().color(QPalette::WindowText) : mutedColour());
        painter.drawText(QRectF(0, top, m_titles, laneHeight()), Qt::AlignLeft | Qt::AlignVCenter, phase.title);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isRunning ? QColor(0xB5, 0xCB, 0xE4) : QColor(0xE1, 0xE7, 0xED));
        painter.drawRoundedRect(QRectF(QPointF(xOf(phase.from), top + 4), QPointF(xOf(phase.to.addDays(1)), top + laneHeight() - 4)), 3, 3);
    }
}

void TimeLine::paintMarks(QPainter& painter) const
{
    for (const Mark& mark : marks()) {
        const StatusLook look = lookOf(mark.milestone->state, mark.milestone->isLate);
        painter.setPen(look.colour);
        painter.drawText(QRectF(mark.at - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)), Qt::AlignCenter, look.shape);
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
                        .arg(lookOf(mark.milestone->state, mark.milestone->isLate).text(), mark.milestone->title,
                             screenDate(mark.milestone->to), mark.milestone->why);
    QToolTip::showText(help->globalPos(), said.join(QLatin1Char('\n')), this);
    return true;
}

} // namespace chengheng::gui
