// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "base/money.h"

using namespace chengheng;

TEST_CASE("An amount is read exactly or not at all", "[base][FUND-1]")
{
    struct Row {
        const char* text;
        const char* shown; ///< nullptr: refused
    };
    const Row rows[]{
        {"1200", "1200.00"},
        {"1200.5", "1200.50"},
        {"1,200.50", "1200.50"},
        {"￥１２００", "1200.00"},
        {"1200元", "1200.00"},
        {"0.01", "0.01"},
        {"-3.2", "-3.20"},
        {"", nullptr},
        {"1.234", nullptr},
        {"12,00", nullptr},
        {"一千二", nullptr},
        {"1e3", nullptr},
        {"999999999999999999999", nullptr},
        {"1,000,000,000,000,000,000", nullptr},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto amount = Money::parse(QString::fromUtf8(row.text));
        REQUIRE(amount.has_value() == (row.shown != nullptr));
        if (amount)
            CHECK(amount->toString() == QString::fromLatin1(row.shown));
    }
    CHECK(Money::fromFen(10) + Money::fromFen(20) == Money::fromFen(30));
}
