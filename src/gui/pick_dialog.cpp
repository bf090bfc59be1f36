// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pick_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengheng::gui {

PickDialog::PickDialog(const QString& question, const QStringList& names, const QString& action,
                       std::function<void(QVector<int>)> then, QWidget* parent)
    : QDialog(parent), m_names(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(action);
    auto* layout = new QVBoxLayout(this);
    auto* label = new QLabel(question);
    label->setWordWrap(true);
    label->setBuddy(m_names);
    m_names->setWordWrap(true);
    m_names->setAccessibleName(question);
    for (const QString& name : names) {
        auto* item = new QListWidgetItem(name, m_names);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    auto* all = new QCheckBox(tr("全选"));
    all->setChecked(true);
    auto* buttons = new QDialogButtonBox;
    QPushButton* agree = buttons->addButton(action, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("以后再说"), QDialogButtonBox::RejectRole);
    agree->setDefault(true);
    layout->addWidget(label);
    layout->addWidget(all);
    layout->addWidget(m_names, 1);
    layout->addWidget(buttons);
    resize(640, 420);
    connect(all, &QCheckBox::clicked, this, [this](bool isOn) {
        for (int row = 0; row < m_names->count(); ++row)
            m_names->item(row)->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
    });
    connect(m_names, &QListWidget::itemChanged, this, [this, agree, all] {
        const qsizetype count = ticked().size();
        agree->setEnabled(count > 0);
        all->setChecked(count == m_names->count());
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, then = std::move(then)] {
        then(ticked());
        accept();
    });
}

QVector<int> PickDialog::ticked() const
{
    QVector<int> places;
    for (int row = 0; row < m_names->count(); ++row)
        if (m_names->item(row)->checkState() == Qt::Checked)
            places.append(row);
    return places;
}

} // namespace chengheng::gui
