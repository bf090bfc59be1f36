// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/task_time_page.h"

#include "documents/schedule_paper.h"
#include "gui/phase_views.h"
#include "gui/printing.h"
#include "gui/theme.h"
#include "model/office_records.h"
#include "services/overview.h"

#include <QVBoxLayout>

namespace chengheng::gui {

TaskTimePage::TaskTimePage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("task_time"), tr("任务时间线"), parent), m_open(new QAction(tr("打开任务"), this)),
      m_print(new QAction(tr("打印…"), this)),
      m_views(new PhaseViews({QStringLiteral("task_time"), tr("年度目标"), tr("任务"), tr("目标和任务")}))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    layout->addWidget(m_views, 1);
    connect(m_views, &PhaseViews::activated, this, &TaskTimePage::openTask);
    connect(m_open, &QAction::triggered, this, &TaskTimePage::openTask);
    connect(m_print, &QAction::triggered, this, &TaskTimePage::print);
}

void TaskTimePage::refresh()
{
    read<QVector<rules::PhaseStanding>>(
        [on = day()](const services::Workspace& workspace) { return services::tasksOn(workspace, on); },
        [this](const QVector<rules::PhaseStanding>& goals) {
            m_views->show(goals, day());
            qsizetype tasks = 0;
            for (const rules::PhaseStanding& goal : goals)
                tasks += goal.milestones.size();
            Q_EMIT stateChanged(tr("%1 个目标，%2 项任务").arg(goals.size()).arg(tasks));
        });
}

void TaskTimePage::openTask()
{
    if (const QString uid = m_views->currentKey(); !uid.isEmpty())
        Q_EMIT pageAsked(model::kindOf<model::Task>().key, Uid(uid));
}

void TaskTimePage::print()
{
    printPaper(dispatcher(), this,
               [on = day(), title = title()](const services::Workspace& workspace) -> Result<documents::Paper> {
                   const auto goals = services::tasksOn(workspace, on);
                   if (!goals)
                       return fail(goals.error());
                   return documents::schedulePaper({workspace.plan().title, *goals, on, title});
               });
}

} // namespace chengheng::gui
