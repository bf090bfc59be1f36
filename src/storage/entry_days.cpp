// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/entry_days.h"

#include "storage/database.h"
#include "storage/snapshot.h"
#include "storage/statements.h"

#include <QDateTime>

namespace chengheng::storage {

namespace {

Result<qint64> numberOf(Connection& connection, const QString& sql, const QVector<QString>& texts)
{
    auto statement = connection.use(sql);
    if (!statement)
        return fail(statement.error());
    for (int i = 0; i < texts.size(); ++i)
        (*statement)->bindText(i, texts[i]);
    const auto row = (*statement)->step();
    if (!row)
        return fail(row.error());
    return *row ? (*statement)->integer(0) : 0;
}

/// The last journal entry that was written by the end of a day: time runs on from entry to entry.
Result<qint64> lastEntryOf(Connection& connection, QDate day)
{
    const QString end = QDateTime(day.addDays(1), QTime(0, 0)).toUTC().toString(Qt::ISODateWithMs);
    const auto count = connection.number(QStringLiteral("SELECT COALESCE(MAX(\"seq\"), 0) FROM \"journal_entry\""));
    if (!count)
        return count;
    qint64 before = 0; // written by then
    qint64 after = *count + 1;
    while (after - before > 1) {
        const qint64 middle = before + (after - before) / 2;
        const auto isBefore = numberOf(
            connection,
            QStringLiteral("SELECT COUNT(*) FROM \"journal_entry\" WHERE \"seq\" = %1 AND \"at\" < ?").arg(middle),
            {end});
        if (!isBefore)
            return isBefore;
        (*isBefore > 0 ? before : after) = middle;
    }
    return before;
}

} // namespace

Result<QSet<Uid>> enteredAfter(Database& database, const model::RecordKind& kind, QDate day)
{
    QSet<Uid> later;
    const model::Field* since = kind.field(kind.sinceField);
    if (!since || since->type != model::FieldType::Date)
        return later;
    const auto snapshot = Snapshot::begin(database); // many small questions: one transaction
    if (!snapshot)
        return fail(snapshot.error());
    Connection& connection = database.connection();
    const auto entry = lastEntryOf(connection, day);
    if (!entry)
        return fail(entry.error());
    // "seq" is the last change of a row: few rows changed since, and most of those were entered in time.
    auto rows = connection.use(QStringLiteral("SELECT \"uid\" FROM %1 WHERE \"seq\" > %2 AND %3 <= ? AND NOT EXISTS "
                                              "(SELECT 1 FROM \"journal_change\" WHERE \"row_uid\" = %1.\"uid\" AND "
                                              "\"entry\" <= %2)")
                                   .arg(quoted(kind.key))
                                   .arg(*entry)
                                   .arg(quoted(kind.sinceField)));
    if (!rows)
        return fail(rows.error());
    (*rows)->bindText(0, day.toString(Qt::ISODate));
    while (true) {
        const auto row = (*rows)->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return later;
        later.insert(Uid((*rows)->text(0)));
    }
}

} // namespace chengheng::storage
