// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/owed.h"

#include <QKeySequence>
#include <QWidget>

class QAction;
class QBoxLayout;
class QListWidget;
class QListWidgetItem;
class QMenu;
class QToolButton;

namespace chengheng::gui {

/// The areas of work at the left: icon, word and how much is owed; folds to icons, which is remembered.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    void setCurrent(const QString& pageKey);
    void setOwed(const OwedByPage& owed);
    bool isFolded() const { return m_isFolded; }
    void setFolded(bool isFolded);
    /// What the window itself can do, opened at the rail's foot.
    void setMenu(QMenu* menu);
    /// Folds and unfolds; a button at the foot.
    QAction* foldAction() const { return m_fold; }
    /// Ctrl+1 … Ctrl+9, Ctrl+0 for the first ten pages; none for the others.
    static QKeySequence shortcutOf(qsizetype place);

Q_SIGNALS:
    void pageChosen(const QString& key);

private:
    void addPages();
    QWidget* buildFoot();
    void dress();
    void dress(QListWidgetItem* item);

    QListWidget* m_list = nullptr;
    QToolButton* m_menu = nullptr;
    QAction* m_fold = nullptr;
    QBoxLayout* m_foot = nullptr;
    OwedByPage m_owed;
    bool m_isFolded = false;
};

} // namespace chengheng::gui
