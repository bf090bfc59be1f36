// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace chengheng::documents {

/// When the camera says that it took a picture; invalid where it wrote nothing, or the file is no picture. Reads only
/// the file's beginning.
QDateTime cameraTimeOf(const QString& path);

} // namespace chengheng::documents
