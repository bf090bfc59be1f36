// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFileDevice>

namespace chengheng {

/// The most that is read of a document, a template or a table of answers.
inline constexpr qint64 largestRead = qint64(400) * 1024 * 1024;

/// The whole of an ordinary file of at most `limit` bytes. A device or a pipe may never end and is not read at all.
/// Errors: no_such_file, not_a_file, file_too_large.
Result<QByteArray> readFile(const QString& path, qint64 limit = largestRead);

/// Why a file could not be opened, read or written, to stand inside a sentence. What the system calls it goes into the
/// log.
QString reasonOf(const QFileDevice& file);

} // namespace chengheng
