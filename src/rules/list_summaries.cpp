// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/complaint_records.h"
#include "model/publicity_records.h"
#include "rules/list_state.h"
#include "rules/problem_state.h"
#include "rules/standing.h"

#include <QCoreApplication>

namespace chengheng::rules {

using model::ListColour;
using model::ListEntry;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ListSummaries)
};

/// Cases for which an entry was made once, though it has been taken off since.
QSet<Uid> answeredCases(const SummaryInput& input)
{
    QSet<Uid> answered;
    for (const ListEntry& entry : bookOf<ListEntry>(input.facts))
        answered.insert(entry.enforcementCase);
    return answered;
}

/// Decided cases of each unit: the ground of a black entry.
QHash<Uid, QVector<model::EnforcementCase>> decidedCases(const SummaryInput& input)
{
    QHash<Uid, QVector<model::EnforcementCase>> cases;
    for (const model::EnforcementCase& one : bookOf<model::EnforcementCase>(input.facts))
        if (!one.unit.isNull() && one.decidedOn.isValid() && one.decidedOn <= input.day)
            cases[one.unit].append(one);
    return cases;
}

/// Units on a list, or proposed for it, on the day.
QSet<Uid> listed(const SummaryInput& input, ListColour colour)
{
    QSet<Uid> units;
    for (const ListEntry& entry : bookOf<ListEntry>(input.facts)) {
        const ListState state = listState(entry, input.day);
        if (entry.colour == colour && state != ListState::Ended && state != ListState::Removed)
            units.insert(entry.unit);
    }
    return units;
}

/// The line of a unit that the rules would list; it proposes an entry where there is none yet.
SummaryRow draft(const SummaryInput& input, const UnitStanding& unit, ListColour colour, const QString& ground,
                 const Uid& byCase, bool isListed)
{
    const bool isBlack = colour == ListColour::Black;
    SummaryRow row{{isBlack ? Text::tr("黑名单") : Text::tr("红名单"), unit.name, ground,
                    isListed ? Text::tr("已登记") : QString()},
                   model::kindOf<model::Unit>().key,
                   unit.uid,
                   isBlack};
    if (isListed)
        return row;
    ListEntry entry;
    entry.unit = unit.uid;
    entry.colour = colour;
    entry.ground = ground.left(200);
    entry.draftedOn = input.day;
    entry.enforcementCase = byCase;
    row.proposal = model::toRecord(entry);
    return row;
}

} // namespace

Summary listDraftSummary(const SummaryInput& input)
{
    Summary summary;
    summary.isDraft = true;
    summary.columns = {Text::tr("名单"), Text::tr("单位名称"), Text::tr("理由"), Text::tr("登记")};
    const auto cases = decidedCases(input);
    const QSet<Uid> answered = answeredCases(input);
    const QSet<Uid> black = listed(input, ListColour::Black);
    const QSet<Uid> red = listed(input, ListColour::Red);
    const auto steps = stepsByProblem(input.facts);
    QSet<Uid> withOpenProblems;
    for (const model::Problem& problem : input.facts.problems)
        if (!problemStanding(problem, steps.value(problem.uid), input.day).isClosed())
            withOpenProblems.insert(problem.unit);
    QSet<Uid> inspected;
    for (const model::Inspection& inspection : input.facts.inspections)
        inspected.insert(inspection.unit);
    for (const UnitStanding& unit : standings(input.facts, input.sheets, input.day)) {
        const bool isBlack = black.contains(unit.uid);
        auto own = cases.value(unit.uid);
        if (!isBlack)
            own.removeIf([&](const model::EnforcementCase& one) { return answered.contains(one.uid); });
        QStringList grounds;
        for (const model::EnforcementCase& one : std::as_const(own))
            grounds << Text::tr("案件%1已作出处理决定").arg(one.number);
        if (!grounds.isEmpty())
            summary.rows.append(
                draft(input, unit, ListColour::Black, grounds.join(Text::tr("；")), own.first().uid, isBlack));
        else if (!unit.fails && !isBlack && inspected.contains(unit.uid) && !withOpenProblems.contains(unit.uid))
            summary.rows.append(draft(input, unit, ListColour::Red,
                                      Text::tr("最近检查合格，器具全部有效，没有未销号的问题"), {},
                                      red.contains(unit.uid)));
    }
    summary.sentence =
        Text::tr("按规则可列红名单 %1 家、黑名单 %2 家；列入前须告知、听取陈述并经镇、局批准，未批准的不能导出或打印。")
            .arg(summary.rows.size() - summary.pressing())
            .arg(summary.pressing());
    return summary;
}

Summary listStateSummary(const SummaryInput& input)
{
    QHash<Uid, QString> units;
    for (const model::Unit& unit : input.facts.units)
        units.insert(unit.uid, unit.name);
    Summary summary;
    summary.isDraft = true; // shows entries on their way, too
    summary.columns = {Text::tr("名单"), Text::tr("单位名称"), Text::tr("列入理由"),
                       Text::tr("状态"), Text::tr("公布至"),   Text::tr("下一步")};
    qsizetype inForce = 0;
    for (const ListEntry& entry : bookOf<ListEntry>(input.facts)) {
        const ListState state = listState(entry, input.day);
        const QString next = labelOf(nextForList(entry, input.day));
        inForce += state == ListState::InForce;
        summary.rows.append({{model::labelOf(entry.colour), units.value(entry.unit), entry.ground, labelOf(state),
                              screenDate(entry.endOn), next},
                             model::kindOf<ListEntry>().key,
                             entry.uid,
                             !next.isEmpty()});
    }
    summary.sentence = Text::tr("名单 %1 条，公布中 %2 条，有下一步要办的 %3 条。")
                           .arg(summary.rows.size())
                           .arg(inForce)
                           .arg(summary.pressing());
    return summary;
}

} // namespace chengheng::rules
