// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/proposals.h"

#include "services/internal/record_writes.h"
#include "services/overview.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Proposals)
};

} // namespace

Result<qint64> takeProposals(Workspace& workspace, const rules::SummaryKind& kind, QDate day, const Uid& intent)
{
    const auto summary = summaryOn(workspace, kind, day);
    if (!summary)
        return fail(summary.error());
    QVector<model::Record> proposals;
    for (const rules::SummaryRow& row : summary->rows)
        if (row.proposal)
            proposals.append(*row.proposal);
    if (proposals.isEmpty())
        return fail(ErrorKind::NotFound, "nothing_proposed", Text::tr("“%1”里没有还没登记的。").arg(kind.title));
    const auto seq =
        runIntent(workspace, kind.book + QStringLiteral(".add"), intent, [&](storage::Intent& open) -> Result<void> {
            for (const model::Record& proposal : std::as_const(proposals))
                if (auto added = insertChecked(workspace, open, proposal); !added)
                    return fail(added.error());
            return {};
        });
    if (!seq)
        return fail(seq.error());
    return proposals.size();
}

} // namespace chengheng::services
