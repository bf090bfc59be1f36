// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/workspace_data.h"
#include "services/registers.h"

namespace chengheng::services {

/// Facts that a write needs beside the record: whose station a record's unit belongs to, and
/// whether the actor may. Used by every service that writes.
Result<void> checkMayWrite(const Workspace& workspace, storage::Intent& intent, Deed deed,
                           const model::Record& record);

/// True where a new record of the kind rests on nothing that is stored and brings nothing with it: it can be made
/// ready away from the database.
bool standsAlone(const model::RecordKind& kind);

/// Fills what the program gives (registration number, effective end), checks and inserts.
Result<Uid> insertChecked(const Workspace& workspace, storage::Intent& intent, model::Record record);

/// Checks and updates; recomputes what is derived from the record.
Result<void> updateChecked(const Workspace& workspace, storage::Intent& intent, model::Record record);

/// It was wrong: overwrites values, dated ones at their first value; those need a reason.
Result<void> writeCorrection(const Workspace& workspace, storage::Intent& intent, const model::RecordKind& kind,
                             const Uid& uid, qint64 version, const FieldValues& values, const QString& reason);

/// From a day on it is so: a dated change for each value.
Result<void> writeChanges(const Workspace& workspace, storage::Intent& intent, const model::RecordKind& kind,
                          const Uid& uid, const FieldValues& values, QDate from, const QString& reason);

/// A change was entered wrongly: another day, another value; needs a reason.
Result<void> writeChangeCorrection(const Workspace& workspace, storage::Intent& intent, const Uid& change,
                                   qint64 version, QDate from, const model::Value& value, const QString& reason);

/// Dated changes of one record.
Result<QVector<model::DatedChange>> changesOfSubject(storage::Intent& intent, const Uid& subject);

/// The first fault of a record as one error that says how many more there are.
Result<void> checkFaults(const model::Record& record);

} // namespace chengheng::services
