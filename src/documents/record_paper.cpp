// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/record_paper.h"

#include <algorithm>
#include <tuple>

namespace chengheng::documents {

Paper recordPaper(const rules::SummaryInput& input, const QString& title)
{
    Paper paper;
    paper.title = title;
    paper.campaign = input.facts.campaign.title.isEmpty() ? input.plan.title : input.facts.campaign.title;
    paper.asOf = input.day;
    return paper;
}

QVector<model::Unit> byRoad(const rules::SummaryInput& input, const QVector<Uid>& chosen)
{
    QVector<model::Unit> units;
    for (const model::Unit& unit : input.facts.units)
        if (chosen.isEmpty() ? unit.participation == model::Participation::Participating : chosen.contains(unit.uid))
            units.append(unit);
    std::stable_sort(units.begin(), units.end(), [](const model::Unit& a, const model::Unit& b) {
        return std::make_tuple(a.road.isEmpty(), a.road, a.address, a.registrationNumber)
               < std::make_tuple(b.road.isEmpty(), b.road, b.address, b.registrationNumber);
    });
    return units;
}

} // namespace chengheng::documents
