// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/quota.h"

#include <algorithm>

namespace chengheng::rules {

using model::CampaignFacts;
using model::Trade;
using model::Unit;

namespace {

QVector<const Unit*> unitsTakingPart(const CampaignFacts& facts)
{
    QVector<const Unit*> units;
    for (const Unit& unit : facts.units)
        if (model::takesPart(unit))
            units.append(&unit);
    std::stable_sort(units.begin(), units.end(),
                     [](const Unit* a, const Unit* b) { return a->registrationNumber < b->registrationNumber; });
    return units;
}

template <class Standing, class Matches>
Standing& findOrAppend(QVector<Standing>& standings, Matches matches)
{
    const auto found = std::find_if(standings.begin(), standings.end(), matches);
    if (found != standings.end())
        return *found;
    standings.emplaceBack();
    return standings.last();
}

} // namespace

QVector<QuotaStanding> quotas(const CampaignFacts& facts, const Plan& plan)
{
    QVector<QuotaStanding> standings;
    for (const auto& quota : plan.quotas) {
        standings.emplaceBack();
        standings.last().trade = quota.trade;
        standings.last().planned = quota.planned;
    }
    for (const Unit* unit : unitsTakingPart(facts)) {
        QuotaStanding& standing =
            findOrAppend(standings, [&](const QuotaStanding& s) { return s.trade == unit->trade; });
        standing.trade = unit->trade;
        ++standing.registered;
        standing.units.append(unit->uid);
    }
    return standings;
}

QVector<RoadStanding> roads(const CampaignFacts& facts, const Plan& plan)
{
    QVector<RoadStanding> standings;
    for (const QString& road : plan.keyRoads) {
        standings.emplaceBack();
        standings.last().road = road;
        standings.last().isKeyRoad = true;
    }
    for (const Unit* unit : unitsTakingPart(facts)) {
        RoadStanding& standing = findOrAppend(standings, [&](const RoadStanding& s) { return s.road == unit->road; });
        standing.road = unit->road;
        standing.units.append(unit->uid);
    }
    return standings;
}

} // namespace chengheng::rules
