// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/dates.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace chengheng {

std::optional<QDate> parseDate(const QString& text)
{
    static const QRegularExpression separated(QStringLiteral("^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})$"));
    static const QRegularExpression compact(QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})$"));
    static const QRegularExpression chinese(QStringLiteral("^(\\d{4})年(\\d{1,2})月(\\d{1,2})日$"));
    const QString folded = foldWidth(text).simplified().remove(QLatin1Char(' '));
    QDate day;
    if (auto m = separated.match(folded); m.hasMatch())
        day = QDate(m.captured(1).toInt(), m.captured(3).toInt(), m.captured(4).toInt());
    else if (auto c = compact.match(folded); c.hasMatch())
        day = QDate(c.captured(1).toInt(), c.captured(2).toInt(), c.captured(3).toInt());
    else if (auto z = chinese.match(folded); z.hasMatch())
        day = QDate(z.captured(1).toInt(), z.captured(2).toInt(), z.captured(3).toInt());
    return day.isValid() ? std::optional(day) : std::nullopt;
}

QString screenDate(QDate day)
{
    return day.toString(Qt::ISODate);
}

QString paperDate(QDate day)
{
    if (!day.isValid())
        return {};
    return QCoreApplication::translate("Date", "%1年%2月%3日").arg(day.year()).arg(day.month()).arg(day.day());
}

QDate lastDayOfMonths(QDate start, int months)
{
    // QDate::addMonths clips to the month's last day; only an unclipped day steps one back.
    const QDate same = start.addMonths(months);
    return same.day() == start.day() ? same.addDays(-1) : same;
}

} // namespace chengheng
