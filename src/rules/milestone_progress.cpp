// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/milestone_progress.h"

#include "model/as_of.h"
#include "model/supervisor_records.h"
#include "rules/display.h"
#include "rules/due_report.h"
#include "rules/organisation_view.h"
#include "rules/problem_state.h"
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::CampaignFacts;
using model::InspectionKind;
using model::Participation;
using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MilestoneProgress)
};

/// Day the unit began to take part (again); `undatedSince` where no change says so.
QDate registeredSince(const CampaignFacts& facts, const Unit& unit, QDate undatedSince)
{
    const auto changes = model::changesOf(facts.changes, unit.uid, QStringLiteral("participation"));
    const QString wanted = QLatin1Char('"') + model::keyOf(Participation::Participating) + QLatin1Char('"');
    QDate since;
    for (const model::DatedChange& change : changes)
        if (change.value == wanted)
            since = change.from;
    return since.isValid() ? since : undatedSince;
}

} // namespace

void keepEarlier(QHash<Uid, QDate>& first, const Uid& uid, QDate day)
{
    QDate& known = first[uid];
    if (!known.isValid() || day < known)
        known = day;
}

ProgressCounter::ProgressCounter(const QString& measure)
{
    m_progress.isCountable = true;
    m_progress.measure = measure;
}

void ProgressCounter::add(qint64 amount, QDate since)
{
    m_progress.den += amount;
    if (!since.isValid())
        return;
    m_progress.num += amount;
    m_last = m_last.isValid() ? qMax(m_last, since) : since;
}

MilestoneProgress ProgressCounter::result() const
{
    MilestoneProgress progress = m_progress;
    if (progress.den > 0 && progress.num == progress.den)
        progress.reachedOn = m_last;
    return progress;
}

MilestoneProgress progressOfHandEntry(const CampaignFacts& facts, const QString& milestone)
{
    MilestoneProgress progress;
    for (const model::MilestoneFact& fact : facts.milestoneFacts)
        if (fact.milestone == milestone && fact.on.isValid()
            && (!progress.reachedOn.isValid() || fact.on < progress.reachedOn))
            progress.reachedOn = fact.on;
    progress.den = 1;
    progress.num = progress.reachedOn.isValid() ? 1 : 0;
    return progress;
}

MilestoneProgress progressOverUnits(const CampaignFacts& facts, const std::function<QDate(const Unit&)>& since)
{
    ProgressCounter counter(Text::tr("家"));
    for (const Unit& unit : facts.units)
        if (model::takesPart(unit))
            counter.add(1, since(unit));
    return counter.result();
}

MilestoneProgress progressOfCommitments(const CampaignFacts& facts)
{
    QHash<Uid, QDate> first;
    for (const model::Commitment& commitment : facts.commitments)
        keepEarlier(first, commitment.unit, commitment.signedOn);
    return progressOverUnits(facts, [&](const Unit& unit) { return first.value(unit.uid); });
}

MilestoneProgress progressOfDisplays(const CampaignFacts& facts, QDate day)
{
    QHash<Uid, QDate> seen;
    const auto sightings = displaySightings(facts);
    for (auto it = sightings.cbegin(); it != sightings.cend(); ++it)
        for (const DisplaySighting& sighting : it.value())
            if (sighting.isDisplayed && sighting.on <= day)
                keepEarlier(seen, it.key(), sighting.on);
    return progressOverUnits(facts, [&](const Unit& unit) { return seen.value(unit.uid); });
}

MilestoneProgress progressOfInspections(const CampaignFacts& facts, const QVector<InspectionKind>& kinds, QDate from)
{
    QHash<Uid, QDate> first;
    for (const model::Inspection& inspection : facts.inspections)
        if (kinds.contains(inspection.kind) && (!from.isValid() || inspection.on >= from))
            keepEarlier(first, inspection.unit, inspection.on);
    return progressOverUnits(facts, [&](const Unit& unit) { return first.value(unit.uid); });
}

MilestoneProgress progressOfOrganiserCheck(const CampaignFacts& facts, const QVector<InspectionKind>& kinds, QDate from)
{
    MilestoneProgress progress;
    for (const model::Inspection& inspection : facts.inspections)
        if (inspection.unit.isNull() && kinds.contains(inspection.kind) && (!from.isValid() || inspection.on >= from)
            && (!progress.reachedOn.isValid() || inspection.on < progress.reachedOn))
            progress.reachedOn = inspection.on;
    progress.den = 1;
    progress.num = progress.reachedOn.isValid() ? 1 : 0;
    return progress;
}

MilestoneProgress progressOfQuotas(const CampaignFacts& facts, const QVector<std::pair<model::Trade, qint64>>& planned,
                                   QDate undatedSince)
{
    ProgressCounter counter(Text::tr("家"));
    for (const auto& [trade, quota] : planned) {
        QVector<QDate> registered;
        for (const Unit& unit : facts.units)
            if (model::takesPart(unit) && unit.trade == trade)
                registered.append(registeredSince(facts, unit, undatedSince));
        std::sort(registered.begin(), registered.end());
        for (qint64 place = 0; place < quota; ++place)
            counter.add(1, registered.value(place));
    }
    return counter.result();
}

MilestoneProgress progressOfVerification(const CampaignFacts& facts, const DueReport& report, bool mustHavePassed)
{
    ProgressCounter counter(Text::tr("台（件）"));
    for (const DueLine& line : report.lines) {
        if (line.exclusion != RateExclusion::None)
            continue;
        const bool isReached = line.isInTime && (line.isPassed || !mustHavePassed);
        counter.add(line.quantity, isReached ? facts.verifications[line.verificationAt].verifiedOn : QDate());
    }
    return counter.result();
}

namespace {

/// That nothing was found says something only where somebody looked: every unit has to have been inspected.
MilestoneProgress progressOfLooking(const CampaignFacts& facts, QDate nothingFoundOn)
{
    QHash<Uid, QDate> first;
    for (const model::Inspection& inspection : facts.inspections)
        if (inspection.kind != InspectionKind::SelfCheck)
            keepEarlier(first, inspection.unit, inspection.on);
    MilestoneProgress progress = progressOverUnits(facts, [&](const Unit& unit) { return first.value(unit.uid); });
    progress.measure = Text::tr("家，查过没有发现问题");
    if (progress.reachedOn.isValid())
        progress.reachedOn = nothingFoundOn;
    return progress;
}

} // namespace

MilestoneProgress progressOfProblems(const CampaignFacts& facts, QDate day, QDate nothingFoundOn)
{
    const auto steps = stepsByProblem(facts);
    ProgressCounter counter(Text::tr("项"));
    for (const model::Problem& problem : facts.problems)
        if (problem.foundOn <= day)
            counter.add(1, problemStanding(problem, steps.value(problem.uid), day).closedOn);
    const MilestoneProgress progress = counter.result();
    return progress.den > 0 ? progress : progressOfLooking(facts, nothingFoundOn);
}

MilestoneProgress progressOfSeats(const CampaignFacts& facts, QDate day, QDate undatedSince)
{
    ProgressCounter counter(Text::tr("席"));
    // A seat is filled from its first holder on: a replacement does not make it late.
    QHash<Uid, QDate> filledSince;
    for (const model::SeatHolder& holder : facts.seatHolders) {
        const QDate since = holder.from.isValid() ? holder.from : undatedSince;
        const QDate known = filledSince.value(holder.seat, since);
        filledSince.insert(holder.seat, qMin(known, since));
    }
    for (const SeatView& seat : seatsOn(facts, day))
        counter.add(1, seat.isVacant() ? QDate() : filledSince.value(seat.seat));
    return counter.result();
}

MilestoneProgress progressOfAppointments(const CampaignFacts& facts, QDate day)
{
    ProgressCounter counter(Text::tr("人"));
    for (const model::Supervisor& one : bookOf<model::Supervisor>(facts)) {
        if (one.endedOn.isValid() && one.endedOn < day)
            continue;
        const bool isReady = one.trainedOn.isValid() && one.appointedOn.isValid() && !one.certificate.isEmpty();
        counter.add(1, isReady ? qMax(one.trainedOn, one.appointedOn) : QDate());
    }
    return counter.result();
}

} // namespace chengheng::rules
