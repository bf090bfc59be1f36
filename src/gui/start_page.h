// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/opening.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace chengheng::gui {

/// Before a campaign is open: recent ones, new, open, demonstration. The user declares a name and role,
/// an officer also a station.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(std::shared_ptr<const Clock> clock, QWidget* parent = nullptr);

    /// Reads the recent ones anew and says something under the buttons (or nothing).
    void welcome(const QString& sentence = {});

Q_SIGNALS:
    void campaignChosen(const Opening& opening);

private:
    QWidget* buildWho();
    QWidget* buildButtons();
    void showRecent();
    void openRecent(const QListWidgetItem& item);
    services::Actor actor() const;
    void open(const services::Place& place);
    void openServer();
    void makeNew();
    void makeDemo();

    std::shared_ptr<const Clock> m_clock;
    QLineEdit* m_name;
    QComboBox* m_role;
    QComboBox* m_station;
    QLabel* m_stationLabel;
    QListWidget* m_recent;
    QLabel* m_hint;
};

} // namespace chengheng::gui
