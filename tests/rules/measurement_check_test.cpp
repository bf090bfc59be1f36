// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "rules/measurement_check.h"

using namespace chengheng;
using namespace chengheng::test;
using model::PriceClass;
using model::WeighingMethod;

TEST_CASE("A retail weighing check is judged by class, weight and method", "[rules][SUP-3]")
{
    struct Row {
        PriceClass goods;
        WeighingMethod method;
        qint64 settled;
        qint64 found;
        bool isPassed;
    };
    const Row rows[]{
        {PriceClass::First, WeighingMethod::Original, 1500, 1462, true},        // 38 g of 40 g
        {PriceClass::First, WeighingMethod::HigherAccuracy, 1500, 1459, false}, // 41 g
        {PriceClass::First, WeighingMethod::SameAccuracy, 1500, 1459, true},    // 41 g of 80 g
        {PriceClass::Second, WeighingMethod::Original, 1000, 995, true},
        {PriceClass::Second, WeighingMethod::Original, 1000, 994, false},
        {PriceClass::Second, WeighingMethod::SameAccuracy, 1000, 994, true},
        {PriceClass::Second, WeighingMethod::Original, 2500, 2495, true}, // the row's end still belongs to it
        {PriceClass::Second, WeighingMethod::Original, 2501, 2491, true}, // 10 g from here
        {PriceClass::Third, WeighingMethod::Original, 500, 497, false},
        {PriceClass::Fourth, WeighingMethod::Original, 9000, 8996, false}, // beyond the annex: its last row
        {PriceClass::Fourth, WeighingMethod::Original, 500, 505, true},    // nobody is short
    };
    for (const Row& row : rows) {
        model::WeighingCheck check;
        check.priceClass = row.goods;
        check.method = row.method;
        check.settledGrams = row.settled;
        check.trueGrams = row.found;
        const auto verdict = rules::verdictOn(check);
        INFO(verdict.why << ' ' << row.settled << " g");
        CHECK(verdict.isPassed == row.isPassed);
        CHECK_FALSE(verdict.why.isEmpty());
    }
}

TEST_CASE("A fuel nozzle may be three thousandths off and no more", "[rules]")
{
    struct Row {
        qint64 shown;
        qint64 measured;
        bool isPassed;
        const char* error;
    };
    const Row rows[]{{20060, 20000, true, "+0.30%"},
                     {20061, 20000, false, "+0.31%"},
                     {19940, 20000, true, "-0.30%"},
                     {20000, 20000, true, "0.00%"}};
    for (const Row& row : rows) {
        model::NozzleCheck check;
        check.shownMl = row.shown;
        check.measuredMl = row.measured;
        const auto verdict = rules::verdictOn(check);
        INFO(verdict.why);
        CHECK(verdict.isPassed == row.isPassed);
        CHECK(verdict.why.contains(QString::fromLatin1(row.error)));
    }
}
