// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/fix_first.h"

#include "rules/fraction.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FixFirst)
};

qsizetype stratumOf(const QVector<DrawStratum>& strata, model::Trade trade)
{
    for (qsizetype i = 0; i < strata.size(); ++i)
        if (strata[i].trade == trade)
            return i;
    return 0; // a plain draw: all trades together
}

QVector<DrawStratum> without(QVector<DrawStratum> strata, qsizetype place)
{
    --strata[place].failing;
    return strata;
}

/// How well one more unit put right in a stratum helps: the passing units rise from `n` to `n + 1`, and the ways to
/// draw `k` among them by (n + 1) / (n + 1 - k). Where more had to be drawn than pass, the chance stays 0 until
/// there are enough: what is nearest to that comes first.
struct Help {
    int missing = 0;      ///< passing units that the stratum lacks for any chance
    Fraction stays{1, 1}; ///< chance before ÷ chance after: the smaller, the more it helps

    bool isBetterThan(const Help& other) const
    {
        if ((missing > 0) != (other.missing > 0))
            return missing > 0;
        if (missing != other.missing)
            return missing < other.missing;
        return stays.numerator() * other.stays.denominator() < other.stays.numerator() * stays.denominator();
    }
    bool isAsGoodAs(const Help& other) const { return !isBetterThan(other) && !other.isBetterThan(*this); }
};

Help helpIn(const DrawStratum& stratum)
{
    const int passing = stratum.units - stratum.failing;
    if (passing < stratum.drawn)
        return {stratum.drawn - passing, Fraction(0, 1)};
    return {0, Fraction(passing + 1 - stratum.drawn, passing + 1)};
}

} // namespace

Result<FixFirst> fixFirst(const QVector<UnitStanding>& population, const DrawRequest& request)
{
    const auto drawn = draw(population, request);
    if (!drawn)
        return fail(drawn.error());
    FixFirst result{drawn->chance, {}, {}};
    QVector<DrawStratum> strata = drawn->strata;
    QVector<UnitStanding> left = drawn->failing;
    while (!left.isEmpty()) {
        const auto next =
            std::min_element(left.cbegin(), left.cend(), [&strata](const UnitStanding& a, const UnitStanding& b) {
                const Help helpA = helpIn(strata[stratumOf(strata, a.trade)]);
                const Help helpB = helpIn(strata[stratumOf(strata, b.trade)]);
                if (!helpA.isAsGoodAs(helpB))
                    return helpA.isBetterThan(helpB);
                return a.reasons.size() != b.reasons.size() ? a.reasons.size() < b.reasons.size()
                                                            : a.registrationNumber < b.registrationNumber;
            });
        const qsizetype place = stratumOf(strata, next->trade);
        const Chance before = chanceOfNoFailing(strata);
        strata = without(strata, place);
        FixFirstLine line{*next, chanceOfNoFailing(without(drawn->strata, place)), chanceOfNoFailing(strata), false};
        line.isHelped = line.soFar != before;
        result.lines.append(line);
        left.removeAt(next - left.cbegin());
    }
    result.why = result.lines.isEmpty() ? Text::tr("没有不过关的单位，抽到哪几家都过关。")
                 : result.now.isZero()
                     ? Text::tr("现在抽%1家，一定会抽到不过关的单位；共%2家要整改，按下面的顺序做最有用。")
                           .arg(request.count)
                           .arg(result.lines.size())
                     : Text::tr("现在抽%1家都过关的可能性为%2；共%3家要整改，按下面的顺序做最有用。")
                           .arg(request.count)
                           .arg(result.now.toPercent())
                           .arg(result.lines.size());
    return result;
}

} // namespace chengheng::rules
