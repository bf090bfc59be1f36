// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/row_encoder.h"

#include "rules/verification.h"
#include "services/internal/record_writes.h"

namespace chengheng::services {

qsizetype countedField(const model::RecordKind& kind)
{
    const auto counted =
        std::find_if(kind.fields.begin(), kind.fields.end(), [](const model::Field& field) { return field.isCounted; });
    return counted == kind.fields.end() ? -1 : counted - kind.fields.begin();
}

model::Verification verificationOf(const model::Record& instrumentRecord, const model::Record& child)
{
    const auto instrument = model::fromRecord<model::Instrument>(instrumentRecord);
    auto verification = model::fromRecord<model::Verification>(child);
    verification.instrument = instrumentRecord.uid;
    verification.effectiveEnd = rules::effectiveEnd(verification, instrument.legalKind, instrument.cycleMonths);
    return verification;
}

RowEncoder::RowEncoder(const model::RecordKind& kind, qint64 lastNumber)
    : m_counted(countedField(kind)), m_lastNumber(lastNumber)
{}

Result<void> RowEncoder::encode(JudgedRow& row)
{
    const Verdict verdict = row.verdict.verdict;
    if (verdict != Verdict::Accepted && verdict != Verdict::Updated)
        return {};
    if (verdict == Verdict::Accepted && standsAlone(*row.record.kind)) {
        if (m_counted >= 0)
            row.record.values[m_counted] = ++m_lastNumber;
        if (auto added = add(row, row.record); !added)
            return added;
        if (row.child) {
            const auto verification = verificationOf(row.prepared.first().record, *row.child);
            if (auto added = add(row, model::toRecord(verification)); !added)
                return added;
        }
    }
    if (row.newAlias.isEmpty() || m_aliases.contains(row.newAlias))
        return {};
    m_aliases.insert(row.newAlias);
    model::UnitAlias alias;
    alias.unit = row.aliasOf;
    alias.alias = row.newAlias;
    return add(row, model::toRecord(alias));
}

Result<void> RowEncoder::add(JudgedRow& row, model::Record record)
{
    auto prepared = m_preparer.prepare(std::move(record));
    if (!prepared)
        return fail(prepared.error());
    row.prepared.append(std::move(*prepared));
    return {};
}

} // namespace chengheng::services
