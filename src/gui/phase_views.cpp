// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/phase_views.h"

#include "base/dates.h"
#include "documents/schedule_paper.h"
#include "gui/text_table.h"
#include "gui/theme.h"
#include "gui/time_bars.h"
#include "gui/view_switch.h"
#include "ui_PhaseViews.h"

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
    : QWidget(parent), m_ui(std::make_unique<Ui::PhaseViews>()),
      m_view(new ViewSwitch(words.key, {tr("时间线"), tr("表格")}))
{
    m_ui->setupUi(this);
    m_ui->top->addWidget(m_view);
    m_ui->timeLine->horizontalHeaderItem(0)->setText(words.both);
    m_ui->milestones->horizontalHeaderItem(0)->setText(words.phase);
    m_ui->milestones->horizontalHeaderItem(1)->setText(words.milestone);
    m_ui->milestones->setAccessibleName(words.both);
    m_bars = new TimeBars(m_ui->timeLine);
    m_months = new MonthHeader(barsColumn, m_ui->timeLine);
    buildTimeLine();
    for (TextTable* view : {m_ui->timeLine, m_ui->milestones})
        connect(view, &QTableWidget::itemActivated, this, &PhaseViews::activated);
    m_ui->views->setCurrentIndex(m_view->current());
    connect(m_view, &ViewSwitch::changed, this, &PhaseViews::changeView);
}

PhaseViews::~PhaseViews() = default;

void PhaseViews::buildTimeLine()
{
    m_months->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_months->setSectionsClickable(false);
    m_ui->timeLine->setHorizontalHeader(m_months);
    m_ui->timeLine->setItemDelegateForColumn(barsColumn, m_bars);
    m_ui->timeLine->stretch(barsColumn);
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
            looks.insert(milestone.key, lookOf(milestone));
    QVector<QVector<TextCell>> rows;
    for (const documents::TimeBar& bar : chart.bars) {
        const StatusLook look = looks.value(bar.key);
        const TextCell span{sentenceOf(bar), {}, false, {}, TimeBars::cellOf(bar)};
        if (bar.isBand())
            rows.append({{bar.label, {}, false, {}, {}, true}, {bar.state, mutedColour()}, span});
        else
            rows.append({{tr("　%1").arg(bar.label), {}, false, bar.key}, {look.text(), look.colour}, span});
    }
    m_ui->timeLine->setRows(rows);
}

void PhaseViews::showTable(const QVector<rules::PhaseStanding>& phases)
{
    QVector<QVector<TextCell>> rows;
    for (const rules::PhaseStanding& phase : phases)
        for (const rules::MilestoneStanding& milestone : phase.milestones) {
            const StatusLook look = lookOf(milestone);
            const QString progress =
                milestone.isCountable
                    ? QStringLiteral("%1 / %2").arg(milestone.progress.num).arg(milestone.progress.den)
                    : QString();
            rows.append({{phase.title, {}, false, milestone.key},
                         {milestone.title},
                         {look.text(), look.colour},
                         {screenDate(milestone.from)},
                         {screenDate(milestone.to)},
                         {screenDate(milestone.startBy)},
                         {screenDate(milestone.doneOn)},
                         {progress, {}, true},
                         {milestone.why}});
        }
    m_ui->milestones->setRows(rows);
}

TextTable* PhaseViews::shownView() const
{
    return static_cast<TextTable*>(m_ui->views->currentWidget());
}

QString PhaseViews::currentKey() const
{
    return shownView()->currentKey();
}

/// The chosen milestone stays the chosen one.
void PhaseViews::changeView(int view)
{
    const QString key = currentKey();
    m_ui->views->setCurrentIndex(view);
    shownView()->makeCurrent(key);
}

} // namespace chengheng::gui
