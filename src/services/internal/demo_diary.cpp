// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/demo_diary.h"

#include "base/files.h"
#include "base/json.h"
#include "model/unit_records.h"

#include <QFile>
#include <QJsonArray>

namespace chengheng::services {

namespace {

QDate dayOf(const QJsonObject& entry)
{
    return QDate::fromString(entry.value(QStringLiteral("day")).toString(), Qt::ISODate);
}

/// Which units an entry is for: all of them, every other one, most of them or the rest, or those of a trade.
bool isFor(const QString& each, const model::Unit& unit)
{
    constexpr qint64 oneIn = 13; // those who have not handed in
    if (each == QLatin1String("odd"))
        return unit.registrationNumber % 2 != 0;
    if (each == QLatin1String("even"))
        return unit.registrationNumber % 2 == 0;
    if (each == QLatin1String("most"))
        return unit.registrationNumber % oneIn != 0;
    if (each == QLatin1String("rest"))
        return unit.registrationNumber % oneIn == 0;
    return each == QLatin1String("all") || each == model::keyOf(unit.trade);
}

/// Turns the entry's marks into uids and names.
class Filler
{
public:
    explicit Filler(const Workspace& workspace) : m_workspace(workspace) {}

    Result<QVector<model::Unit>> units()
    {
        const auto rows = listRecords(m_workspace, model::kindOf<model::Unit>());
        if (!rows)
            return fail(rows.error());
        QVector<model::Unit> units;
        for (const model::Record& row : *rows) {
            const auto unit = model::fromRecord<model::Unit>(row);
            if (unit.participation == model::Participation::Candidate || model::takesPart(unit))
                units.append(unit);
        }
        return units;
    }

    Result<model::Record> record(const model::RecordKind& kind, QJsonObject values, const model::Unit* unit,
                                 const QVector<model::Unit>& units)
    {
        for (auto it = values.begin(); it != values.end(); ++it) {
            const QString text = it->toString();
            if (!text.startsWith(QLatin1Char('@')))
                continue;
            const auto meant = meaning(kind, it.key(), text.mid(1), unit, units);
            if (!meant)
                return fail(meant.error());
            it.value() = *meant;
        }
        return model::withJson(model::Record(kind), values);
    }

private:
    Result<QString> meaning(const model::RecordKind& kind, const QString& key, const QString& mark,
                            const model::Unit* unit, const QVector<model::Unit>& units)
    {
        if (unit && mark == QLatin1String("each"))
            return unit->uid.toString();
        if (unit && mark == QLatin1String("head"))
            return unit->head;
        if (unit && mark == QLatin1String("manager"))
            return unit->manager;
        if (const qint64 number = mark.toLongLong())
            for (const model::Unit& one : units)
                if (one.registrationNumber == number)
                    return one.uid.toString();
        return byName(*model::findKind(kind.field(key)->refers), mark, units);
    }

    /// "market": the first market; "first": the first record; else the record of that name.
    Result<QString> byName(const model::RecordKind& referred, const QString& mark, const QVector<model::Unit>& units)
    {
        for (const model::Unit& one : units)
            if (model::keyOf(one.trade) == mark)
                return one.uid.toString();
        const auto rows = listRecords(m_workspace, referred);
        if (!rows)
            return fail(rows.error());
        for (const model::Record& row : *rows)
            if (row.name() == mark || mark == QLatin1String("first"))
                return row.uid.toString();
        return fail(ErrorKind::NotFound, "no_such_record", referred.title, mark);
    }

    const Workspace& m_workspace;
};

} // namespace

Result<DemoDiary> DemoDiary::read()
{
    const QString path = QStringLiteral(":/builtin/demo/year.json");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, "no_such_file", reasonOf(file), path);
    const auto json = parseJsonObject(file.readAll(), path);
    if (!json)
        return fail(json.error());
    DemoDiary diary;
    for (const QJsonValue& entry : json->value(QStringLiteral("entries")).toArray())
        diary.m_entries.append(entry.toObject());
    return diary;
}

QDate DemoDiary::nextDay(QDate day) const
{
    const QDate next = m_next < m_entries.size() ? dayOf(m_entries[m_next]) : QDate();
    return next <= day ? next : QDate();
}

Result<void> DemoDiary::live(Workspace& workspace, QDate day)
{
    Filler filler(workspace);
    const auto units = filler.units();
    if (!units)
        return fail(units.error());
    for (; m_next < m_entries.size() && dayOf(m_entries[m_next]) == day; ++m_next) {
        const QJsonObject& entry = m_entries[m_next];
        const model::RecordKind& kind = *model::findKind(entry.value(QStringLiteral("kind")).toString());
        const QJsonObject values = entry.value(QStringLiteral("values")).toObject();
        const QString each = entry.value(QStringLiteral("each_unit")).toString();
        QVector<const model::Unit*> meant;
        for (const model::Unit& unit : *units)
            if (!each.isEmpty() && isFor(each, unit))
                meant.append(&unit);
        if (each.isEmpty())
            meant.append(nullptr);
        for (const model::Unit* unit : std::as_const(meant)) {
            const auto record = filler.record(kind, values, unit, *units);
            if (!record)
                return fail(record.error());
            if (const auto added = addRecord(workspace, *record); !added)
                return fail(added.error());
        }
    }
    return {};
}

} // namespace chengheng::services
