// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <functional>

namespace chengheng::exchange {

/// Lets `write` fill a scratch file beside `path` and puts it in the place of `path` only when that
/// succeeded. Nothing stays behind after a failure. A folder, a device and a campaign are never replaced. Errors:
/// no_such_folder, cannot_write_file, and what `write` returns.
Result<void> replaceFile(const QString& path, const std::function<Result<void>(const QString& scratch)>& write);

/// The error of a file that cannot be written, with the system's reason.
Error cannotWrite(const QString& path, const QString& reason);

} // namespace chengheng::exchange
