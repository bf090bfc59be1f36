// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/intent.h"

namespace chengheng::storage {

/// Stores bytes in chunks of 1 MB under their SHA-256 (lower-case hex); the same bytes are stored once.
/// Invalid "wrong_sha256" where the name is not theirs.
Result<void> storeBytes(Intent& intent, const QString& sha256, const QByteArray& bytes);

/// NotFound "no_such_bytes"; Corrupt "damaged_bytes" where they no longer have that SHA-256.
Result<QByteArray> readBytes(Database& database, const QString& sha256);

} // namespace chengheng::storage
