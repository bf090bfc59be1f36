// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/dates.h"
#include "documents/packet_papers.h"
#include "documents/unit_folder_paper.h"
#include "rules/latest_inspections.h"
#include "rules/problem_state.h"
#include "rules/quota.h"
#include "rules/standing.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AcceptancePacket)
};

QHash<Uid, QString> commitmentDays(const model::CampaignFacts& facts)
{
    QHash<Uid, QString> days;
    for (const model::Commitment& commitment : facts.commitments)
        if (commitment.signedOn.isValid())
            days.insert(commitment.unit, paperDate(commitment.signedOn));
    return days;
}

QString personWithPhone(const QString& name, const QString& phone)
{
    return phone.isEmpty() ? name : QString(name + QLatin1Char('\n') + phone);
}

TableBlock rosterTable()
{
    return {{{Text::tr("登记号"), 0.7, Alignment::Right},
             {Text::tr("单位名称"), 2.6},
             {Text::tr("统一社会信用代码"), 2.3},
             {Text::tr("地址"), 2.6},
             {Text::tr("负责人"), 1.3},
             {Text::tr("计量管理员"), 1.3},
             {Text::tr("承诺书签订"), 1.4}},
            {}};
}

QString pointsText(const rules::ItemScore& item)
{
    if (item.isNotApplicable)
        return Text::tr("不适用");
    return item.points ? item.points->toString() : Text::tr("未评");
}

TableBlock itemTable(const rules::Sheet& sheet, const rules::Score& score)
{
    TableBlock table{{{Text::tr("项目"), 0.7, Alignment::Centre},
                      {Text::tr("评分内容"), 4},
                      {Text::tr("满分"), 0.7, Alignment::Right},
                      {Text::tr("得分"), 0.8, Alignment::Right},
                      {Text::tr("得分说明"), 4}},
                     {}};
    for (const rules::ItemScore& item : score.items) {
        const rules::SheetItem* asked = sheet.item(item.item);
        table.rows.append(
            {item.item, asked ? asked->criterion : QString(), item.max.toString(), pointsText(item), item.why});
    }
    table.totals = QStringList{QString(), Text::tr("合计（适用项目）"), score.applicable.toString(),
                               score.earned.toString(), QString()};
    return table;
}

QString scoreText(const rules::Score& score)
{
    if (score.score)
        return Text::tr("%1 分").arg(score.score->toString());
    if (score.range)
        return Text::tr("未评完，可得 %1～%2 分").arg(score.range->low.toString(), score.range->high.toString());
    return Text::tr("无");
}

KeyValues sheetFacts(const model::Inspection& inspection, const rules::Score& score)
{
    const qsizetype inspectors = rules::personsIn(inspection.inspectors).size();
    KeyValues facts{{{Text::tr("检查日期"), paperDate(inspection.on)},
                     {Text::tr("检查类型"), model::labelOf(inspection.kind)},
                     {Text::tr("检查人员"), Text::tr("%1 人（名单由推进办公室保存）").arg(inspectors)},
                     {Text::tr("得分"), scoreText(score)},
                     {Text::tr("建议等次"), score.grade.isEmpty() ? Text::tr("无") : score.grade},
                     {Text::tr("说明"), score.why}}};
    if (!score.heldBack.isEmpty())
        facts.rows.append({Text::tr("等次说明"), score.heldBack});
    if (const QString conclusion = model::labelOf(inspection.conclusion); !conclusion.isEmpty())
        facts.rows.append({Text::tr("检查结论"), conclusion});
    return facts;
}

Paper sheetPaper(const PacketInput& input, const rules::UnitScores& scores, const Uid& unit, const QString& name,
                 const rules::Sheet* sheet)
{
    Paper paper = blankPaper(input, sheet ? sheet->title : input.catalogue.titleOf(PacketPart::Sheets));
    paper.subtitle = name;
    paper.mark = rules::markOf(input.sheets);
    const model::Inspection* latest = scores.latest(unit);
    if (!latest) {
        paper.blocks.append(Paragraph{Text::tr("没有检查评分的记录（自查不算）。")});
        return paper;
    }
    const auto score = scores.score(*latest);
    const rules::Sheet* scored = input.sheets.sheet(int(latest->sheet));
    if (!score || !scored) {
        paper.blocks.append(Paragraph{score ? Text::tr("评分表第 %1 号不在现在使用的版本里。").arg(latest->sheet)
                                            : score.error().message});
        return paper;
    }
    paper.title = scored->title;
    paper.blocks.append(sheetFacts(*latest, *score));
    paper.blocks.append(itemTable(*scored, *score));
    if (!input.sheets.status.isEmpty())
        paper.blocks.append(Paragraph{input.sheets.status});
    paper.blocks.append(Signatures{{Text::tr("检查人员"), Text::tr("受检单位")}});
    return paper;
}

} // namespace

Paper rosterPaper(const PacketInput& input)
{
    Paper paper = blankPaper(input, input.catalogue.titleOf(PacketPart::Roster));
    paper.isLandscape = true;
    const QHash<Uid, QString> commitments = commitmentDays(input.facts);
    for (const rules::QuotaStanding& quota : rules::quotas(input.facts, input.plan)) {
        TableBlock table = rosterTable();
        for (const model::Unit* unit : participants(input.facts))
            if (unit->trade == quota.trade)
                table.rows.append({QString::number(unit->registrationNumber), unit->name, unit->creditCode,
                                   unit->address, personWithPhone(unit->head, unit->headPhone),
                                   personWithPhone(unit->manager, unit->managerPhone),
                                   commitments.value(unit->uid, Text::tr("未签订"))});
        const QString trade = quota.trade == model::Trade::None ? Text::tr("未记行业") : model::labelOf(quota.trade);
        paper.blocks.append(
            Heading{Text::tr("%1（计划 %2 家，已登记 %3 家）").arg(trade).arg(quota.planned).arg(quota.registered)});
        paper.blocks.append(table);
    }
    return paper;
}

QVector<Paper> sheetPapers(const PacketInput& input)
{
    QVector<Paper> papers{blankPaper(input, Text::tr("评分表索引"))};
    TableBlock index{{{Text::tr("序号"), 0.6, Alignment::Right},
                      {Text::tr("单位"), 4},
                      {Text::tr("检查日期"), 1.8},
                      {Text::tr("得分"), 2},
                      {Text::tr("建议等次"), 1.2, Alignment::Centre},
                      {Text::tr("页码"), 0.8, Alignment::Right}},
                     {}};
    const rules::UnitScores scores(input.facts, input.sheets, input.day);
    const auto add = [&](const Uid& unit, const QString& name, const rules::Sheet* sheet) {
        const model::Inspection* latest = scores.latest(unit);
        const auto score = latest ? scores.score(*latest) : Result<rules::Score>(rules::Score());
        index.rows.append({QString::number(index.rows.size() + 1), name,
                           latest ? paperDate(latest->on) : QStringLiteral("—"),
                           latest && score ? scoreText(*score) : Text::tr("没有评分"),
                           latest && score ? score->grade : QString(), QString()});
        papers.append(sheetPaper(input, scores, unit, name, sheet));
    };
    add({}, Text::tr("组织者"), input.sheets.sheet(1));
    for (const model::Unit* unit : participants(input.facts))
        add(unit->uid, unit->name, input.sheets.sheetOf(unit->trade));
    papers.first().mark = papers.last().mark;
    papers.first().blocks.append(index);
    return papers;
}

QVector<Paper> unitFolderPapers(const PacketInput& input)
{
    const rules::SummaryInput facts{input.facts, input.plan, input.sheets, input.calendar, input.day};
    QVector<Paper> papers;
    for (const model::Unit* unit : participants(input.facts))
        papers.append(unitFolderPaper(facts, {unit->uid, input.visitScores, {}, true}));
    if (papers.isEmpty()) {
        papers.append(blankPaper(input, input.catalogue.titleOf(PacketPart::UnitFolders)));
        papers.last().blocks.append(Paragraph{Text::tr("还没有参建单位。")});
    }
    return papers;
}

} // namespace chengheng::documents
