// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

namespace chengheng::storage {

// Sentences for writes that cannot be made.

/// "changed_meanwhile", with both values of what differs.
Error changedMeanwhile(const model::Record& stored, const model::Record& wanted);
/// "duplicate", naming the record that has the value.
Error duplicateValue(const model::Field& field, const model::Value& value, const model::Record& holder);
/// "duplicate" of a uid.
Error duplicateUid(const model::Record& record);
/// "still_referenced".
Error stillReferenced(const model::Record& record, const model::RecordKind& byKind, qint64 count);

} // namespace chengheng::storage
