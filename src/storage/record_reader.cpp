// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/record_reader.h"

#include "storage/iso_day.h"

#include <QCoreApplication>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RecordReader)
};

model::Record readRecord(const model::RecordKind& kind, const Statement& row)
{
    model::Record record(kind);
    record.uid = Uid(row.text(0));
    record.version = row.integer(1);
    for (qsizetype i = 0; i < kind.fields.size(); ++i)
        record.values[i] = readValue(row, int(i) + 2, kind.fields[i].type);
    return record;
}

void bindAll(Statement& statement, const QVector<model::Value>& values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        bind(statement, int(i), values[i]);
}

} // namespace

model::Value readValue(const Statement& row, int column, model::FieldType type)
{
    if (row.isNull(column))
        return {};
    switch (type) {
    case model::FieldType::Integer:
        return row.integer(column);
    case model::FieldType::Flag:
        return row.integer(column) != 0;
    case model::FieldType::Date: {
        const QDate day = dayFromIso(row.utf8(column));
        return day.isValid() ? model::Value(day) : model::Value();
    }
    default:
        return row.text(column);
    }
}

Error noSuchRecord(const model::RecordKind& kind, const Uid& uid)
{
    return {ErrorKind::NotFound, QStringLiteral("no_such_record"),
            Text::tr("%1中没有编号为“%2”的记录，可能已被撤去，请刷新后重试。").arg(kind.title, uid.toString()),
            uid.toString()};
}

Result<model::Record> RecordReader::find(const model::RecordKind& kind, const Uid& uid)
{
    auto statement = m_connection.use(statementsOf(kind, m_connection).byUid);
    if (!statement)
        return fail(statement.error());
    (*statement)->bindText(0, uid.toString());
    const auto row = (*statement)->step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(noSuchRecord(kind, uid));
    return readRecord(kind, **statement);
}

Result<QVector<model::Record>> RecordReader::list(const model::RecordKind& kind, const ListQuery& query)
{
    const auto tail = tailOf(kind, query, m_connection, false);
    if (!tail)
        return fail(tail.error());
    QVector<model::Record> records;
    if (tail->matchesNothing)
        return records;
    auto statement = m_connection.use(statementsOf(kind, m_connection).select + tail->sql);
    if (!statement)
        return fail(statement.error());
    bindAll(**statement, tail->values);
    for (;;) {
        const auto row = (*statement)->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return records;
        records.append(readRecord(kind, **statement));
    }
}

Result<qint64> RecordReader::count(const model::RecordKind& kind, const ListQuery& query)
{
    const auto tail = tailOf(kind, query, m_connection, true);
    if (!tail)
        return fail(tail.error());
    if (tail->matchesNothing)
        return 0;
    auto statement =
        m_connection.use(QStringLiteral("SELECT COUNT(*) FROM %1 AS t").arg(quoted(kind.key)) + tail->sql);
    if (!statement)
        return fail(statement.error());
    bindAll(**statement, tail->values);
    if (const auto row = (*statement)->step(); !row)
        return fail(row.error());
    return (*statement)->integer(0);
}

Result<qint64> RecordReader::highest(const model::RecordKind& kind, const QString& fieldKey)
{
    const model::Field* field = kind.field(fieldKey);
    if (!field || field->type != model::FieldType::Integer)
        return fail(ErrorKind::Usage, "unknown_field",
                    Text::tr("%1没有名为“%2”的数字字段。").arg(kind.title, fieldKey), fieldKey);
    return m_connection.number(
        QStringLiteral("SELECT COALESCE(MAX(%1), 0) FROM %2").arg(quoted(fieldKey), quoted(kind.key)));
}

Result<std::optional<qint64>> RecordReader::idOf(const model::RecordKind& kind, const QString& uid)
{
    auto statement = m_connection.use(statementsOf(kind, m_connection).idOf);
    if (!statement)
        return fail(statement.error());
    (*statement)->bindText(0, uid);
    const auto row = (*statement)->step();
    if (!row)
        return fail(row.error());
    return *row ? std::optional((*statement)->integer(0)) : std::nullopt;
}

} // namespace chengheng::storage
