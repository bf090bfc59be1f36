// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/latest_inspections.h"

namespace chengheng::rules {

namespace {

void keepLater(const model::Inspection*& latest, const model::Inspection& inspection)
{
    if (!latest || latest->on <= inspection.on)
        latest = &inspection;
}

} // namespace

QHash<Uid, const model::Inspection*> latestOf(const QVector<model::Inspection>& inspections)
{
    QHash<Uid, const model::Inspection*> latest;
    for (const model::Inspection& inspection : inspections)
        keepLater(latest[inspection.unit], inspection);
    return latest;
}

QHash<Uid, const model::Inspection*> latestInspections(const model::CampaignFacts& facts)
{
    QHash<Uid, const model::Inspection*> latest;
    for (const model::Inspection& inspection : facts.inspections)
        if (inspection.kind != model::InspectionKind::SelfCheck)
            keepLater(latest[inspection.unit], inspection);
    return latest;
}

const model::Inspection* latestInspection(const model::CampaignFacts& facts, const Uid& unit)
{
    const model::Inspection* latest = nullptr;
    for (const model::Inspection& inspection : facts.inspections)
        if (inspection.unit == unit && inspection.kind != model::InspectionKind::SelfCheck)
            keepLater(latest, inspection);
    return latest;
}

} // namespace chengheng::rules
