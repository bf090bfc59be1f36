// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"
#include "model/campaign_facts.h"
#include "model/complaint_records.h"

namespace chengheng::rules {

/// The office's own limits, faster than the law's (设置): all in working days but `mediate`.
struct ComplaintTargets {
    int handOver = 1;
    int accept = 3;
    int mediate = 30; ///< days
    int check = 10;
    int tell = 3;
};
ComplaintTargets complaintTargets(const model::CampaignFacts& facts);

enum class ClockKind { HandOver, Accept, Mediate, TellEnd, Check, TellReporter, Answer };
/// 移交监管所, 受理告知, 调解终结, 告知终止调解, 核查, 告知举报人, 工单答复.
QString labelOf(ClockKind kind);

/// One time limit that runs on a complaint or report.
struct Clock {
    ClockKind kind = ClockKind::HandOver;
    QString basis;           ///< the article it rests on
    QDate due;               ///< the last day in time
    QDate target;            ///< the office's own, or the same day where the limit is its own
    QDate doneOn;            ///< invalid while it runs
    bool isPaused = false;   ///< stands still on the day: something is being tested
    bool isExtended = false; ///< once, with approval
    QString remark = {};     ///< what the article leaves open, or what moved the day

    bool isDone() const { return doneOn.isValid(); }
    bool isLate(QDate day) const { return (doneOn.isValid() ? doneOn : day) > due; }
    bool isPastTarget(QDate day) const { return (doneOn.isValid() ? doneOn : day) > target; }
};

/// How it stands on a day, in words: 还有 3 天, 已逾期 2 天, 已办结（2024-09-03）.
QString stateOf(const Clock& clock, QDate day);

/// Clocks of a complaint as they stand on a day, folded from its own days and its steps up to then, by the rules in
/// force on the day it was received: 《市场监督管理投诉举报处理暂行办法》(令20号) until 2026-04-14,
/// 《市场监督管理投诉举报 处理办法》(令121号) from 2026-04-15, and the 60 days of 消费者权益保护法实施条例 46 from
/// 2024-07-01; where two limits run on the same thing the earlier is the one given. The day of start is not counted; a
/// limit in days that ends on a holiday ends on the first day after it (令121号45, 行政处罚程序规定80); time for
/// testing does not count (令121号22, 条例46); a check is extended once by 15 working days (行政处罚程序规定18) and
/// begins anew where new facts are reported (令121号35).
QVector<Clock> clocksOf(const model::Complaint& complaint, const QVector<model::ComplaintStep>& steps,
                        const WorkingCalendar& calendar, const ComplaintTargets& targets, QDate day);

/// Steps of all complaints, by complaint.
QHash<Uid, QVector<model::ComplaintStep>> stepsByComplaint(const model::CampaignFacts& facts);

/// Whether a step may be entered after those before it; each refusal says what is missing, at the field.
Result<void> mayTakeComplaintStep(const model::Complaint& complaint, const QVector<model::ComplaintStep>& before,
                                  const model::ComplaintStep& next, const WorkingCalendar& calendar);

} // namespace chengheng::rules
