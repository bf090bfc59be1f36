// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/application_records.h"
#include "rules/application_state.h"
#include "rules/scoring.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ApplicationSummaries)
};

/// The acceptance inspection of a unit that a visit led to: the first on or after its day.
const model::Inspection* acceptanceOf(const model::CampaignFacts& facts, const Uid& unit, QDate visit)
{
    const model::Inspection* first = nullptr;
    for (const model::Inspection& inspection : facts.inspections)
        if (inspection.unit == unit && inspection.kind == model::InspectionKind::Acceptance && inspection.on >= visit
            && (!first || inspection.on < first->on))
            first = &inspection;
    return first;
}

} // namespace

Summary applicationSummary(const SummaryInput& input)
{
    QHash<Uid, QVector<model::ApplicationStep>> steps;
    for (const model::ApplicationStep& step : bookOf<model::ApplicationStep>(input.facts))
        steps[step.application].append(step);
    Summary summary;
    summary.columns = {Text::tr("申请"), Text::tr("类别"),   Text::tr("现在"),
                       Text::tr("日期"), Text::tr("下一步"), Text::tr("退回意见")};
    for (const model::Application& application : bookOf<model::Application>(input.facts)) {
        const ApplicationStanding standing = applicationStanding(application, steps.value(application.uid), input.day);
        const bool isReturned = standing.state == ApplicationState::Returned;
        summary.rows.append({{application.title, model::labelOf(application.kind), labelOf(standing.state),
                              screenDate(standing.since), standing.next, isReturned ? standing.opinion : QString()},
                             model::kindOf<model::Application>().key,
                             application.uid,
                             isReturned});
    }
    summary.sentence = Text::tr("%1 件申请，其中 %2 件被退回待修改。").arg(summary.rows.size()).arg(summary.pressing());
    return summary;
}

Summary acceptanceSummary(const SummaryInput& input)
{
    QHash<Uid, model::Unit> units;
    for (const model::Unit& unit : input.facts.units)
        units.insert(unit.uid, unit);
    QHash<Uid, QDate> visits;
    for (const model::AcceptanceVisit& visit : bookOf<model::AcceptanceVisit>(input.facts))
        visits.insert(visit.uid, visit.on);
    auto drawn = bookOf<model::DrawnUnit>(input.facts);
    drawn.removeIf([&](const model::DrawnUnit& one) { return !visits.contains(one.acceptanceVisit); });
    std::stable_sort(drawn.begin(), drawn.end(), [&](const auto& a, const auto& b) {
        return std::make_pair(visits[a.acceptanceVisit], a.place) < std::make_pair(visits[b.acceptanceVisit], b.place);
    });
    Summary summary;
    summary.columns = {Text::tr("验收日期"), Text::tr("次序"), Text::tr("单位名称"), Text::tr("业态"),
                       Text::tr("检查日期"), Text::tr("得分"), Text::tr("建议等级")};
    for (const model::DrawnUnit& one : std::as_const(drawn)) {
        const model::Unit unit = units.value(one.unit);
        const model::Inspection* inspection = acceptanceOf(input.facts, one.unit, visits[one.acceptanceVisit]);
        const auto scored = inspection ? score(input.sheets, *inspection) : Result<Score>(Score());
        summary.rows.append(
            {{screenDate(visits[one.acceptanceVisit]), QString::number(one.place.value_or(0)), unit.name,
              model::labelOf(unit.trade), inspection ? screenDate(inspection->on) : Text::tr("还没有检查"),
              scored && scored->score ? scored->score->toString() : QString(), scored ? scored->grade : QString()},
             model::kindOf<model::Unit>().key,
             one.unit,
             !inspection});
    }
    summary.sentence =
        Text::tr("抽查单位 %1 家，还没有验收检查记录的 %2 家。").arg(summary.rows.size()).arg(summary.pressing());
    return summary;
}

} // namespace chengheng::rules
