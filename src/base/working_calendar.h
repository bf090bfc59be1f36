// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/dates.h"

#include <QSet>

namespace chengheng {

/// Which days are working days: the State Council's yearly holidays and make-up days over Monday to
/// Friday. Past its last year only Monday to Friday count, and sentences must say so (covers()).
class WorkingCalendar
{
public:
    WorkingCalendar() = default;
    WorkingCalendar(QSet<QDate> holidays, QSet<QDate> makeUpDays, DateRange covered);

    bool isWorkingDay(QDate day) const;
    bool isHoliday(QDate day) const { return m_holidays.contains(day); }
    /// True where the table knows this day; false means Monday to Friday were assumed.
    bool covers(QDate day) const { return m_covered.from.isValid() && m_covered.contains(day); }

    /// The day `count` working days after `start`; the start itself is not counted. A negative count
    /// goes back: addWorkingDays(deadline, -15) is when work must begin.
    QDate addWorkingDays(QDate start, int count) const;
    /// Working days in (from, to]; negative where `to` lies before `from`.
    int workingDaysBetween(QDate from, QDate to) const;

private:
    QSet<QDate> m_holidays;
    QSet<QDate> m_makeUpDays;
    DateRange m_covered;
};

} // namespace chengheng
