// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden_facts.h"

#include "model/as_of.h"
#include "rules/due_report.h"
#include "rules/readiness.h"
#include "rules/status.h"

#include <QDir>

namespace {

using namespace chengheng;
using namespace chengheng::test;

QJsonObject dueJson(const GoldenCase& golden)
{
    const auto facts = model::asOf(golden.facts, golden.day);
    const rules::DueReport report = rules::dueReport(facts, golden.day);
    QJsonObject instruments;
    for (const rules::DueLine& line : report.lines) {
        const auto standing = rules::standingOf(facts, report, line);
        instruments.insert(line.name, QJsonObject{{QStringLiteral("status"), rules::keyOf(line.status)},
                                                  {QStringLiteral("why"), standing.why}});
    }
    QJsonObject rates;
    for (const auto& [key, kind] :
         {std::pair("verification_rate", rules::RateKind::Verification), std::pair("pass_rate", rules::RateKind::Pass),
          std::pair("validity_rate", rules::RateKind::Validity)})
        rates.insert(QLatin1String(key), rules::sentenceOf(kind, report.figures));
    return {{QStringLiteral("instruments"), instruments}, {QStringLiteral("rates"), rates}};
}

QJsonObject scheduleJson(const GoldenCase& golden)
{
    const auto facts = model::asOf(golden.facts, golden.day);
    const rules::Status status = rules::status(facts, golden.plan, golden.calendar, golden.day);
    QJsonObject milestones;
    for (const rules::PhaseStanding& phase : status.phases)
        for (const rules::MilestoneStanding& one : phase.milestones)
            milestones.insert(one.key, QJsonObject{{QStringLiteral("state"), rules::keyOf(one.state)},
                                                   {QStringLiteral("late"), one.isLate},
                                                   {QStringLiteral("why"), one.why}});
    return {{QStringLiteral("milestones"), milestones},
            {QStringLiteral("units"), status.units},
            {QStringLiteral("scored"), status.scoredUnits.size()},
            {QStringLiteral("open_problems"), status.openProblems.size()},
            {QStringLiteral("overdue_problems"), status.overdueProblems.size()}};
}

QJsonObject readinessJson(const GoldenCase& golden)
{
    const auto facts = model::asOf(golden.facts, golden.day);
    QJsonObject risks;
    for (const rules::Risk& risk :
         rules::readiness(facts, golden.plan, golden.calendar, golden.day, golden.on, golden.absentPapers).risks)
        risks.insert(rules::keyOf(risk.kind),
                     QJsonObject{{QStringLiteral("count"), risk.count},
                                 {QStringLiteral("start_by"), risk.startBy.toString(Qt::ISODate)},
                                 {QStringLiteral("why"), risk.why}});
    return {{QStringLiteral("risks"), risks}};
}

/// Every expected value is there; of risks there are no others. What else the case does not speak of may be anything.
void checkContains(const QJsonValue& actual, const QJsonValue& expected, const QString& place)
{
    if (!expected.isObject()) {
        INFO(place.toStdString());
        CHECK(actual.toVariant().toString().toStdString() == expected.toVariant().toString().toStdString());
        return;
    }
    const QJsonObject wanted = expected.toObject();
    if (place.endsWith(QLatin1String("/risks")))
        CHECK(actual.toObject().keys() == wanted.keys());
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        checkContains(actual[it.key()], it.value(), place + QLatin1Char('/') + it.key());
}

} // namespace

TEST_CASE("Golden folders: the records of a day give these figures and these explanations", "[golden]")
{
    const QDir folders(sourcePath(QStringLiteral("tests/rules/golden")));
    int cases = 0;
    for (const QString& name : folders.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!QFile::exists(folders.filePath(name + QStringLiteral("/records.json"))))
            continue; // a sheet's answers: scoring_test.cpp
        const GoldenCase golden = readGoldenCase(folders.filePath(name));
        const QJsonObject actual = name.startsWith(QLatin1String("due_"))        ? dueJson(golden)
                                   : name.startsWith(QLatin1String("schedule_")) ? scheduleJson(golden)
                                                                                 : readinessJson(golden);
        checkContains(actual, golden.expected, name);
        ++cases;
    }
    CHECK(cases >= 6);
}
