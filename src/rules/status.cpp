// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/status.h"

#include "rules/display.h"
#include "rules/problem_state.h"

#include <QSet>

namespace chengheng::rules {

using model::CampaignFacts;

namespace {

/// Units that are in the set, by registration number as in the quotas.
QVector<Uid> among(const QVector<Uid>& units, const QSet<Uid>& wanted)
{
    QVector<Uid> found;
    for (const Uid& uid : units)
        if (wanted.contains(uid))
            found.append(uid);
    return found;
}

void addCommitments(Status& status, const CampaignFacts& facts, const QVector<Uid>& units)
{
    QSet<Uid> committed;
    for (const model::Commitment& commitment : facts.commitments)
        if (commitment.signedOn <= status.day)
            committed.insert(commitment.unit);
    QSet<Uid> displaying;
    const auto sightings = displaySightings(facts);
    for (auto it = sightings.cbegin(); it != sightings.cend(); ++it)
        if (const auto last = lastSighting(it.value(), status.day); last && last->isDisplayed)
            displaying.insert(it.key());
    status.committedUnits = among(units, committed);
    status.displayingUnits = among(units, displaying);
}

void addProblems(Status& status, const CampaignFacts& facts)
{
    const auto steps = stepsByProblem(facts);
    for (const model::Problem& problem : facts.problems) {
        if (problem.foundOn > status.day)
            continue;
        const ProblemStanding standing = problemStanding(problem, steps.value(problem.uid), status.day);
        if (standing.isClosed())
            continue;
        status.openProblems.append(problem.uid);
        if (standing.isOverdue)
            status.overdueProblems.append(problem.uid);
    }
}

} // namespace

QSet<Uid> inspectedUnits(const CampaignFacts& facts, QDate day)
{
    QSet<Uid> units;
    for (const model::Inspection& inspection : facts.inspections)
        if (inspection.on <= day && inspection.kind != model::InspectionKind::SelfCheck)
            units.insert(inspection.unit);
    return units;
}

Status statusFigures(const CampaignFacts& facts, const Plan& plan, QDate day)
{
    Status status;
    status.day = day;
    status.quotas = quotas(facts, plan);
    status.roads = roads(facts, plan);
    status.verification = dueReport(facts, day).figures;
    QVector<Uid> units;
    for (const QuotaStanding& quota : std::as_const(status.quotas))
        units += quota.units;
    status.units = units.size();
    status.scoredUnits = among(units, inspectedUnits(facts, day));
    addCommitments(status, facts, units);
    addProblems(status, facts);
    return status;
}

Status status(const CampaignFacts& facts, const Plan& plan, const WorkingCalendar& calendar, QDate day)
{
    Status status = statusFigures(facts, plan, day);
    status.phases = schedule(facts, plan, calendar, day);
    return status;
}

} // namespace chengheng::rules
