// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rehearsal.h"

#include "base/dates.h"
#include "rules/latest_inspections.h"
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rehearsal)
};

/// On one sheet of one edition only do points mean the same.
bool isComparable(const model::Inspection& a, const model::Inspection& b)
{
    return a.sheet == b.sheet && a.edition == b.edition;
}

QVector<RehearsedItem> differences(const Sheet& sheet, const Score& recorded, const Score& rehearsed)
{
    QHash<QString, std::optional<Points>> known;
    for (const ItemScore& item : recorded.items)
        known.insert(item.item, item.points);
    QVector<RehearsedItem> items;
    for (const ItemScore& item : rehearsed.items)
        if (item.points != known.value(item.item))
            items.append({item.item, sheet.item(item.item)->criterion, known.value(item.item), item.points, item.why});
    return items;
}

RehearsalComparison compare(const model::Inspection& rehearsal, const model::Inspection* recorded,
                            const SheetEdition& sheets)
{
    RehearsalComparison compared;
    compared.unit = rehearsal.unit;
    compared.rehearsal = rehearsal.uid;
    compared.rehearsedOn = rehearsal.on;
    const auto mock = score(sheets, rehearsal);
    if (mock)
        compared.rehearsedScore = mock->score;
    if (!recorded)
        return compared;
    compared.recordedOn = recorded->on;
    const auto real = score(sheets, *recorded);
    if (real)
        compared.recordedScore = real->score;
    if (mock && real && isComparable(rehearsal, *recorded))
        compared.items = differences(*sheets.sheet(mock->sheet), *real, *mock);
    return compared;
}

QString pointsText(const std::optional<Points>& points)
{
    return points ? points->toString() : QStringLiteral("—");
}

/// The whole visit in one line.
SummaryRow wholeRow(const RehearsalComparison& compared, const QString& unit)
{
    const QString remark =
        !compared.recordedOn.isValid() ? Text::tr("还没有检查评分，无可对照")
        : compared.items.isEmpty()
            ? Text::tr("各项得分与记录一致")
            : Text::tr("%1 项与 %2 的检查不同").arg(compared.items.size()).arg(screenDate(compared.recordedOn));
    return {{unit, screenDate(compared.rehearsedOn), Text::tr("总分"), QString(), pointsText(compared.recordedScore),
             pointsText(compared.rehearsedScore), remark},
            model::kindOf<model::Unit>().key,
            compared.unit,
            compared.isWorse()};
}

} // namespace

bool RehearsalComparison::isWorse() const
{
    return (recordedScore && rehearsedScore && *rehearsedScore < *recordedScore)
           || std::any_of(items.begin(), items.end(), [](const RehearsedItem& item) { return item.isWorse(); });
}

QVector<RehearsalComparison> compareRehearsals(const model::CampaignFacts& facts, const SheetEdition& sheets)
{
    const auto rehearsed = latestOf(facts.rehearsals);
    const auto recorded = latestInspections(facts);
    QVector<Uid> visited{Uid()};
    for (const model::Unit& unit : facts.units)
        visited.append(unit.uid);
    QVector<RehearsalComparison> compared;
    for (const Uid& unit : std::as_const(visited))
        if (const model::Inspection* rehearsal = rehearsed.value(unit))
            compared.append(compare(*rehearsal, recorded.value(unit), sheets));
    return compared;
}

Summary rehearsalSummary(const SummaryInput& input)
{
    QHash<Uid, QString> names{{Uid(), Text::tr("组织者")}};
    for (const model::Unit& unit : input.facts.units)
        names.insert(unit.uid, unit.name);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("模拟日期"), Text::tr("评分项"), Text::tr("要求"),
                       Text::tr("记录得分"), Text::tr("模拟得分"), Text::tr("说明")};
    qint64 worse = 0;
    qint64 worseItems = 0;
    const auto all = compareRehearsals(input.facts, input.sheets);
    for (const RehearsalComparison& compared : all) {
        const QString unit = names.value(compared.unit);
        worse += compared.isWorse();
        summary.rows.append(wholeRow(compared, unit));
        for (const RehearsedItem& item : compared.items) {
            worseItems += item.isWorse();
            summary.rows.append({{unit, screenDate(compared.rehearsedOn), item.item, item.criterion,
                                  pointsText(item.recorded), pointsText(item.rehearsed), item.why},
                                 model::kindOf<model::Unit>().key,
                                 compared.unit,
                                 item.isWorse()});
        }
    }
    summary.sentence = Text::tr("模拟检查过 %1 家，其中 %2 家得分不如记录，共 %3 项。模拟结果不进入任何统计。")
                           .arg(all.size())
                           .arg(worse)
                           .arg(worseItems);
    return summary;
}

} // namespace chengheng::rules
