// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_records.h"
#include "model/instrument_records.h"
#include "model/supervision_records.h"
#include "model/unit_records.h"

#include <QSet>

namespace chengheng::model {

/// All facts of a campaign that rules compute from, as read in one transaction. Dated fields stand at
/// their first value; asOf() (model/as_of.h) gives the facts of a day.
struct CampaignFacts {
    Campaign campaign;
    QVector<Organisation> organisations;
    QVector<Seat> seats;
    QVector<SeatHolder> seatHolders;
    QVector<Unit> units; ///< by registration number
    QVector<Stallholder> stallholders;
    QVector<Commitment> commitments;
    QVector<Instrument> instruments; ///< by uid
    QVector<Verification> verifications;
    QVector<Inspection> inspections; ///< without mock visits: what they show counts nowhere
    QVector<Inspection> rehearsals;  ///< mock visits (InspectionKind::Rehearsal)
    QVector<Problem> problems;
    QVector<ProblemStep> problemSteps;
    QVector<MilestoneFact> milestoneFacts;
    QVector<Attachment> attachments;
    QVector<DatedChange> changes;
    QHash<QString, QVector<Record>> books; ///< records of all further registers, by kind key
    /// Of facts of a day: units and instruments as recorded, for asOf() of an earlier day. Empty before.
    QVector<Unit> recordedUnits;
    QVector<Instrument> recordedInstruments;
};

/// Puts inspections into the facts, mock visits apart from the others.
void setInspections(CampaignFacts& facts, QVector<Inspection> inspections);

/// Leaves out the registers that a role may not read. What is counted over them comes out as if nothing were there:
/// for lists and papers that name records, not for figures.
void keepReadable(CampaignFacts& facts, Role role);

/// Leaves out records that have a day of their own.
void leaveOut(CampaignFacts& facts, const QSet<Uid>& records);

/// The records of a register by its key, whichever way the facts hold them; none for an unknown one.
/// Mock visits are left out.
QVector<Record> recordsOf(const CampaignFacts& facts, const QString& kindKey);
/// How many there are.
qsizetype countOf(const CampaignFacts& facts, const QString& kindKey);

} // namespace chengheng::model
