// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

#include <algorithm>

namespace chengheng {

/// Removes what is meant. A list that has none of it is not copied, another once: removeIf() of a shared list grows a
/// new one step by step.
template <class T, class IsMeant>
void removeFrom(QVector<T>& list, IsMeant isMeant)
{
    if (std::none_of(list.cbegin(), list.cend(), isMeant))
        return;
    QVector<T> kept;
    kept.reserve(list.size());
    std::remove_copy_if(list.cbegin(), list.cend(), std::back_inserter(kept), isMeant);
    list = std::move(kept);
}

} // namespace chengheng
