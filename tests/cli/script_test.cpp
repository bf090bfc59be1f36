// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>
#include <QSet>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// Full marks on a sheet, as an answers file; the first deductible item is found wanting once.
QJsonObject goodAnswers(int number)
{
    const QJsonObject edition =
        QJsonDocument::fromJson(readFile(sourcePath(QStringLiteral("resources/sheets/reference-draft.json")))).object();
    QJsonArray answers;
    bool isFirst = true;
    for (const QJsonValue& sheet : edition[QLatin1String("sheets")].toArray()) {
        if (sheet[QLatin1String("no")].toInt() != number)
            continue;
        for (const QJsonValue& item : sheet[QLatin1String("items")].toArray()) {
            QJsonObject answer{{QStringLiteral("item"), item[QLatin1String("id")]}};
            const QString type = item[QLatin1String("method")][QLatin1String("type")].toString();
            if (type == QLatin1String("deduct")) {
                answer.insert(QStringLiteral("occurrences"), isFirst ? 1 : 0);
                isFirst = false;
            } else if (type == QLatin1String("ratio")) {
                answer.insert(QStringLiteral("num"), 4);
                answer.insert(QStringLiteral("den"), 4);
            } else {
                answer.insert(QStringLiteral("met"), true);
            }
            answers.append(answer);
        }
    }
    return {{QStringLiteral("sheet"), number},
            {QStringLiteral("global_vetoes"), QJsonArray()},
            {QStringLiteral("answers"), answers}};
}

} // namespace

TEST_CASE("The main job by script, from the plan to a verified packet", "[cli][SCOPE-1][PLAN-4][PLAN-7]")
{
    const Script script;
    CHECK(script.on({"check-plan"}).json[QLatin1String("findings")].toArray().size() >= 7);
    CHECK(script.on({"import", "unit"}, {script.sample("roster.xlsx")}).json[QLatin1String("accepted")] == 40);
    CHECK(script.on({"import", "instrument"}, {script.sample("ledger.csv")}).json[QLatin1String("accepted")] == 489);

    const QJsonObject due = script.on({"--as-of", "2024-11-20", "due"}).json;
    CHECK(due[QLatin1String("as_of")] == QStringLiteral("2024-11-20"));
    qint64 counted = 0;
    for (const QJsonValue& count : due[QLatin1String("counts")].toObject())
        counted += count.toInteger();
    qint64 listed = 0;
    for (const QJsonValue& line : due[QLatin1String("instruments")].toArray()) {
        listed += line[QLatin1String("quantity")].toInteger();
        CHECK_FALSE(line[QLatin1String("why")].toString().isEmpty());
    }
    CHECK(counted == listed);
    CHECK(due[QLatin1String("counts")].toObject().size() == 7);

    // One unit of each trade is scored, and the organiser.
    QSet<QString> done;
    const QStringList trades{QStringLiteral("market"),         QStringLiteral("shop"),
                             QStringLiteral("restaurant"),     QStringLiteral("hospital"),
                             QStringLiteral("petrol_station"), QStringLiteral("optician"),
                             QStringLiteral("small_merchant")};
    QString scored;
    for (const QJsonValue& unit : script.on({"list", "unit"}).json[QLatin1String("records")].toArray()) {
        const QString trade = unit[QLatin1String("trade")].toString();
        if (done.contains(trade))
            continue;
        done.insert(trade);
        QJsonObject form = goodAnswers(int(trades.indexOf(trade)) + 2);
        form.insert(QStringLiteral("unit"), unit[QLatin1String("name")]);
        form.insert(QStringLiteral("kind"), QStringLiteral("joint"));
        form.insert(QStringLiteral("date"), QStringLiteral("2024-09-10"));
        form.insert(QStringLiteral("inspectors"), QStringLiteral("汪炜、苏阳"));
        const Outcome added = script.on({"inspect", "add"}, {script.written("inspection.json", form)});
        CHECK(added.status == 0);
        CHECK(added.json[QLatin1String("complete")].toBool());
        CHECK(script.on({"inspect", "show"}, {added.json[QLatin1String("uid")].toString()}).json[QLatin1String("score")]
              == added.json[QLatin1String("score")]);
        scored = unit[QLatin1String("uid")].toString();
    }
    CHECK(done.size() == 7);
    QJsonObject organiser = goodAnswers(1);
    organiser.insert(QStringLiteral("kind"), QStringLiteral("self_check"));
    organiser.insert(QStringLiteral("date"), QStringLiteral("2024-10-20"));
    organiser.insert(QStringLiteral("inspectors"), QStringLiteral("王霄凌"));
    CHECK(script.on({"inspect", "add"}, {script.written("organiser.json", organiser)}).status == 0);

    // A problem, put right and closed.
    const QString problem =
        script
            .on({"add", "problem"},
                {script.written("problem.json", {{QStringLiteral("unit"), scored},
                                                 {QStringLiteral("fault"), QStringLiteral("合格标志缺失")},
                                                 {QStringLiteral("description"), QStringLiteral("一台秤没有合格标志")},
                                                 {QStringLiteral("found_on"), QStringLiteral("2024-09-10")},
                                                 {QStringLiteral("severity"), QStringLiteral("ordinary")},
                                                 {QStringLiteral("due_on"), QStringLiteral("2024-10-22")},
                                                 {QStringLiteral("source"), QStringLiteral("lost_points")}})})
            .json[QLatin1String("uid")]
            .toString();
    const auto take = [&](const char* action, const char* on, const QString& persons) {
        return script
            .on({"do", action, "problem"},
                {problem, script.written("step.json", {{QStringLiteral("on"), QLatin1String(on)},
                                                       {QStringLiteral("persons"), persons},
                                                       {QStringLiteral("evidence"), QStringLiteral("照片")}})})
            .status;
    };
    CHECK(take("close", "2024-09-11", QStringLiteral("苏阳")) == 1);
    CHECK(take("advise", "2024-09-11", QStringLiteral("苏阳")) == 0);
    CHECK(take("rectify", "2024-09-12", QStringLiteral("店主")) == 0);
    CHECK(take("recheck_pass", "2024-09-13", QStringLiteral("苏阳")) == 0);
    CHECK(script.on({"--as-of", "2024-09-13", "status"}).json[QLatin1String("problems")][QLatin1String("open")] == 1);
    CHECK(take("close", "2024-09-14", QStringLiteral("汪炜")) == 0);
    const QJsonObject status = script.on({"--as-of", "2024-11-20", "status"}).json;
    CHECK(status[QLatin1String("problems")][QLatin1String("open")] == 0);
    CHECK(status[QLatin1String("inspections")][QLatin1String("scored")] == 7);
    for (const QJsonValue& quota : status[QLatin1String("quotas")].toArray())
        CHECK(quota[QLatin1String("planned")] == quota[QLatin1String("registered")]);

    // Rehearsal and readiness.
    const auto draw = [&] {
        return script.on({"--as-of", "2024-11-20", "draw", "--count", "12", "--seed", "7", "--stratified"}).json;
    };
    CHECK(draw()[QLatin1String("units")].toArray().size() == 12);
    CHECK(draw() == draw());
    CHECK(script.on({"--as-of", "2024-11-01", "readiness", "--on", "2024-11-20"})
              .json[QLatin1String("risks")]
              .toArray()
              .size()
          > 0);

    // Packet, verified; then one byte of one paper changed.
    const QString packet = script.folder.filePath(QStringLiteral("packet"));
    CHECK(script.on({"--as-of", "2024-11-20", "packet"}, {packet}).json[QLatin1String("pages")].toInt() > 10);
    CHECK(call({QStringLiteral("--json"), QStringLiteral("verify"), packet}).status == 0);
    const QString paper = packet + QStringLiteral("/12-参建单位名册.pdf");
    QFile file(paper);
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.seek(100);
    file.write("#");
    file.close();
    const Outcome broken = call({QStringLiteral("--json"), QStringLiteral("verify"), packet});
    CHECK(broken.status == 1);
    CHECK(broken.json[QLatin1String("breaks")][0][QLatin1String("why")].toString().contains(
        QStringLiteral("12-参建单位名册.pdf")));

    // Backup and restore carry the journal over.
    const QString head = script.on({"verify"}).json[QLatin1String("head")].toString();
    const QString copy = script.folder.filePath(QStringLiteral("copy.chc"));
    CHECK(script.on({"backup"}, {script.folder.filePath(QStringLiteral("backup.chc"))}).status == 0);
    CHECK(call({QStringLiteral("--file"), copy, QStringLiteral("restore"),
                script.folder.filePath(QStringLiteral("backup.chc"))})
              .status
          == 0);
    CHECK(call({QStringLiteral("--json"), QStringLiteral("--file"), copy, QStringLiteral("verify"),
                QStringLiteral("--head"), head})
              .status
          == 0);
}

TEST_CASE("A faulty ledger is refused with its ten faults", "[cli]")
{
    const Script script;
    script.on({"import", "unit"}, {script.sample("roster.xlsx")});
    const Outcome refused = script.on({"import", "instrument"}, {script.sample("faulty_ledger.xlsx")});
    CHECK(refused.status == 1);
    CHECK(refused.json[QLatin1String("rejected")] == 10);
    CHECK(refused.json[QLatin1String("batch")].isNull());
    CHECK(script.on({"list", "instrument"}).json[QLatin1String("count")] == 0);
}

TEST_CASE("A change from a day on is listed and corrected by script", "[cli]")
{
    const Script script;
    script.on({"import", "unit"}, {script.sample("roster.xlsx")});
    const QString unit =
        script.on({"list", "unit"}).json[QLatin1String("records")].toArray().first()[QLatin1String("uid")].toString();
    const QJsonObject withdrawn{
        {QStringLiteral("from"), QStringLiteral("2024-09-01")},
        {QStringLiteral("reason"), QStringLiteral("停业")},
        {QStringLiteral("values"), QJsonObject{{QStringLiteral("participation"), QStringLiteral("withdrawn")}}}};
    CHECK(script.on({"change", "unit"}, {unit, script.written("change.json", withdrawn)}).status == 0);
    checkRefused(script.on({"change", "unit"},
                           {unit, script.written("empty.json", {{QStringLiteral("from"), QStringLiteral("2024-09-01")},
                                                                {QStringLiteral("reason"), QStringLiteral("停业")}})}),
                 "nothing_to_write");
    const QJsonArray changes = script.on({"changes", "unit"}, {unit}).json[QLatin1String("changes")].toArray();
    REQUIRE(changes.size() == 1);
    const QString change = changes.first()[QLatin1String("uid")].toString();
    const QString correction =
        script.written("correct.json", {{QStringLiteral("from"), QStringLiteral("2024-07-01")},
                                        {QStringLiteral("reason"), QStringLiteral("公告日期登错")}});
    CHECK(script.on({"correct-change", "unit"}, {unit, change, correction}).status == 0);
    CHECK(script.on({"--as-of", "2024-07-01", "show", "unit"}, {unit}).json[QLatin1String("participation")]
          == QStringLiteral("withdrawn"));
    checkRefused(script.on({"correct-change", "unit"}, {unit, unit, correction}), "no_such_record");
}

TEST_CASE("Wrong usage is 2, refusal is 1, and an error is one JSON object", "[cli]")
{
    const Script script;
    struct Case {
        QStringList arguments;
        int status;
    };
    const QString file = script.file;
    const std::vector<Case> cases{
        {{QStringLiteral("nonsense")}, 2},
        {{QStringLiteral("due")}, 2},
        {{QStringLiteral("--file"), file, QStringLiteral("--server"), QStringLiteral("x"), QStringLiteral("due")}, 2},
        {{QStringLiteral("--file"), file, QStringLiteral("--as-of"), QStringLiteral("2024-13-01"),
          QStringLiteral("due")},
         2},
        {{QStringLiteral("--file"), file, QStringLiteral("--as-of"), QStringLiteral("2024-01-01"),
          QStringLiteral("import"), QStringLiteral("unit"), QStringLiteral("x.csv")},
         2},
        {{QStringLiteral("--file"), file, QStringLiteral("due"), QStringLiteral("--unknown")}, 2},
        {{QStringLiteral("--file"), file, QStringLiteral("draw"), QStringLiteral("--count"), QStringLiteral("many"),
          QStringLiteral("--seed"), QStringLiteral("1")},
         2},
        {{QStringLiteral("--file"), file, QStringLiteral("list"), QStringLiteral("nonsense")}, 1},
        {{QStringLiteral("--file"), file, QStringLiteral("import"), QStringLiteral("unit"),
          QStringLiteral("missing.csv")},
         1},
        {{QStringLiteral("--file"), script.folder.filePath(QStringLiteral("none.chc")), QStringLiteral("due")}, 1},
        {{QStringLiteral("--file"), file, QStringLiteral("new"), QStringLiteral("--plan"),
          QStringLiteral("gucun-2024")},
         1},
    };
    for (const Case& c : cases) {
        INFO(c.arguments.join(QLatin1Char(' ')));
        const Outcome outcome = call(QStringList{QStringLiteral("--json")} + c.arguments);
        CHECK(outcome.status == c.status);
        CHECK(outcome.out.count('\n') == 1);
        CHECK_FALSE(outcome.json[QLatin1String("error")][QLatin1String("code")].toString().isEmpty());
        CHECK_FALSE(outcome.json[QLatin1String("error")][QLatin1String("message")].toString().isEmpty());
    }
}
