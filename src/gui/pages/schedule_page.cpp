// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/schedule_page.h"

#include "base/dates.h"
#include "gui/form_dialog.h"
#include "gui/text_table.h"
#include "gui/theme.h"
#include "services/overview.h"

#include <QVBoxLayout>

namespace chengheng::gui {

SchedulePage::SchedulePage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("schedule"), tr("计划任务"), parent), m_record(new QAction(tr("登记完成"), this)),
      m_table(new TextTable(tr("阶段和节点"), {tr("阶段"), tr("节点"), tr("状态"), tr("开始"), tr("截止"), tr("最晚动手"),
                                               tr("完成于"), tr("进度"), tr("说明")}))
{
    m_table->stretch(8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    layout->addWidget(m_table);
    connect(m_record, &QAction::triggered, this, &SchedulePage::recordFact);
}

void SchedulePage::refresh()
{
    read<rules::Status>([on = day()](const services::Workspace& workspace) { return services::statusOn(workspace, on); },
                        [this](const rules::Status& status) { show(status); });
}

void SchedulePage::show(const rules::Status& status)
{
    QVector<QVector<TextCell>> rows;
    int done = 0;
    for (const rules::PhaseStanding& phase : status.phases)
        for (const rules::MilestoneStanding& milestone : phase.milestones) {
            const StatusLook look = lookOf(milestone.state, milestone.isLate);
            done += milestone.state == rules::MilestoneState::Done;
            const QString progress = milestone.isCountable
                                         ? QStringLiteral("%1 / %2").arg(milestone.progress.num).arg(milestone.progress.den)
                                         : QString();
            rows.append({{phase.title, {}, false, milestone.key}, {milestone.title}, {look.text(), look.colour},
                         {screenDate(milestone.from)}, {screenDate(milestone.to)}, {screenDate(milestone.startBy)},
                         {screenDate(milestone.doneOn)}, {progress, {}, true}, {milestone.why}});
        }
    m_table->setRows(rows);
    Q_EMIT stateChanged(tr("%1 个节点，已完成 %2 个").arg(rows.size()).arg(done));
}

void SchedulePage::recordFact()
{
    const QString key = m_table->currentKey();
    if (key.isEmpty()) {
        Prompts::current().inform(this, tr("请先选中一个节点。"));
        return;
    }
    QVector<model::Field> fields = model::kindOf<model::MilestoneFact>().fields;
    fields.removeIf([](const model::Field& field) { return field.key == QLatin1String("milestone"); });
    auto* dialog = new FormDialog(tr("登记完成：%1").arg(m_table->item(m_table->currentRow(), 1)->text()), fields, this);
    dialog->form().setValues({{QStringLiteral("on"), today()}});
    dialog->submitTo(dispatcher(), [key](services::Workspace& workspace, services::FieldValues values) {
        values.insert(QStringLiteral("milestone"), key);
        return services::addRecord(workspace, services::recordOf(model::kindOf<model::MilestoneFact>(), values));
    });
    dialog->open();
}

} // namespace chengheng::gui
