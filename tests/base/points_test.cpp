// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "base/points.h"

using namespace chengheng;

TEST_CASE("points are read and printed exactly", "[points]")
{
    struct Case {
        const char* text;
        qint64 hundredths;
        const char* printed;
    };
    const auto c = GENERATE(values<Case>({
        {"3", 300, "3"},
        {"1.5", 150, "1.5"},
        {"0.25", 25, "0.25"},
        {"-0.25", -25, "-0.25"},
        {"-2", -200, "-2"},
        {"0", 0, "0"},
        {"07.10", 710, "7.1"},
        {"0.05", 5, "0.05"},
        {"100.00", 10000, "100"},
        {"999999999999", 99999999999900, "999999999999"},
    }));
    CAPTURE(c.text);
    const auto points = Points::parse(c.text);
    REQUIRE(points);
    CHECK(points->hundredths() == c.hundredths);
    CHECK(points->toString() == c.printed);
    CHECK(Points::parse(points->toString()) == points);
}

TEST_CASE("what is no decimal of two places is no points", "[points]")
{
    const QString text =
        GENERATE("", "abc", "1.234", ".5", "1.", "1,5", "+1", "--1", " 1", "1e2", "１", "1000000000000");
    CAPTURE(text);
    CHECK_FALSE(Points::parse(text));
}

TEST_CASE("a share of points is rounded half up to a tenth", "[points]")
{
    struct Case {
        const char* max;
        qint64 num;
        qint64 den;
        const char* share;
    };
    const auto c = GENERATE(values<Case>({
        {"5", 3, 4, "3.8"},  // 3.75
        {"5", 1, 4, "1.3"},  // 1.25
        {"10", 1, 3, "3.3"}, // 3.333
        {"10", 2, 3, "6.7"}, // 6.666
        {"5", 0, 7, "0"},
        {"5", 7, 7, "5"},
        {"1", 1, 20, "0.1"},  // 0.05
        {"1", 49, 1000, "0"}, // 0.049
        {"2.5", 1, 1, "2.5"},
        {"100", 81, 93, "87.1"}, // the design's example: 81 of 93
    }));
    CAPTURE(c.max, c.num, c.den);
    CHECK(Points::parse(c.max)->shareRoundedToTenth(c.num, c.den).toString() == c.share);
}

TEST_CASE("points add, subtract, multiply and compare without drift", "[points]")
{
    Points sum;
    for (int i = 0; i < 1000; ++i)
        sum += Points::fromHundredths(10);
    CHECK(sum == Points::whole(100));
    CHECK(Points::whole(5) - Points::fromHundredths(150) == Points::fromHundredths(350));
    CHECK(Points::fromHundredths(50) * 3 == Points::fromHundredths(150));
    CHECK(Points::fromHundredths(7999) < Points::whole(80));
}

TEST_CASE("a rate prints one decimal and never rounds up to all", "[rate]")
{
    struct Case {
        Rate rate;
        const char* percent;
    };
    const auto c = GENERATE(values<Case>({
        {{0, 0}, "无"},
        {{0, 5}, "0.0%"},
        {{5, 5}, "100.0%"},
        {{27, 28}, "96.4%"},
        {{1, 3}, "33.3%"},
        {{2, 3}, "66.7%"},
        {{1, 2000}, "0.1%"},
        {{99999, 100000}, "99.9%"},
        {{1, 8}, "12.5%"},
    }));
    CAPTURE(c.rate);
    CHECK(c.rate.toPercent() == c.percent);
    CHECK(c.rate.isNothing() == (c.rate.den == 0));
}
