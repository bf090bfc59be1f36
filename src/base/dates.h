// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace chengheng {

/// Closed range of days; an invalid bound is open ("holds for all days").
struct DateRange {
    QDate from;
    QDate to;

    bool contains(QDate day) const { return (!from.isValid() || from <= day) && (!to.isValid() || day <= to); }
    friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// Reads a day as clerks write it: 2024-03-05, 2024/3/5, 2024.3.5, 20240305, 2024年3月5日, full-width
/// digits folded. Nothing for anything else, also for a day that does not exist (2024-02-30).
std::optional<QDate> parseDate(const QString& text);

/// 2024-03-05, as on screen and in tables.
QString screenDate(QDate day);
/// 2024年3月5日, as on paper.
QString paperDate(QDate day);

/// The last day that `months` months from `start` cover: the day before the same-numbered day, or
/// that month's last day where there is no such day (2024-08-31 + 6 months: 2025-02-28).
QDate lastDayOfMonths(QDate start, int months);

} // namespace chengheng
