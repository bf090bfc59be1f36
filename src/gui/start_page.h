// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace chengheng::gui {

/// Before a campaign is open: recent ones, new, open, demonstration. The user declares a name and role.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(std::shared_ptr<const Clock> clock, QWidget* parent = nullptr);

    /// Puts a place at the head of the recent ones.
    static void remember(const QString& place);

Q_SIGNALS:
    void campaignChosen(const Dispatcher::Opener& opener, const QString& place);

private:
    services::Actor actor() const;
    void openFile(const QString& path);
    void makeNew();
    void makeDemo();

    std::shared_ptr<const Clock> m_clock;
    QLineEdit* m_name;
    QComboBox* m_role;
    QListWidget* m_recent;
    QLabel* m_hint;
};

} // namespace chengheng::gui
