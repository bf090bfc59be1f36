// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

namespace chengheng::services {

/// Packs what a maintainer needs into a zip file: the program's log, versions of program, libraries and schema,
/// and how many records each register holds. Nothing in it names a person, a unit, a place or a file.
/// `workspace`: null where no campaign is open. An existing file is replaced. Unavailable "cannot_write_file" and those
/// of a folder that is not there.
Result<void> exportDiagnosis(const Workspace* workspace, const QString& out, QDateTime now);

} // namespace chengheng::services
