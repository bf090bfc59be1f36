// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "services/overview.h"

class QLabel;

namespace chengheng::gui {

class TextTable;
class TimeLine;

/// 创建总览: the three rates, scores and problems against a month ago; the phases on a time line; trades and
/// stations; what threatens acceptance and what falls due. Each figure leads to the list it counts.
class DashboardPage : public Page
{
    Q_OBJECT

public:
    explicit DashboardPage(AppState& state, QWidget* parent = nullptr);
    void refresh() override;
    QAction* printAction() override { return m_print; }
    QAction* primaryAction() override { return m_project; }

private:
    struct Figure {
        QLabel* value = nullptr;
        QLabel* note = nullptr;
        QString page; ///< where the figure leads
    };
    struct Picture {
        services::Overview overview;
        QHash<QString, qint64> unitsOfStation; ///< taking part, by uid of the station
    };

    static Result<Picture> readPicture(const services::Workspace& workspace, QDate on);
    Figure addFigure(QLayout* row, const QString& title, const QString& page);
    QWidget* buildBody();
    void show(const Picture& picture);
    void setFigure(const Figure& figure, const QString& value, const QString& note);
    void showFigures(const rules::Status& now, const rules::Status& monthAgo);
    void showTrades(const Picture& picture);
    void showStations(const Picture& picture);
    void showThreats(const Picture& picture);
    void showDue(const Picture& picture);

    void print();
    void printBrief();
    void project();

    QAction* m_print;
    QAction* m_project;
    Figure m_verification;
    Figure m_pass;
    Figure m_validity;
    Figure m_scored;
    Figure m_problems;
    TimeLine* m_phases;
    TextTable* m_trades;
    TextTable* m_stations;
    TextTable* m_threats;
    QLabel* m_dueHeading;
    TextTable* m_due;
};

} // namespace chengheng::gui
