// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/workspace_data.h"
#include "storage/remembered_facts.h"

namespace chengheng::services {

/// The records as last read.
Result<std::shared_ptr<const storage::Reading>> readingOf(const Workspace& workspace);

/// Their facts as of a day, with what rules made of them.
struct DayFacts {
    model::CampaignFacts facts;
    std::shared_ptr<const Memo> figures = std::make_shared<const Memo>(200);
};
DayFacts factsOn(const storage::Reading& reading, QDate day);

/// The part of the records that is one unit's own (model/unit_facts.h), as of a day; empty for an unknown one.
model::CampaignFacts unitFactsOn(const storage::Reading& reading, const Uid& unit, QDate day);

/// What is kept under the key, or what `make` gives now; errors are not kept.
template <class T, class Make>
Result<T> findOrMake(const Memo& memo, const QString& key, Make make)
{
    if (const auto known = memo.find<T>(key))
        return *known;
    Result<T> made = make();
    if (made)
        memo.keep(key, *made);
    return made;
}

/// What `make` works out from the records, once until one of them changes; `key` names it with all that it depends on
/// beside them.
template <class T, class Make>
Result<T> remembered(const Workspace& workspace, const QString& key, Make make)
{
    const auto reading = readingOf(workspace);
    if (!reading)
        return fail(reading.error());
    return findOrMake<T>((*reading)->figures, key, [&] { return Result<T>(make(**reading)); });
}

/// The same from the facts of a day.
template <class T, class Make>
Result<T> rememberedOn(const Workspace& workspace, const QString& key, QDate day, Make make)
{
    const auto reading = readingOf(workspace);
    if (!reading)
        return fail(reading.error());
    const DayFacts known = factsOn(**reading, day);
    return findOrMake<T>(*known.figures, key, [&] { return Result<T>(make(known.facts)); });
}

} // namespace chengheng::services
