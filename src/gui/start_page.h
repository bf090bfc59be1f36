// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/opening.h"

#include <QWidget>

#include <memory>

class QListWidgetItem;

namespace chengheng::gui {

namespace Ui {
class StartPage;
}

/// Before a campaign is open: recent ones, new, open, demonstration. The user declares a name and role,
/// an officer also a station.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(std::shared_ptr<const Clock> clock, QWidget* parent = nullptr);
    ~StartPage() override;

    /// Reads the recent ones anew and says something under the buttons (or nothing).
    void welcome(const QString& sentence = {});

Q_SIGNALS:
    void campaignChosen(const Opening& opening);

private:
    void offerRoles();
    void askStation();
    void showRecent();
    void openRecent(const QListWidgetItem& item);
    services::Actor actor() const;
    void rememberWho() const;
    void choose(const Opening& opening);
    void open(const services::Place& place);
    void openFile();
    void openServer();
    void makeNew();
    void makeDemo();

    std::unique_ptr<Ui::StartPage> m_ui;
    std::shared_ptr<const Clock> m_clock;
};

} // namespace chengheng::gui
