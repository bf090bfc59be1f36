// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace chengheng::gui {

/// Names of the PostgreSQL services this user may choose from, as libpq finds them (PGSERVICEFILE or
/// ~/.pg_service.conf, then the machine's).
QStringList serverNames();

} // namespace chengheng::gui
