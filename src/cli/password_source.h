// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace chengheng::cli {

/// A password: the first line of the file that CHENGHENG_PASSWORD_FILE names, which nobody else may read, else
/// asked for on the terminal and not shown. Never from the line: others see that. Denied "password_not_given",
/// "open_password_file"; NotFound "no_such_file".
Result<QString> givenPassword(const QString& name);

/// A new one, from CHENGHENG_NEW_PASSWORD_FILE, else asked for twice.
Result<QString> givenNewPassword();

} // namespace chengheng::cli
