// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "storage/journal.h"

#include <memory>
#include <mutex>

namespace chengheng::storage {

/// The facts of a campaign as last read, with the journal's head they were read at. Every row's change is an entry
/// of the journal, so facts of the same head are the same, and of a later one only the registers differ that the
/// entries between them touched. Shared by the connections of one campaign; usable from any thread.
class RememberedFacts
{
public:
    struct Reading {
        JournalHead head;
        model::CampaignFacts facts;
    };

    /// Null before the first reading.
    std::shared_ptr<const Reading> latest() const;
    /// Keeps the longer of the two: a slow reader does not displace what a later one read.
    void remember(Reading reading);

private:
    mutable std::mutex m_guard;
    std::shared_ptr<const Reading> m_latest;
};

} // namespace chengheng::storage
