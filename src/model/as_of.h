// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"

namespace chengheng::model {

/// The facts in force on a day: dated fields take the value of their latest change on or before it;
/// records dated after it (verifications, commitments, inspections, problems, steps, milestone facts …)
/// are left out, values that came about after it (Field::sinceField) are blank. Recording time never filters:
/// what is known now about that day counts. `facts` may be those of a later day, never of an earlier one.
CampaignFacts asOf(CampaignFacts facts, QDate day);

/// Whether a record's fact has come about by the day (RecordKind::sinceField); of one that came about with another
/// record that one has to be asked.
bool holdsOn(const Record& record, QDate day);
/// The kind of the record with which those of a kind came about, or nullptr.
const RecordKind* originOf(const RecordKind& kind);

/// Blanks the values that came about after the day.
void forgetAfter(Record& record, QDate day);

/// One record with its dated fields as on a day; `changes` may hold those of other records too.
Record asOf(Record record, const QVector<DatedChange>& changes, QDate day);

/// The changes of one field of one record, oldest first.
QVector<DatedChange> changesOf(const QVector<DatedChange>& changes, const Uid& subject, const QString& field);

} // namespace chengheng::model
