// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "rules/status.h"

class QStackedWidget;

namespace chengheng::gui {

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

    QAction* m_record;
    QAction* m_print;
    ViewSwitch* m_view;
    QStackedWidget* m_views;
    TextTable* m_timeLine;
    TimeBars* m_bars;
    MonthHeader* m_months;
    TextTable* m_table;
    QHash<QString, QString> m_titles; ///< of milestones by key
};

} // namespace chengheng::gui
