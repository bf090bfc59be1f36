// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/changes_by_others.h"

#include "services/internal/workspace_data.h"
#include "storage/journal.h"

#include <algorithm>

namespace chengheng::services {

Result<qint64> journalHead(const Workspace& workspace)
{
    const auto head = storage::Journal(*workspace.data().database).head();
    return head ? Result<qint64>(head->entries) : Result<qint64>(fail(head.error()));
}

Result<QVector<ChangeNotice>> changesAfter(const Workspace& workspace, qint64 seq, qint64 most)
{
    const auto head = journalHead(workspace);
    if (!head)
        return fail(head.error());
    const storage::Journal journal(*workspace.data().database);
    QVector<ChangeNotice> notices;
    for (qint64 next = seq + 1; next <= std::min(*head, seq + most); ++next) {
        const auto changes = journal.changesOf(next);
        if (!changes)
            return fail(changes.error());
        ChangeNotice notice{next, {}};
        for (const storage::JournalChange& change : *changes)
            if (!notice.kinds.contains(change.kind))
                notice.kinds << change.kind;
        notices.append(notice);
    }
    return notices;
}

} // namespace chengheng::services
