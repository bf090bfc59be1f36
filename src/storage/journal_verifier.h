// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal_hash.h"
#include "storage/record_reader.h"
#include "storage/search_keys.h"

#include <QHash>
#include <QSet>

#include <unordered_map>

namespace chengheng::storage {

/// One pass over the journal, which replays every row, then one over the rows and one over the
/// attachments' bytes. Runs inside an open read transaction.
class JournalVerifier
{
public:
    JournalVerifier(Connection& connection, JournalHead head);

    Result<VerifyReport> run();

private:
    /// What the journal says a row must be.
    struct RowState {
        QByteArray json; ///< empty: the row was removed
        qint64 seq = 0;
        qint64 version = 0;
    };
    using States = QHash<QByteArray, RowState>; ///< by uid

    Result<void> checkEntries();
    void checkEntry(const Statement& entry, const QString& digest);
    /// Takes the changes of an entry from the running statement; gives their digest.
    Result<QString> replayChanges(Statement& changes, qint64 seq);
    void replay(const Statement& change);
    void checkEnd();
    Result<void> checkRows(const model::RecordKind& kind);
    void checkRow(const model::RecordKind& kind, const Statement& row, States& states);
    Result<void> checkAttachments();
    Result<QSet<QString>> checkChunks();
    void note(const char* what, qint64 seq, const QString& why);

    Connection& m_connection;
    JournalHead m_head;
    VerifyReport m_report;
    SearchKeys m_searchKeys;
    std::unordered_map<QString, States> m_states; ///< by kind
    QString m_prev = emptyHead();
    qint64 m_lastSeq = 0;
    bool m_hasChange = false; ///< the running statement stands on a change not yet taken
};

} // namespace chengheng::storage
