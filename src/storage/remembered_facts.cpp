// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/remembered_facts.h"

namespace chengheng::storage {

std::shared_ptr<const Reading> RememberedFacts::latest() const
{
    const std::scoped_lock lock(m_guard);
    return m_latest;
}

void RememberedFacts::remember(std::shared_ptr<const Reading> reading)
{
    const std::scoped_lock lock(m_guard);
    if (!m_latest || m_latest->head.entries <= reading->head.entries)
        m_latest = std::move(reading);
}

} // namespace chengheng::storage
