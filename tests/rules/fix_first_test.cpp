// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/fix_first.h"
#include "support/support.h"

using namespace chengheng;
using namespace chengheng::rules;
using namespace chengheng::test;
using model::Trade;

namespace {

struct Given {
    Trade trade;
    int reasons; ///< 0: passes
};

QVector<UnitStanding> populationOf(const QVector<Given>& given)
{
    QVector<UnitStanding> population;
    for (const Given& one : given) {
        UnitStanding unit;
        unit.registrationNumber = population.size() + 1;
        unit.uid = Uid(QStringLiteral("u%1").arg(unit.registrationNumber));
        unit.trade = one.trade;
        unit.fails = one.reasons > 0;
        for (int i = 0; i < one.reasons; ++i)
            unit.reasons << QStringLiteral("原因%1").arg(i + 1);
        population.append(unit);
    }
    return population;
}

DrawRequest drawOf(int count, bool isStratified)
{
    DrawRequest request;
    request.seed = QStringLiteral("1");
    request.count = count;
    request.isStratified = isStratified;
    return request;
}

QString numbersOf(const FixFirst& list)
{
    QStringList numbers;
    for (const FixFirstLine& line : list.lines)
        numbers << QString::number(line.unit.registrationNumber);
    return numbers.join(QLatin1Char(' '));
}

} // namespace

TEST_CASE("open work stands in the order of what it does to a draw", "[PLAN-7]")
{
    const Given good{Trade::Shop, 0};
    const struct {
        const char* what;
        QVector<Given> population;
        int count;
        bool isStratified;
        QString order;
        QString now;
        QString first; ///< chance once the first is put right
    } cases[] = {
        {"nothing fails", {good, good}, 1, false, QString(), QStringLiteral("1/1"), QString()},
        {"one of four, two drawn: all or half",
         {good, {Trade::Shop, 1}, good, good},
         2,
         false,
         QStringLiteral("2"),
         QStringLiteral("1/2"),
         QStringLiteral("1/1")},
        {"in a plain draw the least to do comes first",
         {{Trade::Shop, 3}, {Trade::Hospital, 1}, {Trade::Shop, 2}, good},
         1,
         false,
         QStringLiteral("2 3 1"),
         QStringLiteral("1/4"),
         QStringLiteral("1/2")},
        {"equal work: by registration number",
         {{Trade::Shop, 1}, {Trade::Shop, 1}, good},
         1,
         false,
         QStringLiteral("1 2"),
         QStringLiteral("1/3"),
         QStringLiteral("2/3")},
        {"by trade: a trade's only unit is certain to be drawn, whatever it takes",
         {{Trade::Hospital, 5}, {Trade::Shop, 1}, good, good},
         2,
         true,
         QStringLiteral("1 2"),
         QStringLiteral("0/1"),
         QStringLiteral("2/3")},
        {"by trade: where fewer are left a good one helps more",
         {{Trade::Hospital, 1}, {Trade::Hospital, 0}, {Trade::Shop, 1}, good, good, good},
         2,
         true,
         QStringLiteral("1 3"),
         QStringLiteral("3/8"),
         QStringLiteral("3/4")},
    };
    for (const auto& one : cases) {
        INFO(one.what);
        const FixFirst list = need(fixFirst(populationOf(one.population), drawOf(one.count, one.isStratified)));
        CHECK(numbersOf(list) == one.order);
        CHECK(list.now.fraction == one.now);
        if (!list.lines.isEmpty()) {
            CHECK(list.lines.first().alone.fraction == one.first);
            CHECK(list.lines.first().soFar.fraction == one.first);
            CHECK(list.lines.last().soFar.fraction == QStringLiteral("1/1"));
        }
        CHECK(!list.why.isEmpty());
    }
}

TEST_CASE("a draw that cannot be made has no list")
{
    CHECK(!fixFirst(populationOf({{Trade::Shop, 1}}), drawOf(2, false)));
}
