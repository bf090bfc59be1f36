// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/points.h"
#include "base/working_calendar.h"
#include "model/campaign_facts.h"
#include "rules/sheet.h"

#include <optional>

namespace chengheng::rules {

/// What a metric is asked about.
struct MetricQuestion {
    const model::CampaignFacts& facts; ///< as of the day
    Uid unit;                          ///< null: the organiser, over all units taking part
    QDate day;
    Prefill item = {};                         ///< of the sheet item, which narrows some metrics
    const WorkingCalendar* calendar = nullptr; ///< for what runs in working days; without one that is not answered
};

/// What the records say. A count or a rate, never both; rates count instruments by quantity.
struct Measure {
    std::optional<qint64> count;
    std::optional<Rate> rate;
    bool isConclusive = true; ///< false: that nothing is recorded does not prove that there is nothing
    QVector<Uid> records;     ///< what it rests on; of a count the records counted
    QString why;              ///< a clause without full stop: 在用强检器具共12台，其中已备案11台
};

using MetricAnswer = std::optional<Measure> (*)(const MetricQuestion&);

/// The measure of one of the sheets' prefill metrics; nothing where the register that would answer it is
/// not kept or does not say enough.
std::optional<Measure> measure(const QString& metric, const MetricQuestion& question);

/// Names of the metrics that the present records can answer.
QStringList answerableMetrics();

} // namespace chengheng::rules
