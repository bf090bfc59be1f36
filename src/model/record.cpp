// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/record.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

QVector<Error> wrongOrder(const Record& record)
{
    QVector<Error> faults;
    for (const auto& [first, second] : record.kind->inOrder) {
        const QDate from = dateOf(record.value(first));
        const QDate to = dateOf(record.value(second));
        if (from.isValid() && to.isValid() && to < from)
            faults.append(
                {ErrorKind::Invalid, QStringLiteral("ends_before_it_begins"),
                 Text::tr("%1不能早于%2。").arg(record.kind->field(second)->label, record.kind->field(first)->label),
                 second});
    }
    return faults;
}

} // namespace

QString labelOf(Authority authority)
{
    switch (authority) {
    case Authority::Leader:
        return Text::tr("领导");
    case Authority::Section:
        return Text::tr("计量科人员");
    case Authority::Station:
        return Text::tr("监管所人员");
    case Authority::Office:
        return Text::tr("推进办公室（办公室、计量科人员）");
    }
    return {};
}

bool mayRead(Role role, const RecordKind& kind)
{
    return !kind.isConfidential || role != Role::Officer;
}

bool speaksFor(Role role, Authority authority)
{
    if (role == Role::Administrator)
        return true;
    switch (authority) {
    case Authority::Leader:
        return role == Role::Leader;
    case Authority::Section:
        return role == Role::Section;
    case Authority::Station:
        return role == Role::Officer;
    case Authority::Office:
        return role == Role::Clerk || role == Role::Section;
    }
    return false;
}

int RecordKind::indexOf(const QString& fieldKey) const
{
    for (int i = 0; i < fields.size(); ++i)
        if (fields[i].key == fieldKey)
            return i;
    return -1;
}

QVector<int> RecordKind::placesOf(const QStringList& keys) const
{
    QVector<int> places;
    places.reserve(fields.size());
    for (int i = 0; i < fields.size(); ++i)
        if (keys.isEmpty() || keys.contains(fields[i].key))
            places.append(i);
    return places;
}

bool RecordKind::isReleased(const Record& record) const
{
    return std::none_of(releasedBy.begin(), releasedBy.end(),
                        [&](const QString& fieldKey) { return isEmpty(record.value(fieldKey)); });
}

const Field* RecordKind::field(const QString& fieldKey) const
{
    const int index = indexOf(fieldKey);
    return index < 0 ? nullptr : &fields[index];
}

const Value& Record::value(const QString& fieldKey) const
{
    static const Value none;
    const int index = kind->indexOf(fieldKey);
    return index < 0 ? none : values[index];
}

void Record::set(const QString& fieldKey, Value value)
{
    if (const int index = kind->indexOf(fieldKey); index >= 0)
        values[index] = std::move(value);
}

QString Record::name() const
{
    const int index = kind->indexOf(kind->nameField);
    return index < 0 ? QString() : displayText(kind->fields[index], values[index]);
}

void Record::fillPresumed()
{
    for (qsizetype i = 0; i < values.size(); ++i)
        if (kind->fields[i].isPresumed && isEmpty(values[i]))
            values[i] = kind->fields[i].initial;
}

QVector<Error> faultsOf(const Record& record, QDate today)
{
    QVector<Error> faults;
    for (qsizetype i = 0; i < record.values.size(); ++i)
        if (auto fault = faultOf(record.kind->fields[i], record.values[i], today))
            faults.append(*fault);
    faults += wrongOrder(record);
    if (record.kind->check)
        faults += record.kind->check(record);
    return faults;
}

QJsonObject toJson(const Record& record)
{
    QJsonObject json;
    for (qsizetype i = 0; i < record.values.size(); ++i)
        json.insert(record.kind->fields[i].key, toJson(record.values[i]));
    return json;
}

Result<Record> withJson(Record base, const QJsonObject& json)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        const int index = base.kind->indexOf(it.key());
        if (index < 0)
            return fail(ErrorKind::Invalid, "unknown_field",
                        Text::tr("%1没有名为“%2”的字段。").arg(base.kind->title, it.key()), it.key());
        const Result<Value> value = parseJson(base.kind->fields[index], it.value());
        if (!value)
            return fail(value.error());
        base.values[index] = *value;
    }
    return base;
}

} // namespace chengheng::model
