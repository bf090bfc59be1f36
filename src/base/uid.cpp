// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/uid.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QUuid>

#include <atomic>

namespace chengheng {

namespace {

/// Milliseconds since 1970 and twelve bits that count on within one; later calls give more, also from
/// several threads and where the clock is set back.
quint64 nextTick()
{
    static std::atomic<quint64> last = 0;
    const quint64 now = quint64(QDateTime::currentMSecsSinceEpoch()) << 12;
    quint64 before = last.load();
    quint64 tick = 0;
    do
        tick = qMax(now, before + 1);
    while (!last.compare_exchange_weak(before, tick));
    return tick;
}

/// The lowest so many hexadecimal digits of a number, and a hyphen before them where they begin a group.
void appendHex(QString& text, quint64 number, int digits)
{
    static constexpr char hex[] = "0123456789abcdef";
    if (!text.isEmpty())
        text += QLatin1Char('-');
    for (int i = digits - 1; i >= 0; --i)
        text += QLatin1Char(hex[(number >> (4 * i)) & 0xf]);
}

} // namespace

Uid Uid::create()
{
    constexpr int length = 36;
    constexpr quint64 version = 0x7000;
    constexpr quint64 variant = 0x8000;
    const quint64 tick = nextTick();
    const quint64 random = QRandomGenerator::global()->generate64();
    QString text;
    text.reserve(length);
    appendHex(text, tick >> 28, 8);
    appendHex(text, tick >> 12, 4);
    appendHex(text, version | (tick & 0xfff), 4);
    appendHex(text, variant | ((random >> 48) & 0x3fff), 4);
    appendHex(text, random, 12);
    return Uid(text);
}

bool Uid::isWellFormed(const QString& text)
{
    return text.size() == 36 && QUuid::fromString(text).toString(QUuid::WithoutBraces) == text;
}

} // namespace chengheng
