// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QStringList>
#include <QTextStream>

#include <memory>

namespace chengheng::cli {

/// Runs one call. With --json exactly one JSON object goes to `out`, also on failure; without it text
/// for people goes to `out` and the sentence of an error to `err`. Returns the exit status: 0 done,
/// 1 refused or a check failed, 2 wrong usage.
int run(const QStringList& arguments, QTextStream& out, QTextStream& err, const std::shared_ptr<const Clock>& clock);

} // namespace chengheng::cli
