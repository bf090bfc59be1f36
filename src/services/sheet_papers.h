// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"
#include "services/inspections.h"

namespace chengheng::services {

// Score sheets on paper, scored as on the screen.

/// A sheet as it stands on a form, with its photographs on the pages after it. One that cannot be read is named
/// there instead.
Result<documents::Paper> filledSheet(const Workspace& workspace, const InspectionForm& form);
/// The same of an inspection that was filed.
Result<documents::Paper> filedSheet(const Workspace& workspace, const Uid& inspection);
/// The form's sheet with nothing filled in, to take along.
Result<documents::Paper> blankSheet(const Workspace& workspace, const InspectionForm& form);

} // namespace chengheng::services
