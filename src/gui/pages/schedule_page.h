// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "rules/status.h"

namespace chengheng::gui {

class PhaseViews;

/// 计划任务: phases and milestones on a time line or as a table with state, progress and reason; what no
/// register answers is entered here with its own date.
class SchedulePage : public Page
{
    Q_OBJECT

public:
    explicit SchedulePage(AppState& state, QWidget* parent = nullptr);

    void refresh() override;
    QAction* primaryAction() override { return m_record; }
    QAction* printAction() override { return m_print; }

private:
    void show(const rules::Status& status);
    void recordFact();
    void print();

    QAction* m_record;
    QAction* m_print;
    PhaseViews* m_views;
    QHash<QString, QString> m_titles; ///< of milestones by key
};

} // namespace chengheng::gui
