// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/number_format.h"

#include <QDateTime>
#include <QRegularExpression>

#include <cmath>

namespace chengheng::exchange {

namespace {

constexpr double lastSerial = 2'958'466; // 10000-01-01
constexpr qint64 secondsPerDay = 86'400;

/// The first section without quoted, escaped and bracketed letters; elapsed times ([h]) stay.
QString bareLetters(const QString& code)
{
    static const QRegularExpression elapsed(QStringLiteral("\\[(h+|m+|s+)\\]"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression noise(QStringLiteral("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]"));
    static const QRegularExpression halves(QStringLiteral("am/pm|a/p|上午/下午"),
                                           QRegularExpression::CaseInsensitiveOption);
    QString bare = code;
    bare.replace(elapsed, QStringLiteral("hh"));
    bare.remove(noise);
    bare.replace(halves, QStringLiteral("h"));
    return bare.section(QLatin1Char(';'), 0, 0).toLower().trimmed();
}

bool holdsAny(const QString& text, const char* letters)
{
    return std::any_of(text.begin(), text.end(),
                       [wanted = QLatin1String(letters)](QChar letter) { return wanted.contains(letter); });
}

/// Serial numbers below 60 are a day later than the arithmetic says, because the 1900 system
/// counts 1900-02-29.
QDate epochFor(double serial, bool epoch1904)
{
    if (epoch1904)
        return QDate(1904, 1, 1);
    return serial < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
}

Cell dateCell(double serial, bool epoch1904)
{
    const double first = epoch1904 ? 0 : 1;
    if (serial < first || serial >= lastSerial)
        return Cell::ofNumber(serial);
    const qint64 seconds = qRound64(serial * double(secondsPerDay));
    const QDate day = epochFor(serial, epoch1904).addDays(seconds / secondsPerDay);
    const QTime time = QTime(0, 0).addSecs(int(seconds % secondsPerDay));
    if (time == QTime(0, 0))
        return Cell::ofDate(day);
    return Cell::ofDate(day, QDateTime(day, time, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

Cell timeCell(double number)
{
    if (number < 0 || number >= 1)
        return Cell::ofNumber(number);
    const int seconds = int(qRound64(number * double(secondsPerDay)) % secondsPerDay);
    return Cell::ofText(QTime(0, 0).addSecs(seconds).toString(QStringLiteral("HH:mm")));
}

Cell paddedCell(double number, int width)
{
    if (number < 0 || std::floor(number) != number)
        return Cell::ofNumber(number);
    return Cell::ofNumber(number, QString::number(number, 'f', 0).rightJustified(width, QLatin1Char('0')));
}

bool within(int id, int first, int last)
{
    return id >= first && id <= last;
}

} // namespace

NumberFormat NumberFormat::builtIn(int id)
{
    NumberFormat format;
    if (id == 9 || id == 10) {
        format.kind = Kind::Percent;
        format.digits = id == 10 ? 2 : 0;
    } else if (within(id, 18, 21) || within(id, 32, 35) || within(id, 45, 47) || within(id, 55, 56)) {
        format.kind = Kind::Time;
    } else if (within(id, 14, 17) || within(id, 22, 22) || within(id, 27, 36) || within(id, 50, 58)) {
        format.kind = Kind::Date;
    }
    return format;
}

NumberFormat NumberFormat::ofCode(const QString& code)
{
    static const QRegularExpression percent(QStringLiteral("^[0#]+(\\.([0#]+))?%$"));
    static const QRegularExpression padded(QStringLiteral("^0{2,}$"));
    const QString bare = bareLetters(code);
    NumberFormat format;
    if (bare == QLatin1String("general") || bare == QLatin1String("standard"))
        return format;
    if (const auto match = percent.match(bare); match.hasMatch()) {
        format.kind = Kind::Percent;
        format.digits = int(match.capturedLength(2));
    } else if (padded.match(bare).hasMatch()) {
        format.kind = Kind::Padded;
        format.digits = int(bare.size());
    } else if (holdsAny(bare, "yd") || (holdsAny(bare, "m") && !holdsAny(bare, "hs"))) {
        format.kind = Kind::Date; // m alone is a month, beside hours or seconds minutes
    } else if (holdsAny(bare, "hs")) {
        format.kind = Kind::Time;
    }
    return format;
}

Cell NumberFormat::cell(double number, bool epoch1904) const
{
    switch (kind) {
    case Kind::Date:
        return dateCell(number, epoch1904);
    case Kind::Time:
        return timeCell(number);
    case Kind::Percent:
        return Cell::ofNumber(number, QString(QString::number(number * 100, 'f', digits) + QLatin1Char('%')));
    case Kind::Padded:
        return paddedCell(number, digits);
    case Kind::Plain:
        break;
    }
    return Cell::ofNumber(number);
}

} // namespace chengheng::exchange
