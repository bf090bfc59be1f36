// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/action_catalogue.h"
#include "services/attachments.h"

namespace chengheng::services {

/// Whether somebody of that role may do it at all; the error says who may.
Result<void> checkMayDo(const Actor& actor, const Action& action);

/// What speaks against doing it to a record on a day, to be said before: mostly nothing.
Result<QString> cautionAgainst(const Workspace& workspace, const Action& action, const Uid& uid, QDate day);

/// Does it to records of the action's kind as one intent, all or nothing. `inputs` by field key (for a
/// change: "from" and "reason"); what is numbered on (a certificate) counts up from record to record.
/// What is filled in already is a Conflict "filled_in_already". Special rules run here: a problem step must be allowed
/// by rules::mayTakeStep, a replaced holder leaves the day before, a verification gets its effective end; an instrument
/// is put out of use only with a reason and a photograph (Invalid "photograph_required"). `photographs` are attached to
/// each record. Returns the last record written.
Result<Written> doAction(Workspace& workspace, const Action& action, const QVector<Uid>& uids,
                         const FieldValues& inputs, const Uid& intent = Uid::create(),
                         const QVector<LoadedFile>& photographs = {});
/// The same to one record.
Result<Written> doAction(Workspace& workspace, const Action& action, const Uid& uid, const FieldValues& inputs,
                         const Uid& intent = Uid::create(), const QVector<LoadedFile>& photographs = {});

} // namespace chengheng::services
