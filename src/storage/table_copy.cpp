// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/table_copy.h"

#include "storage/statements.h"

namespace chengheng::storage {

namespace {

enum class ColumnType { Integer, Text, Bytes };

struct Column {
    QString name;
    ColumnType type;
};

struct Table {
    QString name;
    QVector<Column> columns;
    QString order; ///< names of the columns that give the order
    bool hasId = false;
};

Table tableOf(const model::RecordKind& kind)
{
    Table table{kind.key, {{QStringLiteral("id"), ColumnType::Integer}}, quoted(QStringLiteral("id")), true};
    for (const QString& column : columnsOf(kind).mid(0, hasSearchKey(kind) ? 4 : 3)) {
        const bool isNumber = column == QLatin1String("version") || column == QLatin1String("seq");
        table.columns.append({column, isNumber ? ColumnType::Integer : ColumnType::Text});
    }
    for (const model::Field& field : kind.fields) {
        const bool isNumber = model::isNumber(field.type) || field.type == model::FieldType::Flag
                              || field.type == model::FieldType::Reference;
        table.columns.append({columnOf(field), isNumber ? ColumnType::Integer : ColumnType::Text});
    }
    return table;
}

Table plainTable(const char* name, const QStringList& integers, const QStringList& texts, const QStringList& bytes,
                 const char* order)
{
    Table table{QString::fromLatin1(name), {}, QString::fromLatin1(order), false};
    for (const QString& column : integers)
        table.columns.append({column, ColumnType::Integer});
    for (const QString& column : texts)
        table.columns.append({column, ColumnType::Text});
    for (const QString& column : bytes)
        table.columns.append({column, ColumnType::Bytes});
    return table;
}

QStringList words(const char* names)
{
    return QString::fromLatin1(names).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QVector<Table> allTables()
{
    QVector<Table> tables;
    for (const model::RecordKind* kind : model::allKinds())
        tables.append(tableOf(*kind));
    tables.append(plainTable("journal_entry", {QStringLiteral("seq")},
                             words("intent_id who at intent reason digest prev hash"), {}, "\"seq\""));
    tables.append(plainTable("journal_change", words("entry position"), words("kind row_uid old new"), {},
                             "\"entry\", \"position\""));
    tables.append(
        plainTable("attachment_chunk", words("position"), words("sha256"), words("bytes"), "\"sha256\", \"position\""));
    tables.append(plainTable("draft", {}, words("owner key json saved_at"), {}, "\"owner\", \"key\""));
    tables.append(
        plainTable("credential", words("account_id failures"), words("verifier locked_until"), {}, "\"account_id\""));
    tables.append(plainTable("campaign_head", words("id entries"), words("hash"), {}, "\"id\""));
    return tables;
}

QString namesOf(const Table& table, bool asMarks)
{
    QStringList names;
    for (const Column& column : table.columns)
        names << (asMarks ? QStringLiteral("?") : quoted(column.name));
    return names.join(QStringLiteral(", "));
}

void copyValue(const Statement& row, Statement& insert, int index, ColumnType type)
{
    if (row.isNull(index))
        insert.bindNull(index);
    else if (type == ColumnType::Integer)
        insert.bindInteger(index, row.integer(index));
    else if (type == ColumnType::Bytes)
        insert.bindBytes(index, row.bytes(index));
    else
        insert.bindUtf8(index, row.utf8(index));
}

Result<void> copyTable(Connection& from, Connection& to, const Table& table)
{
    const QString name = quoted(table.name);
    auto rows = from.use(QStringLiteral("SELECT %1 FROM %2 ORDER BY %3").arg(namesOf(table, false), name, table.order));
    if (!rows)
        return fail(rows.error());
    const QString insertSql =
        QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)").arg(name, namesOf(table, false), namesOf(table, true));
    for (;;) {
        const auto row = (*rows)->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        auto insert = to.use(insertSql);
        if (!insert)
            return fail(insert.error());
        for (int i = 0; i < table.columns.size(); ++i)
            copyValue(**rows, **insert, i, table.columns[i].type);
        if (auto stepped = (*insert)->step(); !stepped)
            return fail(stepped.error());
    }
}

/// PostgreSQL counts keys on its own: go on after the highest that was copied.
Result<void> goOnCounting(Connection& to, const Table& table)
{
    return to.run(QStringLiteral("SELECT setval(pg_get_serial_sequence('%1', 'id'),"
                                 " COALESCE((SELECT MAX(\"id\") FROM %1), 0) + 1, false)")
                      .arg(quoted(table.name)));
}

} // namespace

Result<void> copyTables(Connection& from, Connection& to)
{
    if (auto emptied = to.run(QStringLiteral("DELETE FROM \"campaign_head\"")); !emptied)
        return emptied;
    for (const Table& table : allTables()) {
        if (auto copied = copyTable(from, to, table); !copied)
            return copied;
        if (to.isServer() && table.hasId)
            if (auto counted = goOnCounting(to, table); !counted)
                return counted;
    }
    return {};
}

} // namespace chengheng::storage
