// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/list_papers.h"

#include "documents/list_paper.h"
#include "services/tables.h"

namespace chengheng::services {

namespace {

/// A list without rows yet, under the campaign's name.
documents::PrintedList listOf(const Workspace& workspace, const QString& title, QDate day)
{
    documents::PrintedList list;
    list.title = title;
    list.campaign = workspace.plan().title;
    list.asOf = workspace.dayOrToday(day);
    return list;
}

Result<documents::RecordNames> namesBehind(const Workspace& workspace, const QVector<const model::Field*>& columns)
{
    documents::RecordNames names;
    for (const model::Field* field : columns) {
        if (field->refers.isEmpty() || names.contains(field->refers))
            continue;
        const auto known = namesOf(workspace, *model::findKind(field->refers));
        if (!known)
            return fail(known.error());
        for (auto it = known->cbegin(); it != known->cend(); ++it)
            names[field->refers].insert(it.key().toString(), it.value());
    }
    return names;
}

} // namespace

Result<documents::Paper> registerOnPaper(const Workspace& workspace, const model::RecordKind& kind,
                                         const RegisterQuery& query)
{
    auto records = listRecords(workspace, kind, query);
    if (!records)
        return fail(records.error());
    records->removeIf([&kind](const model::Record& record) { return !kind.isReleased(record); });
    QVector<const model::Field*> columns;
    for (const model::Field& field : kind.fields)
        if (field.isListed && documents::isPrintable(field))
            columns.append(&field);
    const auto names = namesBehind(workspace, columns);
    if (!names)
        return fail(names.error());
    documents::PrintedList list = listOf(workspace, kind.title, query.asOf);
    documents::addRecords(list, columns, *records, *names);
    return documents::listPaper(list);
}

Result<documents::Paper> summaryOnPaper(const Workspace& workspace, const rules::SummaryKind& kind,
                                        const rules::Summary& summary, QDate day)
{
    if (auto free = checkNoDraft(kind.title, summary); !free)
        return fail(free.error());
    documents::PrintedList list = listOf(workspace, kind.title, day);
    list.subtitle = summary.sentence;
    documents::addSummary(list, summary.columns, summary.rows);
    return documents::listPaper(list);
}

} // namespace chengheng::services
