// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace chengheng::services {

/// Invented tables of the demonstration campaign, as a clerk would paste them: 42 candidates, 40 by
/// the notice's quotas, their ledger and its verifications. Every name, number and code is made up; the same on each
/// call.
QString demoRoster();
QString demoLedger(int units); ///< of the first units of the roster
/// Results of verifications after a day (invalid: from the start) up to another.
QString demoVerifications(QDate after, QDate to, int units);

} // namespace chengheng::services
