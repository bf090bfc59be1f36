// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QVector>
#include <QWidget>

class QPushButton;

namespace chengheng::gui {

/// What can be done, as buttons beside each other; those that do not fit stand in a menu 更多. The first one is
/// always in sight.
class ActionBar : public QWidget
{
    Q_OBJECT

public:
    explicit ActionBar(QWidget* parent = nullptr);

    /// In their order; `isFirstNext`: the first is what comes next and looks so. The actions stay their owner's.
    void setActions(const QVector<QAction*>& actions, bool isFirstNext);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addButton(QAction* action, bool isPrimary);
    void layOut();

    QVector<QAction*> m_actions;
    QVector<QPushButton*> m_buttons; ///< one for each
    bool m_isFirstNext = false;
    QPushButton* m_more;
};

} // namespace chengheng::gui
