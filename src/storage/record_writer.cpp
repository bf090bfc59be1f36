// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/record_writer.h"

#include "storage/row_json.h"
#include "storage/write_conflicts.h"

#include <QCoreApplication>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RecordWriter)
};

bool fits(model::FieldType type, const model::Value& value)
{
    if (model::isEmpty(value))
        return true;
    switch (type) {
    case model::FieldType::Integer:
    case model::FieldType::Money:
        return std::holds_alternative<qint64>(value);
    case model::FieldType::Flag:
        return std::holds_alternative<bool>(value);
    case model::FieldType::Date:
        return std::holds_alternative<QDate>(value);
    default:
        return std::holds_alternative<QString>(value);
    }
}

/// '' and an invalid day are never stored: they mean the same as empty.
void normalise(model::Record& record)
{
    for (model::Value& value : record.values) {
        const auto* text = std::get_if<QString>(&value);
        const auto* day = std::get_if<QDate>(&value);
        if ((text && text->isEmpty()) || (day && !day->isValid()))
            value = {};
    }
}

bool isReferredTo(const model::RecordKind& kind)
{
    const auto refers = [&](const model::Field& field) { return field.refers == kind.key; };
    return std::any_of(model::allKinds().begin(), model::allKinds().end(), [&](const model::RecordKind* other) {
        return std::any_of(other->fields.begin(), other->fields.end(), refers);
    });
}

QVector<int> differences(const model::Record& before, const model::Record& after)
{
    QVector<int> fields;
    for (int i = 0; i < before.values.size(); ++i)
        if (before.values[i] != after.values[i])
            fields.append(i);
    return fields;
}

} // namespace

RecordWriter::RecordWriter(RecordReader& reader, JournalWriter& journal)
    : m_reader(reader), m_journal(journal), m_connection(reader.connection())
{
}

Result<Uid> RecordWriter::insert(model::Record record)
{
    normalise(record);
    if (auto typed = checkTypes(record); !typed)
        return fail(typed.error());
    if (record.uid.isNull())
        record.uid = Uid::create();
    else if (const auto same = m_reader.idOf(*record.kind, record.uid.toString()); !same)
        return fail(same.error());
    else if (*same)
        return fail(duplicateUid(record));
    if (auto unique = checkUnique(record, nullptr); !unique)
        return fail(unique.error());
    const auto id = runInsert(record);
    if (!id)
        return fail(id.error());
    if (!m_isReferredTo.contains(record.kind))
        m_isReferredTo.insert(record.kind, isReferredTo(*record.kind));
    if (m_isReferredTo[record.kind])
        m_ids.insert(record.uid.toString(), *id);
    if (auto added = m_journal.add(*record.kind, record.uid, {}, rowJson(record)); !added) {
        m_isBroken = true;
        return fail(added.error());
    }
    return record.uid;
}

Result<void> RecordWriter::update(const model::Record& changed)
{
    model::Record record = changed;
    normalise(record);
    if (auto typed = checkTypes(record); !typed)
        return typed;
    const auto before = m_reader.find(*record.kind, record.uid);
    if (!before)
        return fail(before.error());
    if (before->version != record.version)
        return fail(changedMeanwhile(*before, record));
    const QVector<int> fields = differences(*before, record);
    if (fields.isEmpty())
        return {};
    if (auto unique = checkUnique(record, &*before); !unique)
        return unique;
    const auto rows = runUpdate(record);
    if (!rows)
        return fail(rows.error());
    auto added = m_journal.add(*record.kind, record.uid, fieldsJson(*before, fields), fieldsJson(record, fields));
    m_isBroken = m_isBroken || !added;
    return added;
}

Result<void> RecordWriter::remove(const model::RecordKind& kind, const Uid& uid, qint64 version)
{
    const auto before = m_reader.find(kind, uid);
    if (!before)
        return fail(before.error());
    if (before->version != version)
        return fail(changedMeanwhile(*before, *before));
    if (auto free = checkUnreferenced(kind, *before); !free)
        return free;
    if (const auto rows = runRemove(kind, uid, version); !rows)
        return fail(rows.error());
    m_ids.remove(uid.toString());
    auto added = m_journal.add(kind, uid, rowJson(*before), {});
    m_isBroken = m_isBroken || !added;
    return added;
}

Result<void> RecordWriter::checkTypes(const model::Record& record) const
{
    for (qsizetype i = 0; i < record.values.size(); ++i) {
        const model::Field& field = record.kind->fields[i];
        if (!fits(field.type, record.values[i]))
            return fail(ErrorKind::Invalid, "wrong_type",
                        Text::tr("%1的“%2”不是应有的类型，没有保存。").arg(record.kind->title, field.label),
                        field.key);
        if (field.isRequired && model::isEmpty(record.values[i]))
            return fail(ErrorKind::Invalid, "required",
                        Text::tr("%1的“%2”不能为空。").arg(record.kind->title, field.label), field.key);
    }
    return {};
}

Result<void> RecordWriter::checkUnique(const model::Record& record, const model::Record* before)
{
    for (qsizetype i = 0; i < record.values.size(); ++i) {
        const model::Field& field = record.kind->fields[i];
        if (!field.isUnique || model::isEmpty(record.values[i])
            || (before && before->values[i] == record.values[i]))
            continue;
        const auto same = m_reader.list(*record.kind, {.where = {{field.key, record.values[i]}}, .limit = 1});
        if (!same)
            return fail(same.error());
        if (!same->isEmpty() && same->first().uid != record.uid)
            return fail(duplicateValue(field, record.values[i], same->first()));
    }
    return {};
}

Result<void> RecordWriter::checkUnreferenced(const model::RecordKind& kind, const model::Record& record)
{
    for (const model::RecordKind* other : model::allKinds()) {
        for (const model::Field& field : other->fields) {
            if (field.type != model::FieldType::Reference || field.refers != kind.key)
                continue;
            const auto users = m_reader.count(*other, {.where = {{field.key, record.uid.toString()}}});
            if (!users)
                return fail(users.error());
            if (*users > 0)
                return fail(stillReferenced(record, *other, *users));
        }
    }
    return {};
}

Result<qint64> RecordWriter::referencedId(const model::Field& field, const QString& uid)
{
    const auto known = m_ids.constFind(uid);
    if (known != m_ids.constEnd())
        return *known;
    const model::RecordKind* kind = model::findKind(field.refers);
    const auto id = m_reader.idOf(*kind, uid);
    if (!id)
        return fail(id.error());
    if (!*id) {
        Error error = noSuchRecord(*kind, Uid(uid));
        error.where = field.key;
        return fail(error);
    }
    m_ids.insert(uid, **id);
    return **id;
}

Result<void> RecordWriter::bindFields(Statement& statement, int index, const model::Record& record)
{
    if (hasSearchKey(*record.kind))
        bind(statement, index++, m_searchKeys.of(record));
    for (qsizetype i = 0; i < record.values.size(); ++i, ++index) {
        const model::Field& field = record.kind->fields[i];
        if (field.type != model::FieldType::Reference || model::isEmpty(record.values[i])) {
            bind(statement, index, record.values[i]);
            continue;
        }
        const auto id = referencedId(field, model::textOf(record.values[i]));
        if (!id)
            return fail(id.error());
        statement.bindInteger(index, *id);
    }
    return {};
}

Result<qint64> RecordWriter::runInsert(const model::Record& record)
{
    auto insert = m_connection.use(statementsOf(*record.kind, m_connection).insert);
    if (!insert)
        return fail(insert.error());
    (*insert)->bindText(0, record.uid.toString());
    (*insert)->bindInteger(1, 1);
    (*insert)->bindInteger(2, m_journal.seq());
    if (auto bound = bindFields(**insert, 3, record); !bound)
        return fail(bound.error());
    auto id = m_connection.insertRow(**insert);
    m_isBroken = m_isBroken || !id;
    return id;
}

Result<qint64> RecordWriter::runUpdate(const model::Record& record)
{
    auto update = m_connection.use(statementsOf(*record.kind, m_connection).update);
    if (!update)
        return fail(update.error());
    (*update)->bindInteger(0, record.version + 1);
    (*update)->bindInteger(1, m_journal.seq());
    if (auto bound = bindFields(**update, 2, record); !bound)
        return fail(bound.error());
    const int after = 2 + (hasSearchKey(*record.kind) ? 1 : 0) + int(record.values.size());
    (*update)->bindText(after, record.uid.toString());
    (*update)->bindInteger(after + 1, record.version);
    if (auto stepped = (*update)->step(); !stepped) {
        m_isBroken = true;
        return fail(stepped.error());
    }
    return (*update)->changedRows();
}

Result<qint64> RecordWriter::runRemove(const model::RecordKind& kind, const Uid& uid, qint64 version)
{
    auto remove = m_connection.use(statementsOf(kind, m_connection).remove);
    if (!remove)
        return fail(remove.error());
    (*remove)->bindText(0, uid.toString());
    (*remove)->bindInteger(1, version);
    if (auto stepped = (*remove)->step(); !stepped) {
        m_isBroken = true;
        return fail(stepped.error());
    }
    return (*remove)->changedRows();
}

} // namespace chengheng::storage
