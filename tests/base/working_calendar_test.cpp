// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "base/working_calendar.h"

using namespace chengheng;
using chengheng::test::day;

namespace {

/// The days around 1 May 2024 as the State Council set them: off 1-5 May, at work 28 April and 11 May.
WorkingCalendar mayOf2024()
{
    QSet<QDate> holidays;
    for (QDate d = day("2024-05-01"); d <= day("2024-05-05"); d = d.addDays(1))
        holidays.insert(d);
    return WorkingCalendar(holidays, {day("2024-04-28"), day("2024-05-11")}, {day("2024-01-01"), day("2024-12-31")});
}

} // namespace

TEST_CASE("holidays and make-up days stand over Monday to Friday", "[calendar]")
{
    struct Case {
        const char* day;
        bool isWorking;
    };
    const auto c = GENERATE(values<Case>({
        {"2024-04-26", true},
        {"2024-04-27", false},
        {"2024-04-28", true},
        {"2024-04-30", true},
        {"2024-05-01", false},
        {"2024-05-03", false},
        {"2024-05-06", true},
        {"2024-05-11", true},
        {"2024-05-12", false},
    }));
    CAPTURE(c.day);
    CHECK(mayOf2024().isWorkingDay(day(c.day)) == c.isWorking);
}

TEST_CASE("working days are counted forwards and backwards without the start", "[calendar]")
{
    struct Case {
        const char* start;
        int count;
        const char* end;
    };
    const auto c = GENERATE(values<Case>({
        {"2024-04-30", 1, "2024-05-06"},
        {"2024-04-26", 3, "2024-04-30"},
        {"2024-05-10", 1, "2024-05-11"},
        {"2024-05-06", -1, "2024-04-30"},
        {"2024-05-03", -2, "2024-04-29"},
        {"2024-05-03", 1, "2024-05-06"},
    }));
    CAPTURE(c.start, c.count);
    CHECK(mayOf2024().addWorkingDays(day(c.start), c.count) == day(c.end));
}

TEST_CASE("working days between two days count the last, not the first", "[calendar]")
{
    const WorkingCalendar calendar = mayOf2024();
    CHECK(calendar.workingDaysBetween(day("2024-04-30"), day("2024-05-06")) == 1);
    CHECK(calendar.workingDaysBetween(day("2024-04-26"), day("2024-04-30")) == 3);
    CHECK(calendar.workingDaysBetween(day("2024-05-06"), day("2024-05-06")) == 0);
    CHECK(calendar.workingDaysBetween(day("2024-05-01"), day("2024-05-05")) == 0);
    CHECK(calendar.workingDaysBetween(day("2024-05-06"), day("2024-04-30")) < 0);
}

TEST_CASE("from a day that is not known no working day is counted", "[calendar]")
{
    const WorkingCalendar calendar = mayOf2024();
    CHECK_FALSE(calendar.addWorkingDays(QDate(), 3).isValid());
    CHECK(calendar.workingDaysBetween(QDate(), day("2024-05-06")) == 0);
    CHECK(calendar.workingDaysBetween(day("2024-05-06"), QDate()) == 0);
}

TEST_CASE("past its table the calendar counts Monday to Friday and says so", "[calendar]")
{
    const WorkingCalendar calendar = mayOf2024();
    CHECK(calendar.covers(day("2024-12-31")));
    CHECK_FALSE(calendar.covers(day("2025-01-01")));
    CHECK(calendar.isWorkingDay(day("2025-01-01")));
    CHECK_FALSE(calendar.isWorkingDay(day("2025-01-04")));
    CHECK_FALSE(WorkingCalendar().covers(day("2024-05-06")));
}
