// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/plan.h"

#include <algorithm>

namespace chengheng::rules {

namespace {

template <class T>
const T* findByKey(const QVector<T>& items, const QString& key)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const T& item) { return item.key == key; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const PlanOrganisation* Plan::organisation(const QString& key) const
{
    return findByKey(organisations, key);
}

const Phase* Plan::phase(const QString& key) const
{
    return findByKey(phases, key);
}

const Milestone* Plan::milestone(const QString& key) const
{
    for (const Phase& each : phases)
        if (const Milestone* found = findByKey(each.milestones, key))
            return found;
    return nullptr;
}

} // namespace chengheng::rules
