// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/write_rules.h"
#include "services/registers.h"

namespace chengheng::services {

/// Whether the actor may write a record as it stands: its register, and as an officer its unit's station.
Result<void> checkMayWrite(const Workspace& workspace, storage::Intent& intent, const model::Record& record);
/// The same of a new record, with what is reserved to others in it (Field::onlyBy).
Result<void> checkMayAdd(const Workspace& workspace, storage::Intent& intent, const model::Record& record);

/// As an officer only his own station's units, as they stand today, and what belongs to them.
Result<void> checkOwnStation(const Workspace& workspace, storage::Intent& intent, const model::Record& record);

/// Fills what the program gives (registration number, effective end), checks and inserts.
Result<Uid> insertChecked(const Workspace& workspace, storage::Intent& intent, model::Record record);
/// The same where a person enters one (WriteRules::beforeEntry).
Result<Uid> enterChecked(const Workspace& workspace, storage::Intent& intent, model::Record record);

/// Checks and updates; recomputes what is derived from the record.
Result<void> updateChecked(const Workspace& workspace, storage::Intent& intent, model::Record record);

/// It was wrong: overwrites values, dated ones at their first value; those need a reason.
Result<void> writeCorrection(const Workspace& workspace, storage::Intent& intent, const model::RecordKind& kind,
                             const Uid& uid, qint64 version, const FieldValues& values, const QString& reason);

/// From a day on it is so: a dated change for each value. `reportedBy`: who told the office of it.
Result<void> writeChanges(const Workspace& workspace, storage::Intent& intent, const model::RecordKind& kind,
                          const Uid& uid, const FieldValues& values, QDate from, const QString& reason,
                          const QString& reportedBy = {});

/// A change was entered wrongly: another day, another value; needs a reason.
Result<void> writeChangeCorrection(const Workspace& workspace, storage::Intent& intent, const Uid& change,
                                   qint64 version, QDate from, const model::Value& value, const QString& reason);

/// The first fault of a record on a day as one error that says how many more there are.
Result<void> checkFaults(const model::Record& record, QDate today);

} // namespace chengheng::services
