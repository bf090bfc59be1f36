// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/points.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace chengheng {

std::optional<Points> Points::parse(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(-?)(\\d{1,12})(?:\\.(\\d{1,2}))?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 value =
        match.captured(2).toLongLong() * 100 + match.captured(3).leftJustified(2, QLatin1Char('0')).toLongLong();
    return Points(match.capturedLength(1) ? -value : value);
}

QString Points::toString() const
{
    const qint64 size = qAbs(m_hundredths);
    QString text = QString::number(size / 100);
    if (const qint64 cents = size % 100; cents % 10)
        text += QStringLiteral(".%1").arg(cents, 2, 10, QLatin1Char('0'));
    else if (cents)
        text += QStringLiteral(".%1").arg(cents / 10);
    return m_hundredths < 0 ? QLatin1Char('-') + text : text;
}

Points Points::shareRoundedToTenth(qint64 numerator, qint64 denominator) const
{
    // tenths = hundredths * n / d / 10, half up; all terms are non-negative here.
    const qint64 scaled = m_hundredths * numerator;
    const qint64 divisor = denominator * 10;
    return Points((2 * scaled + divisor) / (2 * divisor) * 10);
}

QString Rate::toPercent() const
{
    if (isNothing())
        return QCoreApplication::translate("Rate", "无");
    qint64 tenths = (2000 * num + den) / (2 * den);
    // 100 % is a claim that every one is good: rounding may not make it.
    if (num < den)
        tenths = qMin<qint64>(tenths, 999);
    return QStringLiteral("%1.%2%").arg(tenths / 10).arg(tenths % 10);
}

} // namespace chengheng
