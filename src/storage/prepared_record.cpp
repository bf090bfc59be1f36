// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/prepared_record.h"

#include "storage/row_json.h"
#include "storage/statements.h"

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

Result<void> checkTypes(const model::Record& record)
{
    for (qsizetype i = 0; i < record.values.size(); ++i) {
        const model::Field& field = record.kind->fields[i];
        if (!fits(field.type, record.values[i]))
            return fail(ErrorKind::Invalid, "wrong_type",
                        Text::tr("%1的“%2”不是应有的类型，没有保存。").arg(record.kind->title, field.label), field.key);
        if (field.isRequired && model::isEmpty(record.values[i]))
            return fail(ErrorKind::Invalid, "required",
                        Text::tr("%1的“%2”不能为空。").arg(record.kind->title, field.label), field.key);
    }
    return {};
}

QVector<QByteArray> textsOf(const model::Record& record)
{
    QVector<QByteArray> texts(record.values.size());
    for (qsizetype i = 0; i < texts.size(); ++i)
        if (const auto* text = std::get_if<QString>(&record.values[i]))
            texts[i] = text->toUtf8();
    return texts;
}

} // namespace

Result<PreparedRecord> RecordPreparer::prepare(model::Record record)
{
    normalise(record);
    if (auto typed = checkTypes(record); !typed)
        return fail(typed.error());
    const bool isNewUid = record.uid.isNull();
    if (isNewUid)
        record.uid = Uid::create();
    PreparedRecord prepared{std::move(record), {}, {}, {}, isNewUid};
    prepared.texts = textsOf(prepared.record);
    prepared.json = rowJson(prepared.record);
    if (hasSearchKey(*prepared.record.kind))
        prepared.searchKey = m_searchKeys.of(prepared.record).toUtf8();
    return prepared;
}

} // namespace chengheng::storage
