// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/improvement.h"

#include "base/dates.h"
#include "rules/latest_inspections.h"
#include "rules/problem_state.h"
#include "rules/scoring.h"
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::Problem;
using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ImprovementSummaries)
};

/// A unit's problems that are not closed, with how far each is.
using OpenProblems = QVector<QPair<const Problem*, ProblemStanding>>;

QHash<Uid, OpenProblems> openProblems(const model::CampaignFacts& facts, QDate day)
{
    const auto steps = stepsByProblem(facts);
    QHash<Uid, OpenProblems> open;
    for (const Problem& problem : facts.problems) {
        const ProblemStanding standing = problemStanding(problem, steps.value(problem.uid), day);
        if (!standing.isClosed())
            open[problem.unit].append({&problem, standing});
    }
    return open;
}

/// Who puts it right at the unit.
QString responsibleAt(const Unit& unit)
{
    return unit.manager.isEmpty() ? unit.head : unit.manager;
}

void follow(Improvement& improvement, const Problem& problem, const ProblemStanding& standing)
{
    improvement.problem = problem.uid;
    improvement.dueOn = standing.dueOn;
    improvement.isOverdue = standing.isOverdue;
    improvement.state = labelOf(standing.state);
}

Improvement lostPoints(const Unit& unit, const Sheet& sheet, const ItemScore& item, const OpenProblems& open)
{
    Improvement improvement;
    improvement.item = item.item;
    improvement.what = sheet.item(item.item)->criterion;
    improvement.points = item.max - *item.points;
    improvement.responsible = responsibleAt(unit);
    improvement.why = item.why;
    for (const auto& [problem, standing] : open)
        if (problem->item == item.item)
            follow(improvement, *problem, standing);
    return improvement;
}

Improvement withoutPoints(const Unit& unit, const Problem& problem, const ProblemStanding& standing)
{
    Improvement improvement;
    improvement.item = problem.item;
    improvement.what = problem.description;
    improvement.responsible = responsibleAt(unit);
    follow(improvement, problem, standing);
    return improvement;
}

/// Faults found more than once: at one unit, or at several units of a trade.
struct Repeated {
    QString where;
    QVector<const Problem*> problems;
    QSet<Uid> units;
};

void note(Repeated& repeated, const QString& where, const Problem& problem)
{
    repeated.where = where;
    repeated.problems.append(&problem);
    repeated.units.insert(problem.unit);
}

SummaryRow rowOf(const Repeated& repeated)
{
    const Problem* last = *std::max_element(repeated.problems.begin(), repeated.problems.end(),
                                            [](const Problem* a, const Problem* b) { return a->foundOn < b->foundOn; });
    return {{repeated.where, last->fault, QString::number(repeated.problems.size()),
             QString::number(repeated.units.size()), screenDate(last->foundOn), last->description},
            model::kindOf<Problem>().key,
            last->uid,
            true};
}

} // namespace

QVector<UnitImprovements> improvementsOf(const model::CampaignFacts& facts, const SheetEdition& sheets, QDate day)
{
    const auto latest = latestInspections(facts);
    const auto open = openProblems(facts, day);
    QVector<UnitImprovements> all;
    for (const Unit& unit : unitsTakingPart(facts)) {
        UnitImprovements own{unit.uid, unit.name, {}, {}};
        QSet<Uid> followed;
        const model::Inspection* inspection = latest.value(unit.uid);
        const Sheet* sheet = inspection ? sheets.sheet(int(inspection->sheet)) : nullptr;
        const auto scored = sheet ? score(sheets, *inspection) : Result<Score>();
        if (sheet && scored)
            for (const ItemScore& item : scored->items)
                if (item.points && *item.points < item.max) {
                    own.items.append(lostPoints(unit, *sheet, item, open.value(unit.uid)));
                    own.points += own.items.last().points;
                    followed.insert(own.items.last().problem);
                }
        std::stable_sort(own.items.begin(), own.items.end(),
                         [](const auto& a, const auto& b) { return a.points > b.points; });
        for (const auto& [problem, standing] : open.value(unit.uid))
            if (!followed.contains(problem->uid))
                own.items.append(withoutPoints(unit, *problem, standing));
        if (!own.items.isEmpty())
            all.append(own);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.points > b.points; });
    return all;
}

Summary improvementSummary(const SummaryInput& input)
{
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("评分项"), Text::tr("要改进的"), Text::tr("可挽回分"),
                       Text::tr("责任人"),   Text::tr("期限"),   Text::tr("状态"),     Text::tr("原因")};
    Points total;
    qint64 lost = 0;
    for (const UnitImprovements& own : improvementsOf(input.facts, input.sheets, input.day)) {
        total += own.points;
        for (const Improvement& one : own.items) {
            lost += one.points > Points();
            summary.rows.append(
                {{own.name, one.item, one.what, one.points > Points() ? one.points.toString() : QString(),
                  one.responsible, one.dueOn.isValid() ? screenDate(one.dueOn) : QString(),
                  one.isOverdue ? Text::tr("%1（逾期）").arg(one.state) : one.state, one.why},
                 one.problem.isNull() ? model::kindOf<Unit>().key : model::kindOf<Problem>().key,
                 one.problem.isNull() ? own.unit : one.problem,
                 one.isOverdue || one.problem.isNull()});
        }
    }
    summary.sentence = Text::tr("最近一次检查（自查除外）共有 %1 项失分，可挽回 %2 分，可挽回最多的单位排在最前。")
                           .arg(lost)
                           .arg(total.toString());
    return summary;
}

Summary recurrenceSummary(const SummaryInput& input)
{
    QHash<Uid, const Unit*> units;
    for (const Unit& unit : input.facts.units)
        units.insert(unit.uid, &unit);
    QMap<QPair<QString, QString>, Repeated> atUnits;
    QMap<QPair<QString, QString>, Repeated> atTrades;
    for (const Problem& problem : input.facts.problems) {
        const Unit* unit = units.value(problem.unit);
        note(atUnits[{problem.unit.toString(), problem.fault}], unit ? unit->name : Text::tr("没有写单位"), problem);
        if (unit)
            note(atTrades[{model::keyOf(unit->trade), problem.fault}],
                 Text::tr("业态：%1").arg(model::labelOf(unit->trade)), problem);
    }
    Summary summary;
    summary.columns = {Text::tr("单位或业态"), Text::tr("问题代码"), Text::tr("次数"),
                       Text::tr("涉及单位"),   Text::tr("最近一次"), Text::tr("情况")};
    for (const Repeated& repeated : std::as_const(atUnits))
        if (repeated.problems.size() > 1)
            summary.rows.append(rowOf(repeated));
    const qsizetype own = summary.rows.size();
    for (const Repeated& repeated : std::as_const(atTrades))
        if (repeated.units.size() > 1)
            summary.rows.append(rowOf(repeated));
    summary.sentence = Text::tr("%1 类问题在同一单位重复出现，%2 类在同一业态的多家单位出现。")
                           .arg(own)
                           .arg(summary.rows.size() - own);
    return summary;
}

} // namespace chengheng::rules
