// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/draw.h"
#include "rules/fraction.h"
#include "support/support.h"

#include <QSet>

using namespace chengheng;
using namespace chengheng::rules;
using chengheng::test::need;
using model::Trade;

namespace {

QVector<UnitStanding> population(const QVector<std::pair<Trade, int>>& trades, const QSet<int>& failing = {})
{
    QVector<UnitStanding> units;
    for (const auto& [trade, count] : trades)
        for (int i = 0; i < count; ++i) {
            const int number = int(units.size()) + 1;
            UnitStanding unit;
            unit.uid = Uid(QStringLiteral("u%1").arg(number));
            unit.registrationNumber = number;
            unit.trade = trade;
            unit.fails = failing.contains(number);
            units.append(unit);
        }
    return units;
}

QVector<UnitStanding> campaign(int failing)
{
    QSet<int> numbers;
    for (int i = 0; i < failing; ++i)
        numbers.insert(1 + i * 3);
    return population({{Trade::Hospital, 4},
                       {Trade::PetrolStation, 5},
                       {Trade::Shop, 10},
                       {Trade::Market, 6},
                       {Trade::Optician, 5},
                       {Trade::Restaurant, 10}},
                      numbers);
}

QStringList names(const QVector<UnitStanding>& units)
{
    QStringList out;
    for (const UnitStanding& unit : units)
        out.append(unit.uid.toString());
    return out;
}

/// Counts every choice of `drawn` of `units` by going through all sets.
std::pair<int, int> countedChoices(int units, int failing, int drawn)
{
    int all = 0;
    int free = 0;
    for (unsigned set = 0; set < (1u << units); ++set) {
        if (__builtin_popcount(set) != drawn)
            continue;
        ++all;
        if ((set & ((1u << failing) - 1)) == 0)
            ++free;
    }
    return {free, all};
}

} // namespace

TEST_CASE("SplitMix64 gives the published numbers", "[draw]")
{
    SplitMix64 random(1234567);
    CHECK(random.next() == 6457827717110365317ULL);
    CHECK(random.next() == 3203168211198807973ULL);
    CHECK(random.next() == 9817491932198370423ULL);
    CHECK(random.next() == 4593380528125082431ULL);
    CHECK(random.next() == 16408922859458223821ULL);
    CHECK(SplitMix64(0).next() == 0xE220A8397B1DCDAFULL);
}

TEST_CASE("a bounded number stays in its bounds and reaches all of them", "[draw]")
{
    SplitMix64 random(7);
    QVector<int> seen(6);
    for (int i = 0; i < 6000; ++i) {
        const quint64 number = random.below(6);
        REQUIRE(number < 6);
        ++seen[qsizetype(number)];
    }
    for (const int times : seen)
        CHECK((times > 850 && times < 1150));
    CHECK(random.below(1) == 0);
}

TEST_CASE("the seed text is hashed with SHA-256", "[draw]")
{
    // The first sixteen digits that printf abc | sha256sum prints.
    CHECK(seedNumber(QStringLiteral("abc")) == 0xba7816bf8f01cfeaULL);
    CHECK(seedNumber(QString()) == 0xe3b0c44298fc1c14ULL);
}

TEST_CASE("the same seed draws the same units, another one others", "[draw]")
{
    const auto units = campaign(3);
    const auto first = need(draw(units, {QStringLiteral("顾村"), 12, false}));
    const auto again = need(draw(units, {QStringLiteral("顾村"), 12, false}));
    const auto other = need(draw(units, {QStringLiteral("顾村2"), 12, false}));
    CHECK(names(first.units) == names(again.units));
    CHECK(names(first.units) != names(other.units));
    const QStringList drawn = names(first.units);
    CHECK(QSet<QString>(drawn.cbegin(), drawn.cend()).size() == 12);
    CHECK(names(first.failing) == QStringList{QStringLiteral("u1"), QStringLiteral("u4"), QStringLiteral("u7")});
}

TEST_CASE("drawing everybody leaves nobody out", "[draw]")
{
    const auto all = need(draw(campaign(1), {QStringLiteral("x"), 40, false}));
    CHECK(all.units.size() == 40);
    CHECK(all.chance == Chance{QStringLiteral("0/1"), QStringLiteral("0.000000")});
}

TEST_CASE("a stratified draw holds each trade and the rest by largest remainder", "[draw]")
{
    const auto drawn = need(draw(campaign(0), {QStringLiteral("s"), 12, true}));
    QVector<int> shares;
    for (const DrawStratum& stratum : drawn.strata)
        shares.append(stratum.drawn);
    // Six over the 34 units left: 0.53, 0.71, 1.59, 0.88, 0.71, 1.59; whole parts 2, then the four
    // largest remainders; of shops and restaurants the shops stand first.
    CHECK(shares == QVector<int>{1, 2, 3, 2, 2, 2});
    QSet<Trade> trades;
    for (const UnitStanding& unit : drawn.units)
        trades.insert(unit.trade);
    CHECK(trades.size() == 6);
    CHECK(drawn.units.size() == 12);
    CHECK(drawn.chance == Chance{QStringLiteral("1/1"), QStringLiteral("1.000000")});
}

TEST_CASE("shares of strata add up and never exceed their units", "[draw]")
{
    SplitMix64 random(20241120);
    const QVector<Trade> trades{Trade::Hospital, Trade::Shop, Trade::Market, Trade::None};
    for (int round = 0; round < 300; ++round) {
        QVector<std::pair<Trade, int>> sizes;
        for (const Trade trade : trades)
            sizes.append({trade, 1 + int(random.below(9))});
        const auto units = population(sizes);
        const int count = 4 + int(random.below(quint64(units.size() - 3)));
        const auto drawn = need(draw(units, {QString::number(round), count, true}));
        int sum = 0;
        for (const DrawStratum& stratum : drawn.strata) {
            CHECK(stratum.drawn >= 1);
            CHECK(stratum.drawn <= stratum.units);
            sum += stratum.drawn;
        }
        CHECK(sum == count);
        CHECK(drawn.units.size() == count);
    }
}

TEST_CASE("the chance is what counting every draw gives", "[draw]")
{
    for (int units = 1; units <= 9; ++units)
        for (int failing = 0; failing <= units; ++failing)
            for (int drawn = 1; drawn <= units; ++drawn) {
                const auto [free, all] = countedChoices(units, failing, drawn);
                const auto chance = chanceOfNoFailing({{Trade::None, units, drawn, failing}});
                CHECK(chance.fraction == Fraction(free, all).toString());
            }
}

TEST_CASE("the chance over strata is what counting every draw gives", "[draw]")
{
    const auto [freeA, allA] = countedChoices(5, 1, 2);
    const auto [freeB, allB] = countedChoices(6, 2, 3);
    const auto chance = chanceOfNoFailing({{Trade::Shop, 5, 2, 1}, {Trade::Market, 6, 3, 2}});
    CHECK(chance.fraction == Fraction(freeA * freeB, allA * allB).toString());
}

TEST_CASE("a draw of twelve among forty follows the hypergeometric law", "[draw]")
{
    for (const int failing : {0, 1, 3, 10, 28, 29}) {
        const auto drawn = need(draw(population({{Trade::Shop, 40}},
                                                [&] {
                                                    QSet<int> numbers;
                                                    for (int i = 1; i <= failing; ++i)
                                                        numbers.insert(i);
                                                    return numbers;
                                                }()),
                                     {QStringLiteral("40"), 12, false}));
        CHECK(drawn.chance.fraction == Fraction(binomial(40 - failing, 12), binomial(40, 12)).toString());
    }
    CHECK(chanceOfNoFailing({{Trade::None, 40, 12, 1}}) == Chance{QStringLiteral("7/10"), QStringLiteral("0.700000")});
    // C(37,12)/C(40,12) = 28·27·26/(40·39·38)
    CHECK(chanceOfNoFailing({{Trade::None, 40, 12, 3}})
          == Chance{QStringLiteral("63/190"), QStringLiteral("0.331579")});
}

TEST_CASE("figures beyond 64 bits stay exact", "[draw]")
{
    CHECK(binomial(300, 12).str() == "887827414757477464725");
    CHECK(chanceOfNoFailing({{Trade::None, 300, 12, 1}}).fraction == QStringLiteral("24/25"));
}

TEST_CASE("the draw says in one sentence what it found", "[draw]")
{
    const auto drawn = need(draw(campaign(3), {QStringLiteral("x"), 12, false}));
    CHECK(drawn.why
          == QStringLiteral("从40家参建单位中抽取12家，其中3家不过关，"
                            "一家不过关的单位都没抽到的可能性为33.2%（63/190）。"));
}

TEST_CASE("impossible draws are refused", "[draw]")
{
    struct Case {
        int count;
        bool isStratified;
        const char* code;
    };
    const auto one = GENERATE(Case{0, false, "bad_count"}, Case{-3, true, "bad_count"},
                              Case{41, false, "too_few_units"}, Case{5, true, "count_below_trades"});
    const auto drawn = draw(campaign(0), {QStringLiteral("x"), one.count, one.isStratified});
    REQUIRE(!drawn);
    CHECK(drawn.error().code == QLatin1String(one.code));
}
