// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/check_metrics.h"

#include "base/dates.h"
#include "model/complaint_records.h"
#include "model/dossier_records.h"
#include "rules/complaint_clock.h"
#include "rules/measurement_check.h"
#include "rules/settings.h"
#include "rules/summary.h"
#include "rules/waiting_answers.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CheckMetrics)
};

using Answered = std::optional<Measure>;
using Question = MetricQuestion;

Measure counted(const QVector<Uid>& records, const QString& why, bool isConclusive)
{
    return {.count = records.size(), .rate = {}, .isConclusive = isConclusive, .records = records, .why = why};
}

/// What was measured at the unit on the day of the visit, and how it came out.
struct Samples {
    QVector<Uid> all;
    QVector<Uid> failed;
};

template <class Check>
Samples samplesOf(const Question& asked)
{
    Samples samples;
    for (const Check& check : bookOf<Check>(asked.facts)) {
        if (check.unit != asked.unit || check.on != asked.day)
            continue;
        samples.all.append(check.uid);
        if (!verdictOn(check).isPassed)
            samples.failed.append(check.uid);
    }
    return samples;
}

bool areEnough(const Samples& samples, const Question& asked)
{
    return samples.all.size() >= asked.item.atLeast;
}

/// Too few prove nothing.
QString shortage(const Samples& samples, const Question& asked)
{
    return areEnough(samples, asked) ? QString() : Text::tr("，少于要求的%1").arg(asked.item.atLeast);
}

Answered weighedCount(const Question& asked)
{
    const Samples samples = samplesOf<model::WeighingCheck>(asked);
    if (samples.all.isEmpty())
        return std::nullopt;
    return counted(samples.all, Text::tr("当天核称%1批%2").arg(samples.all.size()).arg(shortage(samples, asked)),
                   areEnough(samples, asked));
}

Answered weighedWrongCount(const Question& asked)
{
    const Samples samples = samplesOf<model::WeighingCheck>(asked);
    if (samples.all.isEmpty() || !asked.item.only.isEmpty()) // the register does not tell such goods apart
        return std::nullopt;
    return counted(samples.failed,
                   Text::tr("当天核称%1批，超差%2批%3")
                       .arg(samples.all.size())
                       .arg(samples.failed.size())
                       .arg(shortage(samples, asked)),
                   areEnough(samples, asked));
}

Answered nozzlesWrongCount(const Question& asked)
{
    const Samples samples = samplesOf<model::NozzleCheck>(asked);
    if (samples.all.isEmpty())
        return std::nullopt;
    return counted(samples.failed,
                   Text::tr("当天抽测油枪%1把，超差%2把%3")
                       .arg(samples.all.size())
                       .arg(samples.failed.size())
                       .arg(shortage(samples, asked)),
                   areEnough(samples, asked));
}

/// Cycles of the period that went by without a check of the fair scale: from the first one on record.
Answered fairScaleGaps(const Question& asked)
{
    QVector<QDate> days;
    QVector<Uid> records;
    for (const model::FairScaleCheck& check : bookOf<model::FairScaleCheck>(asked.facts)) {
        if (check.unit != asked.unit || check.on > asked.day
            || (asked.facts.campaign.from.isValid() && check.on < asked.facts.campaign.from))
            continue;
        days.append(check.on);
        records.append(check.uid);
    }
    if (days.isEmpty())
        return std::nullopt;
    std::sort(days.begin(), days.end());
    days.append(asked.day);
    const int cycle = daysOf(asked.facts, model::SettingName::FairScaleCheck);
    qint64 gaps = 0;
    for (qsizetype i = 1; i < days.size(); ++i)
        gaps += qMax<qint64>(days[i - 1].daysTo(days[i]) - 1, 0) / cycle;
    Measure measure = counted(
        records, Text::tr("公平秤核查%1次，按每%2天一次算缺少%3个周期").arg(records.size()).arg(cycle).arg(gaps), true);
    measure.count = gaps;
    return measure;
}

/// Statutory and own clocks of the office's complaints that ran out.
Answered lateComplaints(const Question& asked)
{
    QVector<Uid> late;
    const ComplaintTargets targets = complaintTargets(asked.facts);
    const auto steps = stepsByComplaint(asked.facts);
    for (const model::Complaint& complaint : bookOf<model::Complaint>(asked.facts)) {
        const auto clocks = clocksOf(complaint, steps.value(complaint.uid), *asked.calendar, targets, asked.day);
        if (std::any_of(clocks.begin(), clocks.end(), [&](const Clock& clock) { return clock.isLate(asked.day); }))
            late.append(complaint.uid);
    }
    return counted(late, Text::tr("超过时限的投诉举报%1件").arg(late.size()), true);
}

/// A unit's own complaints and re-weighings that it has not dealt with; that none is written down proves nothing.
Answered unhandledComplaints(const Question& asked)
{
    QVector<Uid> open;
    for (const model::UnitComplaint& complaint : bookOf<model::UnitComplaint>(asked.facts))
        if (complaint.unit == asked.unit && complaint.on < asked.day && isOpen(complaint, asked.day))
            open.append(complaint.uid);
    return counted(open, Text::tr("单位登记的投诉和复秤没有办结的%1件").arg(open.size()), false);
}

Answered overdueComplaintCount(const Question& asked)
{
    if (!asked.unit.isNull())
        return unhandledComplaints(asked);
    return asked.calendar ? lateComplaints(asked) : std::nullopt;
}

} // namespace

const QMap<QString, MetricAnswer>& checkMetrics()
{
    static const QMap<QString, MetricAnswer> answers{
        {QStringLiteral("weigh.sample_count"), weighedCount},
        {QStringLiteral("weigh.fail_count"), weighedWrongCount},
        {QStringLiteral("fuel.fail_count"), nozzlesWrongCount},
        {QStringLiteral("fair.log_gap_count"), fairScaleGaps},
        {QStringLiteral("complaint.overdue_count"), overdueComplaintCount},
    };
    return answers;
}

} // namespace chengheng::rules
