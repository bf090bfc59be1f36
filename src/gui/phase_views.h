// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/schedule.h"

#include <QWidget>

#include <memory>

namespace chengheng::gui {

namespace Ui {
class PhaseViews;
}

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
    ~PhaseViews() override;

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

    std::unique_ptr<Ui::PhaseViews> m_ui;
    ViewSwitch* m_view;
    TimeBars* m_bars = nullptr;
    MonthHeader* m_months = nullptr;
};

} // namespace chengheng::gui
