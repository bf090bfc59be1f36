// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/journal.h"

#include <QCryptographicHash>
#include <QFuture>

namespace chengheng::storage {

/// SHA-256 over an entry's changes in their order: kind, row, old and new text, a line each (canonical
/// JSON has no line breaks, so nothing can move from one to another). Of a long entry it is reckoned on another
/// thread meanwhile.
class ChangesDigest
{
public:
    ChangesDigest() = default;
    ~ChangesDigest();
    ChangesDigest(const ChangesDigest&) = delete;
    ChangesDigest& operator=(const ChangesDigest&) = delete;

    void add(const QByteArray& kind, const QByteArray& uid, const QByteArray& oldJson, const QByteArray& newJson);
    /// Of all that was added; nothing can be added afterwards.
    QString hex();

private:
    QByteArray m_lines; ///< not yet hashed
    QFuture<void> m_hashing;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

/// What an entry's hash covers, besides its own place in the chain.
struct EntryText {
    qint64 seq = 0;
    QString intentId;
    QString who;
    QString at; ///< UTC, ISO with milliseconds
    QString intent;
    QString reason;
    QString digest;
    QString prev;
};

/// SHA-256 over the entry's canonical JSON, lower-case hex.
QString entryHash(const EntryText& entry);

QString sha256Hex(const QByteArray& bytes);

/// The `prev` of the first entry and the head of an empty journal.
QString emptyHead();

} // namespace chengheng::storage
