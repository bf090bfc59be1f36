// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>

using namespace chengheng;
using namespace chengheng::test;

namespace {

QString uidOf(const Outcome& outcome)
{
    REQUIRE(outcome.status == 0);
    return outcome.json[QLatin1String("uid")].toString();
}

QString firstUnit(const Script& script)
{
    return script.on({"list", "unit"}).json[QLatin1String("records")][0][QLatin1String("uid")].toString();
}

} // namespace

TEST_CASE("A case's articles are picked by script, and others refused", "[cli][STA-4][STA-5]")
{
    const Script script;
    REQUIRE(script.on({"import", "unit"}, {script.sample("roster.xlsx")}).status == 0);
    const Outcome picks = script.on({"picks", "enforcement_case", "legal_basis"});
    REQUIRE(picks.status == 0);
    CHECK(picks.json[QLatin1String("picks")].toArray().size() > 50);
    checkRefused(script.on({"picks", "unit", "name"}), "not_picked");
    const QString complaint =
        uidOf(script.on({"add", "complaint"},
                        {script.written("c.json", {{QStringLiteral("kind"), QStringLiteral("report")},
                                                   {QStringLiteral("received_on"), QStringLiteral("2024-09-20")},
                                                   {QStringLiteral("channel"), QStringLiteral("letter")},
                                                   {QStringLiteral("unit"), firstUnit(script)},
                                                   {QStringLiteral("subject"), QStringLiteral("使用未检定的秤")}})}));
    const auto file = [&](const char* basis) {
        return script.on(
            {"do", "file_case", "complaint"},
            {complaint, script.written("f.json", {{QStringLiteral("number"), QStringLiteral("演示案1号")},
                                                  {QStringLiteral("filed_on"), QStringLiteral("2024-09-25")},
                                                  {QStringLiteral("legal_basis"), QString::fromUtf8(basis)}})});
    };
    checkRefused(file("集贸市场计量监督管理办法第九条"), "article_not_in_force");
    const QString filed = uidOf(file("计量法实施细则第43条"));
    const Outcome shown = script.on({"show", "enforcement_case"}, {filed});
    CHECK(shown.json[QLatin1String("complaint")].toString() == complaint);
    CHECK(shown.json[QLatin1String("facts")].toString() == QStringLiteral("使用未检定的秤"));
    CHECK(script
              .on({"do", "filing_decided", "complaint"},
                  {complaint, script.written("d.json", {{QStringLiteral("on"), QStringLiteral("2024-09-25")},
                                                        {QStringLiteral("content"), QStringLiteral("立案")}})})
              .status
          == 0);
    CHECK(script.on({"--as-of", "2024-09-30", "summary", "clocks"}).json[QLatin1String("rows")].toArray().size() == 2);
}

TEST_CASE("A complaint is accepted, settled and answered by script", "[cli][STA-5]")
{
    const Script script;
    REQUIRE(script.on({"import", "unit"}, {script.sample("roster.xlsx")}).status == 0);
    const QString complaint = uidOf(script.on(
        {"add", "complaint"}, {script.written("c.json", {{QStringLiteral("kind"), QStringLiteral("complaint")},
                                                         {QStringLiteral("received_on"), QStringLiteral("2024-09-02")},
                                                         {QStringLiteral("channel"), QStringLiteral("visit")},
                                                         {QStringLiteral("unit"), firstUnit(script)},
                                                         {QStringLiteral("subject"), QStringLiteral("短秤")}})}));
    const auto act = [&](const char* action, const QJsonObject& inputs) {
        return script.on({"do", action, "complaint"}, {complaint, script.written("i.json", inputs)});
    };
    checkRefused(act("mediate", {{QStringLiteral("ended_on"), QStringLiteral("2024-09-10")}}), "required");
    CHECK(act("accept", {{QStringLiteral("accepted_on"), QStringLiteral("2024-09-03")}}).status == 0);
    checkRefused(act("accept", {{QStringLiteral("accepted_on"), QStringLiteral("2024-09-03")}}), "filled_in_already");
    CHECK(act("mediate", {{QStringLiteral("ended_on"), QStringLiteral("2024-09-10")}}).status == 0);
    CHECK(act("answer", {{QStringLiteral("answered_on"), QStringLiteral("2024-09-11")},
                         {QStringLiteral("answer"), QStringLiteral("已退差价")}})
              .status
          == 0);
    const Outcome shown = script.on({"show", "complaint"}, {complaint});
    CHECK(shown.json[QLatin1String("outcome")].toString() == QStringLiteral("settled"));
    CHECK(shown.json[QLatin1String("receiver")].toString() == QStringLiteral("town"));
    checkRefused(script.on({"--as-of", "2024-09-01", "show", "complaint"}, {complaint}),
                 "not_yet"); // as `list` of then
}

TEST_CASE("A training's sign-in sheet goes out and comes back by script", "[cli][BUR-1]")
{
    const Script script;
    REQUIRE(script.on({"import", "unit"}, {script.sample("roster.xlsx")}).status == 0);
    const QString training = uidOf(script.on(
        {"add", "training"}, {script.written("t.json", {{QStringLiteral("title"), QStringLiteral("第一批培训")},
                                                        {QStringLiteral("audience"), QStringLiteral("units")},
                                                        {QStringLiteral("on"), QStringLiteral("2024-04-11")},
                                                        {QStringLiteral("topics"), QStringLiteral("计量法律法规")}})}));
    const QString sheet = script.folder.filePath(QStringLiteral("签到.csv"));
    CHECK(script.on({"sign-in-sheet"}, {training, sheet}).json[QLatin1String("names")] == 80);
    CHECK(script.on({"import", "training_attendance"}, {sheet}).json[QLatin1String("accepted")] == 80);
    CHECK(script.on({"summary", "training_owed"}).json[QLatin1String("rows")].toArray().size() == 80);
}

TEST_CASE("The acceptance team's units are drawn into the visit by script", "[cli][PLAN-7]")
{
    const Script script;
    REQUIRE(script.on({"import", "unit"}, {script.sample("roster.xlsx")}).status == 0);
    const QString visit =
        uidOf(script.on({"add", "acceptance_visit"},
                        {script.written("v.json", {{QStringLiteral("on"), QStringLiteral("2024-11-18")},
                                                   {QStringLiteral("team"), QStringLiteral("市局验收组")}})}));
    const Outcome drawn = script.on({"draw-visit", "--seed", "s", "--stratified"}, {visit});
    REQUIRE(drawn.status == 0);
    CHECK(drawn.json[QLatin1String("units")].toArray().size() == 12);
    CHECK(script.on({"list", "drawn_unit"}).json[QLatin1String("count")] == 12);
    checkRefused(script.on({"draw-visit", "--seed", "t"}, {visit}), "drawn_already");
    checkRefused(script.on({"take", "list_drafts"}), "nothing_proposed"); // nobody has been inspected
    checkRefused(script.on({"summary", "list_drafts"}, {script.folder.filePath(QStringLiteral("名单.xlsx"))}), "draft");
}

TEST_CASE("The next round is begun by script, then and now stand side by side, and the old file takes nothing more",
          "[cli][LONG-1][SCOPE-3]")
{
    const Script old;
    REQUIRE(old.on({"import", "unit"}, {old.sample("roster.xlsx")}).status == 0);
    const Script next;
    const Outcome carried = next.on({"carry-over"}, {old.file});
    REQUIRE(carried.status == 0);
    CHECK(carried.json[QLatin1String("units")] == 40);
    CHECK(carried.json[QLatin1String("not_closed")].toString().isEmpty());
    const QJsonArray rows = next.on({"summary", "then_and_now"}).json[QLatin1String("rows")].toArray();
    REQUIRE_FALSE(rows.isEmpty());
    const QJsonArray units = rows.first()[QLatin1String("cells")].toArray();
    CHECK(units[1].toString() == units[3].toString());
    checkRefused(old.on({"import", "instrument"}, {old.sample("ledger.csv")}), "campaign_closed");
    CHECK(old.on({"list", "unit"}).json[QLatin1String("count")] == 40); // it can be read
    CHECK(old.on({"reopen"}).status == 0);                              // it was a mistake
    CHECK(old.on({"import", "instrument"}, {old.sample("ledger.csv")}).status == 0);
}
