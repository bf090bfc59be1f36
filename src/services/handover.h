// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"
#include "rules/handover.h"
#include "services/registers.h"

namespace chengheng::services {

/// What is open under a person's name on a day (an invalid one is today), drafts of that name included.
Result<QVector<rules::OpenWork>> openWorkOf(const Workspace& workspace, const QString& person, QDate day);

/// Who hands over to whom (HAND-1).
struct HandingOver {
    QString from;
    QString to;
    QDate on; ///< the successor's first day
    QString reason;
    QString backupPlace = {};
    bool rolesMoved = false; ///< the accounts, which are the administrator's, have been seen to
};

/// Hands all of it over as one intent: seats and contacts end the day before and begin with the successor, what
/// is handled is handled by the successor, drafts change hands, and a handover record keeps the list. Gives that
/// record. Invalid "required", "same_person", "ends_before_it_begins" (a seat taken after the day).
Result<Written> handOver(Workspace& workspace, const HandingOver& handing, const Uid& intent = Uid::create());

/// 移交清单 of a handover, with places for both to sign.
Result<documents::Paper> handoverList(const Workspace& workspace, const Uid& handover);

} // namespace chengheng::services
