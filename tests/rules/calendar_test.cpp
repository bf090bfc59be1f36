// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/calendar_parser.h"

#include "damaged_json.h"

using namespace chengheng;
using namespace chengheng::rules;
using namespace chengheng::test;

namespace {

QByteArray shippedJson()
{
    return readFile(sourcePath(QStringLiteral("resources/calendars/cn-holidays-2024-2026.json")));
}

WorkingCalendar shipped()
{
    return need(parseCalendar(shippedJson(), QStringLiteral("cn-holidays-2024-2026.json")));
}

} // namespace

TEST_CASE("holidays are free and make-up days are worked")
{
    const WorkingCalendar calendar = shipped();
    struct Row {
        const char* day;
        bool isWorking;
    };
    for (const Row& row : {
             Row{"2024-02-04", true}, // Sunday, made up for 春节
             Row{"2024-02-09", true}, // 除夕 2024 was no holiday by the notice
             Row{"2024-02-12", false}, Row{"2024-02-18", true},  Row{"2024-04-07", true},  Row{"2024-05-11", true},
             Row{"2024-06-10", false}, Row{"2024-09-14", true},  Row{"2024-09-16", false}, Row{"2024-10-12", true},
             Row{"2024-11-02", false}, // an ordinary Saturday
             Row{"2025-01-26", true},  Row{"2025-02-04", false}, Row{"2025-02-05", true},  Row{"2025-10-08", false},
             Row{"2025-10-11", true},  Row{"2026-01-04", true},  Row{"2026-02-23", false}, Row{"2026-02-28", true},
             Row{"2026-09-25", false}, Row{"2026-10-10", true},
         }) {
        INFO(row.day);
        CHECK(calendar.isWorkingDay(day(row.day)) == row.isWorking);
        CHECK(calendar.covers(day(row.day)));
    }
}

TEST_CASE("each year has the working days its arrangement leaves")
{
    const WorkingCalendar calendar = shipped();
    // Weekdays − holidays that fall on weekdays + make-up days.
    CHECK(calendar.workingDaysBetween(day("2023-12-31"), day("2024-12-31")) == 251);
    CHECK(calendar.workingDaysBetween(day("2024-12-31"), day("2025-12-31")) == 248);
    CHECK(calendar.workingDaysBetween(day("2025-12-31"), day("2026-12-31")) == 248);
}

TEST_CASE("outside its years the calendar says that it does not know")
{
    const WorkingCalendar calendar = shipped();
    CHECK_FALSE(calendar.covers(day("2023-12-31")));
    CHECK(calendar.covers(day("2024-01-01")));
    CHECK(calendar.covers(day("2026-12-31")));
    CHECK_FALSE(calendar.covers(day("2027-01-01")));
    CHECK(calendar.isWorkingDay(day("2027-10-01"))); // a Friday: only Monday to Friday are known
}

TEST_CASE("damaged calendars are refused with their place")
{
    requireRefused(shippedJson(),
                   {
                       {"years", "[]", "years"},
                       {"years", "7", "years"},
                       {"years/0/year", "1999", "years/0/year"},
                       {"years/1/source", "", "years/1/source"},
                       {"years/1", R"({"year":2028,"source":"x"})", "years/1/year"},
                       {"years/0/holidays/0", "\"2024-02-30\"", "years/0/holidays"},
                       {"years/0/holidays/1", "\"2024-02-17/2024-02-10\"", "years/0/holidays"},
                       {"years/0/holidays/0", "\"2025-01-01\"", "years/0/holidays"},
                       {"years/0/make_up_days/0", "\"2024-02-12\"", "years/0/make_up_days"},
                   },
                   parseCalendar);
}
