// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QTextBrowser;

namespace chengheng::gui {

/// The manual, beside the work.
class HelpDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit HelpDock(QWidget* parent);

    /// The page of the manual with this title, else its first.
    void showPage(const QString& title);

private:
    QTextBrowser* m_text;
};

} // namespace chengheng::gui
