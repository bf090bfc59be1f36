// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/complaint_clock.h"

#include <QCoreApplication>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ComplaintClock)
};

const QDate sixtyDaysSince(2024, 7, 1);  // 消法实施条例 in force
const QDate newRulesSince(2026, 4, 15);  // 令121号 in force
constexpr int acceptWorkingDays = 7;     // 令20号14, 令121号15
constexpr int mediateWorkingDays = 45;   // 令20号21
constexpr int mediateDays = 60;          // 条例46, 令121号23(5), calendar days
constexpr int checkWorkingDays = 15;     // 行政处罚程序规定18

bool isByNewRules(const model::Complaint& complaint)
{
    return complaint.receivedOn >= newRulesSince;
}

/// Accepted or refused, whichever came.
QDate decidedOn(const model::Complaint& complaint)
{
    return complaint.acceptedOn.isValid() ? complaint.acceptedOn : complaint.refusedOn;
}

Clock handOver(const model::Complaint& complaint, const WorkingCalendar& calendar, int days)
{
    return {Text::tr("移交监管所"), Text::tr("本镇内部时限"),
            calendar.addWorkingDays(complaint.receivedOn, days), complaint.handedOn};
}

Clock acceptance(const model::Complaint& complaint, const WorkingCalendar& calendar)
{
    return {Text::tr("受理告知"), isByNewRules(complaint) ? Text::tr("令121号第15条") : Text::tr("令20号第14条"),
            calendar.addWorkingDays(complaint.receivedOn, acceptWorkingDays), decidedOn(complaint)};
}

Clock mediation(const model::Complaint& complaint, const WorkingCalendar& calendar)
{
    const QDate from = complaint.acceptedOn;
    const Clock byOldRules{Text::tr("调解终结"), Text::tr("令20号第21条（45个工作日）"),
                           calendar.addWorkingDays(from, mediateWorkingDays), complaint.endedOn};
    const Clock bySixtyDays{Text::tr("调解终结"),
                            isByNewRules(complaint) ? Text::tr("令121号第23条（60日）")
                                                    : Text::tr("消法实施条例第46条（60日）"),
                            from.addDays(mediateDays), complaint.endedOn};
    if (complaint.receivedOn < sixtyDaysSince)
        return byOldRules;
    if (isByNewRules(complaint) || bySixtyDays.due <= byOldRules.due)
        return bySixtyDays;
    return byOldRules;
}

Clock check(const model::Complaint& report, const WorkingCalendar& calendar)
{
    return {Text::tr("举报核查"), Text::tr("市场监督管理行政处罚程序规定第18条"),
            calendar.addWorkingDays(report.receivedOn, checkWorkingDays),
            report.answeredOn.isValid() ? report.answeredOn : report.refusedOn};
}

} // namespace

QVector<Clock> clocksOf(const model::Complaint& complaint, const WorkingCalendar& calendar, int handOverDays)
{
    QVector<Clock> clocks{handOver(complaint, calendar, handOverDays)};
    if (complaint.kind == model::ComplaintKind::Report) {
        clocks << check(complaint, calendar);
    } else {
        clocks << acceptance(complaint, calendar);
        if (complaint.acceptedOn.isValid())
            clocks << mediation(complaint, calendar);
    }
    if (complaint.deadline.isValid())
        clocks << Clock{Text::tr("工单答复"), Text::tr("工单限期"), complaint.deadline, complaint.answeredOn};
    return clocks;
}

} // namespace chengheng::rules
