// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_writer.h"

#include "storage/statements.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace chengheng::storage {

JournalWriter::JournalWriter(Connection& connection, const IntentHead& head) : m_connection(connection)
{
    m_entry.intentId = head.id.toString();
    m_entry.who = head.who;
    m_entry.at = head.when.toUTC().toString(Qt::ISODateWithMs);
    m_entry.intent = head.intent;
}

Result<void> JournalWriter::lockHead()
{
    auto head = m_connection.use(QStringLiteral("SELECT \"entries\", \"hash\" FROM \"campaign_head\" WHERE \"id\" = 1")
                                 + m_connection.lockingRead());
    if (!head)
        return fail(head.error());
    if (const auto row = (*head)->step(); !row)
        return fail(row.error());
    m_entry.seq = (*head)->integer(0) + 1;
    m_entry.prev = (*head)->text(1);
    auto same = m_connection.use(QStringLiteral("SELECT \"seq\" FROM \"journal_entry\" WHERE \"intent_id\" = ?"));
    if (!same)
        return fail(same.error());
    (*same)->bindText(0, m_entry.intentId);
    const auto row = (*same)->step();
    if (!row)
        return fail(row.error());
    if (*row)
        m_doneBefore = (*same)->integer(0);
    return {};
}

Result<void> JournalWriter::add(const model::RecordKind& kind, const Uid& row, const QByteArray& oldJson,
                                const QByteArray& newJson)
{
    auto change = m_connection.use(QStringLiteral(
        "INSERT INTO \"journal_change\" (\"entry\", \"position\", \"kind\", \"row_uid\", \"old\", \"new\")"
        " VALUES (?, ?, ?, ?, ?, ?)"));
    if (!change)
        return fail(change.error());
    const QByteArray kindKey = kind.key.toUtf8();
    const QByteArray uid = row.toString().toUtf8();
    (*change)->bindInteger(0, m_entry.seq);
    (*change)->bindInteger(1, ++m_changes);
    (*change)->bindUtf8(2, kindKey);
    (*change)->bindUtf8(3, uid);
    bindUtf8OrNull(**change, 4, oldJson);
    bindUtf8OrNull(**change, 5, newJson);
    if (auto stepped = (*change)->step(); !stepped)
        return fail(stepped.error());
    m_digest.add(kindKey, uid, oldJson, newJson);
    if (!m_kinds.contains(kind.key))
        m_kinds << kind.key;
    return {};
}

Result<qint64> JournalWriter::lastSeqOf(const model::RecordKind& kind, const Uid& uid)
{
    auto last = m_connection.use(QStringLiteral(
        "SELECT COALESCE(MAX(\"entry\"), 0) FROM \"journal_change\" WHERE \"row_uid\" = ? AND \"kind\" = ?"));
    if (!last)
        return fail(last.error());
    (*last)->bindText(0, uid.toString());
    (*last)->bindText(1, kind.key);
    if (const auto row = (*last)->step(); !row)
        return fail(row.error());
    return (*last)->integer(0);
}

Result<qint64> JournalWriter::highestGone(const model::RecordKind& kind, const QString& fieldKey)
{
    auto gone = m_connection.use(
        QStringLiteral("SELECT \"old\" FROM \"journal_change\" WHERE \"kind\" = ? AND \"new\" IS NULL"));
    if (!gone)
        return fail(gone.error());
    (*gone)->bindText(0, kind.key);
    qint64 highest = 0;
    while (true) {
        const auto row = (*gone)->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return highest;
        const QJsonObject old = QJsonDocument::fromJson((*gone)->text(0).toUtf8()).object();
        highest = qMax(highest, old.value(fieldKey).toInteger());
    }
}

Result<qint64> JournalWriter::finish()
{
    m_entry.digest = m_digest.hex();
    const QString hash = entryHash(m_entry);
    auto entry = m_connection.use(
        QStringLiteral("INSERT INTO \"journal_entry\" (\"seq\", \"intent_id\", \"who\", \"at\", \"intent\", \"reason\","
                       " \"digest\", \"prev\", \"hash\") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    if (!entry)
        return fail(entry.error());
    (*entry)->bindInteger(0, m_entry.seq);
    int index = 0;
    for (const QString& text : {m_entry.intentId, m_entry.who, m_entry.at, m_entry.intent, m_entry.reason,
                                m_entry.digest, m_entry.prev, hash})
        (*entry)->bindText(++index, text);
    if (m_entry.reason.isEmpty())
        (*entry)->bindNull(5);
    if (auto stepped = (*entry)->step(); !stepped)
        return fail(stepped.error());
    auto head =
        m_connection.use(QStringLiteral("UPDATE \"campaign_head\" SET \"entries\" = ?, \"hash\" = ? WHERE \"id\" = 1"));
    if (!head)
        return fail(head.error());
    (*head)->bindInteger(0, m_entry.seq);
    (*head)->bindText(1, hash);
    if (auto stepped = (*head)->step(); !stepped)
        return fail(stepped.error());
    return m_entry.seq;
}

} // namespace chengheng::storage
