// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/draw.h"

#include "rules/fraction.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <limits>
#include <utility>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

constexpr int chancePlaces = 6;

using Population = QVector<UnitStanding>;

/// Units of one stratum with what is to be drawn of them.
struct Stratum {
    DrawStratum figures;
    Population units;
};

Stratum stratumOf(model::Trade trade, Population units)
{
    Stratum stratum;
    stratum.figures.trade = trade;
    stratum.figures.units = int(units.size());
    stratum.figures.failing =
        int(std::count_if(units.cbegin(), units.cend(), [](const UnitStanding& unit) { return unit.fails; }));
    stratum.units = std::move(units);
    return stratum;
}

QVector<Stratum> byTrade(const Population& population)
{
    QVector<model::Trade> trades;
    for (const auto& word : model::wordsOf<model::Trade>())
        trades.append(word.value);
    trades.append(model::Trade::None);
    QVector<Stratum> strata;
    for (const model::Trade trade : std::as_const(trades)) {
        Population own;
        std::copy_if(population.cbegin(), population.cend(), std::back_inserter(own),
                     [trade](const UnitStanding& unit) { return unit.trade == trade; });
        if (!own.isEmpty())
            strata.append(stratumOf(trade, std::move(own)));
    }
    return strata;
}

/// One of each, the rest by largest remainder over the units not yet spoken for. A share never exceeds
/// what a stratum has left, because `rest` does not exceed what all have left.
void allocate(QVector<Stratum>& strata, int population, int count)
{
    const int rest = count - int(strata.size());
    const int left = population - int(strata.size());
    QVector<std::pair<int, qsizetype>> remainders;
    int given = 0;
    for (qsizetype i = 0; i < strata.size(); ++i) {
        DrawStratum& figures = strata[i].figures;
        const int share = rest * (figures.units - 1);
        figures.drawn = 1 + (left > 0 ? share / left : 0);
        given += figures.drawn;
        remainders.append({left > 0 ? share % left : 0, i});
    }
    std::stable_sort(remainders.begin(), remainders.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (int i = 0; i < count - given; ++i)
        ++strata[remainders[i].second].figures.drawn;
}

/// Fisher–Yates from the front, as far as is drawn.
Population take(Population units, int count, SplitMix64& random)
{
    for (int i = 0; i < count; ++i)
        units.swapItemsAt(i, i + qsizetype(random.below(quint64(units.size() - i))));
    units.resize(count);
    return units;
}

QString sentence(const DrawResult& drawn, qsizetype population)
{
    const QString of = Text::tr("从%1家参建单位中抽取%2家").arg(population).arg(drawn.count);
    if (drawn.failing.isEmpty())
        return Text::tr("%1，没有不过关的单位，抽到哪几家都过关。").arg(of);
    if (drawn.chance.isZero())
        return Text::tr("%1，其中%2家不过关，一定会抽到不过关的单位。").arg(of).arg(drawn.failing.size());
    return Text::tr("%1，其中%2家不过关，一家不过关的单位都没抽到的可能性为%3（%4）。")
        .arg(of)
        .arg(drawn.failing.size())
        .arg(drawn.chance.toPercent(), drawn.chance.fraction);
}

std::optional<Error> faultOf(const Population& population, const DrawRequest& request)
{
    if (request.count < 1)
        return Error{ErrorKind::Invalid, QStringLiteral("bad_count"), Text::tr("抽取家数应至少为1，请改正后重试。"),
                     QStringLiteral("count")};
    if (request.count > population.size())
        return Error{
            ErrorKind::Invalid, QStringLiteral("too_few_units"),
            Text::tr("要抽%1家，但参建单位只有%2家，请减少抽取家数。").arg(request.count).arg(population.size()),
            QStringLiteral("count")};
    return std::nullopt;
}

} // namespace

QString Chance::toPercent() const
{
    const double percent = decimal.toDouble() * 100;
    if (percent < 0.05 && !isZero())
        return Text::tr("不到0.1%");
    if (percent >= 99.95 && fraction != QLatin1String("1/1"))
        return Text::tr("99.9%以上");
    return QString::number(percent, 'f', 1) + QLatin1Char('%');
}

quint64 SplitMix64::next()
{
    m_state += 0x9E3779B97F4A7C15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

quint64 SplitMix64::below(quint64 bound)
{
    const quint64 uneven = (std::numeric_limits<quint64>::max() % bound + 1) % bound;
    const quint64 last = std::numeric_limits<quint64>::max() - uneven;
    quint64 drawn = next();
    while (drawn > last)
        drawn = next();
    return drawn % bound;
}

quint64 seedNumber(const QString& seed)
{
    const QByteArray hash = QCryptographicHash::hash(seed.toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<quint64>(hash.constData());
}

Chance chanceOfNoFailing(const QVector<DrawStratum>& strata)
{
    Fraction chance(1, 1);
    for (const DrawStratum& stratum : strata)
        chance = chance
                 * Fraction(binomial(stratum.units - stratum.failing, stratum.drawn),
                            binomial(stratum.units, stratum.drawn));
    return {chance.toString(), chance.toDecimal(chancePlaces)};
}

Result<DrawResult> draw(const QVector<UnitStanding>& population, const DrawRequest& request)
{
    if (const auto fault = faultOf(population, request))
        return fail(*fault);
    QVector<Stratum> strata{stratumOf(model::Trade::None, population)};
    strata.first().figures.drawn = request.count;
    if (request.isStratified) {
        strata = byTrade(population);
        if (request.count < strata.size())
            return fail(ErrorKind::Invalid, "count_below_trades",
                        Text::tr("每个业态至少抽1家，共%1个业态，抽取家数不能少于%1。").arg(strata.size()),
                        QStringLiteral("count"));
        allocate(strata, int(population.size()), request.count);
    }
    DrawResult result;
    result.seed = request.seed;
    result.count = request.count;
    result.isStratified = request.isStratified;
    SplitMix64 random(seedNumber(request.seed));
    for (const Stratum& stratum : std::as_const(strata)) {
        result.units += take(stratum.units, stratum.figures.drawn, random);
        result.strata.append(stratum.figures);
    }
    std::copy_if(population.cbegin(), population.cend(), std::back_inserter(result.failing),
                 [](const UnitStanding& unit) { return unit.fails; });
    result.chance = chanceOfNoFailing(result.strata);
    result.why = sentence(result, population.size());
    return result;
}

} // namespace chengheng::rules
