// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/view_switch.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>

namespace chengheng::gui {

ViewSwitch::ViewSwitch(const QString& key, const QStringList& titles, QWidget* parent)
    : QWidget(parent), m_key(QStringLiteral("views/") + key), m_buttons(new QButtonGroup(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const QString& title : titles) {
        auto* button = new QPushButton(title);
        button->setCheckable(true);
        button->setToolTip(tr("换成%1").arg(title));
        m_buttons->addButton(button, int(m_buttons->buttons().size()));
        row->addWidget(button);
    }
    const int remembered = QSettings().value(m_key).toInt();
    m_buttons->button(0 < remembered && remembered < titles.size() ? remembered : 0)->setChecked(true);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int view) {
        QSettings().setValue(m_key, view);
        Q_EMIT changed(view);
    });
}

int ViewSwitch::current() const
{
    return m_buttons->checkedId();
}

} // namespace chengheng::gui
