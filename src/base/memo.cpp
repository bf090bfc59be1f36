// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memo.h"

#include <algorithm>

namespace chengheng {

std::shared_ptr<const void> Memo::take(const QString& key) const
{
    const std::scoped_lock lock(m_guard);
    const auto found = m_kept.find(key);
    if (found == m_kept.end())
        return nullptr;
    found->lastAsked = ++m_asked;
    return found->value;
}

void Memo::put(const QString& key, std::shared_ptr<const void> value) const
{
    const std::scoped_lock lock(m_guard);
    m_kept.insert(key, {std::move(value), ++m_asked});
    if (m_kept.size() > m_capacity)
        m_kept.erase(std::min_element(m_kept.cbegin(), m_kept.cend(),
                                      [](const Kept& a, const Kept& b) { return a.lastAsked < b.lastAsked; }));
}

} // namespace chengheng
