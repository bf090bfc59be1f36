// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"
#include "rules/training_coverage.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TrainingSummaries)
};

} // namespace

Summary trainingSummary(const SummaryInput& input)
{
    Summary summary;
    summary.columns = {Text::tr("单位或监督员"), Text::tr("身份"), Text::tr("已训课题"), Text::tr("还缺课题")};
    const auto all = trainees(input.facts, input.day);
    for (const Trainee& one : all)
        summary.rows.append(
            {{one.name, model::labelOf(one.role), one.heard.join(Text::tr("、")), one.owed.join(Text::tr("、"))},
             one.kind,
             one.record,
             one.isOwed()});
    summary.sentence = Text::tr("应训 %1 人，课题已齐 %2 人，还缺 %3 人。")
                           .arg(all.size())
                           .arg(all.size() - summary.pressing())
                           .arg(summary.pressing());
    return summary;
}

Summary topicSummary(const SummaryInput& input)
{
    const auto all = trainees(input.facts, input.day);
    Summary summary;
    summary.columns = {Text::tr("课题"), Text::tr("应训对象"), Text::tr("应训"), Text::tr("已训"), Text::tr("覆盖率")};
    for (const model::TrainingTopic& topic : bookOf<model::TrainingTopic>(input.facts)) {
        Rate covered;
        for (const Trainee& one : all)
            if (one.role == topic.role)
                covered = {covered.num + one.heard.contains(topic.name), covered.den + 1};
        summary.rows.append({{topic.name, model::labelOf(topic.role), QString::number(covered.den),
                              QString::number(covered.num), covered.toPercent()},
                             model::kindOf<model::TrainingTopic>().key,
                             topic.uid,
                             covered.num < covered.den});
    }
    summary.sentence =
        summary.rows.isEmpty()
            ? Text::tr("还没有登记培训课题；没有课题时，参加过任一次培训就算已训。")
            : Text::tr("%1 个课题，其中 %2 个还没有全部覆盖。").arg(summary.rows.size()).arg(summary.pressing());
    return summary;
}

} // namespace chengheng::rules
