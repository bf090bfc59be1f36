// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Plans of inspections and the measurements made at them.
namespace chengheng::model {

/// 检查计划. STA-3, PLAN-4, PLAN-6, BUR-5, TOWN-2.
struct InspectionPlan : RecordHead {
    QString name;
    InspectionKind kind = InspectionKind::Daily;
    QDate madeOn;
    QDate from;
    QDate to;
    Uid organisation;
    QString team;
    Trade trade = Trade::None;
    QString remarks;
};

/// 自查通知. OFF-0, PLAN-6: who was asked to check himself and who has not handed in.
struct SelfCheckRequest : RecordHead {
    Uid unit;
    QString round;
    QDate askedOn;
    QDate dueOn;
    QDate handedInOn;
    QString remarks;
};

/// 称重抽查. 零售商品称重计量监督管理办法(令66号)6, 附表1.
struct WeighingCheck : RecordHead {
    Uid unit;
    QDate on;
    QString goods;
    PriceClass priceClass = PriceClass::First;
    WeighingMethod method = WeighingMethod::Original;
    std::optional<qint64> settledGrams;
    std::optional<qint64> trueGrams;
    QString inspectors;
    QString remarks;
};

/// 加油枪抽查. JJG 443: error within ±0.30 %, repeatability 0.10 %.
struct NozzleCheck : RecordHead {
    Uid unit;
    QDate on;
    QString nozzle;
    std::optional<qint64> shownMl;
    std::optional<qint64> measuredMl;
    QString inspectors;
    QString remarks;
};

/// 整改通知. One notice per inspection; the town advises, only a station orders.
struct RectificationNotice : RecordHead {
    qint64 number = 0;
    Uid unit;
    Uid inspection;
    NoticeKind issuer = NoticeKind::Advice;
    QDate issuedOn;
    QDate dueOn;
    QString content;
    QString receiver;
    QDate answeredOn;
};

} // namespace chengheng::model
