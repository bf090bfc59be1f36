// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/working_calendar.h"

namespace chengheng {

WorkingCalendar::WorkingCalendar(QSet<QDate> holidays, QSet<QDate> makeUpDays, DateRange covered)
    : m_holidays(std::move(holidays)), m_makeUpDays(std::move(makeUpDays)), m_covered(covered)
{}

bool WorkingCalendar::isWorkingDay(QDate day) const
{
    if (m_makeUpDays.contains(day))
        return true;
    return day.dayOfWeek() <= Qt::Friday && !m_holidays.contains(day);
}

QDate WorkingCalendar::addWorkingDays(QDate start, int count) const
{
    if (!start.isValid()) // no day ever comes after it
        return {};
    const int step = count < 0 ? -1 : 1;
    QDate day = start;
    for (int left = qAbs(count); left > 0;) {
        day = day.addDays(step);
        if (isWorkingDay(day))
            --left;
    }
    return day;
}

int WorkingCalendar::workingDaysBetween(QDate from, QDate to) const
{
    if (!from.isValid() || !to.isValid())
        return 0;
    if (to < from)
        return -workingDaysBetween(to, from);
    int count = 0;
    for (QDate day = from.addDays(1); day <= to; day = day.addDays(1))
        count += isWorkingDay(day);
    return count;
}

} // namespace chengheng
