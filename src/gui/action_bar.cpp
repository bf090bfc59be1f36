// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/action_bar.h"

#include "gui/theme.h"

#include <QMenu>
#include <QPushButton>

namespace chengheng::gui {

ActionBar::ActionBar(QWidget* parent) : QWidget(parent), m_more(new QPushButton(tr("更多"), this))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* menu = new QMenu(m_more);
    menu->setToolTipsVisible(true); // they say why something is not allowed
    m_more->setMenu(menu);
    m_more->hide();
}

void ActionBar::setActions(const QVector<QAction*>& actions, bool isFirstNext)
{
    if (actions == m_actions && isFirstNext == m_isFirstNext)
        return; // the one with the focus keeps it
    m_actions = actions;
    m_isFirstNext = isFirstNext;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (QAction* action : actions)
        addButton(action, isFirstNext && m_buttons.isEmpty());
    updateGeometry();
    layOut();
}

void ActionBar::addButton(QAction* action, bool isPrimary)
{
    auto* button = new QPushButton(action->text(), this);
    button->setProperty("primary", isPrimary);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    connect(action, &QAction::changed, button, follow);
    follow();
    m_buttons.append(button);
}

void ActionBar::layOut()
{
    int whole = 0;
    for (const QPushButton* button : std::as_const(m_buttons))
        whole += button->sizeHint().width() + spacing / 2;
    const bool isTooWide = m_buttons.size() > 1 && whole - spacing / 2 > width();
    const int room = isTooWide ? width() - m_more->sizeHint().width() : width();
    m_more->menu()->clear();
    int x = 0;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const QSize size = m_buttons[i]->sizeHint();
        const bool isInSight = i == 0 || (m_more->menu()->isEmpty() && x + size.width() <= room);
        m_buttons[i]->setVisible(isInSight);
        if (!isInSight) {
            m_more->menu()->addAction(m_actions[i]);
            continue;
        }
        m_buttons[i]->setGeometry({{x, 0}, size});
        x += size.width() + spacing / 2;
    }
    m_more->setGeometry({{x, 0}, m_more->sizeHint()});
    m_more->setVisible(isTooWide);
}

QSize ActionBar::sizeHint() const
{
    return minimumSizeHint();
}

QSize ActionBar::minimumSizeHint() const
{
    const QSize more = m_more->sizeHint();
    const QSize first = m_buttons.isEmpty() ? QSize(0, 0) : m_buttons.first()->sizeHint();
    return {first.width() + spacing / 2 + more.width(), qMax(first.height(), more.height())};
}

void ActionBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

} // namespace chengheng::gui
