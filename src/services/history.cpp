// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/history.h"

#include "base/dates.h"
#include "services/internal/record_writes.h"
#include "storage/journal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(History)
};

QJsonObject objectOf(const QString& json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

/// A dated change keeps its value as JSON.
model::Value valueOf(const model::Field& field, const QString& json)
{
    const QJsonArray wrapped = QJsonDocument::fromJson(QByteArray('[' + json.toUtf8() + ']')).array();
    return model::parseJson(field, wrapped.isEmpty() ? QJsonValue() : wrapped.first()).value_or(model::Value());
}

/// Values as a person reads them: a Reference by the name of its record, read once.
class Reader
{
public:
    Reader(const Workspace& workspace, storage::Snapshot& snapshot) : m_workspace(workspace), m_snapshot(snapshot) {}

    QString shown(const model::Field& field, const model::Value& value)
    {
        if (model::isEmpty(value))
            return Text::tr("（空）");
        return field.type == model::FieldType::Reference ? nameOf(field.refers, model::textOf(value))
                                                         : model::displayText(field, value);
    }

    QString shown(const model::Field& field, const QJsonValue& json)
    {
        return shown(field, model::parseJson(field, json).value_or(model::Value()));
    }

private:
    QString nameOf(const QString& kindKey, const QString& uid)
    {
        const model::RecordKind& kind = *model::findKind(kindKey);
        if (!mayRead(m_workspace, kind))
            return Text::tr("（%1）").arg(kind.title);
        QString& name = m_names[uid];
        if (name.isEmpty()) {
            const auto record = m_snapshot.find(kind, Uid(uid));
            name = record ? record->name() : Text::tr("（已撤去的%1）").arg(kind.title);
        }
        return name;
    }

    const Workspace& m_workspace;
    storage::Snapshot& m_snapshot;
    QHash<QString, QString> m_names;
};

/// “状态：在用 → 停用” for each field that an entry changed.
QString fieldSentence(Reader& reader, const model::RecordKind& kind, const QJsonObject& before,
                      const QJsonObject& after)
{
    QStringList parts;
    for (const model::Field& field : kind.fields) {
        if (field.type == model::FieldType::Document || before.value(field.key) == after.value(field.key)
            || !after.contains(field.key))
            continue;
        parts << Text::tr("%1：%2 → %3")
                     .arg(field.label, reader.shown(field, before.value(field.key)),
                          reader.shown(field, after.value(field.key)));
    }
    return parts.join(QStringLiteral("；"));
}

/// “自 2024-03-05 起状态：停用”, or what a correction made of it.
QString datedSentence(Reader& reader, const model::DatedChange& change, const QJsonObject& before,
                      const QJsonObject& after)
{
    const model::Field& field = *model::findKind(change.subjectKind)->field(change.field);
    const auto text = [&](const QJsonObject& json) {
        const QString from = json.value(QLatin1String("from")).toString(change.from.toString(Qt::ISODate));
        return Text::tr("自 %1 起%2：%3")
            .arg(from, field.label,
                 reader.shown(field, valueOf(field, json.value(QLatin1String("value")).toString(change.value))));
    };
    if (before.isEmpty())
        return text(after);
    if (after.isEmpty())
        return Text::tr("撤去“%1”").arg(text(before));
    return Text::tr("更正“%1”为“%2”").arg(text(before), text(after));
}

/// The record's own day, where it has one.
QDate dayOf(const model::RecordKind& kind, const QJsonObject& values)
{
    return QDate::fromString(values.value(kind.sinceField).toString(), Qt::ISODate);
}

/// `entered`: the day of the entry; a fact of an earlier day was entered later (补登).
QString sentenceOf(Reader& reader, const storage::JournalChange& change, const QHash<Uid, model::DatedChange>& dated,
                   QDate entered)
{
    const model::RecordKind& kind = *model::findKind(change.kind);
    const QJsonObject before = objectOf(change.oldJson);
    const QJsonObject after = objectOf(change.newJson);
    if (const auto fact = dated.constFind(change.uid); fact != dated.cend())
        return datedSentence(reader, *fact, before, after);
    if (change.oldJson.isEmpty()) {
        const QDate own = dayOf(kind, after);
        return own.isValid() && own < entered ? Text::tr("补登%1（%2的事）").arg(kind.title, paperDate(own))
                                              : Text::tr("登记%1").arg(kind.title);
    }
    if (change.newJson.isEmpty())
        return Text::tr("撤去%1").arg(kind.title);
    return fieldSentence(reader, kind, before, after);
}

/// What was done to a record below says which one.
QString calledSentence(Reader& reader, const storage::JournalChange& change, const QString& sentence)
{
    const model::RecordKind& kind = *model::findKind(change.kind);
    const model::Field& name = *kind.field(kind.nameField);
    const QJsonObject before = objectOf(change.oldJson);
    const QJsonObject after = objectOf(change.newJson);
    const QString called = reader.shown(name, (before.isEmpty() ? after : before).value(name.key));
    return before.isEmpty() || after.isEmpty() ? Text::tr("%1“%2”").arg(sentence, called)
                                               : Text::tr("%1“%2”：%3").arg(kind.title, called, sentence);
}

/// As it reads in the timeline of the record `of`.
QString sentenceAbout(Reader& reader, const storage::JournalChange& change, const QHash<Uid, model::DatedChange>& dated,
                      QDate entered, const Uid& of)
{
    const QString sentence = sentenceOf(reader, change, dated, entered);
    const bool isBelow = change.uid != of && !dated.contains(change.uid);
    return isBelow ? calledSentence(reader, change, sentence) : sentence;
}

bool hasRecordsBelow(const model::RecordKind& kind)
{
    const auto& kinds = model::allKinds();
    return std::any_of(kinds.begin(), kinds.end(), [&](const model::RecordKind* other) {
        const model::Field* parent = other->field(other->parentField);
        return parent && parent->refers == kind.key;
    });
}

/// Uids of the records below one, of registers that end there.
Result<QVector<Uid>> recordsBelow(storage::Snapshot& snapshot, const QString& ofKind, const Uid& uid)
{
    QVector<Uid> below;
    for (const model::RecordKind* kind : model::allKinds()) {
        const model::Field* parent = kind->field(kind->parentField);
        if (!parent || parent->refers != ofKind || kind->isInternal || hasRecordsBelow(*kind))
            continue;
        const auto rows = snapshot.list(*kind, {.where = {{parent->key, uid.toString()}}});
        if (!rows)
            return fail(rows.error());
        for (const model::Record& row : *rows)
            below.append(row.uid);
    }
    return below;
}

} // namespace

Result<QVector<TimelineEntry>> timelineOf(const Workspace& workspace, const Uid& uid)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto changes = snapshot->all<model::DatedChange>({.where = {{QStringLiteral("subject"), uid.toString()}}});
    if (!changes)
        return fail(changes.error());
    QHash<Uid, model::DatedChange> dated;
    QVector<Uid> rows{uid};
    for (const model::DatedChange& change : *changes) {
        dated.insert(change.uid, change);
        rows.append(change.uid);
    }
    const storage::Journal journal(*workspace.data().database);
    const auto own = journal.linesOf({uid});
    if (!own)
        return fail(own.error());
    const auto below = recordsBelow(*snapshot, own->isEmpty() ? QString() : own->first().change.kind, uid);
    if (!below)
        return fail(below.error());
    const auto lines = journal.linesOf(rows + *below);
    if (!lines)
        return fail(lines.error());
    Reader reader(workspace, *snapshot);
    QVector<TimelineEntry> timeline;
    for (auto line = lines->cbegin(); line != lines->cend();) {
        const storage::JournalEntry& entry = line->entry;
        QStringList parts;
        for (; line != lines->cend() && line->entry.seq == entry.seq; ++line)
            if (const model::RecordKind* kind = model::findKind(line->change.kind); kind && mayRead(workspace, *kind))
                parts << sentenceAbout(reader, line->change, dated, entry.when.date(), uid);
        if (parts.isEmpty()) // of a register that is not the actor's to read
            continue;
        if (!entry.reason.isEmpty())
            parts << Text::tr("原因：%1").arg(entry.reason);
        timeline.append({entry.seq, entry.when, entry.who, entry.intent, parts.join(QStringLiteral("；"))});
    }
    return timeline;
}

Result<QVector<DatedFact>> datedFactsOf(const Workspace& workspace, const model::RecordKind& kind, const Uid& uid)
{
    if (auto allowed = checkRight(workspace.actor(), Deed::Read, kind); !allowed)
        return fail(allowed.error());
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    auto changes = snapshot->all<model::DatedChange>(
        {.where = {{QStringLiteral("subject_kind"), kind.key}, {QStringLiteral("subject"), uid.toString()}}});
    if (!changes)
        return fail(changes.error());
    std::stable_sort(changes->begin(), changes->end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    Reader reader(workspace, *snapshot);
    QVector<DatedFact> facts;
    for (const model::DatedChange& change : std::as_const(*changes)) {
        const model::Field* field = kind.field(change.field);
        if (!field)
            continue;
        const model::Value value = valueOf(*field, change.value);
        facts.append({change.uid, change.version, *field, change.from, value, reader.shown(*field, value),
                      change.reason, change.reportedBy});
    }
    return facts;
}

Result<Written> correctChange(Workspace& workspace, const Uid& change, qint64 version, QDate from,
                              const model::Value& value, const QString& reason, const Uid& intent)
{
    const auto seq = runIntent(workspace, QStringLiteral("dated_change.correct"), intent, [&](storage::Intent& open) {
        return writeChangeCorrection(workspace, open, change, version, from, value, reason);
    });
    if (!seq)
        return fail(seq.error());
    return Written{change, *seq};
}

} // namespace chengheng::services
