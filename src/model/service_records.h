// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Help with verification: bookings, visits, service points, and what happens to instruments.
namespace chengheng::model {

/// 预约检定. BUR-2: booked with the verification body.
struct Booking : RecordHead {
    Uid instrument;
    QDate on;
    QString body;
    Delivery mode = Delivery::None;
    QDate plannedOn;
    QDate doneOn;
    QString remarks;
};

/// 器具变动. 集贸市场计量监督管理办法(总局令94号)5(5): update on add, remove, change, repair.
struct InstrumentEvent : RecordHead {
    Uid instrument;
    QDate on;
    InstrumentEventKind kind = InstrumentEventKind::Moved;
    QString place;
    QString sealNumber; ///< of the seal it was given
    QString body;
    QDate expectedOn; ///< of what is sent out: the day it should be back
    QDate returnedOn;
    QString reason;
};

/// 便民服务点. BUR-2.
struct ServicePoint : RecordHead {
    QString name;
    QString address;
    Uid organisation;
    QString body;
    QDate from;
    QDate to;
    QString hours;
    QString phone;
};

/// 上门检定. BUR-2: door-to-door verification where bringing in is hard.
struct ServiceVisit : RecordHead {
    Uid unit;
    QDate on;
    QString body;
    std::optional<qint64> instruments;
    QString persons;
    QDate doneOn;
    QString remarks;
};

/// 居民器具服务. BUR-2: residents' devices mended or calibrated; nothing personal is kept.
struct ResidentService : RecordHead {
    Uid servicePoint;
    QDate on;
    QString device;
    ResidentServiceKind service = ResidentServiceKind::Calibrate;
    std::optional<qint64> quantity;
    QString remarks;
};

} // namespace chengheng::model
