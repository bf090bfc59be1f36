// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "base/dates.h"

using namespace chengheng;
using chengheng::test::day;

TEST_CASE("a day is read in each way clerks write it", "[dates]")
{
    const QString text = GENERATE("2024-03-05", "2024/3/5", "2024.3.5", "20240305", "2024年3月5日", "2024/03/05",
                                  "2024-3-5", "２０２４－０３－０５", "２０２４年３月５日", "2024年03月05日");
    CAPTURE(text);
    const auto read = parseDate(text);
    REQUIRE(read);
    CHECK(*read == day("2024-03-05"));
}

TEST_CASE("a day that does not exist is none", "[dates]")
{
    const QString text =
        GENERATE("2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "20240230", "2024年2月30日", "",
                 "昨天", "2024", "2024-03", "5/3/2024", "24-3-5", "2024-03-05x", "45356");
    CAPTURE(text);
    CHECK_FALSE(parseDate(text));
}

TEST_CASE("the leap day exists in leap years only", "[dates]")
{
    CHECK(parseDate("2024-02-29") == day("2024-02-29"));
    CHECK(parseDate("2000.2.29") == day("2000-02-29"));
    CHECK_FALSE(parseDate("1900-02-29"));
}

TEST_CASE("screen and paper write a day their own way", "[dates]")
{
    CHECK(screenDate(day("2024-03-05")) == "2024-03-05");
    CHECK(paperDate(day("2024-03-05")) == "2024年3月5日");
    CHECK(paperDate(day("2024-12-31")) == "2024年12月31日");
}

TEST_CASE("the last day that a number of months covers", "[dates]")
{
    struct Case {
        const char* start;
        int months;
        const char* last;
    };
    const auto c = GENERATE(values<Case>({
        {"2024-03-05", 12, "2025-03-04"},
        {"2024-03-05", 6, "2024-09-04"},
        {"2024-03-01", 12, "2025-02-28"},
        {"2023-03-01", 12, "2024-02-29"},
        {"2024-08-31", 6, "2025-02-28"},
        {"2023-08-31", 6, "2024-02-29"},
        {"2024-02-29", 12, "2025-02-28"},
        {"2024-02-29", 48, "2028-02-28"},
        {"2024-01-31", 1, "2024-02-29"},
        {"2024-01-30", 1, "2024-02-29"},
        {"2024-03-31", 1, "2024-04-30"},
        {"2024-01-01", 12, "2024-12-31"},
        {"2024-12-31", 6, "2025-06-30"},
        {"2024-05-15", 24, "2026-05-14"},
    }));
    CAPTURE(c.start, c.months);
    CHECK(lastDayOfMonths(day(c.start), c.months) == day(c.last));
}

TEST_CASE("a range with an open bound holds for all days on that side", "[dates]")
{
    const DateRange closed{day("2024-03-01"), day("2024-03-31")};
    CHECK(closed.contains(day("2024-03-01")));
    CHECK(closed.contains(day("2024-03-31")));
    CHECK_FALSE(closed.contains(day("2024-02-29")));
    CHECK_FALSE(closed.contains(day("2024-04-01")));
    CHECK(DateRange{}.contains(day("1949-10-01")));
    CHECK(DateRange{day("2024-03-01"), {}}.contains(day("2099-01-01")));
    CHECK_FALSE(DateRange{{}, day("2024-03-01")}.contains(day("2024-03-02")));
}
