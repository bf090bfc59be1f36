// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/sheet.h"

#include "base/dates.h"

#include <algorithm>

namespace chengheng::rules {

const SheetItem* Sheet::item(const QString& id) const
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const SheetItem& i) { return i.id == id; });
    return found == items.end() ? nullptr : &*found;
}

const Sheet* SheetEdition::sheet(int no) const
{
    const auto found = std::find_if(sheets.begin(), sheets.end(), [no](const Sheet& s) { return s.no == no; });
    return found == sheets.end() ? nullptr : &*found;
}

const Sheet* SheetEdition::sheetOf(model::Trade trade) const
{
    const QString key = model::keyOf(trade);
    const auto found = std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& s) { return s.key == key; });
    return found == sheets.end() ? nullptr : &*found;
}

QString markOf(const SheetEdition& edition)
{
    const QString said = edition.status.section(QStringLiteral("："), 0, 0);
    return said.startsWith(QStringLiteral("参考稿")) ? said : QString();
}

QVector<LegalBasis> basisOn(const SheetItem& item, QDate day)
{
    QVector<LegalBasis> inForce;
    for (const LegalBasis& basis : item.basis)
        if (DateRange{basis.from, basis.to}.contains(day))
            inForce.append(basis);
    return inForce;
}

} // namespace chengheng::rules
