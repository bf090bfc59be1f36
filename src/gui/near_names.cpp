// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/near_names.h"

#include <QComboBox>
#include <QHeaderView>

namespace chengheng::gui {

namespace {

enum Column { Name, Choice };

} // namespace

NearNames::NearNames(QWidget* parent) : QTableWidget(parent)
{
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
}

/// Names answered before are no longer near misses; they stay in the table, so that the answer can be changed.
void NearNames::ask(const QVector<services::NearMatch>& matches)
{
    for (const services::NearMatch& match : matches)
        if (findItems(match.name, Qt::MatchExactly).isEmpty())
            add(match);
    resizeColumnToContents(Name);
}

void NearNames::add(const services::NearMatch& match)
{
    const int row = rowCount();
    insertRow(row);
    setItem(row, Name, new QTableWidgetItem(match.name));
    auto* box = new QComboBox;
    box->setAccessibleName(tr("“%1”是哪一家").arg(match.name));
    box->addItem(tr("请选择…"));
    for (const auto& [unit, name] : match.candidates)
        box->addItem(name, unit.toString());
    box->addItem(tr("都不是，是另一家"), Uid().toString());
    setCellWidget(row, Choice, box);
    connect(box, &QComboBox::activated, this, [this, box, name = match.name] {
        const QVariant unit = box->currentData();
        if (unit.isValid())
            m_choices.insert(name, Uid(unit.toString()));
        else
            m_choices.remove(name);
        Q_EMIT chosen();
    });
}

} // namespace chengheng::gui
