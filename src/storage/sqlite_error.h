// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

struct sqlite3;

namespace chengheng::storage {

/// What SQLite's last failure on a connection means to the user.
Error sqliteError(sqlite3* handle, int code, const QString& path);

} // namespace chengheng::storage
