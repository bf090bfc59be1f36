// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/row_judge.h"
#include "storage/prepared_record.h"

namespace chengheng::services {

/// Makes judged rows ready to be written, without a database: numbers what is counted, derives the end of
/// verifications, remembers the names that were answered.
class RowEncoder
{
public:
    /// `lastNumber`: the highest that records of the kind carry.
    RowEncoder(const model::RecordKind& kind, qint64 lastNumber);

    /// Fills `row.prepared`. What leans on records stored already is left to the writer, who reads them.
    Result<void> encode(JudgedRow& row);

private:
    Result<void> add(JudgedRow& row, model::Record record);

    qsizetype m_counted; ///< the field that counts the records, or -1
    qint64 m_lastNumber;
    QSet<QString> m_aliases;
    storage::RecordPreparer m_preparer;
};

/// The verification that stands in an instrument's ledger row.
model::Verification verificationOf(const model::Record& instrumentRecord, const model::Record& child);
/// The field of a kind that counts its records, or -1.
qsizetype countedField(const model::RecordKind& kind);

} // namespace chengheng::services
