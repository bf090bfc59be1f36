// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "rules/due_report.h"
#include "rules/milestone_state.h"

#include <functional>

namespace chengheng::rules {

/// Measures how far the records are on one thing, by the facts' own dates. All take the facts as of the
/// day; units are those taking part on it. Where everything counted is there, `reachedOn` is the day the
/// last of it came about.

/// Keeps the earlier of two days on which something came about.
void keepEarlier(QHash<Uid, QDate>& first, const Uid& uid, QDate day);

/// Counts things that came about one by one; the last day is when the count was reached.
class ProgressCounter
{
public:
    explicit ProgressCounter(const QString& measure);

    void add(qint64 amount, QDate since); ///< invalid: not yet
    MilestoneProgress result() const;

private:
    MilestoneProgress m_progress;
    QDate m_last;
};

/// A fact entered by hand under the milestone's key.
MilestoneProgress progressOfHandEntry(const model::CampaignFacts& facts, const QString& milestone);

/// Units with a date each: when it first held for them (invalid: not yet).
MilestoneProgress progressOverUnits(const model::CampaignFacts& facts,
                                    const std::function<QDate(const model::Unit&)>& since);

MilestoneProgress progressOfCommitments(const model::CampaignFacts& facts);
/// Commitments seen displayed on a look not later than the day.
MilestoneProgress progressOfDisplays(const model::CampaignFacts& facts, QDate day);
/// Each unit inspected in one of these ways on or after `from` (invalid: ever).
MilestoneProgress progressOfInspections(const model::CampaignFacts& facts, const QVector<model::InspectionKind>& kinds,
                                        QDate from);
/// An inspection of the organiser (no unit, sheet 1) on or after `from`.
MilestoneProgress progressOfOrganiserCheck(const model::CampaignFacts& facts,
                                           const QVector<model::InspectionKind>& kinds, QDate from);
/// Units registered by trade; more than planned in one trade does not fill another. What was registered
/// without a dated change has held since `undatedSince`.
MilestoneProgress progressOfQuotas(const model::CampaignFacts& facts,
                                   const QVector<std::pair<model::Trade, qint64>>& planned, QDate undatedSince);
/// Mandatory instruments in use verified in time (受检率) or passed and in time (有效率); `report` is that of
/// the facts on the day.
MilestoneProgress progressOfVerification(const model::CampaignFacts& facts, const DueReport& report,
                                         bool mustHavePassed);
/// Problems closed of all found. Where none was found: units inspected (self-checks do not count), and once all are
/// it counts as reached on `nothingFoundOn`.
MilestoneProgress progressOfProblems(const model::CampaignFacts& facts, QDate day, QDate nothingFoundOn);
/// Seats of the leading group and the promotion office that have a holder on the day.
MilestoneProgress progressOfSeats(const model::CampaignFacts& facts, QDate day, QDate undatedSince);
/// Volunteers trained and appointed with their certificate, of all recruited and not gone again.
MilestoneProgress progressOfAppointments(const model::CampaignFacts& facts, QDate day);

} // namespace chengheng::rules
