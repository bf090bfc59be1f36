// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/photo_groups.h"

#include <QRegularExpression>

#include <algorithm>

namespace chengheng::rules {

namespace {

constexpr int chinaOffset = 8 * 60 * 60;

/// No telephone sent a picture before; later than the far end is no time but a number.
bool isPlausible(const QDateTime& time)
{
    return time.isValid() && time.date() >= QDate(2010, 1, 1) && time.date() < QDate(2100, 1, 1);
}

/// Milliseconds (13 digits) or seconds (10) since 1970, as the clock in China showed them.
QDateTime counted(const QString& digits)
{
    constexpr qsizetype millisecondDigits = 13;
    const qint64 number = digits.toLongLong();
    const QDateTime utc =
        QDateTime::fromMSecsSinceEpoch(digits.size() == millisecondDigits ? number : number * 1000, Qt::UTC);
    const QDateTime local = utc.toOffsetFromUtc(chinaOffset);
    return QDateTime(local.date(), local.time());
}

} // namespace

QDateTime receivedAt(const QString& fileName)
{
    static const QRegularExpression spelled(
        QStringLiteral("(?<!\\d)(20\\d\\d)[-_]?(\\d\\d)[-_]?(\\d\\d)[-_ ]?(\\d\\d)[-_]?(\\d\\d)[-_]?(\\d\\d)"));
    static const QRegularExpression count(QStringLiteral("(?<!\\d)(1\\d{12}|1\\d{9})(?!\\d)"));
    if (const auto match = spelled.match(fileName); match.hasMatch()) {
        const auto part = [&](int place) { return match.captured(place).toInt(); };
        if (const QDateTime time(QDate(part(1), part(2), part(3)), QTime(part(4), part(5), part(6))); isPlausible(time))
            return time;
    }
    if (const auto match = count.match(fileName); match.hasMatch())
        if (const QDateTime time = counted(match.captured(1)); isPlausible(time))
            return time;
    return {};
}

QVector<QVector<int>> groupsByTime(const QVector<QDateTime>& times, int gapMinutes)
{
    QVector<int> dated;
    QVector<int> undated;
    for (int place = 0; place < times.size(); ++place)
        (times[place].isValid() ? dated : undated).append(place);
    std::stable_sort(dated.begin(), dated.end(), [&](int a, int b) { return times[a] < times[b]; });
    QVector<QVector<int>> groups;
    for (const int place : std::as_const(dated)) {
        const bool isNear =
            !groups.isEmpty() && times[groups.last().last()].secsTo(times[place]) <= qint64(gapMinutes) * 60;
        if (!isNear)
            groups.append(QVector<int>());
        groups.last().append(place);
    }
    if (!undated.isEmpty())
        groups.append(undated);
    return groups;
}

} // namespace chengheng::rules
