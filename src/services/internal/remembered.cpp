// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/remembered.h"

#include "model/as_of.h"
#include "model/unit_facts.h"

namespace chengheng::services {

Result<std::shared_ptr<const storage::Reading>> readingOf(const Workspace& workspace)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    return snapshot ? snapshot->reading() : fail(snapshot.error());
}

DayFacts factsOn(const storage::Reading& reading, QDate day)
{
    return *reading.days.findOrMake(day.toString(Qt::ISODate),
                                    [&] { return DayFacts{model::asOf(reading.facts, day)}; });
}

model::CampaignFacts unitFactsOn(const storage::Reading& reading, const Uid& unit, QDate day)
{
    const auto units =
        reading.figures.findOrMake(QStringLiteral("by unit"), [&] { return model::FactsByUnit(reading.facts); });
    return model::asOf(units->of(unit), day);
}

} // namespace chengheng::services
