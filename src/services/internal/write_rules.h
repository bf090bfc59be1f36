// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/workspace_data.h"

#include <QStringList>

namespace chengheng::services {

/// What a rule may look at: the campaign, and the intent that is open.
struct Writing {
    const Workspace& workspace;
    storage::Intent& intent;
};

/// What writing to a register means beyond its description; each kind that needs it has one row in write_rules.cpp.
struct WriteRules {
    /// What must hold before a new record comes in, and before a stored one is overwritten.
    Result<void> (*beforeInsert)(const Writing&, const model::Record& record) = nullptr;
    Result<void> (*beforeUpdate)(const Writing&, const model::Record& before, const model::Record& after) = nullptr;
    /// The same, asked where somebody enters one by hand and not by a table that is taken over.
    Result<void> (*beforeEntry)(const model::Record& record) = nullptr;
    /// Fills what the program gives.
    Result<void> (*fill)(const Writing&, model::Record& record) = nullptr;
    /// What a new record brings with it, and what is stored elsewhere of one whose fields changed.
    Result<void> (*afterInsert)(const Writing&, const model::Record& record) = nullptr;
    Result<void> (*afterChange)(const Writing&, const model::Record& record) = nullptr;
    QStringList fixed = {}; ///< facts that others rest on: not corrected once entered
};

/// The rules of a kind; those of most say nothing.
const WriteRules& writeRulesOf(const model::RecordKind& kind);

/// A new record rests on nothing that is stored and brings nothing with it: it can be made ready away from
/// the database.
bool standsAlone(const model::RecordKind& kind);

/// Dated changes of one record.
Result<QVector<model::DatedChange>> changesOfSubject(storage::Intent& intent, const Uid& subject);

} // namespace chengheng::services
