// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/schedule.h"

#include "model/as_of.h"
#include "model/dossier_records.h"
#include "model/supervisor_records.h"
#include "rules/dossier.h"
#include "rules/due_report.h"
#include "rules/milestone_progress.h"
#include "rules/training_coverage.h"

#include <QCoreApplication>

#include <map>
#include <memory>
#include <optional>

namespace chengheng::rules {

using model::CampaignFacts;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Schedule)
};

/// What must hold through a window is not done before it begins, and is done no earlier than that.
MilestoneProgress heldSince(MilestoneProgress progress, QDate from, QDate day)
{
    if (progress.reachedOn.isValid())
        progress.reachedOn = day < from ? QDate() : qMax(progress.reachedOn, from);
    return progress;
}

MilestoneProgress quotaProgress(const CampaignFacts& facts, const Plan& plan)
{
    QVector<std::pair<model::Trade, qint64>> planned;
    for (const Quota& quota : plan.quotas)
        planned.append({quota.trade, quota.planned});
    return progressOfQuotas(facts, planned, plan.from);
}

/// Where a register does not show it yet, what was recorded by hand under the milestone does.
MilestoneProgress orByHand(MilestoneProgress progress, const CampaignFacts& facts, const QString& milestone)
{
    const MilestoneProgress byHand = progressOfHandEntry(facts, milestone);
    return progress.reachedOn.isValid() || !byHand.reachedOn.isValid() ? progress : byHand;
}

/// The facts of a day with what several milestones ask for and one makes: the ledger's report, and the same of the
/// earlier days on which windows end.
class Reading
{
public:
    Reading(CampaignFacts ofFacts, QDate ofDay) : facts(std::move(ofFacts)), day(ofDay) {}

    const DueReport& due()
    {
        if (!m_due)
            m_due = dueReport(facts, day);
        return *m_due;
    }

    Reading& on(QDate end)
    {
        std::unique_ptr<Reading>& earlier = m_earlier[end];
        if (!earlier)
            earlier = std::make_unique<Reading>(laidOut(facts, end), end);
        return *earlier;
    }

    /// As of a day, but with all verifications, of which a ledger of many years has most: the due report passes over
    /// the later ones, and copying the others for each window would take longer than all the rest.
    static CampaignFacts laidOut(CampaignFacts facts, QDate day)
    {
        const QVector<model::Verification> verifications = std::exchange(facts.verifications, {});
        facts = model::asOf(std::move(facts), day);
        facts.verifications = verifications;
        return facts;
    }

    const CampaignFacts facts;
    const QDate day;

private:
    std::optional<DueReport> m_due;
    std::map<QDate, std::unique_ptr<Reading>> m_earlier;
};

MilestoneProgress progressOf(Reading& reading, const Plan& plan, const Milestone& milestone)
{
    const CampaignFacts& facts = reading.facts;
    const QDate day = reading.day;
    const QDate from = milestone.from;
    switch (milestone.test.kind) {
    case MilestoneTestKind::HandEntry:
        return progressOfHandEntry(facts, milestone.key);
    case MilestoneTestKind::QuotasFilled:
        return quotaProgress(facts, plan);
    case MilestoneTestKind::CommitmentsSigned:
        return progressOfCommitments(facts);
    case MilestoneTestKind::CommitmentsDisplayed:
        return progressOfDisplays(facts, day);
    case MilestoneTestKind::InstrumentsVerified:
        return heldSince(progressOfVerification(facts, reading.due(), false), from, day);
    case MilestoneTestKind::InstrumentsPassed:
        return heldSince(progressOfVerification(facts, reading.due(), true), from, day);
    case MilestoneTestKind::UnitsInspected:
        return progressOfInspections(facts, milestone.test.inspections, from);
    case MilestoneTestKind::OrganiserInspected:
        return progressOfOrganiserCheck(facts, milestone.test.inspections, from);
    case MilestoneTestKind::ProblemsClosed:
        // With nothing found there is nothing to close, which only the window's end can show.
        return heldSince(progressOfProblems(facts, day, day >= milestone.to ? milestone.to : QDate()), from, day);
    case MilestoneTestKind::SeatsFilled:
        return progressOfSeats(facts, day, plan.from);
    case MilestoneTestKind::UnitsTrained:
        return progressOfTraining(facts, day);
    case MilestoneTestKind::SupervisorsAppointed:
        return progressOfAppointments(facts, day);
    case MilestoneTestKind::RulesInForce:
        return progressOfRules(facts, plan, day);
    case MilestoneTestKind::DossiersComplete:
        return progressOfDossiers(facts, plan, day);
    case MilestoneTestKind::RecordsKept:
        return orByHand(progressOfRecords(facts, milestone.test.records, from, day), facts, milestone.key);
    case MilestoneTestKind::UnitsRecorded:
        return orByHand(progressOfUnitsRecorded(facts, milestone.test.records, day), facts, milestone.key);
    case MilestoneTestKind::AllDone:
        return heldSince(
            progressOfAllDone(facts, milestone.test.records, day, day >= milestone.to ? milestone.to : QDate()), from,
            day);
    }
    return {};
}

/// What was reached by the window's end stays reached, though an instrument may run out later, a new problem be
/// found or a dossier ask for more; what was reached after it is late.
MilestoneProgress progressForVerdict(Reading& reading, const Plan& plan, const Milestone& milestone)
{
    const MilestoneProgress now = progressOf(reading, plan, milestone);
    const bool isInTime = now.reachedOn.isValid() && now.reachedOn <= milestone.to;
    if (isInTime || reading.day <= milestone.to || !now.isCountable)
        return now;
    const MilestoneProgress then = progressOf(reading.on(milestone.to), plan, milestone);
    return then.reachedOn.isValid() ? then : now;
}

MilestoneStanding standingOf(Reading& reading, const Plan& plan, const Milestone& milestone,
                             const WorkingCalendar& calendar)
{
    const MilestoneProgress progress = progressForVerdict(reading, plan, milestone);
    const MilestoneVerdict verdict =
        judgeMilestone({milestone.from, milestone.to, milestone.leadWorkingDays}, progress, calendar, reading.day);
    MilestoneStanding standing;
    standing.key = milestone.key;
    standing.title = milestone.title;
    const PlanOrganisation* owner = plan.organisation(milestone.owner);
    standing.owner = owner ? owner->name : milestone.owner;
    standing.from = milestone.from;
    standing.to = milestone.to;
    standing.startBy = calendar.addWorkingDays(milestone.to, -milestone.leadWorkingDays);
    standing.state = verdict.state;
    standing.isLate = verdict.isLate;
    standing.doneOn = progress.reachedOn;
    standing.isCountable = progress.isCountable;
    standing.progress = {progress.num, progress.den};
    standing.why = verdict.why;
    return standing;
}

} // namespace

QVector<PhaseStanding> schedule(const CampaignFacts& facts, const Plan& plan, const WorkingCalendar& calendar,
                                QDate day)
{
    Reading reading(facts, day);
    QVector<PhaseStanding> phases;
    for (const Phase& phase : plan.phases) {
        PhaseStanding standing{phase.key, phase.title, phase.from, phase.to, {}};
        for (const Milestone& milestone : phase.milestones)
            standing.milestones.append(standingOf(reading, plan, milestone, calendar));
        phases.append(standing);
    }
    return phases;
}

namespace {

/// The registers whose records complete a milestone; units and their dated changes have no day of entry.
QStringList registersBehind(const MilestoneTest& test)
{
    const QString byHand = model::kindOf<model::MilestoneFact>().key;
    switch (test.kind) {
    case MilestoneTestKind::HandEntry:
        return {byHand};
    case MilestoneTestKind::QuotasFilled:
        return {};
    case MilestoneTestKind::CommitmentsSigned:
    case MilestoneTestKind::CommitmentsDisplayed:
        return {model::kindOf<model::Commitment>().key};
    case MilestoneTestKind::InstrumentsVerified:
    case MilestoneTestKind::InstrumentsPassed:
        return {model::kindOf<model::Verification>().key};
    case MilestoneTestKind::UnitsInspected:
    case MilestoneTestKind::OrganiserInspected:
        return {model::kindOf<model::Inspection>().key};
    case MilestoneTestKind::ProblemsClosed:
        return {model::kindOf<model::ProblemStep>().key, model::kindOf<model::Inspection>().key};
    case MilestoneTestKind::SeatsFilled:
        return {model::kindOf<model::SeatHolder>().key};
    case MilestoneTestKind::UnitsTrained:
        return {model::kindOf<model::TrainingAttendance>().key};
    case MilestoneTestKind::SupervisorsAppointed:
        return {model::kindOf<model::Supervisor>().key};
    case MilestoneTestKind::RulesInForce:
        return {model::kindOf<model::ManagementRule>().key};
    case MilestoneTestKind::DossiersComplete:
        return {model::kindOf<model::Commitment>().key, model::kindOf<model::ManagementRule>().key,
                model::kindOf<model::TrainingAttendance>().key, model::kindOf<model::Inspection>().key};
    case MilestoneTestKind::RecordsKept:
    case MilestoneTestKind::UnitsRecorded:
    case MilestoneTestKind::AllDone:
        return {test.records.book, byHand};
    }
    return {};
}

/// Whether the records that had been entered when the window ended showed it done.
bool wasOnRecord(const CampaignFacts& facts, const Plan& plan, const Milestone& milestone, const QSet<Uid>& later)
{
    CampaignFacts known = facts;
    model::leaveOut(known, later);
    Reading then(Reading::laidOut(std::move(known), milestone.to), milestone.to);
    return progressOf(then, plan, milestone).reachedOn.isValid();
}

} // namespace

void markEnteredLater(QVector<PhaseStanding>& phases, const CampaignFacts& facts, const Plan& plan,
                      const EnteredAfter& enteredAfter)
{
    for (qsizetype i = 0; i < phases.size(); ++i)
        for (qsizetype k = 0; k < phases[i].milestones.size(); ++k) {
            const Milestone& milestone = plan.phases[i].milestones[k];
            MilestoneStanding& standing = phases[i].milestones[k];
            if (standing.state != MilestoneState::Done || standing.isLate)
                continue;
            QSet<Uid> later;
            for (const QString& key : registersBehind(milestone.test))
                later += enteredAfter(*model::findKind(key), milestone.to);
            standing.isEnteredLater = !later.isEmpty() && !wasOnRecord(facts, plan, milestone, later);
            if (standing.isEnteredLater)
                standing.why += Text::tr("补登：期限到时记录里还没有，不算延误。");
        }
}

} // namespace chengheng::rules
