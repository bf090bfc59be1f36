// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/undo.h"

#include "services/actions.h"
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

/// What a journal intent is called in the bar: “登记参建单位”.
QString intentSentence(const QString& intent)
{
    const QString kindKey = intent.section(QLatin1Char('.'), 0, 0);
    const QString deed = intent.section(QLatin1Char('.'), 1);
    const model::RecordKind* kind = model::findKind(kindKey);
    const QString title = kind ? kind->title : kindKey;
    if (deed == QLatin1String("add"))
        return Text::tr("登记%1").arg(title);
    if (deed == QLatin1String("correct") || deed == QLatin1String("revise"))
        return Text::tr("修改%1").arg(title);
    if (deed == QLatin1String("change"))
        return Text::tr("变更%1").arg(title);
    if (deed == QLatin1String("import"))
        return Text::tr("导入%1").arg(title);
    if (const Action* action = kind ? findAction(*kind, deed) : nullptr)
        return action->title;
    return title;
}

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
    const QString title = intentSentence(entries.last().second);
    return Undoable{entries.last().first, title, Text::tr("撤销：%1").arg(title),
                    entries.last().second.endsWith(QLatin1String(".import"))};
}

Result<Written> undoEntry(Workspace& workspace, qint64 seq)
{
    auto& entries = workspace.data().undoable;
    const auto place = std::find_if(entries.begin(), entries.end(),
                                    [seq](const auto& entry) { return entry.first == seq; });
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
        return fail(ErrorKind::NotFound, "nothing_to_undo", Text::tr("本次打开后所做的操作都已撤销，没有可以再撤销的了。"));
    const auto batch = batchOf(workspace, *last);
    if (!batch)
        return fail(batch.error());
    const auto undone = batch->isNull() ? undoEntry(workspace, last->seq) : undoImport(workspace, *batch);
    return undone ? Result<Undoable>(*last) : Result<Undoable>(fail(undone.error()));
}

} // namespace chengheng::services
