// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/schedule_page.h"

#include "base/dates.h"
#include "documents/schedule_paper.h"
#include "gui/form_dialog.h"
#include "gui/printing.h"
#include "gui/theme.h"
#include "gui/time_bars.h"
#include "gui/view_switch.h"
#include "services/overview.h"
#include "ui_SchedulePage.h"

namespace chengheng::gui {

namespace {

constexpr int barsColumn = 2; // of the time line

QString sentenceOf(const documents::TimeBar& bar)
{
    const QString span = SchedulePage::tr("%1 至 %2").arg(screenDate(bar.from), screenDate(bar.to));
    return bar.why.isEmpty() ? span : SchedulePage::tr("%1：%2").arg(span, bar.why);
}

} // namespace

SchedulePage::SchedulePage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("schedule"), tr("计划任务"), parent), m_ui(std::make_unique<Ui::SchedulePage>()),
      m_record(new QAction(tr("登记完成"), this)), m_print(new QAction(tr("打印…"), this)),
      m_view(new ViewSwitch(QStringLiteral("schedule"), {tr("时间线"), tr("表格")}))
{
    m_ui->setupUi(this);
    m_ui->top->addWidget(m_view);
    m_bars = new TimeBars(m_ui->timeLine);
    m_months = new MonthHeader(barsColumn, m_ui->timeLine);
    buildTimeLine();
    for (TextTable* view : {m_ui->timeLine, m_ui->milestones})
        connect(view, &QTableWidget::itemActivated, this, &SchedulePage::recordFact);
    m_ui->views->setCurrentIndex(m_view->current());
    connect(m_view, &ViewSwitch::changed, this, &SchedulePage::changeView);
    connect(m_record, &QAction::triggered, this, &SchedulePage::recordFact);
    connect(m_print, &QAction::triggered, this, &SchedulePage::print);
}

SchedulePage::~SchedulePage() = default;

void SchedulePage::buildTimeLine()
{
    m_months->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_months->setSectionsClickable(false);
    m_ui->timeLine->setHorizontalHeader(m_months);
    m_ui->timeLine->setItemDelegateForColumn(barsColumn, m_bars);
    m_ui->timeLine->stretch(barsColumn);
}

void SchedulePage::refresh()
{
    read<rules::Status>([on = day()](const services::Workspace& workspace) { return services::statusOn(workspace, on); },
                        [this](const rules::Status& status) { show(status); });
}

void SchedulePage::show(const rules::Status& status)
{
    m_titles.clear();
    int done = 0;
    for (const rules::PhaseStanding& phase : status.phases)
        for (const rules::MilestoneStanding& milestone : phase.milestones) {
            m_titles.insert(milestone.key, milestone.title);
            done += milestone.state == rules::MilestoneState::Done;
        }
    showTimeLine(status);
    showTable(status);
    Q_EMIT stateChanged(tr("%1 个节点，已完成 %2 个").arg(m_titles.size()).arg(done));
}

void SchedulePage::showTimeLine(const rules::Status& status)
{
    const documents::TimeChart chart = documents::scheduleChart(status.phases, day());
    m_bars->setChart(chart);
    m_months->setChart(chart);
    QHash<QString, StatusLook> looks;
    for (const rules::PhaseStanding& phase : status.phases)
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

void SchedulePage::showTable(const rules::Status& status)
{
    QVector<QVector<TextCell>> rows;
    for (const rules::PhaseStanding& phase : status.phases)
        for (const rules::MilestoneStanding& milestone : phase.milestones) {
            const StatusLook look = lookOf(milestone);
            const QString progress = milestone.isCountable
                                         ? QStringLiteral("%1 / %2").arg(milestone.progress.num).arg(milestone.progress.den)
                                         : QString();
            rows.append({{phase.title, {}, false, milestone.key}, {milestone.title}, {look.text(), look.colour},
                         {screenDate(milestone.from)}, {screenDate(milestone.to)}, {screenDate(milestone.startBy)},
                         {screenDate(milestone.doneOn)}, {progress, {}, true}, {milestone.why}});
        }
    m_ui->milestones->setRows(rows);
}

TextTable* SchedulePage::shownView() const
{
    return static_cast<TextTable*>(m_ui->views->currentWidget());
}

/// The chosen milestone stays the chosen one.
void SchedulePage::changeView(int view)
{
    const QString key = shownView()->currentKey();
    m_ui->views->setCurrentIndex(view);
    shownView()->makeCurrent(key);
}

void SchedulePage::print()
{
    printPaper(dispatcher(), this, [on = day()](const services::Workspace& workspace) -> Result<documents::Paper> {
        const auto status = services::statusOn(workspace, on);
        if (!status)
            return fail(status.error());
        return documents::schedulePaper({workspace.plan().title, status->phases, on});
    });
}

void SchedulePage::recordFact()
{
    const QString key = shownView()->currentKey();
    if (key.isEmpty()) {
        Prompts::current().inform(this, tr("请先选中一个节点。"));
        return;
    }
    QVector<model::Field> fields = model::kindOf<model::MilestoneFact>().fields;
    fields.removeIf([](const model::Field& field) { return field.key == QLatin1String("milestone"); });
    auto* dialog = new FormDialog(tr("登记完成：%1").arg(m_titles.value(key)), fields, this);
    dialog->form().setValues({{QStringLiteral("on"), today()}});
    dialog->submitTo(dispatcher(), [key](services::Workspace& workspace, services::FieldValues values) {
        values.insert(QStringLiteral("milestone"), key);
        return services::addRecord(workspace, services::recordOf(model::kindOf<model::MilestoneFact>(), values));
    });
    dialog->open();
}

} // namespace chengheng::gui
