// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/office_records.h"
#include "model/paper_records.h"
#include "services/registers.h"

namespace chengheng::services {

/// Papers that left with what a correction of these fields changes: those about the record or its unit, and where a
/// figure moves also those about the whole campaign; made since the record's own day, void ones left out.
Result<QVector<model::IssuedPaper>> papersTouched(const Workspace& workspace, const model::RecordKind& kind,
                                                  const Uid& uid, const FieldValues& values);

struct SlipWritten {
    Written written;            ///< the slip
    model::CorrectionSlip slip; ///< with its number
};

/// 更正: corrects a record as correctRecord() does and enters the 更正单 that says what it was, what it is now, why,
/// who approved, and the papers it touches, as one intent. Invalid "required" without reason or approver,
/// "nothing_to_correct" where no value differs.
Result<SlipWritten> correctWithSlip(Workspace& workspace, const model::RecordKind& kind, const Uid& uid, qint64 version,
                                    const FieldValues& values, const QString& reason, const QString& approver,
                                    const Uid& intent = Uid::create());

} // namespace chengheng::services
