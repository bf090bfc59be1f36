// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/inspection_records.h"
#include "rules/measurement_check.h"
#include "rules/problem_state.h"
#include "rules/scoring.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(InspectionSummaries)
};

QHash<Uid, QString> unitNames(const model::CampaignFacts& facts)
{
    QHash<Uid, QString> names;
    for (const Unit& unit : facts.units)
        names.insert(unit.uid, unit.name);
    return names;
}

/// The latest inspection of each unit.
QHash<Uid, const model::Inspection*> latestInspections(const model::CampaignFacts& facts)
{
    QHash<Uid, const model::Inspection*> latest;
    for (const model::Inspection& inspection : facts.inspections) {
        const model::Inspection*& known = latest[inspection.unit];
        if (!known || known->on <= inspection.on)
            known = &inspection;
    }
    return latest;
}

QString scoreText(const SheetEdition& sheets, const model::Inspection& inspection)
{
    const auto scored = score(sheets, inspection);
    return scored && scored->score ? scored->score->toString() : Text::tr("未评完");
}

struct LostItem {
    SummaryRow row;
    Points lost;
};

} // namespace

Summary inspectionSummary(const SummaryInput& input)
{
    QHash<Uid, QVector<const model::Inspection*>> byUnit;
    for (const model::Inspection& inspection : input.facts.inspections)
        byUnit[inspection.unit].append(&inspection);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("业态"), Text::tr("次数"), Text::tr("最近检查"), Text::tr("历次得分")};
    qint64 covered = 0;
    const auto units = unitsTakingPart(input.facts);
    for (const Unit& unit : units) {
        auto own = byUnit.value(unit.uid);
        std::sort(own.begin(), own.end(), [](const auto* a, const auto* b) { return a->on < b->on; });
        QStringList scores;
        for (const model::Inspection* inspection : own)
            scores << scoreText(input.sheets, *inspection);
        covered += !own.isEmpty();
        summary.rows.append({{unit.name, model::labelOf(unit.trade), QString::number(own.size()),
                              own.isEmpty() ? QString() : screenDate(own.last()->on), scores.join(QStringLiteral(" → "))},
                             model::kindOf<Unit>().key, unit.uid, own.isEmpty()});
    }
    summary.sentence = Text::tr("%1 家参建单位，已检查 %2 家。").arg(units.size()).arg(covered);
    return summary;
}

Summary improvementSummary(const SummaryInput& input)
{
    const auto latest = latestInspections(input.facts);
    QVector<LostItem> lost;
    for (const Unit& unit : unitsTakingPart(input.facts)) {
        const model::Inspection* inspection = latest.value(unit.uid);
        const Sheet* sheet = inspection ? input.sheets.sheet(int(inspection->sheet)) : nullptr;
        const auto scored = sheet ? score(input.sheets, *inspection) : Result<Score>();
        if (!scored)
            continue;
        for (const ItemScore& item : scored->items) {
            if (!item.points || *item.points >= item.max)
                continue;
            const Points points = item.max - *item.points;
            lost.append({{{unit.name, item.item, sheet->item(item.item)->criterion, points.toString(), item.why},
                          model::kindOf<Unit>().key, unit.uid, true},
                         points});
        }
    }
    std::stable_sort(lost.begin(), lost.end(), [](const LostItem& a, const LostItem& b) { return a.lost > b.lost; });
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("评分项"), Text::tr("要求"), Text::tr("可挽回分"), Text::tr("原因")};
    Points total;
    for (const LostItem& item : lost) {
        summary.rows.append(item.row);
        total += item.lost;
    }
    summary.sentence = Text::tr("最近一次检查共有 %1 项失分，可挽回 %2 分。").arg(lost.size()).arg(total.toString());
    return summary;
}

Summary recurrenceSummary(const SummaryInput& input)
{
    const auto names = unitNames(input.facts);
    QMap<QPair<QString, QString>, QVector<const model::Problem*>> bySame;
    for (const model::Problem& problem : input.facts.problems)
        bySame[{problem.unit.toString(), problem.fault}].append(&problem);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("问题代码"), Text::tr("次数"), Text::tr("最近一次"), Text::tr("情况")};
    for (auto it = bySame.cbegin(); it != bySame.cend(); ++it) {
        if (it->size() < 2)
            continue;
        const model::Problem* last = *std::max_element(it->begin(), it->end(),
                                                       [](const auto* a, const auto* b) { return a->foundOn < b->foundOn; });
        summary.rows.append({{names.value(last->unit), last->fault, QString::number(it->size()), screenDate(last->foundOn),
                              last->description},
                             model::kindOf<model::Problem>().key, last->uid, true});
    }
    summary.sentence = Text::tr("%1 类问题在同一单位重复出现。").arg(summary.rows.size());
    return summary;
}

Summary selfCheckSummary(const SummaryInput& input)
{
    const auto names = unitNames(input.facts);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("轮次"), Text::tr("通知日期"), Text::tr("期限"), Text::tr("上交")};
    qint64 handedIn = 0;
    const auto requests = bookOf<model::SelfCheckRequest>(input.facts);
    for (const model::SelfCheckRequest& request : requests) {
        const bool isIn = request.handedInOn.isValid() && request.handedInOn <= input.day;
        handedIn += isIn;
        const QString state = isIn ? screenDate(request.handedInOn)
            : request.dueOn < input.day ? Text::tr("逾期 %1 天").arg(request.dueOn.daysTo(input.day))
                                        : Text::tr("未交");
        summary.rows.append({{names.value(request.unit), request.round, screenDate(request.askedOn), screenDate(request.dueOn), state},
                             model::kindOf<model::SelfCheckRequest>().key, request.uid, !isIn && request.dueOn < input.day});
    }
    summary.sentence = Text::tr("已通知自查 %1 家次，上交 %2 家次。").arg(requests.size()).arg(handedIn);
    return summary;
}

Summary measurementSummary(const SummaryInput& input)
{
    const auto names = unitNames(input.facts);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("日期"), Text::tr("抽查"), Text::tr("结论")};
    for (const model::WeighingCheck& check : bookOf<model::WeighingCheck>(input.facts)) {
        const CheckVerdict verdict = verdictOn(check);
        summary.rows.append({{names.value(check.unit), screenDate(check.on), Text::tr("称重：%1").arg(check.goods), verdict.why},
                             model::kindOf<model::WeighingCheck>().key, check.uid, !verdict.isPassed});
    }
    for (const model::NozzleCheck& check : bookOf<model::NozzleCheck>(input.facts)) {
        const CheckVerdict verdict = verdictOn(check);
        summary.rows.append({{names.value(check.unit), screenDate(check.on), Text::tr("加油枪：%1").arg(check.nozzle), verdict.why},
                             model::kindOf<model::NozzleCheck>().key, check.uid, !verdict.isPassed});
    }
    summary.sentence = Text::tr("抽查 %1 次，不合格 %2 次。").arg(summary.rows.size()).arg(summary.pressing());
    return summary;
}

} // namespace chengheng::rules
