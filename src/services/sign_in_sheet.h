// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/registers.h"

namespace chengheng::services {

/// 签到表 of a training as a table (.xlsx, .csv) with the names of those expected: head and measurement manager of each
/// unit taking part, or the serving volunteers; who signed in already stands as he did. It comes back by importing it
/// into the register training_attendance. Returns how many names. NotFound where the training is unknown; Denied where
/// the actor may not read the volunteers.
Result<qint64> writeSignInSheet(const Workspace& workspace, const Uid& training, const QString& path);

} // namespace chengheng::services
