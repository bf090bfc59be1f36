// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/list_paper.h"
#include "documents/packet_papers.h"
#include "documents/paper_fields.h"
#include "rules/summary.h"

#include <QCoreApplication>

#include <map>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AcceptancePacket)
};

using model::Field;

PrintedList listOf(const PacketInput& input, const RequiredPaper& paper)
{
    const Paper blank = blankPaper(input, paper.title);
    PrintedList list;
    list.title = paper.title;
    list.campaign = blank.campaign;
    list.asOf = input.day;
    return list;
}

QVector<const Field*> columnsOf(const RequiredPaper& paper, const model::RecordKind& kind)
{
    QVector<const Field*> columns;
    for (const Field& field : kind.fields)
        if (isPrintable(field) && (paper.fields.isEmpty() ? field.isListed : paper.fields.contains(field.key)))
            columns.append(&field);
    return columns;
}

RecordNames namesBehind(const PacketInput& input, const QVector<const Field*>& columns)
{
    RecordNames names;
    for (const Field* field : columns) {
        if (field->refers.isEmpty() || names.contains(field->refers))
            continue;
        QHash<QString, QString>& known = names[field->refers];
        for (const model::Record& record : model::recordsOf(input.facts, field->refers))
            known.insert(record.uid.toString(), record.name());
    }
    return names;
}

PrintedList wholeList(const PacketInput& input, const RequiredPaper& paper)
{
    const model::RecordKind& kind = *model::findKind(paper.source);
    const QVector<const Field*> columns = columnsOf(paper, kind);
    PrintedList list = listOf(input, paper);
    addRecords(list, columns, recordsFor(paper, input.facts, kind.key), namesBehind(input, columns));
    return list;
}

/// Numbers by the values of a field: whose records they are stays in the office.
PrintedList countedList(const PacketInput& input, const RequiredPaper& paper)
{
    const model::RecordKind& kind = *model::findKind(paper.source);
    const Field& field = *kind.field(paper.countBy);
    const RecordNames names = namesBehind(input, {&field});
    std::map<QString, qint64> counts;
    qint64 all = 0;
    for (const model::Record& record : recordsFor(paper, input.facts, kind.key)) {
        const QString value = printedText(field, record.value(field.key), names);
        ++counts[value.isEmpty() ? Text::tr("未填写") : value];
        ++all;
    }
    PrintedList list = listOf(input, paper);
    list.columns = {{field.label}, {Text::tr("数目"), Alignment::Right}};
    for (const auto& [value, count] : counts)
        list.rows.append({value, QString::number(count)});
    list.totals = QStringList{QString(), QString::number(all)};
    return list;
}

} // namespace

Paper registerPaper(const PacketInput& input, const RequiredPaper& paper)
{
    return listPaper(paper.countBy.isEmpty() ? wholeList(input, paper) : countedList(input, paper));
}

namespace {

rules::Summary summaryOf(const PacketInput& input, const RequiredPaper& paper)
{
    return rules::findSummary(paper.source)->make({input.facts, input.plan, input.sheets, input.calendar, input.day});
}

} // namespace

rules::Summary tableOf(const PacketInput& input, const RequiredPaper& paper)
{
    if (paper.part == PacketPart::Summary)
        return summaryOf(input, paper);
    const PrintedList list = wholeList(input, paper);
    rules::Summary table;
    for (const ListColumn& column : list.columns)
        table.columns << column.heading;
    for (const QStringList& row : list.rows)
        table.rows.append({row});
    return table;
}

Paper summaryPaper(const PacketInput& input, const RequiredPaper& paper)
{
    const rules::Summary summary = summaryOf(input, paper);
    PrintedList list = listOf(input, paper);
    list.subtitle = summary.sentence;
    addSummary(list, summary.columns, summary.rows);
    return listPaper(list);
}

} // namespace chengheng::documents
