// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengheng::app {

/// Renders the start page and every page of a campaign to PNG files named by the pages' keys, at
/// 1366×768. Without a file the demonstration campaign is made first. Returns the exit status.
int takePictures(const QString& folder, const QString& file);

} // namespace chengheng::app
