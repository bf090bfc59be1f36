// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal.h"

#include "storage/connection.h"
#include "storage/database.h"
#include "storage/journal_verifier.h"
#include "storage/snapshot.h"

#include <algorithm>

namespace chengheng::storage {

namespace {

const QString entryFields =
    QStringLiteral("SELECT e.\"seq\", e.\"intent_id\", e.\"who\", e.\"at\", e.\"intent\", e.\"reason\", e.\"hash\"");
constexpr int columnsOfEntry = 7;
const QString entryColumns = entryFields + QLatin1String(" FROM \"journal_entry\" AS e");
const QString linesOfRow =
    entryFields
    + QLatin1String(", c.\"kind\", c.\"row_uid\", c.\"old\", c.\"new\" FROM \"journal_change\" AS c"
                    " JOIN \"journal_entry\" AS e ON e.\"seq\" = c.\"entry\""
                    " WHERE c.\"row_uid\" = ? ORDER BY e.\"seq\" DESC, c.\"position\"");
const QString newestFirst = QStringLiteral(" ORDER BY e.\"seq\" DESC LIMIT ? OFFSET ?");

JournalEntry readEntry(const Statement& row)
{
    JournalEntry entry;
    entry.seq = row.integer(0);
    entry.id = Uid(row.text(1));
    entry.who = row.text(2);
    entry.when = QDateTime::fromString(row.text(3), Qt::ISODateWithMs).toLocalTime();
    entry.intent = row.text(4);
    entry.reason = row.isNull(5) ? QString() : row.text(5);
    entry.hash = row.text(6);
    return entry;
}

/// Kind, row, old, new from a column on.
JournalChange readChange(const Statement& row, int first)
{
    const auto textOrNothing = [&row](int column) { return row.isNull(column) ? QString() : row.text(column); };
    return {row.text(first), Uid(row.text(first + 1)), textOrNothing(first + 2), textOrNothing(first + 3)};
}

Result<QVector<JournalEntry>> readEntries(Connection& connection, const QString& condition, const QString& value,
                                          qint64 limit, qint64 offset)
{
    auto statement = connection.use(entryColumns + condition + newestFirst);
    if (!statement)
        return fail(statement.error());
    int index = 0;
    if (!condition.isEmpty())
        (*statement)->bindText(index++, value);
    (*statement)->bindInteger(index++, limit >= 0 ? limit : std::numeric_limits<qint64>::max());
    (*statement)->bindInteger(index, offset);
    QVector<JournalEntry> entries;
    for (;;) {
        const auto row = (*statement)->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return entries;
        entries.append(readEntry(**statement));
    }
}

} // namespace

Result<QVector<JournalEntry>> Journal::entries(qint64 limit, qint64 offset) const
{
    return readEntries(m_database.connection(), {}, {}, limit, offset);
}

Result<QVector<JournalEntry>> Journal::entriesOf(const Uid& record, qint64 limit, qint64 offset) const
{
    const QString touching =
        QStringLiteral(" WHERE e.\"seq\" IN (SELECT \"entry\" FROM \"journal_change\" WHERE \"row_uid\" = ?)");
    return readEntries(m_database.connection(), touching, record.toString(), limit, offset);
}

Result<QVector<JournalChange>> Journal::changesOf(qint64 seq, const Uid& record) const
{
    QString sql = QStringLiteral("SELECT \"kind\", \"row_uid\", \"old\", \"new\" FROM \"journal_change\""
                                 " WHERE \"entry\" = ?");
    if (!record.isNull())
        sql += QLatin1String(" AND \"row_uid\" = ?");
    sql += QLatin1String(" ORDER BY \"position\"");
    auto statement = m_database.connection().use(sql);
    if (!statement)
        return fail(statement.error());
    (*statement)->bindInteger(0, seq);
    if (!record.isNull())
        (*statement)->bindText(1, record.toString());
    QVector<JournalChange> changes;
    for (;;) {
        const auto row = (*statement)->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return changes;
        changes.append(readChange(**statement, 0));
    }
}

Result<QVector<JournalLine>> Journal::linesOf(const QVector<Uid>& rows) const
{
    QVector<JournalLine> lines;
    for (const Uid& uid : rows) {
        auto statement = m_database.connection().use(linesOfRow);
        if (!statement)
            return fail(statement.error());
        (*statement)->bindText(0, uid.toString());
        for (;;) {
            const auto row = (*statement)->step();
            if (!row)
                return fail(row.error());
            if (!*row)
                break;
            lines.append({readEntry(**statement), readChange(**statement, columnsOfEntry)});
        }
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const JournalLine& a, const JournalLine& b) { return a.entry.seq > b.entry.seq; });
    return lines;
}

Result<JournalHead> Journal::head() const
{
    auto statement = m_database.connection().use(
        QStringLiteral("SELECT \"entries\", \"hash\" FROM \"campaign_head\" WHERE \"id\" = 1"));
    if (!statement)
        return fail(statement.error());
    const auto row = (*statement)->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return JournalHead{0, QString()};
    return JournalHead{(*statement)->integer(0), (*statement)->text(1)};
}

namespace {

/// Whether the entry of this number ends in this hash.
Result<bool> isHeadOf(Connection& connection, const JournalHead& head)
{
    auto entry = connection.use(QStringLiteral("SELECT \"hash\" FROM \"journal_entry\" WHERE \"seq\" = ?"));
    if (!entry)
        return fail(entry.error());
    (*entry)->bindInteger(0, head.entries);
    const auto row = (*entry)->step();
    if (!row)
        return fail(row.error());
    return *row && (*entry)->text(0) == head.hash;
}

} // namespace

Result<std::optional<QSet<QString>>> Journal::kindsSince(const JournalHead& earlier) const
{
    Connection& connection = m_database.connection();
    const auto isOurs = earlier.entries > 0 ? isHeadOf(connection, earlier) : Result<bool>(false);
    if (!isOurs)
        return fail(isOurs.error());
    if (!*isOurs)
        return std::nullopt;
    auto changes =
        connection.use(QStringLiteral("SELECT DISTINCT \"kind\" FROM \"journal_change\" WHERE \"entry\" > ?"));
    if (!changes)
        return fail(changes.error());
    (*changes)->bindInteger(0, earlier.entries);
    QSet<QString> kinds;
    for (;;) {
        const auto row = (*changes)->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return kinds;
        kinds.insert((*changes)->text(0));
    }
}

Result<VerifyReport> Journal::verify() const
{
    const auto snapshot = Snapshot::begin(m_database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto known = head();
    if (!known)
        return fail(known.error());
    return JournalVerifier(m_database.connection(), *known).run();
}

} // namespace chengheng::storage
