// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/intent.h"
#include "storage/journal_hash.h"

namespace chengheng::storage {

/// Writes the one journal entry of an intent inside its transaction.
class JournalWriter
{
public:
    JournalWriter(Connection& connection, const IntentHead& head);

    /// First statement of the transaction: waits for other writers, reads the head, and sees whether
    /// this intent stands in the journal already.
    Result<void> lockHead();
    /// The entry of this intent where it was made before, else 0.
    qint64 doneBefore() const { return m_doneBefore; }
    qint64 seq() const { return m_entry.seq; }
    void setReason(const QString& reason) { m_entry.reason = reason; }

    Result<void> add(const model::RecordKind& kind, const Uid& row, const QByteArray& oldJson,
                     const QByteArray& newJson);
    Result<qint64> lastSeqOf(const model::RecordKind& kind, const Uid& uid);
    /// Highest value of a field among records of the kind that are gone.
    Result<qint64> highestGone(const model::RecordKind& kind, const QString& fieldKey);
    QStringList changedKinds() const { return m_kinds; }
    Result<qint64> finish();

private:
    Connection& m_connection;
    EntryText m_entry;
    ChangesDigest m_digest;
    qint64 m_changes = 0;
    qint64 m_doneBefore = 0;
    QStringList m_kinds;
};

} // namespace chengheng::storage
