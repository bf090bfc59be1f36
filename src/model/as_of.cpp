// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/as_of.h"

#include <QJsonArray>
#include <QJsonDocument>

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
    records.removeIf([&](const R& record) { return dateOf(since.get(&record)) > day; });
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
    applyChanges(facts.units, facts.changes, day);
    applyChanges(facts.instruments, facts.changes, day);
    keepUntil(facts.verifications, day);
    keepUntil(facts.commitments, day);
    keepUntil(facts.inspections, day);
    keepUntil(facts.problems, day);
    keepUntil(facts.problemSteps, day);
    keepUntil(facts.milestoneFacts, day);
    for (QVector<Record>& book : facts.books)
        book.removeIf([day](const Record& record) { return !holdsOn(record, day); });
    return facts;
}

bool holdsOn(const Record& record, QDate day)
{
    if (record.kind->sinceField.isEmpty())
        return true;
    const QDate since = dateOf(record.value(record.kind->sinceField));
    return !since.isValid() || since <= day;
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

QVector<DatedChange> changesOf(const QVector<DatedChange>& changes, const Uid& subject,
                               const QString& field)
{
    QVector<DatedChange> own;
    for (const DatedChange& change : changes)
        if (change.subject == subject && change.field == field)
            own.append(change);
    sortByDay(own);
    return own;
}

} // namespace chengheng::model
