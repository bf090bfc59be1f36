// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/booking.h"

#include "model/service_records.h"
#include "rules/summary.h"

#include <QCoreApplication>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Booking)
};

constexpr int weekDays = 7;
constexpr int monthDays = 30;

Booking byDay(QDate bookBy, QDate day)
{
    if (!bookBy.isValid())
        return Booking::NotNeeded;
    if (bookBy < day)
        return Booking::AtOnce;
    if (bookBy <= day.addDays(weekDays))
        return Booking::WithinWeek;
    return bookBy <= day.addDays(monthDays) ? Booking::WithinMonth : Booking::Later;
}

} // namespace

const QVector<Booking>& pressingBookings()
{
    static const QVector<Booking> pressing{Booking::AtOnce, Booking::WithinWeek, Booking::WithinMonth};
    return pressing;
}

QString labelOf(Booking booking)
{
    switch (booking) {
    case Booking::NotNeeded:
        return Text::tr("不必预约");
    case Booking::AtOnce:
        return Text::tr("应立即预约");
    case Booking::WithinWeek:
        return Text::tr("一周内预约");
    case Booking::WithinMonth:
        return Text::tr("一个月内预约");
    case Booking::Later:
        return Text::tr("以后预约");
    }
    return {};
}

Booking bookingOf(const DueLine& line, QDate day)
{
    switch (line.status) {
    case VerificationStatus::Inactive:
    case VerificationStatus::NotRequired:
        return Booking::NotNeeded;
    case VerificationStatus::Overdue:
    case VerificationStatus::NeverVerified:
    case VerificationStatus::Failed: // once repaired it must be verified again
        return Booking::AtOnce;
    case VerificationStatus::Valid:
    case VerificationStatus::DueSoon:
        break;
    }
    return byDay(line.bookBy, day);
}

QHash<Uid, QDate> appointments(const model::CampaignFacts& facts, QDate day)
{
    QHash<Uid, QDate> planned;
    for (const model::Booking& booking : bookOf<model::Booking>(facts))
        if (booking.plannedOn >= day && (!booking.doneOn.isValid() || booking.doneOn > day))
            planned.insert(booking.instrument, booking.plannedOn);
    return planned;
}

} // namespace chengheng::rules
