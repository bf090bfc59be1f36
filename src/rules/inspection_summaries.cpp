// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/inspection_records.h"
#include "rules/measurement_check.h"
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

QString scoreText(const SheetEdition& sheets, const model::Inspection& inspection)
{
    const auto scored = score(sheets, inspection);
    return scored && scored->score ? scored->score->toString() : Text::tr("未评完");
}

} // namespace

Summary inspectionSummary(const SummaryInput& input)
{
    QHash<Uid, QVector<const model::Inspection*>> byUnit;
    for (const model::Inspection& inspection : input.facts.inspections)
        byUnit[inspection.unit].append(&inspection);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("业态"), Text::tr("次数"), Text::tr("最近检查"),
                       Text::tr("历次得分")};
    qint64 covered = 0;
    const auto units = unitsTakingPart(input.facts);
    for (const Unit& unit : units) {
        auto own = byUnit.value(unit.uid);
        std::stable_sort(own.begin(), own.end(), [](const auto* a, const auto* b) { return a->on < b->on; });
        QStringList scores;
        for (const model::Inspection* inspection : std::as_const(own))
            scores << Text::tr("%1 %2 %3")
                          .arg(screenDate(inspection->on), model::labelOf(inspection->kind),
                               scoreText(input.sheets, *inspection));
        own.removeIf(
            [](const model::Inspection* inspection) { return inspection->kind == model::InspectionKind::SelfCheck; });
        covered += !own.isEmpty();
        summary.rows.append(
            {{unit.name, model::labelOf(unit.trade), QString::number(own.size()),
              own.isEmpty() ? QString() : screenDate(own.last()->on), scores.join(QStringLiteral(" → "))},
             model::kindOf<Unit>().key,
             unit.uid,
             own.isEmpty()});
    }
    summary.sentence =
        Text::tr("%1 家参建单位，已检查 %2 家；自查的得分列出，不算检查。").arg(units.size()).arg(covered);
    return summary;
}

Summary selfCheckSummary(const SummaryInput& input)
{
    const auto names = unitNames(input.facts);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("轮次"), Text::tr("通知日期"), Text::tr("期限"),
                       Text::tr("上交")};
    qint64 handedIn = 0;
    const auto requests = bookOf<model::SelfCheckRequest>(input.facts);
    for (const model::SelfCheckRequest& request : requests) {
        const bool isIn = request.handedInOn.isValid() && request.handedInOn <= input.day;
        handedIn += isIn;
        const QString state = isIn                        ? screenDate(request.handedInOn)
                              : request.dueOn < input.day ? Text::tr("逾期 %1 天").arg(request.dueOn.daysTo(input.day))
                                                          : Text::tr("未交");
        summary.rows.append(
            {{names.value(request.unit), request.round, screenDate(request.askedOn), screenDate(request.dueOn), state},
             model::kindOf<model::SelfCheckRequest>().key,
             request.uid,
             !isIn && request.dueOn < input.day});
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
        summary.rows.append(
            {{names.value(check.unit), screenDate(check.on), Text::tr("称重：%1").arg(check.goods), verdict.why},
             model::kindOf<model::WeighingCheck>().key,
             check.uid,
             !verdict.isPassed});
    }
    for (const model::NozzleCheck& check : bookOf<model::NozzleCheck>(input.facts)) {
        const CheckVerdict verdict = verdictOn(check);
        summary.rows.append(
            {{names.value(check.unit), screenDate(check.on), Text::tr("加油枪：%1").arg(check.nozzle), verdict.why},
             model::kindOf<model::NozzleCheck>().key,
             check.uid,
             !verdict.isPassed});
    }
    summary.sentence = Text::tr("抽查 %1 次，不合格 %2 次。").arg(summary.rows.size()).arg(summary.pressing());
    return summary;
}

} // namespace chengheng::rules
