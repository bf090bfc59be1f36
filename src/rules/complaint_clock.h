// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"
#include "model/complaint_records.h"

namespace chengheng::rules {

/// One time limit that runs on a complaint or report.
struct Clock {
    QString title; ///< 受理告知
    QString basis; ///< the article it rests on
    QDate due;     ///< the last day in time
    QDate doneOn;  ///< invalid while it runs

    bool isLate(QDate day) const { return (doneOn.isValid() ? doneOn : day) > due; }
};

/// Clocks of a complaint as they stand on a day, by the rules in force on the day it was received:
/// 《市场监督管理投诉举报处理暂行办法》(令20号) until 2026-04-14, 《市场监督管理投诉举报处理办法》(令121号) from
/// 2026-04-15, and the 60 days of 消费者权益保护法实施条例 46 from 2024-07-01; where two limits run on the same
/// thing the earlier is the one given. The day of start is not counted. `handOverDays`: the
/// office's own target for handing over, in working days (设置); stricter than the law's.
QVector<Clock> clocksOf(const model::Complaint& complaint, const WorkingCalendar& calendar, int handOverDays);

} // namespace chengheng::rules
