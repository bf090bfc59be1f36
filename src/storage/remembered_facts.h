// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/memo.h"
#include "model/campaign_facts.h"
#include "storage/journal.h"

#include <memory>
#include <mutex>

namespace chengheng::storage {

/// The facts of a campaign as they were read at once, with what was worked out from them since: that holds as long as
/// they do.
struct Reading {
    Reading(JournalHead ofHead, model::CampaignFacts ofFacts) : head(std::move(ofHead)), facts(std::move(ofFacts)) {}

    const JournalHead head;
    const model::CampaignFacts facts;
    const Memo days{4};      ///< facts of a day with what rules made of them: of few days, for they may be large
    const Memo figures{300}; ///< what depends on no day
};

/// The last reading of a campaign. Every row's change is an entry of the journal, so facts of the same head are the
/// same, and of a later one only the registers differ that the entries between them touched. Shared by the connections
/// of one campaign; usable from any thread.
class RememberedFacts
{
public:
    /// Null before the first reading.
    std::shared_ptr<const Reading> latest() const;
    /// Keeps the longer of the two: a slow reader does not displace what a later one read.
    void remember(std::shared_ptr<const Reading> reading);

private:
    mutable std::mutex m_guard;
    std::shared_ptr<const Reading> m_latest;
};

} // namespace chengheng::storage
