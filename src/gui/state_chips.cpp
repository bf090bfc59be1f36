// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/state_chips.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace chengheng::gui {

StateChips::StateChips(int states, QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_chips(new QButtonGroup(this)), m_beside(firstState + states)
{
    m_row->setContentsMargins(0, 0, 0, 0);
    for (int chip = all; chip < firstState + states; ++chip) {
        auto* button = new QPushButton;
        button->setCheckable(true);
        m_chips->addButton(button, chip);
        m_row->addWidget(button);
    }
    m_row->addStretch(1);
    choose(all);
    connect(m_chips, &QButtonGroup::idClicked, this, &StateChips::changed);
}

void StateChips::setText(int chip, const QString& text)
{
    m_chips->button(chip)->setText(text);
}

void StateChips::setShown(int chip, bool isShown)
{
    m_chips->button(chip)->setVisible(isShown);
}

int StateChips::chosen() const
{
    return m_chips->checkedId();
}

void StateChips::choose(int chip)
{
    m_chips->button(chip)->setChecked(true);
}

void StateChips::addBeside(QWidget* widget)
{
    m_row->insertWidget(m_beside++, widget);
}

void StateChips::addAtEnd(QWidget* widget)
{
    m_row->addWidget(widget);
}

} // namespace chengheng::gui
