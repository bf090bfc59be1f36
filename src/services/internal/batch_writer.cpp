// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/batch_writer.h"

#include "model/as_of.h"
#include "services/internal/record_writes.h"
#include "services/internal/row_encoder.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

} // namespace

Result<void> BatchWriter::write(const JudgedRow& row)
{
    if (row.verdict.verdict == Verdict::Accepted && !standsAlone(*row.record.kind))
        if (const auto added = insertChecked(m_workspace, m_intent, row.record); !added)
            return fail(added.error());
    for (const storage::PreparedRecord& prepared : row.prepared)
        if (const auto added = m_intent.insert(prepared); !added)
            return fail(added.error());
    return row.verdict.verdict == Verdict::Updated ? update(row) : Result<void>();
}

/// Blank keeps; a field that moves a figure changes from today on, the rest is overwritten.
Result<void> BatchWriter::update(const JudgedRow& row)
{
    auto stored = m_intent.find(*row.record.kind, row.existing);
    if (!stored)
        return fail(stored.error());
    const auto changes = changesOfSubject(m_intent, row.existing);
    if (!changes)
        return fail(changes.error());
    const model::Record now = model::asOf(*stored, *changes, m_workspace.clock().today());
    model::Record changed = *stored;
    FieldValues dated;
    for (qsizetype i = 0; i < changed.values.size(); ++i) {
        const model::Value& value = row.record.values[i];
        if (model::isEmpty(value) || value == now.values[i])
            continue;
        if (changed.kind->fields[i].isDated)
            dated.insert(changed.kind->fields[i].key, value);
        else
            changed.values[i] = value;
    }
    if (changed.values != stored->values)
        if (auto updated = updateChecked(m_workspace, m_intent, changed); !updated)
            return updated;
    if (!dated.isEmpty())
        if (auto written = writeChanges(m_workspace, m_intent, *changed.kind, row.existing, dated,
                                        m_workspace.clock().today(), Text::tr("导入“%1”").arg(m_fileName));
            !written)
            return written;
    return row.child ? addVerification(now, *row.child) : Result<void>();
}

/// The verification of a ledger row, unless one of that day is on record already.
Result<void> BatchWriter::addVerification(const model::Record& instrumentRecord, const model::Record& child)
{
    const model::Verification verification = verificationOf(instrumentRecord, child);
    const auto same = m_intent.count(model::kindOf<model::Verification>(),
                                     {.where = {{QStringLiteral("instrument"), instrumentRecord.uid.toString()},
                                                {QStringLiteral("verified_on"), verification.verifiedOn}}});
    if (!same)
        return fail(same.error());
    if (*same > 0)
        return {};
    const auto added = m_intent.insert(model::toRecord(verification));
    return added ? Result<void>() : Result<void>(fail(added.error()));
}

} // namespace chengheng::services
