// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "rules/schedule.h"

namespace chengheng::gui {

class PhaseViews;

/// 任务时间线: each goal's tasks with plan, what was done when, and today (TOWN-1); a task opens in its register.
class TaskTimePage : public Page
{
    Q_OBJECT

public:
    explicit TaskTimePage(AppState& state, QWidget* parent = nullptr);
    void refresh() override;
    QAction* primaryAction() override { return m_open; }
    QAction* printAction() override { return m_print; }

private:
    void openTask();
    void print();

    QAction* m_open;
    QAction* m_print;
    PhaseViews* m_views;
};

} // namespace chengheng::gui
