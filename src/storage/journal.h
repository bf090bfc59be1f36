// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/uid.h"

#include <QDateTime>
#include <QSet>
#include <QVector>

#include <optional>

namespace chengheng::storage {

class Database;

struct JournalEntry {
    qint64 seq = 0;
    Uid id;
    QString who;
    QDateTime when; ///< local time
    QString intent;
    QString reason;
    QString hash;
};

/// One row changed by an entry. A new row has no old text, a removed one no new text; an update holds
/// only the fields that changed. Empty fields of whole rows are left out.
struct JournalChange {
    QString kind;
    Uid uid;
    QString oldJson;
    QString newJson;
};

/// A change with the entry it belongs to.
struct JournalLine {
    JournalEntry entry;
    JournalChange change;
};

struct JournalHead {
    qint64 entries = 0;
    QString hash; ///< of the last entry; 64 zeros before the first
};

struct VerifyBreak {
    QString what; ///< stable key: entry_changed, entry_missing, tail_cut, row_differs, …
    qint64 seq = 0;
    QString why;
};

struct VerifyReport {
    bool ok = false;
    QString head;
    qint64 entries = 0;
    QVector<VerifyBreak> breaks;
};

/// The journal of a campaign: every intent, chained by hashes.
class Journal
{
public:
    explicit Journal(Database& database) : m_database(database) {}

    /// Newest first.
    Result<QVector<JournalEntry>> entries(qint64 limit = -1, qint64 offset = 0) const;
    /// Entries that touched a record, newest first.
    Result<QVector<JournalEntry>> entriesOf(const Uid& record, qint64 limit = -1, qint64 offset = 0) const;
    /// Changes of an entry in the order they were made; of one record only where it is named.
    Result<QVector<JournalChange>> changesOf(qint64 seq, const Uid& record = {}) const;
    /// What was done to some rows, newest first, those of one entry in the order they were made.
    Result<QVector<JournalLine>> linesOf(const QVector<Uid>& rows) const;
    Result<JournalHead> head() const;
    /// Registers whose rows were changed by entries after `earlier`; none where that head is not one of this
    /// journal's (nothing was read yet, or another campaign stands here now), and then everything may differ.
    Result<std::optional<QSet<QString>>> kindsSince(const JournalHead& earlier) const;
    /// Checks chain, rows, derived values and attachment bytes against each other in one pass.
    Result<VerifyReport> verify() const;

private:
    Database& m_database;
};

} // namespace chengheng::storage
