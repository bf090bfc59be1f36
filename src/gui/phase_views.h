// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/schedule.h"

#include <QWidget>

class QStackedWidget;

namespace chengheng::gui {

class MonthHeader;
class TextTable;
class TimeBars;
class ViewSwitch;

/// Phases with their milestones, or goals with their tasks, on a time line or as a table with state and reason.
class PhaseViews : public QWidget
{
    Q_OBJECT

public:
    /// What the two levels are called in the heads; `key` remembers which view was in front.
    struct Words {
        QString key;
        QString phase;
        QString milestone;
        QString both;
    };

    explicit PhaseViews(const Words& words, QWidget* parent = nullptr);

    void show(const QVector<rules::PhaseStanding>& phases, QDate day);
    /// Key of the chosen milestone; empty for none.
    QString currentKey() const;

Q_SIGNALS:
    void activated();

private:
    void buildTimeLine();
    void showTimeLine(const QVector<rules::PhaseStanding>& phases, QDate day);
    void showTable(const QVector<rules::PhaseStanding>& phases);
    TextTable* shownView() const;
    void changeView(int view);

    ViewSwitch* m_view;
    QStackedWidget* m_views;
    TextTable* m_timeLine;
    TimeBars* m_bars;
    MonthHeader* m_months;
    TextTable* m_table;
};

} // namespace chengheng::gui
