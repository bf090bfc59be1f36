// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "rules/status.h"

namespace chengheng::gui {

class TextTable;

/// 计划任务: phases and milestones with state, progress and reason; what no register answers is entered
/// here with its own date.
class SchedulePage : public Page
{
    Q_OBJECT

public:
    explicit SchedulePage(AppState& state, QWidget* parent = nullptr);
    void refresh() override;
    QAction* primaryAction() override { return m_record; }

private:
    void show(const rules::Status& status);
    void recordFact();

    QAction* m_record;
    TextTable* m_table;
};

} // namespace chengheng::gui
