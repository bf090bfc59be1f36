// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/packets.h"

namespace chengheng::services {

struct DemoReport {
    QString file;
    QString packet;
    int units = 0;
    int instruments = 0;
};

/// Lives an invented 40-unit campaign of the built-in plan through the services, from its first day
/// to the packet, into `folder` (demo.chc and packet/). Every name and number in it is invented.
Result<DemoReport> makeDemo(const QString& folder, const Progress& progress = {});

} // namespace chengheng::services
