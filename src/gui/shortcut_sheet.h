// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

class QAction;

namespace chengheng::gui {

namespace Ui {
class ShortcutSheet;
}

/// One sheet with every shortcut there is: read from the actions, lists and sheets themselves, never written twice.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    /// `window`: what works everywhere; `page` with its title: what works on the page shown.
    ShortcutSheet(const QList<QAction*>& window, const QWidget* page, const QString& pageTitle, QWidget* parent);
    ~ShortcutSheet() override;

private:
    std::unique_ptr<Ui::ShortcutSheet> m_ui;
};

} // namespace chengheng::gui
