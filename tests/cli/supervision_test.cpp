// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>

using namespace chengheng;
using namespace chengheng::test;

namespace {

QString unitOf(const Script& script, const char* trade)
{
    const Outcome units = script.on({"list", "unit", "--where"}, {QStringLiteral("trade=") + QLatin1String(trade)});
    return units.json[QLatin1String("records")][0][QLatin1String("uid")].toString();
}

} // namespace

TEST_CASE("A mock visit by script stands beside the inspections and counts nowhere", "[cli][BUR-5]")
{
    const Script script;
    script.on({"import", "unit"}, {script.sample("roster.xlsx")});
    const QJsonObject form{
        {QStringLiteral("unit"), unitOf(script, "shop")},
        {QStringLiteral("kind"), QStringLiteral("rehearsal")},
        {QStringLiteral("date"), QStringLiteral("2024-10-20")},
        {QStringLiteral("inspectors"), QStringLiteral("甲、乙")},
        {QStringLiteral("displayed"), QStringLiteral("present")},
        {QStringLiteral("sheet"), 3},
        {QStringLiteral("answers"), QJsonArray{QJsonObject{{QStringLiteral("item"), QStringLiteral("3.01")},
                                                           {QStringLiteral("occurrences"), 1}}}}};
    const Outcome added = script.on({"inspect", "add"}, {script.written("mock.json", form)});
    CHECK(added.status == 0);
    CHECK(added.json[QLatin1String("kind")] == QStringLiteral("rehearsal"));
    CHECK(added.json[QLatin1String("displayed")] == QStringLiteral("present"));
    const QJsonObject status = script.on({"--as-of", "2024-11-20", "status"}).json;
    CHECK(status[QLatin1String("inspections")][QLatin1String("scored")] == 0);
    const QJsonObject compared = script.on({"--as-of", "2024-11-20", "summary", "rehearsals"}).json;
    CHECK(compared[QLatin1String("rows")].toArray().size() == 1);

    QJsonObject wrong = form;
    wrong.insert(QStringLiteral("displayed"), QStringLiteral("maybe"));
    CHECK(script.on({"inspect", "add"}, {script.written("wrong.json", wrong)}).status == 1);
}

TEST_CASE("Quiet visits are drawn by script, each with the number of who goes", "[cli][SUP-4]")
{
    const Script script;
    script.on({"import", "unit"}, {script.sample("roster.xlsx")});
    const QString supervisor =
        script
            .on({"add", "supervisor"},
                {script.written("s.json", {{QStringLiteral("name"), QStringLiteral("王阿姨")},
                                           {QStringLiteral("recruited_on"), QStringLiteral("2024-03-10")},
                                           {QStringLiteral("appointed_on"), QStringLiteral("2024-04-10")}})})
            .json[QLatin1String("uid")]
            .toString();
    script.on({"add", "assignment"},
              {script.written("a.json", {{QStringLiteral("supervisor"), supervisor},
                                         {QStringLiteral("trade"), QStringLiteral("small_merchant")},
                                         {QStringLiteral("from"), QStringLiteral("2024-05-01")}})});
    const auto draw = [&] {
        return script.on({"--as-of", "2024-09-20", "draw", "--quiet", "--count", "10", "--seed", "9月"});
    };
    const Outcome drawn = draw();
    CHECK(drawn.status == 0);
    CHECK(drawn.out == draw().out);
    CHECK_FALSE(QString::fromUtf8(drawn.out).contains(QStringLiteral("王阿姨")));
    const QJsonArray visits = drawn.json[QLatin1String("visits")].toArray();
    CHECK(visits.size() == 10);
    for (const QJsonValue& visit : visits)
        CHECK((visit[QLatin1String("supervisor")] == QStringLiteral("1号"))
              == (visit[QLatin1String("trade")] == QStringLiteral("small_merchant")));
    checkRefused(script.on({"--as-of", "2024-09-20", "draw", "--quiet", "--count", "99", "--seed", "1"}),
                 "too_few_units");
}
