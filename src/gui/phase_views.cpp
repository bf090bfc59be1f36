// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/phase_views.h"

#include "base/dates.h"
#include "documents/schedule_paper.h"
#include "gui/text_table.h"
#include "gui/theme.h"
#include "gui/time_bars.h"
#include "gui/view_switch.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace chengheng::gui {

namespace {

constexpr int barsColumn = 2; // of the time line

QString sentenceOf(const documents::TimeBar& bar)
{
    const QString span = PhaseViews::tr("%1 至 %2").arg(screenDate(bar.from), screenDate(bar.to));
    return bar.why.isEmpty() ? span : PhaseViews::tr("%1：%2").arg(span, bar.why);
}

} // namespace

PhaseViews::PhaseViews(const Words& words, QWidget* parent)
    : QWidget(parent), m_view(new ViewSwitch(words.key, {tr("时间线"), tr("表格")})), m_views(new QStackedWidget),
      m_timeLine(new TextTable(tr("时间线"), {words.both, tr("状态"), QString()})), m_bars(new TimeBars(m_timeLine)),
      m_months(new MonthHeader(barsColumn, m_timeLine)),
      m_table(new TextTable(words.both, {words.phase, words.milestone, tr("状态"), tr("开始"), tr("截止"), tr("最晚动手"),
                                         tr("完成于"), tr("进度"), tr("说明")}))
{
    m_table->stretch(8);
    buildTimeLine();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view, 0, Qt::AlignRight);
    layout->addWidget(m_views, 1);
    for (TextTable* view : {m_timeLine, m_table}) {
        m_views->addWidget(view);
        connect(view, &QTableWidget::itemActivated, this, &PhaseViews::activated);
    }
    m_views->setCurrentIndex(m_view->current());
    connect(m_view, &ViewSwitch::changed, this, &PhaseViews::changeView);
}

void PhaseViews::buildTimeLine()
{
    m_months->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_months->setSectionsClickable(false);
    m_timeLine->setHorizontalHeader(m_months);
    m_timeLine->setItemDelegateForColumn(barsColumn, m_bars);
    m_timeLine->stretch(barsColumn);
    m_timeLine->setShowGrid(false);
    m_timeLine->setAlternatingRowColors(false);
}

void PhaseViews::show(const QVector<rules::PhaseStanding>& phases, QDate day)
{
    showTimeLine(phases, day);
    showTable(phases);
}

void PhaseViews::showTimeLine(const QVector<rules::PhaseStanding>& phases, QDate day)
{
    const documents::TimeChart chart = documents::scheduleChart(phases, day);
    m_bars->setChart(chart);
    m_months->setChart(chart);
    QHash<QString, StatusLook> looks;
    for (const rules::PhaseStanding& phase : phases)
        for (const rules::MilestoneStanding& milestone : phase.milestones)
            looks.insert(milestone.key, lookOf(milestone.state, milestone.isLate));
    QVector<QVector<TextCell>> rows;
    for (const documents::TimeBar& bar : chart.bars) {
        const StatusLook look = looks.value(bar.key);
        const TextCell span{sentenceOf(bar), {}, false, {}, TimeBars::cellOf(bar)};
        if (bar.isBand())
            rows.append({{bar.label, {}, false, {}, {}, true}, {bar.state, mutedColour()}, span});
        else
            rows.append({{tr("　%1").arg(bar.label), {}, false, bar.key}, {look.text(), look.colour}, span});
    }
    m_timeLine->setRows(rows);
}

void PhaseViews::showTable(const QVector<rules::PhaseStanding>& phases)
{
    QVector<QVector<TextCell>> rows;
    for (const rules::PhaseStanding& phase : phases)
        for (const rules::MilestoneStanding& milestone : phase.milestones) {
            const StatusLook look = lookOf(milestone.state, milestone.isLate);
            const QString progress = milestone.isCountable
                                         ? QStringLiteral("%1 / %2").arg(milestone.progress.num).arg(milestone.progress.den)
                                         : QString();
            rows.append({{phase.title, {}, false, milestone.key}, {milestone.title}, {look.text(), look.colour},
                         {screenDate(milestone.from)}, {screenDate(milestone.to)}, {screenDate(milestone.startBy)},
                         {screenDate(milestone.doneOn)}, {progress, {}, true}, {milestone.why}});
        }
    m_table->setRows(rows);
}

TextTable* PhaseViews::shownView() const
{
    return static_cast<TextTable*>(m_views->currentWidget());
}

QString PhaseViews::currentKey() const
{
    return shownView()->currentKey();
}

/// The chosen milestone stays the chosen one.
void PhaseViews::changeView(int view)
{
    const QString key = currentKey();
    m_views->setCurrentIndex(view);
    shownView()->makeCurrent(key);
}

} // namespace chengheng::gui
