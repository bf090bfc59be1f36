// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statements.h"

#include "base/text.h"
#include "storage/iso_day.h"

#include <QCoreApplication>

#include <algorithm>
#include <mutex>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Statements)
};

QString fieldExpression(const model::Field& field)
{
    if (field.type == model::FieldType::Reference)
        return QStringLiteral("%1.\"uid\"").arg(quoted(QStringLiteral("of_") + field.key));
    return QStringLiteral("t.") + quoted(field.key);
}

/// Uid, version, further columns, then the fields; references as uids by joins, or as they are stored.
QString selectFrom(const model::RecordKind& kind, const QStringList& furtherColumns, const QVector<int>& fields,
                   bool isStored)
{
    QStringList columns{QStringLiteral("t.\"uid\""), QStringLiteral("t.\"version\"")};
    columns += furtherColumns;
    QString joins;
    for (const int at : fields)
        columns << (isStored ? QString(QLatin1String("t.") + quoted(columnOf(kind.fields[at])))
                             : fieldExpression(kind.fields[at]));
    for (const model::Field& field : kind.fields) {
        if (field.type == model::FieldType::Reference && !isStored) // also those that only the order asks for
            joins += QStringLiteral(" LEFT JOIN %1 AS %2 ON %2.\"id\" = t.%3")
                         .arg(quoted(field.refers), quoted(QStringLiteral("of_") + field.key), quoted(columnOf(field)));
    }
    return QStringLiteral("SELECT %1 FROM %2 AS t%3").arg(columns.join(QStringLiteral(", ")), quoted(kind.key), joins);
}

KindStatements made(const model::RecordKind& kind, const Connection& connection)
{
    const QString table = quoted(kind.key);
    QStringList names;
    QStringList marks;
    QStringList sets;
    for (const QString& column : columnsOf(kind)) {
        names << quoted(column);
        marks << QStringLiteral("?");
        if (column != QLatin1String("uid"))
            sets << QStringLiteral("%1 = ?").arg(quoted(column));
    }
    const QString comma = QStringLiteral(", ");
    const QString ofVersion = QStringLiteral(" WHERE \"uid\" = ? AND \"version\" = ?");
    KindStatements s;
    s.insert = QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)").arg(table, names.join(comma), marks.join(comma));
    s.insert += connection.returningId();
    s.update = QStringLiteral("UPDATE %1 SET %2").arg(table, sets.join(comma)) + ofVersion;
    s.remove = QStringLiteral("DELETE FROM %1").arg(table) + ofVersion;
    const QString key = hasSearchKey(kind) ? QStringLiteral("t.\"search_key\"") : QStringLiteral("NULL");
    s.audit = selectFrom(kind, {QStringLiteral("t.\"seq\""), key}, kind.placesOf({}), false)
              + QStringLiteral(" ORDER BY t.\"id\"");
    s.byUid = selectOf(kind, kind.placesOf({})) + QStringLiteral(" WHERE t.\"uid\" = ?");
    s.idOf = QStringLiteral("SELECT \"id\" FROM %1 WHERE \"uid\" = ?").arg(table);
    return s;
}

/// `%`, `_` and the escape itself are ordinary letters in what people search for.
QString likePattern(const QString& search)
{
    QString pattern = foldName(search);
    for (const QLatin1Char letter : {QLatin1Char('!'), QLatin1Char('%'), QLatin1Char('_')})
        pattern.replace(QString(letter), QString(QLatin1Char('!')) + QString(letter));
    QString out = QStringLiteral("%");
    out += pattern;
    out += QLatin1Char('%');
    return out;
}

Result<QString> conditionOn(const model::RecordKind& kind, const QString& key, const model::Value& value)
{
    const model::Field* field = kind.field(key);
    if (!field && key != QLatin1String("uid"))
        return fail(unknownField(kind, key));
    const QString column = QStringLiteral("t.") + quoted(field ? columnOf(*field) : key);
    if (model::isEmpty(value))
        return QString(column + QLatin1String(" IS NULL"));
    if (field && field->type == model::FieldType::Reference)
        return QStringLiteral("%1 = (SELECT \"id\" FROM %2 WHERE \"uid\" = ?)").arg(column, quoted(field->refers));
    return QString(column + QLatin1String(" = ?"));
}

Result<QString> orderOf(const model::RecordKind& kind, const QStringList& keys, const Connection& connection)
{
    QStringList terms;
    for (const QString& ordered : keys) {
        const bool falls = ordered.startsWith(QLatin1Char('-'));
        const QString key = falls ? ordered.mid(1) : ordered;
        const model::Field* field = kind.field(key);
        if (!field && key != QLatin1String("uid"))
            return fail(unknownField(kind, key));
        const bool isNumber = field && (model::isNumber(field->type) || field->type == model::FieldType::Flag);
        QString term = field ? fieldExpression(*field) : QStringLiteral("t.\"uid\"");
        term += isNumber ? QString() : connection.codePointOrder();
        term += falls ? QStringLiteral(" DESC NULLS LAST") : QStringLiteral(" ASC NULLS LAST");
        terms << term;
    }
    terms << QStringLiteral("t.\"id\"");
    return QString(QLatin1String(" ORDER BY ") + terms.join(QStringLiteral(", ")));
}

} // namespace

QString quoted(const QString& name)
{
    return QString(QLatin1Char('"') + name + QLatin1Char('"'));
}

Error unknownField(const model::RecordKind& kind, const QString& key)
{
    return {ErrorKind::Usage, QStringLiteral("unknown_field"), Text::tr("%1没有名为“%2”的字段。").arg(kind.title, key),
            key};
}

QString selectOf(const model::RecordKind& kind, const QVector<int>& fields, bool isStored)
{
    return selectFrom(kind, isStored ? QStringList{QStringLiteral("t.\"id\"")} : QStringList(), fields, isStored);
}

QString columnOf(const model::Field& field)
{
    return field.type == model::FieldType::Reference ? QString(field.key + QLatin1String("_id")) : field.key;
}

bool hasSearchKey(const model::RecordKind& kind)
{
    return std::any_of(kind.fields.begin(), kind.fields.end(),
                       [](const model::Field& field) { return field.isSearched; });
}

QStringList columnsOf(const model::RecordKind& kind)
{
    QStringList columns{QStringLiteral("uid"), QStringLiteral("version"), QStringLiteral("seq")};
    if (hasSearchKey(kind))
        columns << QStringLiteral("search_key");
    for (const model::Field& field : kind.fields)
        columns << columnOf(field);
    return columns;
}

const KindStatements& statementsOf(const model::RecordKind& kind, const Connection& connection)
{
    static std::mutex guard;
    static std::unordered_map<const model::RecordKind*, KindStatements> known[2];
    const std::lock_guard lock(guard);
    auto& ofDialect = known[connection.isServer() ? 1 : 0];
    auto place = ofDialect.find(&kind);
    if (place == ofDialect.end())
        place = ofDialect.emplace(&kind, made(kind, connection)).first;
    return place->second; // references into an unordered_map stay valid
}

Result<Tail> tailOf(const model::RecordKind& kind, const ListQuery& query, const Connection& connection, bool isCount)
{
    Tail tail;
    QStringList conditions;
    for (const auto& [key, value] : query.where) {
        const model::Value wanted = value == model::Value(QString()) ? model::Value() : value;
        auto condition = conditionOn(kind, key, wanted);
        if (!condition)
            return fail(condition.error());
        conditions << *condition;
        if (!model::isEmpty(wanted))
            tail.values.append(wanted);
    }
    if (!query.search.trimmed().isEmpty()) {
        tail.matchesNothing = !hasSearchKey(kind);
        conditions << QStringLiteral("t.\"search_key\" LIKE ? ESCAPE '!'");
        tail.values.append(likePattern(query.search));
    }
    if (!conditions.isEmpty())
        tail.sql = QLatin1String(" WHERE ") + conditions.join(QStringLiteral(" AND "));
    if (isCount)
        return tail;
    const auto order = orderOf(kind, query.orderBy, connection);
    if (!order)
        return fail(order.error());
    tail.sql += *order;
    if (query.limit >= 0 || query.offset > 0) {
        constexpr qint64 all = std::numeric_limits<qint64>::max();
        tail.sql += QLatin1String(" LIMIT ? OFFSET ?");
        tail.values << (query.limit >= 0 ? query.limit : all) << query.offset;
    }
    return tail;
}

void bind(Statement& statement, int index, const model::Value& value)
{
    if (const auto* flag = std::get_if<bool>(&value))
        statement.bindInteger(index, *flag ? 1 : 0);
    else if (const auto* integer = std::get_if<qint64>(&value))
        statement.bindInteger(index, *integer);
    else if (const auto* day = std::get_if<QDate>(&value))
        statement.bindUtf8(index, isoDay(*day));
    else if (const auto* text = std::get_if<QString>(&value); text && !text->isEmpty())
        statement.bindText(index, *text);
    else
        statement.bindNull(index);
}

void bindUtf8OrNull(Statement& statement, int index, const QByteArray& text)
{
    if (text.isEmpty())
        statement.bindNull(index);
    else
        statement.bindUtf8(index, text);
}

} // namespace chengheng::storage
