// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/complaint_records.h"
#include "rules/complaint_clock.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ComplaintSummaries)
};

QString basisOf(const Clock& clock)
{
    return clock.remark.isEmpty() ? clock.basis : Text::tr("%1；%2").arg(clock.basis, clock.remark);
}

/// Open limits by their last day, overdue ones first; then those that are done.
bool comesBefore(const QPair<Clock, SummaryRow>& one, const QPair<Clock, SummaryRow>& other)
{
    if (one.first.isDone() != other.first.isDone())
        return other.first.isDone();
    return one.first.due < other.first.due;
}

} // namespace

Summary complaintSummary(const SummaryInput& input)
{
    const ComplaintTargets targets = complaintTargets(input.facts);
    const auto steps = stepsByComplaint(input.facts);
    QVector<QPair<Clock, SummaryRow>> rows;
    qsizetype pastTarget = 0;
    for (const model::Complaint& complaint : bookOf<model::Complaint>(input.facts))
        for (const Clock& clock : clocksOf(complaint, steps.value(complaint.uid), input.calendar, targets, input.day)) {
            const bool isPressing = !clock.isDone() && !clock.isPaused && clock.isLate(input.day);
            pastTarget += !clock.isDone() && !clock.isPaused && !isPressing && clock.isPastTarget(input.day);
            rows.append({clock,
                         {{QString::number(complaint.number), model::labelOf(complaint.kind), complaint.subject,
                           labelOf(clock.kind), basisOf(clock), screenDate(clock.target), screenDate(clock.due),
                           stateOf(clock, input.day)},
                          model::kindOf<model::Complaint>().key,
                          complaint.uid,
                          isPressing}});
        }
    std::stable_sort(rows.begin(), rows.end(), comesBefore);
    Summary summary;
    summary.columns = {Text::tr("登记号"), Text::tr("类别"),     Text::tr("事由"),     Text::tr("时限"),
                       Text::tr("依据"),   Text::tr("自定期限"), Text::tr("最迟日期"), Text::tr("状态")};
    for (const auto& row : std::as_const(rows))
        summary.rows.append(row.second);
    summary.sentence = Text::tr("%1 项时限已逾期，另有 %2 项已过自定期限。").arg(summary.pressing()).arg(pastTarget);
    return summary;
}

} // namespace chengheng::rules
