// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "rules/standing.h"

namespace chengheng::rules {

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same draw on every computer.
class SplitMix64
{
public:
    explicit SplitMix64(quint64 seed) : m_state(seed) {}

    quint64 next();
    /// Even choice among 0..bound-1 (bound > 0): draws that would favour small numbers are rejected.
    quint64 below(quint64 bound);

private:
    quint64 m_state;
};

/// The number behind a seed text: the first eight bytes, high byte first, of the SHA-256 of its UTF-8
/// text, so that anybody can check it with a hash program.
quint64 seedNumber(const QString& seed);

struct DrawRequest {
    QString seed;
    int count = 12;            ///< acceptance teams take about twelve
    bool isStratified = false; ///< at least one of each trade
};

/// How many of a trade there are and how many are drawn. A plain draw has one stratum of all.
struct DrawStratum {
    model::Trade trade = model::Trade::None; ///< None: all trades together
    int units = 0;
    int drawn = 0;
    int failing = 0;
};

/// Exact chance that no failing unit is drawn.
struct Chance {
    QString fraction; ///< reduced, "143/988"
    QString decimal;  ///< six places, half up

    /// No draw can hold no failing unit.
    bool isZero() const { return fraction.startsWith(QLatin1String("0/")); }
    /// For a sentence: 33.2%; what is not quite 0 or 1 is never said to be.
    QString toPercent() const;
    friend bool operator==(const Chance&, const Chance&) = default;
};

struct DrawResult {
    QString seed;
    int count = 0;
    bool isStratified = false;
    QVector<UnitStanding> units;   ///< in the order drawn
    QVector<UnitStanding> failing; ///< of the whole population, by registration number
    QVector<DrawStratum> strata;
    Chance chance;
    QString why; ///< one sentence
};

/// Draws among `population` (units taking part, by registration number; see standings()). Stratified: one
/// of each trade, the rest shared in proportion to the units left, by largest remainder, ties in the
/// order of the notice's trades. Errors: bad_count, too_few_units, count_below_trades.
Result<DrawResult> draw(const QVector<UnitStanding>& population, const DrawRequest& request);

/// Chance that `drawn` of `units`, chosen evenly, hold none of `failing`; product over all strata.
Chance chanceOfNoFailing(const QVector<DrawStratum>& strata);

} // namespace chengheng::rules
