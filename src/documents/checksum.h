// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace chengheng::documents {

/// SHA-256 as lower-case hex.
QString sha256Of(const QByteArray& bytes);
/// The same of a file's bytes. Errors: cannot_read_file.
Result<QString> sha256OfFile(const QString& path);

} // namespace chengheng::documents
