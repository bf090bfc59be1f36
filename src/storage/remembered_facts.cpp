// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/remembered_facts.h"

namespace chengheng::storage {

std::shared_ptr<const RememberedFacts::Reading> RememberedFacts::latest() const
{
    const std::scoped_lock lock(m_guard);
    return m_latest;
}

void RememberedFacts::remember(Reading reading)
{
    auto kept = std::make_shared<const Reading>(std::move(reading));
    const std::scoped_lock lock(m_guard);
    if (!m_latest || m_latest->head.entries <= kept->head.entries)
        m_latest = std::move(kept);
}

} // namespace chengheng::storage
