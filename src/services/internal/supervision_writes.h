// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/write_rules.h"

/// What the writing of inspections and supervisors' reports asks for and brings with it; rows of write_rules.cpp.
namespace chengheng::services {

/// Questions that units of some trades only are asked (Field::trades) are left blank for others: not_asked.
Result<void> checkAskedOfTrade(const Writing& writing, const model::Record& record);
/// What stood there already may stay.
Result<void> checkStillAskedOfTrade(const Writing& writing, const model::Record& before, const model::Record& after);

/// Volunteers who took part in an inspection are in the roster (SUP-5): no_such_supervisor.
Result<void> checkSupervisorsNamed(const Writing& writing, const model::Record& inspection);
/// A mock visit counts nowhere: none becomes one afterwards, and none ceases to be one.
Result<void> checkRehearsalStays(const model::Record& before, const model::Record& after);

/// A new report's adverse answers become problems at the office.
Result<void> raiseFromReport(const Writing& writing, const model::Record& report);
/// So does each instrument that a report names, before it is stored: its `problem` is set. A problem of the report
/// about instruments at large is told of this one; one that is open about the same instrument and fault is taken.
Result<void> raiseFromInstrument(const Writing& writing, model::Record& seen);
/// What was seen has been matched to the ledger: its problem now names the instrument.
Result<void> tellProblem(const Writing& writing, const model::Record& seen);

/// A self-check that is filed hands in what the unit was asked for (PLAN-6): the earliest request that is open then.
Result<void> handInSelfCheck(const Writing& writing, const model::Record& inspection);
/// A request entered after the self-check it asks for is handed in with it.
Result<void> findSelfCheck(const Writing& writing, model::Record& request);

/// A problem whose instrument still is not in order is closed only with a reason in the step's remarks:
/// reason_required, with what speaks against it.
Result<void> checkClosing(const Writing& writing, const model::Problem& problem, const model::ProblemStep& step);
/// What speaks against closing a problem on a day (rules::againstClosing), mostly nothing.
Result<QString> againstClosing(storage::Intent& intent, const model::Problem& problem, QDate day);

/// One notice (整改通知) for an inspection, to its unit, over problems found at it: already_issued, other_unit,
/// nothing_to_demand.
Result<void> checkNotice(const Writing& writing, const model::Record& notice);
/// Where it does not say what is demanded, that is what the inspection found.
Result<void> draftNotice(const Writing& writing, model::Record& notice);

} // namespace chengheng::services
