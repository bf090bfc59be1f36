// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/rehearsal_paper.h"

#include "documents/sheet_paper.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RehearsalPaper)
};

TableBlock routeTable(const QVector<model::Unit>& units)
{
    TableBlock table{{{Text::tr("顺序"), 0.6, Alignment::Centre},
                      {Text::tr("路段"), 1.5},
                      {Text::tr("单位"), 3},
                      {Text::tr("业态"), 1.3},
                      {Text::tr("地址"), 3},
                      {Text::tr("联系人"), 2.8},
                      {Text::tr("到达时间"), 1.3}},
                     {}};
    for (const model::Unit& unit : units) {
        const QString contact = unit.managerPhone.isEmpty() ? unit.head + QLatin1Char(' ') + unit.headPhone
                                                            : unit.manager + QLatin1Char(' ') + unit.managerPhone;
        table.rows.append({QString::number(table.rows.size() + 1), unit.road, unit.name, model::labelOf(unit.trade),
                           unit.address, contact.trimmed(), QString()});
    }
    return table;
}

void addBlankSheet(Paper& paper, const rules::SummaryInput& input, const model::Unit& unit)
{
    paper.blocks.append(PageBreak{});
    const rules::Sheet* sheet = input.sheets.sheetOf(unit.trade);
    if (!sheet) {
        paper.blocks.append(Heading{unit.name});
        paper.blocks.append(Paragraph{Text::tr("这家单位的业态没有对应的评分表。")});
        return;
    }
    SheetHead head;
    head.campaign = paper.campaign;
    head.unit = unit.name;
    head.address = unit.address;
    head.on = input.day;
    const Paper blank = blankSheetPaper(head, input.sheets, *sheet);
    paper.blocks.append(Heading{Text::tr("%1：%2（%3）").arg(unit.name, blank.title, blank.subtitle)});
    paper.blocks += blank.blocks;
    paper.mark = blank.mark;
}

} // namespace

Paper rehearsalPaper(const rules::SummaryInput& input, const rules::DrawResult& drawn)
{
    Paper paper = recordPaper(input, Text::tr("模拟抽查：走访路线和评分表"));
    paper.subtitle = Text::tr("抽签号 %1，抽中 %2 家%3")
                         .arg(drawn.seed)
                         .arg(drawn.units.size())
                         .arg(drawn.isStratified ? Text::tr("（每个业态至少一家）") : QString());
    paper.isLandscape = true;
    QVector<Uid> chosen;
    for (const rules::UnitStanding& unit : drawn.units)
        chosen.append(unit.uid);
    const QVector<model::Unit> units = chosen.isEmpty() ? QVector<model::Unit>() : byRoad(input, chosen);
    paper.blocks = {routeTable(units), Signatures{{Text::tr("模拟检查组")}}};
    for (const model::Unit& unit : units)
        addBlankSheet(paper, input, unit);
    return paper;
}

Paper fixFirstPaper(const rules::SummaryInput& input, const rules::FixFirst& list)
{
    Paper paper = recordPaper(input, Text::tr("先改哪几家"));
    paper.isLandscape = true;
    paper.blocks.append(Paragraph{list.why});
    if (list.lines.isEmpty())
        return paper;
    TableBlock table{{{Text::tr("顺序"), 0.5, Alignment::Centre},
                      {Text::tr("单位"), 2.4},
                      {Text::tr("业态"), 1.1},
                      {Text::tr("要改什么"), 5},
                      {Text::tr("只改它一家，抽查全过的可能性"), 1.5, Alignment::Right},
                      {Text::tr("改到这一家为止，抽查全过的可能性"), 1.5, Alignment::Right}},
                     {}};
    for (const rules::FixFirstLine& line : list.lines)
        table.rows.append({QString::number(table.rows.size() + 1), line.unit.name, model::labelOf(line.unit.trade),
                           line.unit.reasons.join(QLatin1Char('\n')), line.alone.decimal, line.soFar.decimal});
    paper.blocks.append(table);
    paper.blocks.append(Paragraph{Text::tr("可能性按抽签的组合数精确计算，保留六位小数。")});
    return paper;
}

} // namespace chengheng::documents
