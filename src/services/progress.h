// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace chengheng::services {

/// How a long service reports and is asked to stop: called with what it does now and how far it is
/// (total 0: unknown). Returning false asks it to stop; it then ends with ErrorKind::Cancelled and
/// leaves nothing half-done.
using Progress = std::function<bool(const QString& now, qint64 done, qint64 total)>;

} // namespace chengheng::services
