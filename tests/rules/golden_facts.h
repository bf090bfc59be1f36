// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "invented_plan.h"

#include "base/json.h"

#include <QJsonArray>

namespace chengheng::test {

/// A folder of tests/rules/golden: the records of an office, a day, and what the rules must say on it.
struct GoldenCase {
    model::CampaignFacts facts;
    rules::Plan plan = smallPlan();
    WorkingCalendar calendar = calendar2024();
    QDate day;
    QDate on = {}; ///< readiness: the day asked about
    QStringList absentPapers = {};
    QJsonObject expected;
};

/// Uids of the records by the names that the case gives them ("id").
class GoldenNames
{
public:
    QString uidOf(const QString& name)
    {
        if (!m_uids.contains(name))
            m_uids.insert(name, numbered("g", int(m_uids.size())).toString());
        return m_uids.value(name);
    }

    QString fresh() { return uidOf(QStringLiteral("#%1").arg(m_uids.size())); }

private:
    QHash<QString, QString> m_uids;
};

template <class R>
void take(QVector<R>& into, const model::Record& record)
{
    into.append(model::fromRecord<R>(record));
}

inline void addRecord(model::CampaignFacts& facts, const model::Record& record)
{
    const QString& key = record.kind->key;
    if (key == QLatin1String("organisation"))
        take(facts.organisations, record);
    else if (key == QLatin1String("seat"))
        take(facts.seats, record);
    else if (key == QLatin1String("seat_holder"))
        take(facts.seatHolders, record);
    else if (key == QLatin1String("unit"))
        take(facts.units, record);
    else if (key == QLatin1String("commitment"))
        take(facts.commitments, record);
    else if (key == QLatin1String("instrument"))
        take(facts.instruments, record);
    else if (key == QLatin1String("verification"))
        take(facts.verifications, record);
    else if (key == QLatin1String("inspection"))
        take(facts.inspections, record);
    else if (key == QLatin1String("problem"))
        take(facts.problems, record);
    else if (key == QLatin1String("problem_step"))
        take(facts.problemSteps, record);
    else if (key == QLatin1String("milestone_fact"))
        take(facts.milestoneFacts, record);
    else if (key == QLatin1String("dated_change"))
        take(facts.changes, record);
    else
        facts.books[key].append(record);
}

/// {"kind": …, "id": …, fields…}: a Reference is the id of a record above it; "_kind" is a field named kind.
inline model::Record goldenRecord(QJsonObject json, GoldenNames& names)
{
    const model::RecordKind* kind = model::findKind(json.take(QStringLiteral("kind")).toString());
    REQUIRE(kind);
    const QString id = json.take(QStringLiteral("id")).toString();
    if (const QJsonValue own = json.take(QStringLiteral("_kind")); !own.isUndefined())
        json.insert(QStringLiteral("kind"), own);
    for (auto it = json.begin(); it != json.end(); ++it) {
        const model::Field* field = kind->field(it.key());
        if (field && (field->type == model::FieldType::Reference || it.key() == QLatin1String("subject")))
            it.value() = names.uidOf(it->toString());
    }
    model::Record record = need(model::withJson(model::Record(*kind), json));
    record.fillPresumed();
    record.uid = Uid(id.isEmpty() ? names.fresh() : names.uidOf(id));
    return record;
}

inline GoldenCase readGoldenCase(const QString& folder)
{
    const auto read = [&](const char* file) {
        return need(parseJsonObject(readFile(folder + QLatin1Char('/') + QLatin1String(file)), QLatin1String(file)));
    };
    const QJsonObject records = read("records.json");
    GoldenCase golden;
    golden.day = QDate::fromString(records[QLatin1String("day")].toString(), Qt::ISODate);
    golden.on = QDate::fromString(records[QLatin1String("on")].toString(), Qt::ISODate);
    for (const QJsonValue& paper : records[QLatin1String("absent_papers")].toArray())
        golden.absentPapers << paper.toString();
    GoldenNames names;
    for (const QJsonValue& record : records[QLatin1String("records")].toArray())
        addRecord(golden.facts, goldenRecord(record.toObject(), names));
    golden.facts.campaign.from = golden.plan.from;
    golden.facts.campaign.to = golden.plan.to;
    golden.expected = read("expected.json");
    return golden;
}

} // namespace chengheng::test
