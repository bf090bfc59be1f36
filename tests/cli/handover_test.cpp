// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>

using namespace chengheng;
using namespace chengheng::test;

TEST_CASE("Open work is shown, handed over and printed by script", "[cli][HAND-1]")
{
    const Script script;
    const QString file = script.folder.filePath(QStringLiteral("投诉.json"));
    writeFile(
        file,
        R"({"kind":"complaint","received_on":"2024-09-01","channel":"call","respondent":"某店","subject":"少称","handler":"王某"})");
    REQUIRE(script.on({"add", "complaint"}, {file}).status == 0);
    const Outcome open = script.on({"open-work", "王某"});
    REQUIRE(open.status == 0);
    CHECK(open.json[QLatin1String("open")].toArray().size() == 1);
    CHECK(open.json[QLatin1String("open")][0][QLatin1String("kind")] == QStringLiteral("complaint"));
    checkRefused(script.on({"handover", "王某", "李某"}), "required");
    CHECK(script.on({"handover", "王某", "李某", "--on", "明天"}).status == 2);
    const Outcome handed = script.on({"handover", "王某", "李某", "--on", "2024-10-08", "--reason", "轮岗"});
    REQUIRE(handed.status == 0);
    CHECK(script.on({"open-work", "王某"}).json[QLatin1String("open")].toArray().isEmpty());
    CHECK(script.on({"open-work", "李某"}).json[QLatin1String("open")].toArray().size() == 1);
    const QString paper = script.folder.filePath(QStringLiteral("移交清单.pdf"));
    const Outcome printed = script.on({"handover-list"}, {handed.json[QLatin1String("uid")].toString(), paper});
    CHECK(printed.status == 0);
    CHECK(readFile(paper).startsWith("%PDF"));
    CHECK(script.on({"verify"}).status == 0);
}
