// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QTextBrowser;

namespace chengheng::gui {

/// The manual, in a window over the work that a wide screen has room to dock.
class HelpDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit HelpDock(QWidget* parent);

    /// Shows the page of the manual with this title, else its first; asked for again, it goes.
    void toggle(const QString& title);

private:
    void showPage(const QString& title);

    QTextBrowser* m_text;
    QString m_title;
};

} // namespace chengheng::gui
