// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/entry_days.h"

#include "storage/database.h"
#include "storage/snapshot.h"
#include "storage/statements.h"

#include <QDateTime>

namespace chengheng::storage {

namespace {

/// The last journal entry that was written by the end of a day; looked for from the last one back, since a clock that
/// was set back has entries of an earlier time behind later ones.
Result<qint64> lastEntryOf(Connection& connection, QDate day)
{
    auto written = connection.use(
        QStringLiteral("SELECT \"seq\" FROM \"journal_entry\" WHERE \"at\" < ? ORDER BY \"seq\" DESC LIMIT 1"));
    if (!written)
        return fail(written.error());
    (*written)->bindText(0, QDateTime(day.addDays(1), QTime(0, 0)).toUTC().toString(Qt::ISODateWithMs));
    const auto row = (*written)->step();
    if (!row)
        return fail(row.error());
    return *row ? (*written)->integer(0) : 0;
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
