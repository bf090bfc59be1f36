// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/display.h"

#include "model/supervisor_records.h"
#include "rules/summary.h"

#include <algorithm>

namespace chengheng::rules {

namespace {

using Sightings = QHash<Uid, QVector<DisplaySighting>>;

void addLetters(Sightings& seen, const model::CampaignFacts& facts)
{
    for (const model::Commitment& letter : facts.commitments)
        if (letter.displayed != model::Presence::Unknown)
            seen[letter.unit].append({letter.seenOn.isValid() ? letter.seenOn : letter.signedOn,
                                      letter.displayed == model::Presence::Present, SightingSource::Letter,
                                      letter.uid});
}

void addInspections(Sightings& seen, const model::CampaignFacts& facts)
{
    for (const model::Inspection& visit : facts.inspections)
        if (visit.displayed != model::Presence::Unknown)
            seen[visit.unit].append(
                {visit.on, visit.displayed == model::Presence::Present, SightingSource::Inspection, visit.uid});
}

void addReports(Sightings& seen, const model::CampaignFacts& facts)
{
    for (const auto& report : bookOf<model::SupervisorReport>(facts))
        if (report.commitment != model::Finding::None)
            seen[report.unit].append(
                {report.on, report.commitment == model::Finding::Good, SightingSource::Report, report.uid});
}

} // namespace

QHash<Uid, QVector<DisplaySighting>> displaySightings(const model::CampaignFacts& facts)
{
    Sightings seen;
    addLetters(seen, facts);
    addInspections(seen, facts);
    addReports(seen, facts);
    for (QVector<DisplaySighting>& own : seen)
        std::stable_sort(own.begin(), own.end(),
                         [](const DisplaySighting& a, const DisplaySighting& b) { return a.on < b.on; });
    return seen;
}

std::optional<DisplaySighting> lastSighting(const QVector<DisplaySighting>& own, QDate day)
{
    const auto later = std::find_if(own.begin(), own.end(), [day](const DisplaySighting& one) { return one.on > day; });
    return later == own.begin() ? std::nullopt : std::optional(*std::prev(later));
}

} // namespace chengheng::rules
