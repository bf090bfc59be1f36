// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "rules/status.h"

namespace chengheng::gui {

namespace Ui {
class SchedulePage;
}
class MonthHeader;
class TextTable;
class TimeBars;
class ViewSwitch;

/// 计划任务: phases and milestones on a time line or as a table with state, progress and reason; what no
/// register answers is entered here with its own date.
class SchedulePage : public Page
{
    Q_OBJECT

public:
    explicit SchedulePage(AppState& state, QWidget* parent = nullptr);
    ~SchedulePage() override;

    void refresh() override;
    QAction* primaryAction() override { return m_record; }
    QAction* printAction() override { return m_print; }

private:
    void buildTimeLine();
    void show(const rules::Status& status);
    void showTimeLine(const rules::Status& status);
    void showTable(const rules::Status& status);
    TextTable* shownView() const;
    void changeView(int view);
    void recordFact();
    void print();

    std::unique_ptr<Ui::SchedulePage> m_ui;
    QAction* m_record;
    QAction* m_print;
    ViewSwitch* m_view;
    TimeBars* m_bars = nullptr;
    MonthHeader* m_months = nullptr;
    QHash<QString, QString> m_titles; ///< of milestones by key
};

} // namespace chengheng::gui
