// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/revert.h"

#include "model/campaign_records.h"
#include "services/internal/given_values.h"
#include "services/internal/record_writes.h"
#include "storage/journal.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

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

/// The last entry whose work still stands in a record: undos of this sitting and what they took back
/// cancel out.
Result<qint64> lastStandingSeq(const Workspace& workspace, storage::Intent& intent, const model::RecordKind& kind,
                               const Uid& uid)
{
    const auto last = intent.lastSeqOf(kind, uid);
    const auto& undone = workspace.data().undone;
    if (!last || !undone.contains(*last))
        return last;
    const auto entries = storage::Journal(*workspace.data().database).entriesOf(uid);
    if (!entries)
        return fail(entries.error());
    QSet<qint64> cancelled;
    for (const storage::JournalEntry& entry : *entries) {
        if (undone.contains(entry.seq))
            cancelled << undone.value(entry.seq);
        else if (!cancelled.contains(entry.seq))
            return entry.seq;
    }
    return 0;
}

/// Who undoes must be one who may write what comes out.
Result<void> checkMayRevert(const Workspace& workspace, storage::Intent& intent, const model::Record* restored,
                            const model::Record& current)
{
    if (current.kind->isInternal)
        return {};
    const auto allowed =
        restored ? checkWrite(workspace.actor(), &current, *restored) : checkWrite(workspace.actor(), nullptr, current);
    return allowed ? checkOwnStation(workspace, intent, current) : allowed;
}

/// Takes one row back to what it was before the entry.
Result<void> revert(const Workspace& workspace, storage::Intent& intent, const storage::JournalChange& change,
                    qint64 seq)
{
    const model::RecordKind* kind = model::findKind(change.kind);
    if (!kind)
        return fail(ErrorKind::Corrupt, "unknown_kind",
                    Text::tr("操作留痕中有本程序不认识的登记簿“%1”。").arg(change.kind));
    const auto lastSeq = lastStandingSeq(workspace, intent, *kind, change.uid);
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
    if (change.oldJson.isEmpty() && kind->key != model::kindOf<model::DatedChange>().key) {
        const auto later = changesOfSubject(intent, change.uid);
        if (!later)
            return fail(later.error());
        if (!later->isEmpty())
            return fail(ErrorKind::Conflict, "changed_meanwhile",
                        Text::tr("%1“%2”在此之后又有变更，不能直接撤销。").arg(kind->title, current->name()),
                        change.uid.toString());
    }
    if (change.oldJson.isEmpty()) {
        if (auto allowed = checkMayRevert(workspace, intent, nullptr, *current); !allowed)
            return allowed;
        if (bearsPaperNumbers(*kind))
            return voidNumbered(workspace, intent, *current);
        return intent.remove(*kind, change.uid, current->version);
    }
    auto restored = model::withJson(*current, objectOf(change.oldJson));
    if (!restored)
        return fail(restored.error());
    if (auto allowed = checkMayRevert(workspace, intent, &*restored, isGone ? *restored : *current); !allowed)
        return allowed;
    if (!isGone)
        return intent.update(*restored);
    restored->uid = change.uid;
    const auto inserted = intent.insert(*restored);
    return inserted ? Result<void>() : Result<void>(fail(inserted.error()));
}

/// Records of an entry that stay, void: papers and pieces of the archive that got their numbers in it.
QSet<QString> numberedIn(const QVector<storage::JournalChange>& changes)
{
    QSet<QString> uids;
    for (const storage::JournalChange& change : changes)
        if (const model::RecordKind* kind = model::findKind(change.kind);
            kind && change.oldJson.isEmpty() && bearsPaperNumbers(*kind))
            uids.insert(change.uid.toString());
    return uids;
}

/// What was attached to a record that stays, stays with it.
bool isKeptWith(const QSet<QString>& numbered, const storage::JournalChange& change)
{
    return change.kind == model::kindOf<model::Attachment>().key
           && numbered.contains(objectOf(change.newJson).value(QLatin1String("subject")).toString());
}

} // namespace

Result<void> revertEntry(const Workspace& workspace, storage::Intent& intent, qint64 seq, const QString& exceptKind)
{
    auto changes = storage::Journal(*workspace.data().database).changesOf(seq);
    if (!changes)
        return fail(changes.error());
    std::reverse(changes->begin(), changes->end()); // children go before their parents
    const QSet<QString> numbered = numberedIn(*changes);
    for (const storage::JournalChange& change : *changes) {
        if (change.kind == exceptKind || isKeptWith(numbered, change))
            continue;
        if (auto reverted = revert(workspace, intent, change, seq); !reverted)
            return reverted;
    }
    return {};
}

void rememberUndone(Workspace& workspace, qint64 seq, qint64 by)
{
    Workspace::Data& data = workspace.data();
    data.undoable.removeIf([seq, by](const auto& entry) { return entry.first == seq || entry.first == by; });
    data.undone.insert(by, seq);
}

} // namespace chengheng::services
