// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/registers.h"

#include "base/dates.h"
#include "base/text.h"
#include "model/as_of.h"
#include "services/internal/record_writes.h"
#include "services/internal/remarks.h"
#include "services/internal/remembered.h"
#include "services/internal/run_writing.h"
#include "services/labels.h"
#include "services/unsigned_name.h"

#include <QCoreApplication>
#include <QSet>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Registers)
};

bool hasDatedFields(const model::RecordKind& kind)
{
    return std::any_of(kind.fields.begin(), kind.fields.end(), [](const model::Field& field) { return field.isDated; });
}

Result<QVector<model::DatedChange>> changesOfKind(storage::Snapshot& snapshot, const model::RecordKind& kind)
{
    return snapshot.all<model::DatedChange>({.where = {{QStringLiteral("subject_kind"), kind.key}}});
}

/// Rows as they stood on a day that has passed: without those that came later and what came about later.
Result<void> keepPast(storage::Snapshot& snapshot, const model::RecordKind& kind, QVector<model::Record>& rows,
                      QDate day)
{
    rows.removeIf([day](const model::Record& row) { return !model::holdsOn(row, day); });
    if (const model::RecordKind* origin = model::originOf(kind)) {
        const auto origins = snapshot.list(*origin, {.only = {origin->sinceField}});
        if (!origins)
            return fail(origins.error());
        QSet<QString> there;
        for (const model::Record& one : *origins)
            if (model::holdsOn(one, day))
                there.insert(one.uid.toString());
        rows.removeIf(
            [&](const model::Record& row) { return !there.contains(model::textOf(row.value(kind.sinceField))); });
    }
    for (model::Record& row : rows)
        model::forgetAfter(row, day);
    return {};
}

/// Rows with their dated fields as of a day, and only those that still match the dated conditions.
Result<QVector<model::Record>> listAsOf(storage::Snapshot& snapshot, const model::RecordKind& kind,
                                        const RegisterQuery& query, QDate day, QDate today)
{
    storage::ListQuery stored;
    stored.search = query.search;
    QVector<QPair<QString, model::Value>> datedConditions;
    for (const auto& condition : query.where) {
        const model::Field* field = kind.field(condition.first);
        if (!field)
            return fail(ErrorKind::Invalid, "unknown_field",
                        Text::tr("%1没有名为“%2”的字段。").arg(kind.title, condition.first), condition.first);
        (field->isDated ? datedConditions : stored.where).append(condition);
    }
    auto rows = snapshot.list(kind, stored);
    if (rows && query.among) {
        const QSet<Uid> wanted(query.among->begin(), query.among->end());
        rows->removeIf([&](const model::Record& row) { return !wanted.contains(row.uid); });
    }
    if (rows && day < today) // what lies ahead is shown today, but was not known of in the past
        if (auto past = keepPast(snapshot, kind, *rows, day); !past)
            return fail(past.error());
    if (!rows || !hasDatedFields(kind))
        return rows;
    const auto changes = changesOfKind(snapshot, kind);
    if (!changes)
        return fail(changes.error());
    QHash<Uid, QVector<model::DatedChange>> bySubject;
    for (const model::DatedChange& change : *changes)
        bySubject[change.subject].append(change);
    for (model::Record& row : *rows)
        if (const auto own = bySubject.constFind(row.uid); own != bySubject.cend())
            row = model::asOf(std::move(row), *own, day);
    rows->removeIf([&](const model::Record& row) {
        return std::any_of(datedConditions.begin(), datedConditions.end(),
                           [&](const auto& condition) { return row.value(condition.first) != condition.second; });
    });
    return rows;
}

Result<void> checkFieldsExist(const model::RecordKind& kind, const FieldValues& values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        const model::Field* field = kind.field(it.key());
        if (!field || field->isDerived)
            return fail(ErrorKind::Invalid, "unknown_field",
                        Text::tr("%1没有可填写的字段“%2”。").arg(kind.title, it.key()), it.key());
    }
    return {};
}

} // namespace

model::Record recordOf(const model::RecordKind& kind, const FieldValues& values)
{
    model::Record record(kind);
    for (auto it = values.begin(); it != values.end(); ++it)
        record.set(it.key(), it.value());
    return record;
}

model::Value beginningOf(const model::Field& field, const FillingIn& now)
{
    using model::Begins;
    const bool isAct = field.type == model::FieldType::Date && field.isRequired && field.days == model::Days::Past;
    const bool isToday = field.begins == Begins::Today ? field.isRequired : field.begins == Begins::AsUsual && isAct;
    if (isToday && now.on.isValid())
        return now.on;
    if (field.begins == Begins::Signed && !now.by.isEmpty() && now.by != unsignedName())
        return now.by;
    return field.isPresumed ? field.initial : model::Value();
}

FieldValues presumedValues(const model::RecordKind& kind, const FillingIn& now)
{
    FieldValues values;
    for (const model::Field& field : kind.fields)
        values.insert(field.key, beginningOf(field, now));
    return values;
}

bool mayRead(const Workspace& workspace, const model::RecordKind& kind)
{
    return model::mayRead(workspace.actor().role, kind);
}

Result<QVector<model::Record>> listRecords(const Workspace& workspace, const model::RecordKind& kind,
                                           const RegisterQuery& query)
{
    if (auto allowed = checkRight(workspace.actor(), Deed::Read, kind); !allowed)
        return fail(allowed.error());
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    return listAsOf(*snapshot, kind, query, workspace.dayOrToday(query.asOf), workspace.clock().today());
}

Result<model::Record> findRecord(const Workspace& workspace, const model::RecordKind& kind, const Uid& uid, QDate asOf)
{
    if (auto allowed = checkRight(workspace.actor(), Deed::Read, kind); !allowed)
        return fail(allowed.error());
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    auto record = snapshot->find(kind, uid);
    if (record && asOf.isValid() && asOf < workspace.clock().today())
        model::forgetAfter(*record, asOf);
    if (!record || !hasDatedFields(kind))
        return record;
    const auto changes = snapshot->all<model::DatedChange>({.where = {{QStringLiteral("subject"), uid.toString()}}});
    if (!changes)
        return fail(changes.error());
    return model::asOf(std::move(*record), *changes, workspace.dayOrToday(asOf));
}

Result<Written> addRecord(Workspace& workspace, const model::Record& record, const Uid& intent)
{
    return runWriting(workspace, record.kind->key + QStringLiteral(".add"), intent, *record.kind,
                      [&](storage::Intent& open) {
                          model::Record filled = record;
                          filled.fillPresumed();
                          return enterChecked(workspace, open, std::move(filled));
                      });
}

namespace {

/// One write to an existing record as one intent.
Result<Written> writeRecord(Workspace& workspace, const model::RecordKind& kind, const char* deed, const Uid& uid,
                            const FieldValues& values, const Uid& intent,
                            const std::function<Result<void>(storage::Intent&)>& work)
{
    if (values.isEmpty())
        return fail(ErrorKind::Invalid, "nothing_to_write", Text::tr("没有写要改的字段和新值。"),
                    QStringLiteral("values"));
    if (auto known = checkFieldsExist(kind, values); !known)
        return fail(known.error());
    Written written{uid};
    const auto seq = runIntent(workspace, kind.key + QLatin1Char('.') + QLatin1String(deed), intent,
                               [&](storage::Intent& open) -> Result<void> {
                                   if (auto done = work(open); !done)
                                       return done;
                                   const auto now = open.find(kind, uid);
                                   if (!now)
                                       return fail(now.error());
                                   written.version = now->version;
                                   auto remark = remarkOn(open, *now);
                                   if (!remark)
                                       return fail(remark.error());
                                   written.remark = *remark;
                                   return {};
                               });
    if (!seq)
        return fail(seq.error());
    written.seq = *seq;
    return written;
}

} // namespace

Result<Written> correctRecord(Workspace& workspace, const model::RecordKind& kind, const Uid& uid, qint64 version,
                              const FieldValues& values, const QString& reason, const Uid& intent)
{
    return writeRecord(workspace, kind, "correct", uid, values, intent, [&](storage::Intent& open) {
        return writeCorrection(workspace, open, kind, uid, version, values, reason);
    });
}

Result<Written> correctRecords(Workspace& workspace, const QVector<model::Record>& records, const FieldValues& values,
                               const Uid& intent)
{
    if (records.isEmpty())
        return fail(ErrorKind::Invalid, "nothing_chosen", Text::tr("请先选中要改的记录。"));
    const model::RecordKind& kind = *records.first().kind;
    for (auto it = values.begin(); it != values.end(); ++it)
        if (const model::Field* field = kind.field(it.key()); field && field->isDated)
            return fail(ErrorKind::Invalid, "moves_a_figure",
                        Text::tr("“%1”影响统计数字，请逐条更正并写明原因。").arg(field->label), it.key());
    return writeRecord(
        workspace, kind, "correct", records.last().uid, values, intent, [&](storage::Intent& open) -> Result<void> {
            for (const model::Record& record : records)
                if (auto written = writeCorrection(workspace, open, kind, record.uid, record.version, values, {});
                    !written)
                    return written;
            return {};
        });
}

Result<Written> changeRecord(Workspace& workspace, const model::RecordKind& kind, const Uid& uid,
                             const FieldValues& values, QDate from, const QString& reason, const Uid& intent,
                             const QString& reportedBy)
{
    return writeRecord(workspace, kind, "change", uid, values, intent, [&](storage::Intent& open) {
        return writeChanges(workspace, open, kind, uid, values, from, reason, reportedBy);
    });
}

Result<Written> reviseRecord(Workspace& workspace, const model::RecordKind& kind, const Uid& uid, qint64 version,
                             const FieldValues& values, QDate from, const QString& reason, const Uid& intent,
                             const QString& reportedBy)
{
    if (!from.isValid())
        return correctRecord(workspace, kind, uid, version, values, reason, intent);
    FieldValues dated;
    FieldValues plain;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const model::Field* field = kind.field(it.key());
        (field && field->isDated ? dated : plain).insert(it.key(), it.value());
    }
    return writeRecord(workspace, kind, "revise", uid, values, intent, [&](storage::Intent& open) -> Result<void> {
        if (!plain.isEmpty())
            if (auto corrected = writeCorrection(workspace, open, kind, uid, version, plain, reason); !corrected)
                return corrected;
        return writeChanges(workspace, open, kind, uid, dated, from, reason, reportedBy);
    });
}

namespace {

Result<QVector<model::Record>> wholeRegister(const Workspace& workspace, const model::RecordKind& kind)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    return snapshot->list(kind);
}

/// What the actor calls the records of a register: by name, by code where he may not read it.
QStringList namesIn(const Workspace& workspace, const model::RecordKind& kind, const QVector<model::Record>& rows)
{
    const bool isRead = mayRead(workspace, kind);
    QStringList names;
    for (const model::Record& row : rows)
        names << (isRead ? row.name() : Text::tr("%1%2").arg(kind.title).arg(names.size() + 1));
    return names;
}

/// What `make` gives for each record of a register, by uid, once until a record changes.
template <class T, class Make>
Result<QHash<Uid, T>> ofEach(const Workspace& workspace, const model::RecordKind& kind, const QString& what, Make make)
{
    const QString reader = mayRead(workspace, kind) ? QStringLiteral("named") : QStringLiteral("coded");
    return remembered<QHash<Uid, T>>(workspace, QStringList{what, kind.key, reader}.join(QLatin1Char(' ')),
                                     [&](const storage::Reading&) -> Result<QHash<Uid, T>> {
                                         const auto rows = wholeRegister(workspace, kind);
                                         if (!rows)
                                             return fail(rows.error());
                                         const QStringList called = namesIn(workspace, kind, *rows);
                                         QHash<Uid, T> each;
                                         for (qsizetype i = 0; i < called.size(); ++i)
                                             each.insert(rows->at(i).uid, make(rows->at(i), called[i]));
                                         return each;
                                     });
}

ReferenceChoice choiceOf(const model::Record& row, const QString& name)
{
    const model::RecordKind& kind = *row.kind;
    QStringList words{name};
    for (const QString& key : kind.toldApartBy)
        words << model::textOf(row.value(key));
    words.removeAll(QString());
    const Uid unit =
        kind.parentField == QLatin1String("unit") ? Uid(model::textOf(row.value(kind.parentField))) : Uid();
    return {words.join(QStringLiteral(" · ")), unit};
}

} // namespace

Result<QHash<Uid, QString>> namesOf(const Workspace& workspace, const model::RecordKind& kind)
{
    return ofEach<QString>(workspace, kind, QStringLiteral("names"),
                           [](const model::Record&, const QString& name) { return name; });
}

Result<QHash<Uid, ReferenceChoice>> choicesOf(const Workspace& workspace, const model::RecordKind& kind)
{
    return ofEach<ReferenceChoice>(workspace, kind, QStringLiteral("choices"), choiceOf);
}

namespace {

/// Whether a name starts with what was typed, by characters, pinyin or initials.
bool startsWith(const QString& name, const QString& typed)
{
    const QStringList spellings = searchKey(name).split(QLatin1Char('|'));
    return std::any_of(spellings.begin(), spellings.end(),
                       [&](const QString& spelling) { return spelling.startsWith(typed); });
}

} // namespace

Result<QVector<SearchHit>> searchEverything(const Workspace& workspace, const QString& text, int limit)
{
    QVector<SearchHit> hits;
    if (text.trimmed().isEmpty())
        return hits;
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    if (const auto labelled = instrumentOfLabel(workspace, text))
        hits.append({labelled->kind->key, labelled->uid, labelled->name(), labelled->kind->title});
    for (const model::RecordKind* kind : model::allKinds()) {
        const bool isSearched = std::any_of(kind->fields.begin(), kind->fields.end(),
                                            [](const model::Field& field) { return field.isSearched; });
        if (kind->isInternal || !isSearched || !mayRead(workspace, *kind))
            continue;
        const auto rows = snapshot->list(*kind, {.search = text, .limit = limit});
        if (!rows)
            return fail(rows.error());
        for (const model::Record& row : *rows)
            hits.append({kind->key, row.uid, row.name(), kind->title});
    }
    const QString typed = foldName(text);
    std::stable_partition(hits.begin(), hits.end(), [&](const SearchHit& hit) { return startsWith(hit.name, typed); });
    return hits.mid(0, limit);
}

} // namespace chengheng::services
