// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengheng::services {

/// Invented tables of the demonstration campaign, as a clerk would paste them: 40 units by the
/// notice's quotas, and their ledger. Every name, number and code is made up; the same on each call.
QString demoRoster();
QString demoLedger();

} // namespace chengheng::services
