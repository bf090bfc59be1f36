// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/handover_paper.h"

#include "base/dates.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HandoverPaper)
};

/// One numbered row for each line.
TableBlock numbered(const QString& heading, const QString& lines)
{
    TableBlock table{{{Text::tr("序号"), 0.5, Alignment::Centre}, {heading, 7}, {Text::tr("接交人核对"), 1.2}}, {}};
    for (const QString& line : lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        table.rows.append({QString::number(table.rows.size() + 1), line, {}});
    return table;
}

QString orNone(const QString& text)
{
    return text.isEmpty() ? Text::tr("没有写明") : text;
}

} // namespace

Paper handoverPaper(const model::Handover& handover, const QString& campaign)
{
    Paper paper;
    paper.title = Text::tr("移交清单");
    paper.subtitle = Text::tr("%1移交%2，%3").arg(handover.fromPerson, handover.toPerson, paperDate(handover.on));
    paper.campaign = campaign;
    paper.asOf = handover.on;
    paper.blocks.append(KeyValues{
        {{Text::tr("移交人"), handover.fromPerson},
         {Text::tr("接交人"), handover.toPerson},
         {Text::tr("交接日期"), paperDate(handover.on)},
         {Text::tr("原因"), orNone(handover.remarks)},
         {Text::tr("档案与备份存放"), orNone(handover.backupPlace)},
         {Text::tr("账号权限"), handover.rolesMoved ? Text::tr("已移交") : Text::tr("尚未移交，请管理员办理")}}});
    paper.blocks.append(Heading{Text::tr("未办结事项")});
    paper.blocks.append(numbered(Text::tr("事项"), handover.openWork));
    paper.blocks.append(Heading{Text::tr("在外用印文书")});
    paper.blocks.append(numbered(Text::tr("文书"), handover.papersOut));
    paper.blocks.append(Signatures{{Text::tr("移交人（%1）").arg(handover.fromPerson),
                                    Text::tr("接交人（%1）").arg(handover.toPerson), Text::tr("监交人")}});
    return paper;
}

} // namespace chengheng::documents
