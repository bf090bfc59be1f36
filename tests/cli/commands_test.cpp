// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include "cli/invocation.h"
#include "support/command.h"
#include "support/pictures.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// The demonstration year, made once; each case works on a copy.
const QString& demoFile()
{
    static const QTemporaryDir folder;
    static const QString file = [] {
        REQUIRE(call({QStringLiteral("demo"), folder.path()}).status == 0);
        return folder.filePath(QStringLiteral("demo.chc"));
    }();
    return file;
}

struct Demo {
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("demo.chc"));

    Demo() { REQUIRE(QFile::copy(demoFile(), file)); }

    Outcome on(const QStringList& words) const
    {
        return call(QStringList{QStringLiteral("--json"), QStringLiteral("--file"), file} + words);
    }
    QString path(const char* name) const { return folder.filePath(QString::fromUtf8(name)); }

    QString written(const char* name, const QByteArray& bytes) const
    {
        writeFile(path(name), bytes);
        return path(name);
    }

    /// The uid of a register's first record.
    QString first(const char* kind) const
    {
        return on({QStringLiteral("list"), QLatin1String(kind)})
            .json[QLatin1String("records")][0][QLatin1String("uid")]
            .toString();
    }

    QJsonObject shown(const char* kind, const QString& uid) const
    {
        return on({QStringLiteral("show"), QLatin1String(kind), uid}).json;
    }
};

} // namespace

TEST_CASE("Every command that reads answers with one object", "[cli]")
{
    const Demo demo;
    struct Case {
        QStringList words;
        const char* key; ///< of the answer
    };
    const QString unit = demo.first("unit");
    const QString inspection = demo.first("inspection");
    const Case cases[] = {
        {{"kinds"}, "kinds"},
        {{"due", "--within", "30"}, "instruments"},
        {{"status"}, "phases"},
        {{"check-plan"}, "findings"},
        {{"summary", "owed"}, "rows"},
        {{"summary", "inspections", demo.path("检查.xlsx")}, "rows"},
        {{"packet-papers"}, "papers"},
        {{"papers"}, "papers"},
        {{"changes", "unit", unit}, "changes"},
        {{"attachments", "unit", unit}, "attachments"},
        {{"suggest-problems", inspection}, "suggestions"},
        {{"inspect", "show", inspection}, "score"},
        {{"open-work", "演示甲"}, "open"},
        {{"export", "unit", demo.path("名册.xlsx")}, "rows"},
        {{"template", "instrument", demo.path("空白.xlsx")}, "file"},
        {{"unit-folder", unit, demo.path("一户一档.pdf")}, "pages"},
        {{"sheet", inspection, demo.path("评分表.pdf")}, "pages"},
        {{"print", "due", demo.path("到期.pdf")}, "pages"},
        {{"--as-of", "2024-10-08", "readiness", "--on", "2024-11-20"}, "risks"},
        {{"ledger-matches", demo.first("report_instrument")}, "matches"},
    };
    for (const Case& c : cases) {
        INFO(c.words.join(QLatin1Char(' ')).toStdString());
        const Outcome outcome = demo.on(c.words);
        INFO(outcome.out.toStdString());
        CHECK(outcome.status == 0);
        CHECK(outcome.out.count('\n') == 1);
        CHECK(outcome.json.contains(QLatin1String(c.key)));
    }
}

TEST_CASE("Every paper that print names, and every list, is a PDF by script", "[cli][papers]")
{
    const Demo demo;
    const QString unit = demo.first("unit");
    const QString out = demo.path("打印.pdf");
    std::vector<QStringList> calls{{"print", "labels", out},
                                   {"print", "visit", out, "--units", unit},
                                   {"print", "due", out},
                                   {"print", "brief", out},
                                   {"print", "rehearsal", out, "--seed", "7", "--count", "3"},
                                   {"print", "fix-first", out, "--seed", "7"},
                                   {"print", "archive", out},
                                   {"print", "archive-covers", out},
                                   {"print", "sheet", out, "--sheet", "3", "--units", unit},
                                   {"export", "instrument", out},
                                   {"export", "supervisor", out}};
    for (int sheet = 1; sheet <= 8; ++sheet)
        calls.push_back({"print", "sheet", out, "--sheet", QString::number(sheet)});
    for (const QStringList& words : calls) {
        INFO(words.join(QLatin1Char(' ')).toStdString());
        const Outcome made = demo.on(words);
        INFO(made.out.toStdString());
        CHECK(made.status == 0);
        CHECK(made.json[QLatin1String("pages")].toInt() >= 1);
        CHECK(readFile(out).startsWith("%PDF-"));
        QFile::remove(out);
    }
    CHECK(demo.on({"summary", "inspections", out}).json[QLatin1String("rows")].toArray().size() > 30);
    CHECK(readFile(out).startsWith("%PDF-"));
    checkRefused(demo.on({"summary", "list_drafts", demo.path("初稿.pdf")}), "draft");
    CHECK(demo.on({"print", "sheet", out}).status == 2);
    CHECK(demo.on({"print", "sheet", out, "--sheet", "9"}).status == 2);
}

TEST_CASE("A campaign on an office's own sheets prints them without the mark of a draft", "[cli][PLAN-4]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.chc"));
    const auto on = [&](const QStringList& words) {
        return call(QStringList{QStringLiteral("--json"), QStringLiteral("--file"), file} + words);
    };
    QJsonObject sheets =
        QJsonDocument::fromJson(readFile(sourcePath(QStringLiteral("resources/sheets/reference-draft.json")))).object();
    REQUIRE(sheets[QLatin1String("status")].toString().startsWith(QStringLiteral("参考稿")));
    sheets[QLatin1String("status")] = QStringLiteral("本局2024年发布");
    const QString own = folder.filePath(QStringLiteral("自备.json"));
    writeFile(own, "{}");
    checkRefused(on({"new", "--plan", "gucun-2024", "--sheets", own}), "bad_data");
    CHECK_FALSE(QFile::exists(file));
    writeFile(own, QJsonDocument(sheets).toJson());
    REQUIRE(on({"new", "--plan", "gucun-2024", "--sheets", own}).status == 0);
    const QString out = folder.filePath(QStringLiteral("表.pdf"));
    REQUIRE(on({"print", "sheet", out, "--sheet", "3"}).status == 0);
    const QString printed = outputOf(QStringLiteral("pdftotext"), {out, QStringLiteral("-")});
    CHECK(printed.contains(QStringLiteral("本局2024年发布")));
    CHECK_FALSE(printed.contains(QStringLiteral("参考稿")));
}

TEST_CASE("A report with a wrong figure gets its number by script only where that is accepted", "[cli][BUR-6]")
{
    const Demo demo;
    const QString out = demo.path("总结.pdf");
    const QString name = QStringLiteral("2024年度诚信计量创建总结");
    CHECK(demo.on({"paper", "annual_report", out, "--subject", name})
              .json[QLatin1String("differences")]
              .toString()
              .isEmpty());
    REQUIRE(demo.on({"correct", "annual_report", demo.first("annual_report"),
                     demo.written("改.json", R"({"values":{"content":"共有参建单位99家。"},"reason":"补写"})")})
                .status
            == 0);
    const Outcome made = demo.on({"paper", "annual_report", out, "--subject", name});
    CHECK(made.status == 1); // it is there, and does not agree
    CHECK(made.json[QLatin1String("differences")].toString().contains(QStringLiteral("99家")));
    const QString numbered = demo.path("编号.pdf");
    checkRefused(demo.on({"number-paper", "annual_report", numbered, "--subject", name}), "figures_differ");
    CHECK_FALSE(QFile::exists(numbered));
    const Outcome accepted =
        demo.on({"number-paper", "annual_report", numbered, "--subject", name, "--accept-differences"});
    CHECK(accepted.status == 0);
    CHECK_FALSE(accepted.json[QLatin1String("number")].toString().isEmpty());
    CHECK(readFile(numbered).startsWith("%PDF-"));
}

TEST_CASE("At each phase's end the demonstration year stands as it was lived", "[cli][TOWN-1]")
{
    // Half of the managers were trained late, and the volunteers appointed late; a few units displayed their commitment
    // late and some handed in no self-check, so that dossiers stayed incomplete; the last problems stayed open.
    // Everything else was done in its window.
    struct Case {
        const char* day;
        QStringList missed;
        QStringList late;
    };
    const Case cases[] = {
        {"2024-03-31", {}, {}},
        {"2024-04-30", {}, {}},
        {"2024-09-30", {"commitments_displayed"}, {"units_trained", "supervisors_appointed"}},
        {"2024-11-30",
         {"units_self_checked", "dossiers_built"},
         {"units_trained", "supervisors_appointed", "commitments_displayed"}},
        {"2024-12-31",
         {"units_self_checked", "dossiers_built", "problems_closed"},
         {"units_trained", "supervisors_appointed", "commitments_displayed"}},
    };
    const Demo demo;
    const QJsonArray plan =
        QJsonDocument::fromJson(readFile(sourcePath(QStringLiteral("resources/plans/gucun-2024.json"))))
            .object()[QLatin1String("phases")]
            .toArray();
    QHash<QString, QString> ends;
    for (const QJsonValue& phase : plan)
        for (const QJsonValue& milestone : phase[QLatin1String("milestones")].toArray())
            ends.insert(milestone[QLatin1String("key")].toString(), milestone[QLatin1String("to")].toString());
    for (const Case& c : cases) {
        INFO(c.day);
        const QString day = QLatin1String(c.day);
        QStringList missed;
        QStringList late;
        for (const QJsonValue& phase : demo.on({"--as-of", day, "status"}).json[QLatin1String("phases")].toArray())
            for (const QJsonValue& milestone : phase[QLatin1String("milestones")].toArray()) {
                const QString key = milestone[QLatin1String("key")].toString();
                const QString state = milestone[QLatin1String("state")].toString();
                INFO(key.toStdString() << " " << milestone[QLatin1String("why")].toString().toStdString());
                if (state == QLatin1String("missed"))
                    missed << key;
                else if (ends.value(key) < day)
                    CHECK(state == QLatin1String("done"));
                if (milestone[QLatin1String("late")].toBool())
                    late << key;
                CHECK_FALSE(milestone[QLatin1String("entered_later")].toBool()); // who lives it enters it in time
            }
        CHECK(QSet<QString>(missed.begin(), missed.end()) == QSet<QString>(c.missed.begin(), c.missed.end()));
        CHECK(late == c.late);
    }
}

TEST_CASE("due --within lists what falls due and keeps the counts of all", "[cli]")
{
    const Demo demo;
    const QJsonObject all = demo.on({"--as-of", "2024-11-20", "due"}).json;
    const QJsonObject soon = demo.on({"--as-of", "2024-11-20", "due", "--within", "30"}).json;
    CHECK(soon[QLatin1String("counts")] == all[QLatin1String("counts")]);
    CHECK(soon[QLatin1String("instruments")].toArray().size() < all[QLatin1String("instruments")].toArray().size());
    for (const QJsonValue& line : soon[QLatin1String("instruments")].toArray())
        if (line[QLatin1String("status")] == QLatin1String("valid")
            || line[QLatin1String("status")] == QLatin1String("due_soon"))
            CHECK(line[QLatin1String("valid_until")].toString() <= QStringLiteral("2024-12-20"));
}

TEST_CASE("Files are attached, listed and saved again by script", "[cli]")
{
    const Demo demo;
    const QString unit = demo.first("unit");
    const QString photograph = demo.written("门头.png", picture(40, 30));
    CHECK(demo.on({"attach", "unit", unit, photograph}).status == 0);
    const QJsonArray files = demo.on({"attachments", "unit", unit}).json[QLatin1String("attachments")].toArray();
    REQUIRE(files.size() >= 1);
    const QString uid = files.last()[QLatin1String("uid")].toString();
    const QString out = demo.path("存出.bin");
    CHECK(demo.on({"save-attachment", uid, out}).json[QLatin1String("size")].toInt() == readFile(out).size());
    checkRefused(demo.on({"save-attachment", uid, out}), "file_exists");
    const Outcome mixed =
        demo.on({"attach", "unit", unit, demo.written("坏.png", "x"), demo.written("又一张.png", picture(50, 30))});
    CHECK(mixed.status == 1); // the good one is attached, the bad one named
    CHECK(mixed.json[QLatin1String("refusal")].toString().contains(QStringLiteral("坏.png")));
    CHECK(demo.on({"attachments", "unit", unit}).json[QLatin1String("attachments")].toArray().size()
          == files.size() + 1);
}

TEST_CASE("A correction is undone by its number, once, and by nobody else", "[cli]")
{
    const Demo demo;
    const QString unit = demo.first("unit");
    const QString head = demo.shown("unit", unit)[QLatin1String("head")].toString();
    const Outcome corrected = demo.on(
        {"correct", "unit", unit, demo.written("改.json", R"({"values":{"head":"另一人"},"reason":"登错了"})")});
    REQUIRE(corrected.status == 0);
    CHECK(demo.shown("unit", unit)[QLatin1String("head")] == QStringLiteral("另一人"));
    const QString seq = QString::number(corrected.json[QLatin1String("seq")].toInteger());
    checkRefused(demo.on({"--user", "别人", "undo", seq}), "not_own_entry");
    CHECK(demo.on({"undo", seq}).status == 0);
    CHECK(demo.shown("unit", unit)[QLatin1String("head")] == head);
    checkRefused(demo.on({"undo", seq}), "changed_meanwhile");
    checkRefused(demo.on({"undo", "1"}), "not_own_entry"); // the campaign's beginning
    checkRefused(demo.on({"undo", "99999"}), "no_such_entry");
}

TEST_CASE("An import is taken back as its batch", "[cli]")
{
    const Script script;
    const QString batch =
        script.on({"import", "unit"}, {script.sample("roster.xlsx")}).json[QLatin1String("batch")].toString();
    CHECK(script.on({"import", "undo"}, {batch}).status == 0);
    CHECK(script.on({"list", "unit"}).json[QLatin1String("count")] == 0);
    CHECK(script.on({"import", "unit", "--dry-run"}, {script.sample("roster.xlsx")}).json[QLatin1String("accepted")]
          == 40);
}

TEST_CASE("A row of several is split, and a sighting entered in the ledger, by script", "[cli]")
{
    const Demo demo;
    const auto count = [&] { return demo.on({"list", "instrument"}).json[QLatin1String("count")].toInt(); };
    const QByteArray unit = demo.first("unit").toUtf8();
    const int before = count();
    const Outcome row = demo.on(
        {"add", "instrument", demo.written("三台.json", R"({"name":"血压计","quantity":3,"unit":")" + unit + R"("})")});
    REQUIRE(row.status == 0);
    CHECK(demo.on({"split", row.json[QLatin1String("uid")].toString(), "拆-1", "拆-2", "拆-3"}).status == 0);
    CHECK(count() == before + 3);

    const QByteArray report = demo.first("supervisor_report").toUtf8();
    const Outcome seen =
        demo.on({"add", "report_instrument",
                 demo.written("见到.json", R"({"finding":"not_in_ledger","name":"台秤","serial":"新-1",)"
                                           R"("description":"台账里没有","supervisor_report":")"
                                               + report + R"("})")});
    REQUIRE(seen.status == 0);
    CHECK(demo.on({"match", seen.json[QLatin1String("uid")].toString(), "new"}).status == 0);
    CHECK(count() == before + 4);
}

TEST_CASE("The round after takes over what goes on", "[cli][LONG-1]")
{
    const Script next;
    const Outcome carried = next.on({"carry-over"}, {demoFile()});
    CHECK(carried.status == 0);
    CHECK(next.on({"list", "unit"}).json[QLatin1String("count")].toInt() > 30);
}

TEST_CASE("A figure typed wrongly is found before a report leaves", "[cli]")
{
    const Demo demo;
    const Outcome checked = demo.on({"check-figures", demo.written("报告.txt", "参建单位41家。")});
    CHECK(checked.out.count('\n') == 1);
    CHECK(!checked.json.isEmpty());
}

TEST_CASE("The man page lists every command as the program takes it", "[cli]")
{
    const QString page = QString::fromUtf8(readFile(sourcePath(QStringLiteral("docs/man/chengheng-cli.1"))));
    const QString listed = page.section(QLatin1String(cli::manBegin), 1).section(QLatin1String(cli::manEnd), 0, 0);
    const QString taken = QString::fromUtf8(call({QStringLiteral("help"), QStringLiteral("man")}).out);
    CHECK(taken.section(QLatin1String(cli::manBegin), 1).section(QLatin1String(cli::manEnd), 0, 0) == listed);
    static const QRegularExpression prose(QStringLiteral("^[A-Z][a-z]+ [a-z].*\\.$"),
                                          QRegularExpression::MultilineOption);
    CHECK_FALSE(prose.match(page).hasMatch()); // one language
}
