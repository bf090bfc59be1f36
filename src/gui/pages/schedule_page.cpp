// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/schedule_page.h"

#include "documents/schedule_paper.h"
#include "gui/form_dialog.h"
#include "gui/phase_views.h"
#include "gui/printing.h"
#include "gui/theme.h"
#include "services/overview.h"

#include <QVBoxLayout>

namespace chengheng::gui {

SchedulePage::SchedulePage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("schedule"), tr("计划任务"), parent), m_record(new QAction(tr("登记完成"), this)),
      m_print(new QAction(tr("打印…"), this)),
      m_views(new PhaseViews({QStringLiteral("schedule"), tr("阶段"), tr("节点"), tr("阶段和节点")}))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    layout->addWidget(m_views, 1);
    connect(m_views, &PhaseViews::activated, this, &SchedulePage::recordFact);
    connect(m_record, &QAction::triggered, this, &SchedulePage::recordFact);
    connect(m_print, &QAction::triggered, this, &SchedulePage::print);
}

void SchedulePage::refresh()
{
    read<rules::Status>(
        [on = day()](const services::Workspace& workspace) { return services::statusOn(workspace, on); },
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
    m_views->show(status.phases, day());
    Q_EMIT stateChanged(tr("%1 个节点，已完成 %2 个").arg(m_titles.size()).arg(done));
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
    const QString key = m_views->currentKey();
    if (key.isEmpty()) {
        Prompts::current().inform(this, tr("请先选中一个节点。"));
        return;
    }
    QVector<model::Field> fields = model::kindOf<model::MilestoneFact>().fields;
    fields.removeIf([](const model::Field& field) { return field.key == QLatin1String("milestone"); });
    auto* dialog = new FormDialog(tr("登记完成：%1").arg(m_titles.value(key)), fields, this);
    dialog->form().setValues(services::presumedValues(model::kindOf<model::MilestoneFact>(), fillingIn()));
    dialog->submitTo(dispatcher(),
                     [key](services::Workspace& workspace, services::FieldValues values, const Uid& intent) {
                         values.insert(QStringLiteral("milestone"), key);
                         return services::addRecord(
                             workspace, services::recordOf(model::kindOf<model::MilestoneFact>(), values), intent);
                     });
    dialog->open();
}

} // namespace chengheng::gui
