// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/run_writing.h"

#include "services/internal/remarks.h"
#include "storage/journal.h"

#include <algorithm>

namespace chengheng::services {

namespace {

Result<Uid> writtenBefore(const Workspace& workspace, const model::RecordKind& kind, qint64 seq)
{
    const auto changes = storage::Journal(*workspace.data().database).changesOf(seq);
    if (!changes)
        return fail(changes.error());
    const auto last = std::find_if(changes->crbegin(), changes->crend(), [&](const storage::JournalChange& change) {
        return change.kind == kind.key && !change.newJson.isEmpty();
    });
    return last == changes->crend() ? Uid() : last->uid;
}

} // namespace

Result<Written> runWriting(Workspace& workspace, const QString& intent, const Uid& id, const model::RecordKind& kind,
                           const std::function<Result<Uid>(storage::Intent&)>& work)
{
    Written done;
    const auto seq = runIntent(workspace, intent, id, [&](storage::Intent& open) -> Result<void> {
        const auto written = work(open);
        if (!written)
            return fail(written.error());
        done.uid = *written;
        const auto record = written->isNull() ? Result<model::Record>(model::Record(kind)) : open.find(kind, *written);
        auto remark = record ? remarkOn(open, *record) : Result<QString>(fail(record.error()));
        if (!remark)
            return fail(remark.error());
        done.remark = *remark;
        return {};
    });
    if (!seq)
        return fail(seq.error());
    done.seq = *seq;
    if (!done.uid.isNull())
        return done;
    const auto before = writtenBefore(workspace, kind, *seq);
    return before ? Result<Written>(Written{*before, *seq}) : Result<Written>(fail(before.error()));
}

} // namespace chengheng::services
