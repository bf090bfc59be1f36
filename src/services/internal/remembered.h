// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/workspace_data.h"
#include "storage/remembered_facts.h"

namespace chengheng::services {

/// The records as last read.
Result<std::shared_ptr<const storage::Reading>> readingOf(const Workspace& workspace);

/// Its facts as of a day.
model::CampaignFacts factsOn(const storage::Reading& reading, QDate day);

/// The part of the records that is one unit's own (model/unit_facts.h), as of a day; empty for an unknown one.
model::CampaignFacts unitFactsOn(const storage::Reading& reading, const Uid& unit, QDate day);

/// What `make` works out from the records, once until one of them changes; `key` names it with all that it depends on
/// beside them.
template <class T, class Make>
Result<T> remembered(const Workspace& workspace, const QString& key, Make make)
{
    const auto reading = readingOf(workspace);
    if (!reading)
        return fail(reading.error());
    if (const auto known = (*reading)->figures.find<T>(key))
        return *known;
    Result<T> made = make(**reading);
    if (made)
        (*reading)->figures.keep(key, *made);
    return made;
}

/// The same from the facts of a day.
template <class T, class Make>
Result<T> rememberedOn(const Workspace& workspace, const QString& name, QDate day, Make make)
{
    return remembered<T>(workspace, name + QLatin1Char(' ') + day.toString(Qt::ISODate),
                         [&](const storage::Reading& reading) -> Result<T> { return make(factsOn(reading, day)); });
}

} // namespace chengheng::services
