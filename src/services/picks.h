// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/law.h"
#include "services/workspace.h"

#include "model/record.h"

namespace chengheng::services {

/// Lists that a text field is picked from (Field::picks):
///   article         articles of law in force on the day; several one after the other (；); no others are taken
///   milestone       milestones of the campaign's plan; no others are taken
///   training_topic  topics of the training register; a text may name others
///   place           departments and stalls of the record's unit; a text may name others
/// What is stored is a choice's key.
struct Pick {
    model::Choice choice;
    Uid unit = {}; ///< offered to records of this unit only; null: to all
};

/// The whole list; empty for a field that is typed freely.
Result<QVector<Pick>> picksOf(const Workspace& workspace, const model::Field& field, QDate day);
/// What of it is offered to a record of a unit; null: of none.
QVector<model::Choice> picksFor(const QVector<Pick>& picks, const Uid& unit);
/// A list that takes no other text.
bool isClosedList(const model::Field& field);

/// What a closed list does not hold is refused, at its field. `before`: the stored record, whose values stand.
Result<void> checkPicked(const Workspace& workspace, const model::Record& record,
                         const model::Record* before = nullptr);

/// The articles that come with the program (resources/law).
const rules::LawBook& lawBook();

} // namespace chengheng::services
