// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/ledger_chips.h"

#include "gui/theme.h"

#include <QActionGroup>

namespace chengheng::gui {

LedgerChips::LedgerChips(QWidget* parent) : QToolBar(parent), m_group(new QActionGroup(this))
{
    m_group->setExclusive(true);
    connect(m_group, &QActionGroup::triggered, this, &LedgerChips::changed);
}

void LedgerChips::setLedger(const ReadyLedger& ledger)
{
    const LedgerModel::Kept before = chosen();
    const rules::VerificationFigures& figures = ledger.view.report.figures;
    clear();
    qDeleteAll(m_group->actions());
    m_kinds.clear();
    qint64 whole = 0;
    for (const rules::VerificationStatus each : rules::allVerificationStatuses())
        whole += figures.count(each);
    add({}, before, tr("全部"), whole);
    for (const rules::VerificationStatus each : rules::allVerificationStatuses())
        add(each, before, lookOf(each).text(), figures.count(each));
    addSeparator();
    for (const rules::Booking each : rules::pressingBookings())
        add(each, before, rules::labelOf(each), ledger.bookingCounts.value(each));
}

void LedgerChips::add(const LedgerModel::Kept& kept, const LedgerModel::Kept& before, const QString& text, qint64 count)
{
    if (count == 0 && kept != before && !std::holds_alternative<std::monostate>(kept))
        return;
    QAction* chip = addAction(tr("%1 %2").arg(text).arg(count));
    chip->setCheckable(true);
    chip->setChecked(kept == before);
    m_group->addAction(chip);
    m_kinds.append(kept);
}

LedgerModel::Kept LedgerChips::chosen() const
{
    const qsizetype place = m_group->actions().indexOf(m_group->checkedAction());
    return place < 0 ? LedgerModel::Kept() : m_kinds[place];
}

QString LedgerChips::words() const
{
    return m_group->checkedAction() ? m_group->checkedAction()->text() : QString();
}

void LedgerChips::chooseAll()
{
    if (!m_group->actions().isEmpty())
        m_group->actions().first()->setChecked(true);
}

} // namespace chengheng::gui
