// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "services/overview.h"

class QLabel;

namespace chengheng::gui {

namespace Ui {
class DashboardPage;
}
class TextTable;

/// 创建总览: the three rates, scores and problems against a month ago; the phases on a time line; trades and
/// stations; what threatens acceptance and what falls due. Each figure leads to the list it counts.
class DashboardPage : public Page
{
    Q_OBJECT

public:
    explicit DashboardPage(AppState& state, QWidget* parent = nullptr);
    ~DashboardPage() override;
    void refresh() override;
    QAction* printAction() override { return m_print; }
    QAction* primaryAction() override { return m_project; }

private:
    /// A figure as it shows, and where it leads.
    struct Shown {
        QString page;
        QString value;
        QString note;
        Counted counted;
    };
    struct Picture {
        services::Overview overview;
        QHash<QString, QVector<Uid>> unitsOfStation; ///< taking part, by uid of the station
        QHash<QString, QVector<Uid>> unitsOfTrade;   ///< taking part
        QVector<QVector<Uid>> behindRates;           ///< instruments that each rate counts, by RateKind
    };

    static Result<Picture> readPicture(const services::Workspace& workspace, QDate on);
    void openCounted(const TextTable& table);
    /// The key of a row, under which is kept what it counts.
    QString countedKey(const QString& page, const QString& row, const Counted& counted);
    void show(const Picture& picture);
    void setFigure(QLabel* figure, QLabel* note, const Shown& shown);
    void showRates(const Picture& picture);
    void showFigures(const rules::Status& now, const rules::Status& monthAgo);
    void showTrades(const Picture& picture);
    void showStations(const Picture& picture);
    void showThreats(const Picture& picture);
    void showDue(const Picture& picture);

    void print();
    void printBrief();
    void project();

    std::unique_ptr<Ui::DashboardPage> m_ui;
    QAction* m_print;
    QAction* m_project;
    QHash<QString, Counted> m_counted; ///< by figure's name or row's key
};

} // namespace chengheng::gui
