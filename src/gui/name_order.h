// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"

#include <QSortFilterProxyModel>

namespace chengheng::gui {

/// Sorts a list as its readers expect: numbers by value, names by pinyin; and back to the natural order
/// when no column is chosen.
class NameOrder : public QSortFilterProxyModel
{
public:
    explicit NameOrder(QObject* parent = nullptr) : QSortFilterProxyModel(parent) { setSortRole(Qt::UserRole); }

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override
    {
        const QVariant a = left.data(sortRole());
        const QVariant b = right.data(sortRole());
        if (a.userType() == QMetaType::QString && b.userType() == QMetaType::QString)
            return compareNames(a.toString(), b.toString()) < 0;
        return QSortFilterProxyModel::lessThan(left, right);
    }
};

} // namespace chengheng::gui
