// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/attachments.h"

namespace chengheng::services {

/// A paper's PDF made ready to be attached, named after its number.
LoadedFile pdfFile(const QString& name, const QByteArray& pdf);
/// Invalid "file_too_large" beyond 60 MB, naming the paper.
Result<void> checkFileSize(qint64 size, const QString& title);

} // namespace chengheng::services
