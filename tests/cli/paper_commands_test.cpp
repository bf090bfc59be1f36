// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>
#include <QPainter>
#include <QPdfWriter>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// A PDF of somebody else's program.
void makePdf(const QString& path, int pages)
{
    QPdfWriter writer(path);
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.drawRect(500, 3000, 1000, 1000);
    }
}

} // namespace

TEST_CASE("A PDF gets its number by script, and its scan finds the way back", "[cli][TOWN-7]")
{
    const Script script;
    const QString made = script.folder.filePath(QStringLiteral("通知.pdf"));
    const QString numbered = script.folder.filePath(QStringLiteral("编号.pdf"));
    makePdf(made, 2);
    const Outcome issued = script.on({"issue"}, {made, numbered, QStringLiteral("--title"), QStringLiteral("会议通知"),
                                                 QStringLiteral("--kind"), QStringLiteral("通知")});
    REQUIRE(issued.status == 0);
    CHECK(issued.json[QLatin1String("number")].toString().endsWith(QStringLiteral("-00001")));
    CHECK(issued.json[QLatin1String("pages")] == 2);
    checkRefused(script.on({"issue"}, {made, numbered, QStringLiteral("--title"), QStringLiteral("再来"),
                                       QStringLiteral("--kind"), QStringLiteral("通知")}),
                 "file_exists");
    CHECK(script.on({"issue"}, {made, numbered}).status == 2);

    const Outcome plan = script.on({"scan", "--dry-run"}, {numbered});
    CHECK(plan.status == 1); // its steps are missing
    CHECK(plan.json[QLatin1String("parts")][0][QLatin1String("pages")].toArray() == QJsonArray{1, 2});
    checkRefused(script.on({"scan"}, {numbered}), "nothing_to_file");
    const Outcome filed = script.on({"scan", "--complete-steps", "--archive"}, {numbered});
    CHECK(filed.status == 0);
    CHECK(filed.json[QLatin1String("archived")] == 1);
    CHECK(script.on({"list", "issued_paper_step"}).json[QLatin1String("records")].toArray().size() == 4);

    const Outcome again = script.on({"scan", "--again", "--dry-run"}, {made, numbered});
    CHECK(again.status == 1);
    CHECK(again.json[QLatin1String("strays")].toArray().size() == 2);
    CHECK(again.json[QLatin1String("parts")][0][QLatin1String("pages")].toArray() == QJsonArray{3, 4});
    checkRefused(script.on({"scan"}, {script.sample("roster.xlsx")}), "not_a_pdf");
    CHECK(script.on({"verify"}).status == 0);
}

TEST_CASE("A paper is made from the records by script, from an office's own template too", "[cli][papers]")
{
    const Script script;
    const QString pdf = script.folder.filePath(QStringLiteral("申请.pdf"));
    const Outcome made = script.on({"paper", "creation_application"}, {pdf});
    REQUIRE(made.status == 0);
    CHECK(made.json[QLatin1String("pages")].toInt() >= 1);
    CHECK(readFile(pdf).startsWith("%PDF"));
    checkRefused(
        script.on({"paper", "commitment_letter"}, {pdf, QStringLiteral("--subject"), QStringLiteral("没有的店")}),
        "no_such_record");

    const QString docx = script.folder.filePath(QStringLiteral("模板.docx"));
    const Outcome form = script.on({"paper-template", "creation_application"}, {docx});
    REQUIRE(form.status == 0);
    CHECK(form.json[QLatin1String("fields")].toArray().contains(QStringLiteral("参建单位.单位名称")));
    REQUIRE(script.on({"set-paper-template", "creation_application"}, {docx}).status == 0);
    const auto isOwn = [&] {
        for (const QJsonValue& paper : script.on({"papers"}, {}).json[QLatin1String("papers")].toArray())
            if (paper[QLatin1String("key")] == QStringLiteral("creation_application"))
                return paper[QLatin1String("own_template")].toBool();
        return false;
    };
    CHECK(isOwn());
    REQUIRE(script.on({"set-paper-template", "creation_application"}, {}).status == 0);
    CHECK_FALSE(isOwn());
}

TEST_CASE("A label's code leads a script to its instrument, and sealed papers into the archive", "[cli][TOWN-7]")
{
    const Script script;
    REQUIRE(script.on({"import", "unit"}, {script.sample("roster.xlsx")}).status == 0);
    REQUIRE(script.on({"import", "instrument"}, {script.sample("ledger.csv")}).status == 0);
    const QString uid =
        script.on({"list", "instrument"}, {}).json[QLatin1String("records")][0][QLatin1String("uid")].toString();
    const Outcome found = script.on({"find-label"}, {uid.toUpper()});
    REQUIRE(found.status == 0);
    CHECK(found.json[QLatin1String("uid")] == uid);
    CHECK_FALSE(found.json[QLatin1String("unit")].toString().isEmpty());
    checkRefused(script.on({"find-label"}, {QStringLiteral("A-0001")}), "not_a_label");

    const QString made = script.folder.filePath(QStringLiteral("纪要.pdf"));
    makePdf(made, 2);
    const Outcome issued =
        script.on({"issue"}, {made, script.folder.filePath(QStringLiteral("编号.pdf")), QStringLiteral("--title"),
                              QStringLiteral("例会纪要"), QStringLiteral("--kind"), QStringLiteral("会议纪要")});
    REQUIRE(issued.status == 0);
    const QString paper = issued.json[QLatin1String("uid")].toString();
    checkRefused(script.on({"archive"}, {paper}), "not_sealed");
    REQUIRE(script.on({"scan", "--complete-steps"}, {script.folder.filePath(QStringLiteral("编号.pdf"))}).status == 0);
    const Outcome archived = script.on({"archive"}, {paper});
    REQUIRE(archived.status == 0);
    CHECK(archived.json[QLatin1String("pieces")][0][QLatin1String("code")].toString().endsWith(
        QStringLiteral("-D30-0001")));
    CHECK(script.on({"archive"}, {paper, QStringLiteral("--retention"), QStringLiteral("forever")}).status == 2);
    CHECK(script.on({"verify"}).status == 0);
}
