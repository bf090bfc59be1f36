// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/as_of.h"

#include "base/lists.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace chengheng::model {

namespace {

Value storedValue(const Field& field, const QString& canonicalJson)
{
    const QJsonArray wrapped = QJsonDocument::fromJson(QByteArray('[' + canonicalJson.toUtf8() + ']')).array();
    return parseJson(field, wrapped.isEmpty() ? QJsonValue() : wrapped.first()).value_or(Value());
}

/// Applies changes, which come oldest first, to typed records of one kind.
template <class R>
void applyChanges(QVector<R>& records, const QVector<DatedChange>& changes, QDate day)
{
    const RecordKind& kind = kindOf<R>();
    QHash<Uid, qsizetype> places;
    for (const DatedChange& change : changes) {
        if (change.subjectKind != kind.key || change.from > day)
            continue;
        if (places.isEmpty())
            for (qsizetype i = 0; i < records.size(); ++i)
                places.insert(records[i].uid, i);
        const auto place = places.constFind(change.subject);
        const Field* field = kind.field(change.field);
        if (place != places.cend() && field)
            field->set(&records[*place], storedValue(*field, change.value));
    }
}

/// By the kind's own sinceField.
template <class R>
void keepUntil(QVector<R>& records, QDate day)
{
    const Field& since = *kindOf<R>().field(kindOf<R>().sinceField);
    removeFrom(records, [&](const R& record) { return dateOf(since.get(&record)) > day; });
}

/// A value and the day in another field, or in the same, from which it is there.
struct LaterValue {
    qsizetype place;
    qsizetype dayPlace;
};

QVector<LaterValue> laterValuesOf(const RecordKind& kind)
{
    QVector<LaterValue> later;
    for (qsizetype i = 0; i < kind.fields.size(); ++i)
        if (!kind.fields[i].sinceField.isEmpty())
            later.append({i, kind.indexOf(kind.fields[i].sinceField)});
    // What leans on a day goes before the day itself does.
    std::stable_partition(later.begin(), later.end(), [](const LaterValue& one) { return one.place != one.dayPlace; });
    return later;
}

template <class R>
void forgetAfter(QVector<R>& records, QDate day)
{
    const auto& fields = kindOf<R>().fields;
    for (const auto& [place, dayPlace] : laterValuesOf(kindOf<R>()))
        for (qsizetype i = 0; i < records.size(); ++i)
            if (dateOf(fields[dayPlace].get(&records.at(i))) > day)
                fields[place].set(&records[i], Value());
}

/// Those that had come about by the day, with what was known of them.
QVector<Record> keptBook(const RecordKind& kind, QVector<Record> book, const QHash<QString, QVector<Record>>& books,
                         QDate day)
{
    if (const RecordKind* origin = originOf(kind)) {
        QSet<QString> there;
        for (const Record& record : books.value(origin->key))
            there.insert(record.uid.toString());
        removeFrom(book, [&](const Record& record) { return !there.contains(textOf(record.value(kind.sinceField))); });
    } else if (const qsizetype since = kind.indexOf(kind.sinceField); since >= 0) {
        removeFrom(book, [&](const Record& record) { return dateOf(record.values.at(since)) > day; });
    }
    for (const auto& [place, dayPlace] : laterValuesOf(kind))
        for (qsizetype i = 0; i < book.size(); ++i)
            if (dateOf(book.at(i).values.at(dayPlace)) > day)
                book[i].values[place] = Value();
    return book;
}

void keepBooks(QHash<QString, QVector<Record>>& books, QDate day)
{
    for (const RecordKind* kind : bookKinds()) // parents before what came about with them
        if (books.contains(kind->key))
            books.insert(kind->key, keptBook(*kind, books.value(kind->key), books, day));
}

/// A later day's changes are not taken back one by one: each day is laid out from what was recorded.
template <class R>
void startFromRecorded(QVector<R>& records, QVector<R>& recorded)
{
    if (recorded.isEmpty())
        recorded = records;
    else
        records = recorded;
}

void sortByDay(QVector<DatedChange>& changes)
{
    std::stable_sort(changes.begin(), changes.end(),
                     [](const DatedChange& a, const DatedChange& b) { return a.from < b.from; });
}

} // namespace

CampaignFacts asOf(CampaignFacts facts, QDate day)
{
    sortByDay(facts.changes);
    startFromRecorded(facts.units, facts.recordedUnits);
    startFromRecorded(facts.instruments, facts.recordedInstruments);
    applyChanges(facts.units, facts.changes, day);
    applyChanges(facts.instruments, facts.changes, day);
    keepUntil(facts.verifications, day);
    keepUntil(facts.commitments, day);
    keepUntil(facts.inspections, day);
    keepUntil(facts.rehearsals, day);
    keepUntil(facts.problems, day);
    keepUntil(facts.problemSteps, day);
    keepUntil(facts.milestoneFacts, day);
    keepUntil(facts.seatHolders, day);
    forgetAfter(facts.units, day);
    forgetAfter(facts.stallholders, day);
    forgetAfter(facts.commitments, day);
    keepBooks(facts.books, day);
    return facts;
}

bool holdsOn(const Record& record, QDate day)
{
    if (record.kind->sinceField.isEmpty())
        return true;
    const QDate since = dateOf(record.value(record.kind->sinceField));
    return !since.isValid() || since <= day;
}

const RecordKind* originOf(const RecordKind& kind)
{
    const Field* since = kind.field(kind.sinceField);
    return since && since->type == FieldType::Reference ? findKind(since->refers) : nullptr;
}

void forgetAfter(Record& record, QDate day)
{
    for (const auto& [place, dayPlace] : laterValuesOf(*record.kind))
        if (dateOf(record.values.at(dayPlace)) > day)
            record.values[place] = Value();
}

Record asOf(Record record, const QVector<DatedChange>& changes, QDate day)
{
    QVector<DatedChange> ordered = changes;
    sortByDay(ordered);
    for (const DatedChange& change : ordered) {
        if (change.subject != record.uid || change.from > day)
            continue;
        if (const Field* field = record.kind->field(change.field))
            record.set(change.field, storedValue(*field, change.value));
    }
    return record;
}

QVector<DatedChange> changesOf(const QVector<DatedChange>& changes, const Uid& subject, const QString& field)
{
    QVector<DatedChange> own;
    for (const DatedChange& change : changes)
        if (change.subject == subject && change.field == field)
            own.append(change);
    sortByDay(own);
    return own;
}

} // namespace chengheng::model
