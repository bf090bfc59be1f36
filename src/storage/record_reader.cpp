// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/record_reader.h"

#include "storage/iso_day.h"

#include <QCoreApplication>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RecordReader)
};

Result<QVector<int>> fieldsRead(const model::RecordKind& kind, const ListQuery& query)
{
    for (const QString& key : query.only)
        if (!kind.field(key))
            return fail(unknownField(kind, key));
    return kind.placesOf(query.only);
}

/// After uid and version, in what selectOf() makes of a whole register.
constexpr int ownKeyColumn = 2;

/// The whole register, in an order that needs no other one.
bool readsWhole(const model::RecordKind& kind, const ListQuery& query)
{
    const bool isPart =
        !query.where.isEmpty() || !query.search.trimmed().isEmpty() || query.limit >= 0 || query.offset > 0;
    return !isPart && std::none_of(query.orderBy.begin(), query.orderBy.end(), [&](const QString& ordered) {
        const model::Field* field = kind.field(ordered.startsWith(QLatin1Char('-')) ? ordered.mid(1) : ordered);
        return field && field->type == model::FieldType::Reference;
    });
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
    case model::FieldType::Money:
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
    model::Record record(kind);
    readRow(record, **statement, kind.placesOf({}), false);
    return record;
}

Result<QVector<model::Record>> RecordReader::list(const model::RecordKind& kind, const ListQuery& query)
{
    QVector<model::Record> records;
    if (auto read = forEach(kind, query, [&](const model::Record& record) { records.append(record); }); !read)
        return fail(read.error());
    return records;
}

Result<void> RecordReader::forEach(const model::RecordKind& kind, const ListQuery& query,
                                   const std::function<void(const model::Record&)>& take)
{
    const auto fields = fieldsRead(kind, query);
    if (!fields)
        return fail(fields.error());
    const auto tail = tailOf(kind, query, m_connection, false);
    if (!tail)
        return fail(tail.error());
    if (tail->matchesNothing)
        return {};
    const bool isWhole = m_isSteady && readsWhole(kind, query);
    if (isWhole)
        if (auto known = learnUids(kind, *fields); !known)
            return known;
    auto statement = m_connection.use(selectOf(kind, *fields, isWhole) + tail->sql);
    if (!statement)
        return fail(statement.error());
    bindAll(**statement, tail->values);
    const bool isLearning = isWhole && model::isReferredTo(kind) && !m_uids.contains(kind.key);
    UidsByKey uids;
    model::Record record(kind);
    for (;;) {
        const auto row = (*statement)->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        readRow(record, **statement, *fields, isWhole);
        if (isLearning)
            uids.insert((*statement)->integer(ownKeyColumn), record.uid.toString());
        take(record);
    }
    if (isLearning)
        m_uids.insert(kind.key, std::move(uids));
    return {};
}

/// The registers that a whole one refers to, by database key, where they were not read themselves before.
Result<void> RecordReader::learnUids(const model::RecordKind& kind, const QVector<int>& fields)
{
    for (const int at : fields) {
        const model::Field& field = kind.fields[at];
        if (field.type != model::FieldType::Reference || m_uids.contains(field.refers))
            continue;
        auto statement = m_connection.use(QStringLiteral("SELECT \"id\", \"uid\" FROM %1").arg(quoted(field.refers)));
        if (!statement)
            return fail(statement.error());
        UidsByKey& uids = m_uids[field.refers];
        for (;;) {
            const auto row = (*statement)->step();
            if (!row)
                return fail(row.error());
            if (!*row)
                break;
            uids.insert((*statement)->integer(0), (*statement)->text(1));
        }
    }
    return {};
}

/// `isWhole`: references are database keys, else uids.
void RecordReader::readRow(model::Record& record, const Statement& row, const QVector<int>& fields, bool isWhole) const
{
    record.uid = Uid(row.text(0));
    record.version = row.integer(1);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const model::Field& field = record.kind->fields[fields[i]];
        const int column = int(i) + ownKeyColumn + (isWhole ? 1 : 0);
        model::Value& value = record.values[fields[i]];
        if (!isWhole || field.type != model::FieldType::Reference)
            value = readValue(row, column, field.type);
        else
            value = row.isNull(column) ? model::Value() : model::Value(m_uids[field.refers].value(row.integer(column)));
    }
}

Result<qint64> RecordReader::count(const model::RecordKind& kind, const ListQuery& query)
{
    const auto tail = tailOf(kind, query, m_connection, true);
    if (!tail)
        return fail(tail.error());
    if (tail->matchesNothing)
        return 0;
    auto statement = m_connection.use(QStringLiteral("SELECT COUNT(*) FROM %1 AS t").arg(quoted(kind.key)) + tail->sql);
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
        return fail(ErrorKind::Usage, "unknown_field", Text::tr("%1没有名为“%2”的数字字段。").arg(kind.title, fieldKey),
                    fieldKey);
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
