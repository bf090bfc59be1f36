// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/actor.h"

#include <QStringList>

namespace chengheng::app {

/// Renders the start page, every page of a campaign (PNG files named by the pages' keys) and the main
/// dialogs, at 1366×768; if `only` names some, those alone. Without a file the demonstration campaign is made
/// first. Returns the exit status.
int takePictures(const QString& folder, const QStringList& only, const QString& file, const services::Actor& actor);

} // namespace chengheng::app
