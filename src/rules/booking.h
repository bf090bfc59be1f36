// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/due_report.h"

namespace chengheng::rules {

/// When the next verification of an instrument must be booked, so that no day passes without a valid one
/// (强制检定的工作计量器具检定管理办法第五条: the user applies to the body for periodic verification).
enum class Booking {
    NotNeeded, ///< out of use, not compulsory, or verified once only
    AtOnce,    ///< the last day to book has passed, or there is no valid verification
    WithinWeek,
    WithinMonth,
    Later
};

/// Those that ask for something to be done, the most pressing first.
const QVector<Booking>& pressingBookings();
/// 应立即预约, 一周内预约, 一个月内预约 …
QString labelOf(Booking booking);

Booking bookingOf(const DueLine& line, QDate day);

/// The day an appointment is for, of instruments that have one still to come (预约检定).
QHash<Uid, QDate> appointments(const model::CampaignFacts& facts, QDate day);

} // namespace chengheng::rules
