// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/revert.h"

#include "storage/journal.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Revert)
};

QJsonObject objectOf(const QString& json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

/// Takes one row back to what it was before the entry.
Result<void> revert(storage::Intent& intent, const storage::JournalChange& change, qint64 seq)
{
    const model::RecordKind* kind = model::findKind(change.kind);
    if (!kind)
        return fail(ErrorKind::Corrupt, "unknown_kind", Text::tr("操作留痕中有本程序不认识的登记簿“%1”。").arg(change.kind));
    const auto lastSeq = intent.lastSeqOf(*kind, change.uid);
    if (!lastSeq)
        return fail(lastSeq.error());
    const bool isGone = change.newJson.isEmpty();
    auto current = isGone ? Result<model::Record>(model::Record(*kind)) : intent.find(*kind, change.uid);
    if (!current)
        return fail(current.error());
    if (*lastSeq != seq && !isGone)
        return fail(ErrorKind::Conflict, "changed_meanwhile",
                    Text::tr("%1“%2”在此之后又有修改，不能直接撤销。").arg(kind->title, current->name()),
                    change.uid.toString());
    if (change.oldJson.isEmpty())
        return intent.remove(*kind, change.uid, current->version);
    auto restored = model::withJson(*current, objectOf(change.oldJson));
    if (!restored)
        return fail(restored.error());
    if (!isGone)
        return intent.update(*restored);
    restored->uid = change.uid;
    const auto inserted = intent.insert(*restored);
    return inserted ? Result<void>() : Result<void>(fail(inserted.error()));
}

} // namespace

Result<void> revertEntry(const Workspace& workspace, storage::Intent& intent, qint64 seq,
                         const QString& exceptKind)
{
    auto changes = storage::Journal(*workspace.data().database).changesOf(seq);
    if (!changes)
        return fail(changes.error());
    std::reverse(changes->begin(), changes->end()); // children go before their parents
    for (const storage::JournalChange& change : *changes) {
        if (change.kind == exceptKind)
            continue;
        if (auto reverted = revert(intent, change, seq); !reverted)
            return reverted;
    }
    return {};
}

} // namespace chengheng::services
