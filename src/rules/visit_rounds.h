// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"
#include "model/campaign_facts.h"

namespace chengheng::rules {

/// One unit on a round of door-to-door verification.
struct VisitStop {
    Uid unit;
    QString name;
    qint64 instruments = 0; ///< by quantity
    QVector<Uid> records;   ///< those instruments
    QDate earliestEnd;      ///< invalid: one of them has no valid verification
    bool isLate = false;    ///< one of them runs out before any visit can be made, or has run out
};

/// What the verification body can do on one road in one go.
struct VisitRound {
    QString road;
    QDate on;                 ///< a working day
    QVector<VisitStop> stops; ///< by registration number
};

/// How far ahead rounds are planned, and how much later than its first instrument one may still run out to go along.
inline constexpr int roundHorizonDays = 60;
inline constexpr int roundWindowDays = 30;

/// Rounds by road and day, so that whoever keeps the plan lets no instrument pass its date that can still be verified
/// in time: each round goes on the last working day on or before its earliest end, the first working day after `day`
/// where that is past. Mandatory instruments in use of units taking part; not those booked or on a planned visit in
/// time. By road, then day. `facts`: as of the day.
QVector<VisitRound> visitRounds(const model::CampaignFacts& facts, const WorkingCalendar& calendar, QDate day);

} // namespace chengheng::rules
