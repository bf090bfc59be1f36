// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/undo.h"

#include "services/intent_titles.h"
#include "services/internal/revert.h"
#include "services/tables.h"
#include "storage/journal.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Undo)
};

/// The batch that an entry imported; null where it is no import.
Result<Uid> batchOf(const Workspace& workspace, const Undoable& entry)
{
    if (!entry.isImport)
        return Uid();
    const auto changes = storage::Journal(*workspace.data().database).changesOf(entry.seq);
    if (!changes)
        return fail(changes.error());
    for (const storage::JournalChange& change : *changes)
        if (change.kind == model::kindOf<model::ImportBatch>().key)
            return change.uid;
    return Uid();
}

} // namespace

std::optional<Undoable> lastUndoable(const Workspace& workspace)
{
    const auto& entries = workspace.data().undoable;
    if (entries.isEmpty())
        return std::nullopt;
    const QString title = intentTitle(entries.last().second);
    return Undoable{entries.last().first, title, Text::tr("撤销：%1").arg(title),
                    entries.last().second.endsWith(QLatin1String(".import"))};
}

Result<Written> undoEntry(Workspace& workspace, qint64 seq)
{
    auto& entries = workspace.data().undoable;
    const auto place =
        std::find_if(entries.begin(), entries.end(), [seq](const auto& entry) { return entry.first == seq; });
    if (place == entries.end())
        return fail(ErrorKind::Denied, "not_own_entry", Text::tr("只能撤销自己本次打开后所做的操作。"));
    const auto done = runIntent(workspace, QStringLiteral("journal.undo"), Uid::create(),
                                [&](storage::Intent& intent) { return revertEntry(workspace, intent, seq); });
    if (!done)
        return fail(done.error());
    rememberUndone(workspace, seq, *done);
    return Written{{}, *done};
}

Result<Undoable> undoLast(Workspace& workspace)
{
    const auto last = lastUndoable(workspace);
    if (!last)
        return fail(ErrorKind::NotFound, "nothing_to_undo",
                    Text::tr("本次打开后所做的操作都已撤销，没有可以再撤销的了。"));
    const auto batch = batchOf(workspace, *last);
    if (!batch)
        return fail(batch.error());
    const auto undone = batch->isNull() ? undoEntry(workspace, last->seq) : undoImport(workspace, *batch);
    return undone ? Result<Undoable>(*last) : Result<Undoable>(fail(undone.error()));
}

namespace {

/// Entries that stay: nobody could come in again, or there would be nothing left.
bool isLasting(const QString& intent)
{
    return intent == QLatin1String("campaign.new") || intent == QLatin1String("campaign.close")
           || intent == QLatin1String("campaign.reopen") || intent == QLatin1String("journal.undo")
           || intent == QLatin1String("import_batch.undo") || intent.endsWith(QLatin1String("_passwords"))
           || intent.endsWith(QLatin1String("_password"));
}

} // namespace

Result<Undoable> undoOwn(Workspace& workspace, qint64 seq)
{
    const storage::Journal journal(*workspace.data().database);
    const auto head = journal.head();
    if (!head)
        return fail(head.error());
    if (seq < 1 || seq > head->entries)
        return fail(ErrorKind::NotFound, "no_such_entry", Text::tr("操作留痕里没有第 %1 号。").arg(seq),
                    QString::number(seq));
    const auto entry = journal.entries(1, head->entries - seq);
    if (!entry)
        return fail(entry.error());
    const storage::JournalEntry& own = entry->first();
    if (own.who != workspace.actor().name || isLasting(own.intent))
        return fail(ErrorKind::Denied, "not_own_entry",
                    Text::tr("第 %1 号是%2做的“%3”，不能由“%4”撤销。")
                        .arg(QString::number(seq), own.who, intentTitle(own.intent), workspace.actor().name),
                    QString::number(seq));
    auto& undoable = workspace.data().undoable;
    undoable.append({seq, own.intent});
    return undoLast(workspace);
}

} // namespace chengheng::services
