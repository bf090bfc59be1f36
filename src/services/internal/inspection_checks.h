// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/workspace_data.h"

namespace chengheng::services {

/// Whether an inspection may be filed as it is, whichever way it comes: the unit takes part that day, the sheet is its
/// trade's (the organiser's is sheet 1) and of the campaign's edition, the answers can be scored, and a veto is
/// signed by two inspectors. Errors: not_participating, wrong_sheet, no_sheet_for_trade, other_edition,
/// two_inspectors and those of the scoring.
Result<void> checkInspection(const Workspace& workspace, storage::Intent& intent, const model::Inspection& inspection);

/// The sheet of a unit on a day; of the organiser for nullptr.
Result<const rules::Sheet*> sheetOfUnit(const rules::SheetEdition& edition, const model::Unit* unit);
/// Invalid "other_edition" where it was scored on other sheets than the campaign's.
Result<void> checkEdition(const Workspace& workspace, const QString& edition);

} // namespace chengheng::services
