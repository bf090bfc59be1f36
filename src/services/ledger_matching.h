// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/ledger_match.h"
#include "services/registers.h"

namespace chengheng::services {

/// Instruments that supervisors named, matched to the unit's ledger: suggested by the rules, accepted by a person.
/// `seen` is a record of 反馈涉及器具 (report_instrument).

/// Which instruments of the unit may be meant, the likeliest first.
Result<QVector<rules::LedgerMatch>> suggestMatches(const Workspace& workspace, const Uid& seen);
/// It is this one. Invalid "other_unit" where the instrument is not the reported unit's.
Result<Written> acceptMatch(Workspace& workspace, const Uid& seen, const Uid& instrument,
                            const Uid& intent = Uid::create());
/// It is in no ledger: a row is made of what was told, with legal kind and cycle from the catalogue, and linked,
/// as one intent. Nothing in it says that a supervisor came. Gives the row. Invalid "required" without a name;
/// Conflict "already_there" where it is linked, or its serial number is in the unit's ledger.
Result<Written> enterInLedger(Workspace& workspace, const Uid& seen, const Uid& intent = Uid::create());

} // namespace chengheng::services
