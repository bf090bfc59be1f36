// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/time_chart.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TimeChart)
};

} // namespace

QColor fillOf(Tone tone)
{
    switch (tone) {
    case Tone::Quiet:
        return {0xc3, 0xcc, 0xd5};
    case Tone::Running:
        return {0x8f, 0xb3, 0xdc};
    case Tone::Well:
        return {0x9c, 0xcb, 0xac};
    case Tone::Warning:
        return {0xe8, 0xc2, 0x7a};
    case Tone::Fault:
        return {0xc6, 0x28, 0x28};
    case Tone::Band:
        return {0xe1, 0xe7, 0xed};
    case Tone::RunningBand:
        return {0xb5, 0xcb, 0xe4};
    }
    return {};
}

double TimeChart::at(QDate when) const
{
    const qint64 days = qMax<qint64>(1, from.daysTo(to));
    return double(from.daysTo(when)) / double(days);
}

QVector<QDate> TimeChart::months() const
{
    QVector<QDate> months;
    for (QDate month = from; month.isValid() && month < to; month = month.addMonths(1))
        months.append(month);
    return months;
}

QString monthLabel(const TimeChart& chart, QDate month, bool isShort)
{
    if (month != chart.from && month.month() != 1)
        return Text::tr("%1月").arg(month.month());
    return isShort ? Text::tr("%1年").arg(month.year()) : Text::tr("%1年%2月").arg(month.year()).arg(month.month());
}

} // namespace chengheng::documents
