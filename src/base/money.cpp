// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"

#include "base/text.h"

#include <QRegularExpression>

namespace chengheng {

std::optional<Money> Money::parse(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^[¥￥]?(-?)(\\d{1,3}(?:,\\d{3})+|\\d{1,13})(?:\\.(\\d{1,2}))?元?$"));
    const auto match = form.match(foldWidth(text).simplified().remove(QLatin1Char(' ')));
    if (!match.hasMatch())
        return std::nullopt;
    constexpr qsizetype mostDigits = 15;
    if (match.capturedLength(2) > mostDigits)
        return std::nullopt;
    const qint64 fen = match.captured(2).remove(QLatin1Char(',')).toLongLong() * 100
                       + match.captured(3).leftJustified(2, QLatin1Char('0')).toLongLong();
    return Money(match.capturedLength(1) ? -fen : fen);
}

QString Money::toString() const
{
    const qint64 size = qAbs(m_fen);
    const QString text = QStringLiteral("%1.%2").arg(size / 100).arg(size % 100, 2, 10, QLatin1Char('0'));
    return m_fen < 0 ? QString(QLatin1Char('-') + text) : text;
}

} // namespace chengheng
