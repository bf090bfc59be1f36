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
{}

Result<Uid> RecordWriter::insert(model::Record record)
{
    const auto prepared = m_preparer.prepare(std::move(record));
    return prepared ? insert(*prepared) : fail(prepared.error());
}

Result<Uid> RecordWriter::insert(const PreparedRecord& prepared)
{
    const model::Record& record = prepared.record;
    if (!prepared.isNewUid) {
        const auto same = m_reader.idOf(*record.kind, record.uid.toString());
        if (!same)
            return fail(same.error());
        if (*same)
            return fail(duplicateUid(record));
    }
    if (auto unique = checkUnique(record, nullptr); !unique)
        return fail(unique.error());
    const auto id = runInsert(prepared);
    if (!id)
        return fail(id.error());
    if (model::isReferredTo(*record.kind))
        rememberId(record.uid.toString(), *id);
    if (auto added = m_journal.add(*record.kind, record.uid, {}, prepared.json); !added) {
        m_isBroken = true;
        return fail(added.error());
    }
    return record.uid;
}

Result<void> RecordWriter::update(const model::Record& changed)
{
    const auto prepared = m_preparer.prepare(changed);
    if (!prepared)
        return fail(prepared.error());
    const model::Record& record = prepared->record;
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
    const auto rows = runUpdate(*prepared);
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

Result<void> RecordWriter::checkUnique(const model::Record& record, const model::Record* before)
{
    for (qsizetype i = 0; i < record.values.size(); ++i) {
        const model::Field& field = record.kind->fields[i];
        if (!field.isUnique || model::isEmpty(record.values[i]) || (before && before->values[i] == record.values[i]))
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
    rememberId(uid, **id);
    return **id;
}

void RecordWriter::rememberId(const QString& uid, qint64 id)
{
    constexpr qsizetype mostRemembered = 10'000; // a child follows its parent closely
    if (m_ids.size() >= mostRemembered)
        m_ids.clear();
    m_ids.insert(uid, id);
}

Result<void> RecordWriter::bindFields(Statement& statement, int index, const PreparedRecord& prepared)
{
    const model::Record& record = prepared.record;
    if (hasSearchKey(*record.kind))
        bindUtf8OrNull(statement, index++, prepared.searchKey);
    for (qsizetype i = 0; i < record.values.size(); ++i, ++index) {
        const model::Field& field = record.kind->fields[i];
        if (prepared.texts[i].isEmpty()) {
            bind(statement, index, record.values[i]);
            continue;
        }
        if (field.type != model::FieldType::Reference) {
            statement.bindUtf8(index, prepared.texts[i]);
            continue;
        }
        const auto id = referencedId(field, model::textOf(record.values[i]));
        if (!id)
            return fail(id.error());
        statement.bindInteger(index, *id);
    }
    return {};
}

Result<qint64> RecordWriter::runInsert(const PreparedRecord& prepared)
{
    const model::Record& record = prepared.record;
    auto insert = m_connection.use(statementsOf(*record.kind, m_connection).insert);
    if (!insert)
        return fail(insert.error());
    (*insert)->bindText(0, record.uid.toString());
    (*insert)->bindInteger(1, 1);
    (*insert)->bindInteger(2, m_journal.seq());
    if (auto bound = bindFields(**insert, 3, prepared); !bound)
        return fail(bound.error());
    auto id = m_connection.insertRow(**insert);
    m_isBroken = m_isBroken || !id;
    return id;
}

Result<qint64> RecordWriter::runUpdate(const PreparedRecord& prepared)
{
    const model::Record& record = prepared.record;
    auto update = m_connection.use(statementsOf(*record.kind, m_connection).update);
    if (!update)
        return fail(update.error());
    (*update)->bindInteger(0, record.version + 1);
    (*update)->bindInteger(1, m_journal.seq());
    if (auto bound = bindFields(**update, 2, prepared); !bound)
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
