// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/iso_day.h"

#include <QString>

namespace chengheng::storage {

namespace {

constexpr int isoLength = 10;

/// The number that some of the characters write, -1 where one is no digit.
int numberIn(const QByteArray& text, int at, int length)
{
    int value = 0;
    for (int i = at; i < at + length; ++i) {
        const char digit = text.at(i);
        if (digit < '0' || digit > '9')
            return -1;
        value = value * 10 + (digit - '0');
    }
    return value;
}

void writeNumber(QByteArray& text, int at, int length, int value)
{
    for (int i = at + length - 1; i >= at; --i, value /= 10)
        text[i] = char('0' + value % 10);
}

} // namespace

QByteArray isoDay(QDate day)
{
    if (!day.isValid() || day.year() < 0 || day.year() > 9999)
        return day.toString(Qt::ISODate).toUtf8();
    QByteArray text(isoLength, '-');
    writeNumber(text, 0, 4, day.year());
    writeNumber(text, 5, 2, day.month());
    writeNumber(text, 8, 2, day.day());
    return text;
}

QDate dayFromIso(const QByteArray& iso)
{
    if (iso.size() != isoLength || iso.at(4) != '-' || iso.at(7) != '-')
        return {};
    return QDate(numberIn(iso, 0, 4), numberIn(iso, 5, 2), numberIn(iso, 8, 2));
}

} // namespace chengheng::storage
