// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "rules/paper_standing.h"
#include "rules/settings.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PaperSummaries)
};

} // namespace

Summary papersOutSummary(const SummaryInput& input)
{
    const auto steps = stepsByPaper(input.facts);
    const int patience = daysOf(input.facts, model::SettingName::PaperOut);
    QVector<QPair<QDate, SummaryRow>> rows;
    for (const model::IssuedPaper& paper : bookOf<model::IssuedPaper>(input.facts)) {
        const PaperStanding standing = paperStanding(paper, steps.value(paper.uid), input.day);
        if (!standing.isOut())
            continue;
        const int days = input.calendar.workingDaysBetween(standing.since, input.day);
        rows.append({standing.since,
                     {{paper.number, paper.title, labelOf(standing.state), screenDate(standing.since),
                       Text::tr("%1 个工作日").arg(days), paper.receiver, standing.person, standing.reason},
                      model::kindOf<model::IssuedPaper>().key,
                      paper.uid,
                      standing.state == PaperState::Returned || days > patience}});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    Summary summary;
    summary.columns = {Text::tr("文书编号"), Text::tr("题名"), Text::tr("现在"),   Text::tr("自何日"),
                       Text::tr("已有"),     Text::tr("送往"), Text::tr("经办人"), Text::tr("退回原因")};
    for (const auto& row : rows)
        summary.rows.append(row.second);
    summary.sentence = rows.isEmpty() ? Text::tr("没有在外未归的文书。")
                                      : Text::tr("%1 件文书尚未办结，其中 %2 件被退回或停留超过 %3 个工作日。")
                                            .arg(rows.size())
                                            .arg(summary.pressing())
                                            .arg(patience);
    return summary;
}

} // namespace chengheng::rules
