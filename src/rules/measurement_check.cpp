// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/measurement_check.h"

#include <QCoreApplication>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MeasurementCheck)
};

struct Deviation {
    qint64 upToGrams;
    qint64 grams;
};

/// Annex 1 of 令66号, by class of goods.
const QVector<Deviation>& deviationsOf(model::PriceClass goods)
{
    static const QVector<Deviation> first{{1000, 20}, {2000, 40}, {4000, 80}, {25000, 100}};
    static const QVector<Deviation> second{{2500, 5}, {10000, 10}, {15000, 15}};
    static const QVector<Deviation> third{{1000, 2}, {4000, 4}, {6000, 6}};
    static const QVector<Deviation> fourth{{500, 1}, {2000, 2}, {5000, 3}};
    switch (goods) {
    case model::PriceClass::First:
        return first;
    case model::PriceClass::Second:
        return second;
    case model::PriceClass::Third:
        return third;
    case model::PriceClass::Fourth:
        break;
    }
    return fourth;
}

qint64 deviationOf(model::PriceClass goods, qint64 grams)
{
    for (const Deviation& row : deviationsOf(goods))
        if (grams <= row.upToGrams)
            return row.grams;
    return deviationsOf(goods).last().grams;
}

} // namespace

CheckVerdict verdictOn(const model::WeighingCheck& check)
{
    const qint64 settled = check.settledGrams.value_or(0);
    const qint64 shortage = settled - check.trueGrams.value_or(0);
    const qint64 deviation = deviationOf(check.priceClass, settled);
    const qint64 limit = check.method == model::WeighingMethod::SameAccuracy ? 2 * deviation : deviation;
    CheckVerdict verdict;
    verdict.isPassed = shortage <= limit;
    verdict.why = shortage <= 0 ? Text::tr("不短量，合格。")
                                : Text::tr("短量 %1 克，允许负偏差 %2 克，%3。")
                                      .arg(shortage)
                                      .arg(limit)
                                      .arg(verdict.isPassed ? Text::tr("合格") : Text::tr("不合格"));
    return verdict;
}

CheckVerdict verdictOn(const model::NozzleCheck& check)
{
    constexpr qint64 limit = 30; // ten-thousandths
    const qint64 measured = check.measuredMl.value_or(0);
    if (measured <= 0)
        return {false, Text::tr("没有实际值，不能判定。")};
    const qint64 error = (check.shownMl.value_or(0) - measured) * 10'000;
    CheckVerdict verdict;
    verdict.isPassed = qAbs(error) <= limit * measured;
    const qint64 rounded = (2 * qAbs(error) + measured) / (2 * measured); // half up
    verdict.why = Text::tr("示值误差 %1%2.%3%，允许 ±0.30%，%4。")
                      .arg(error < 0   ? QStringLiteral("-")
                           : error > 0 ? QStringLiteral("+")
                                       : QString())
                      .arg(rounded / 100)
                      .arg(rounded % 100, 2, 10, QLatin1Char('0'))
                      .arg(verdict.isPassed ? Text::tr("合格") : Text::tr("不合格"));
    return verdict;
}

} // namespace chengheng::rules
