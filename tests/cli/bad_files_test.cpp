// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include "services/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

#include <linux/capability.h>
#include <sqlite3.h>
#include <sys/prctl.h>
#include <sys/stat.h>

using namespace chengheng;
using namespace chengheng::test;

namespace {

void sqlOn(const QString& path, const char* sql)
{
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.toUtf8().constData(), &handle) == SQLITE_OK);
    CHECK(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

void breakBytes(const QString& path, qint64 at, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(at));
    REQUIRE(file.write(bytes) == bytes.size());
}

/// Spoils a good campaign in some way.
struct BadCampaign {
    const char* what;
    void (*spoil)(const QString& path);
    const char* code;
};

const std::vector<BadCampaign>& badCampaigns()
{
    static const std::vector<BadCampaign> campaigns{
        {"missing", [](const QString& path) { QFile::remove(path); }, "no_such_file"},
        {"a folder",
         [](const QString& path) {
             QFile::remove(path);
             QDir().mkpath(path);
         },
         "is_a_directory"},
        {"empty", [](const QString& path) { writeFile(path, {}); }, "empty_file"},
        {"a text", [](const QString& path) { writeFile(path, QByteArray(9000, 'x')); }, "not_a_campaign"},
        {"a table",
         [](const QString& path) {
             writeFile(path, readFile(sourcePath(QStringLiteral("tests/data/samples/roster.xlsx"))));
         },
         "not_a_campaign"},
        {"another program's database",
         [](const QString& path) {
             QFile::remove(path);
             sqlOn(path, "CREATE TABLE t (a)");
         },
         "foreign_file"},
        {"another program's mark", [](const QString& path) { sqlOn(path, "PRAGMA application_id=7"); }, "foreign_file"},
        {"a newer schema", [](const QString& path) { sqlOn(path, "PRAGMA user_version=99"); }, "newer_schema"},
        {"cut after its header", [](const QString& path) { QFile::resize(path, 100); }, "damaged_file"},
        {"cut in the middle", [](const QString& path) { QFile::resize(path, QFileInfo(path).size() / 2); },
         "damaged_file"},
        {"one byte short", [](const QString& path) { QFile::resize(path, QFileInfo(path).size() - 1); },
         "damaged_file"},
        {"a page of noise", [](const QString& path) { breakBytes(path, 4096 * 20, QByteArray(4096, '\x5a')); },
         "damaged_file"},
        {"a broken list of tables", [](const QString& path) { breakBytes(path, 100, QByteArray(500, '\xff')); },
         "damaged_file"},
    };
    return campaigns;
}

/// Nobody's right to write where the permissions forbid it is taken from the program, root's included.
void obeyPermissions()
{
    prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
}

QStringList onFile(const QString& file, const QStringList& words)
{
    return QStringList{QStringLiteral("--json"), QStringLiteral("--file"), file} + words;
}

} // namespace

TEST_CASE("A bad campaign file is refused by every command and stays as it was", "[cli]")
{
    const BadCampaign& bad = GENERATE(from_range(badCampaigns()));
    CAPTURE(bad.what);
    const Script script;
    bad.spoil(script.file);
    const auto before = filesIn(script.folder.path());
    const QString out = script.folder.filePath(QStringLiteral("out.chc"));
    const QString roster = script.sample("roster.xlsx");
    const std::vector<QStringList> calls{
        onFile(script.file, {QStringLiteral("due")}),
        onFile(script.file, {QStringLiteral("verify")}),
        onFile(script.file, {QStringLiteral("import"), QStringLiteral("unit"), roster}),
        onFile(script.file, {QStringLiteral("backup"), out}),
        onFile(out, {QStringLiteral("restore"), script.file}),
    };
    for (const QStringList& arguments : calls) {
        INFO(arguments.join(QLatin1Char(' ')));
        checkRefused(call(arguments), bad.code);
        CHECK((filesIn(script.folder.path()) == before));
    }
}

TEST_CASE("A campaign that is open elsewhere is refused, reading and writing", "[cli]")
{
    const Script script;
    const auto open =
        need(services::Workspace::open(services::Place::ofFile(script.file), {}, std::make_shared<SystemClock>()));
    const auto before = filesIn(script.folder.path());
    for (const char* command : {"due", "verify"})
        checkRefused(script.on({command}), "file_in_use");
    checkRefused(script.on({"import", "unit"}, {script.sample("roster.xlsx")}), "file_in_use");
    CHECK((filesIn(script.folder.path()) == before));
}

TEST_CASE("A campaign that must not be written is read and not changed", "[cli]")
{
    const Script script;
    const QString& locked = script.file;
    const auto before = filesIn(script.folder.path());
    const auto rights = QFile::permissions(locked);
    QFile::setPermissions(locked, QFile::ReadOwner | QFile::ExeOwner);
    const Outcome read = call(onFile(script.file, {QStringLiteral("status")}), obeyPermissions);
    const Outcome written =
        call(onFile(script.file, {QStringLiteral("import"), QStringLiteral("unit"), script.sample("roster.xlsx")}),
             obeyPermissions);
    QFile::setPermissions(locked, rights);
    CHECK(read.status == 0);
    CHECK(read.json.contains(QLatin1String("phases")));
    checkRefused(written, "read_only");
    CHECK((filesIn(script.folder.path()) == before));
}

TEST_CASE("A paper takes neither a campaign's place nor a device's, and goes under its own ending only", "[cli]")
{
    const Script script;
    const auto path = [&](const char* name) { return script.folder.filePath(QString::fromUtf8(name)); };
    REQUIRE(QFile::copy(script.file, path("备份.pdf")));
    struct Case {
        std::initializer_list<const char*> words;
        QString out;
        const char* code;
    };
    const std::vector<Case> cases{
        {{"print", "brief"}, script.file, "ending_mismatch"},
        {{"print", "brief"}, path("备份.pdf"), "cannot_write_file"},
        {{"print", "brief"}, path("设备.pdf"), "cannot_write_file"},
        {{"print", "brief"}, path("简报.docx"), "ending_mismatch"},
        {{"print", "brief"}, path("简报"), "ending_mismatch"},
        {{"print", "visit"}, path("走访.pdf"), "no_unit_chosen"},
        {{"paper", "creation_application"}, path("申请.txt"), "ending_mismatch"},
        {{"paper-template", "creation_application"}, path("模板.pdf"), "ending_mismatch"},
        {{"export", "unit"}, script.file, "unknown_ending"},
    };
    const auto before = filesIn(script.folder.path());
    for (const Case& c : cases) {
        INFO(c.out.toStdString());
        const bool isDevice = c.out == path("设备.pdf"); // a pipe stands for it
        if (isDevice)
            REQUIRE(::mkfifo(QFile::encodeName(c.out).constData(), 0600) == 0);
        checkRefused(script.on(c.words, {c.out}), c.code);
        CHECK(QFileInfo(c.out).isFile() == before.contains(c.out));
        if (isDevice)
            QFile::remove(c.out);
        CHECK((filesIn(script.folder.path()) == before));
    }
}

TEST_CASE("A bad table is refused and nothing of it is written", "[cli]")
{
    struct Case {
        const char* what;
        const char* name;
        QByteArray bytes;
        const char* code;
    };
    const QByteArray roster = readFile(sourcePath(QStringLiteral("tests/data/samples/roster.xlsx")));
    const QByteArray headings = QStringLiteral("单位名称,业态\n").toUtf8();
    const QByteArray row = QStringLiteral("甲店,商店\n").toUtf8();
    const std::vector<Case> cases{
        {"empty csv", "a.csv", {}, "empty_file"},
        {"empty xlsx", "a.xlsx", {}, "empty_file"},
        {"truncated xlsx", "a.xlsx", roster.left(3000), "damaged_workbook"},
        {"csv that calls itself xlsx", "a.xlsx", headings + row, "damaged_workbook"},
        {"web page", "a.xlsx", "<html><table><tr><td>x</td></tr></table></html>", "html_table"},
        {"old workbook", "a.xls", QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(5000, '\0'),
         "old_or_encrypted_workbook"},
        {"bytes of nothing", "a.csv", QByteArray(50'000, '\xff'), "unknown_encoding"},
        {"zeros", "a.csv", headings + QByteArray(100, '\0'), "not_a_table"},
        {"other headings", "a.csv", "a,b\n1,2\n", "no_heading_row"},
        {"one column of two", "a.csv", QStringLiteral("单位名称\n甲店\n").toUtf8(), "no_heading_row"},
        {"open quote", "a.csv", headings + "\"" + row, "unclosed_quote"},
        {"a cell without end", "a.csv", headings + QByteArray(400'000, 'x') + ",shop\n", "text_too_long"},
        {"rows without end", "a.csv", headings + row.repeated(300'000), "too_many_rows"},
    };
    const Script script;
    for (const Case& c : cases) {
        INFO(c.what);
        const QString path = script.folder.filePath(QLatin1String(c.name));
        writeFile(path, c.bytes);
        const auto before = filesIn(script.folder.path());
        const Outcome outcome = script.on({"import", "unit"}, {path});
        checkRefused(outcome, c.code);
        CHECK((filesIn(script.folder.path()) == before));
        QFile::remove(path);
    }
}

TEST_CASE("A bad JSON file is refused and nothing of it is written", "[cli]")
{
    struct Case {
        const char* what;
        QByteArray bytes;
        const char* code;
    };
    const std::vector<Case> cases{
        {"empty", {}, "bad_json"},
        {"truncated", R"({"name":"x")", "bad_json"},
        {"a list", "[1,2]", "bad_json"},
        {"nested without end", R"({"name":)" + QByteArray(200'000, '[') + QByteArray(200'000, ']') + "}", "bad_json"},
        {"not UTF-8", "{\"name\":\"\xff\xfe\"}", "bad_json"},
        {"huge", R"({"name":")" + QByteArray(17 << 20, 'x') + "\"}", "file_too_large"},
        {"a number for a name", R"({"name":5,"trade":"shop"})", "wrong_type"},
        {"a field that is not there", R"({"name":"x","trade":"shop","colour":"red"})", "unknown_field"},
        {"a choice that is not there", R"({"name":"x","trade":"bank"})", "unknown_choice"},
        {"no name", R"({"trade":"shop"})", "required"},
        {"a name without end", R"({"name":")" + QByteArray(100'000, 'x') + R"(","trade":"shop"})", "too_long"},
        {"a letter that codes do not have", R"({"name":"x","trade":"shop","credit_code":"91310113MA1GK0000I"})",
         "bad_value"},
        {"a wrong check character", R"({"name":"x","trade":"shop","credit_code":"91310113MA1GK00001"})", "bad_value"},
    };
    const Script script;
    for (const Case& c : cases) {
        INFO(c.what);
        const QString path = script.folder.filePath(QStringLiteral("a.json"));
        writeFile(path, c.bytes);
        const auto before = filesIn(script.folder.path());
        const Outcome outcome = script.on({"add", "unit"}, {path});
        checkRefused(outcome, c.code);
        CHECK((filesIn(script.folder.path()) == before));
    }
}

TEST_CASE("A device or a pipe is refused by every command that reads a file", "[cli]")
{
    const Script script;
    const QString pipe = script.folder.filePath(QStringLiteral("pipe"));
    REQUIRE(::mkfifo(pipe.toUtf8().constData(), 0600) == 0);
    const QString station =
        script.on({"list", "organisation"}).json[QLatin1String("records")][0][QLatin1String("uid")].toString();
    for (const QString& path : {pipe, QStringLiteral("/dev/zero")}) {
        INFO(path);
        checkRefused(script.on({"add", "unit"}, {path}), "not_a_file");
        checkRefused(script.on({"attach", "organisation"}, {station, path}), "not_a_file");
        checkRefused(script.on({"scan"}, {path}), "not_a_file");
        checkRefused(script.on({"set-paper-template", "creation_application"}, {path}), "not_a_file");
        checkRefused(script.on({"verify"}, {path}), "not_a_file");
        checkRefused(script.on({"import", "unit"}, {path}), "cannot_read_file");
    }
}

TEST_CASE("What is wrong with a JSON file is said in Chinese, with its line", "[cli]")
{
    const Script script;
    const QString path = script.folder.filePath(QStringLiteral("a.json"));
    for (const char* text :
         {"{\n\"name\": nix}", "{\n\"name\" \"甲\"}", "{\n\"name\": \"甲\"", "{\n} {", "{\n\"name\": \"\xff\"}"}) {
        INFO(text);
        writeFile(path, text);
        const Outcome outcome = script.on({"add", "unit"}, {path});
        checkRefused(outcome, "bad_json");
        const QString sentence = outcome.json[QLatin1String("error")][QLatin1String("message")].toString();
        CHECK(sentence.contains(QStringLiteral("第 2 行")));
        CHECK_FALSE(
            sentence.section(QStringLiteral("JSON："), 1).contains(QRegularExpression(QStringLiteral("[a-z]{4}"))));
    }
}

TEST_CASE("No register is too odd to be imported from: each takes a table or says why not", "[cli]")
{
    const Script script;
    const QString path = script.folder.filePath(QStringLiteral("a.csv"));
    writeFile(path, "问题描述,节点,机构,姓名\n甲,乙,丙,丁\n");
    const QJsonArray kinds = script.on({"kinds"}).json[QLatin1String("kinds")].toArray();
    REQUIRE(kinds.size() > 40);
    for (const QJsonValue& kind : kinds) {
        const QString key = kind[QLatin1String("key")].toString();
        INFO(key);
        CHECK(script.on({"import", "--dry-run"}, {key, path}).status == 1);
    }
}

TEST_CASE("Half characters in a script are refused and verify stays whole", "[cli]")
{
    const Script script;
    const QString path = script.folder.filePath(QStringLiteral("a.json"));
    for (const char* text : {R"({"name":"甲\ud800","trade":"shop"})", R"({"name":"甲\u0000","trade":"shop"})",
                             R"({"name":"甲\u0001","trade":"shop"})"}) {
        INFO(text);
        writeFile(path, text);
        checkRefused(script.on({"add", "unit"}, {path}), "unsound_text");
    }
    CHECK(script.on({"verify"}).json[QLatin1String("ok")].toBool());
    writeFile(path, R"({"name":"甲","trade":"shop","dossier_on":"2099-01-01"})");
    checkRefused(script.on({"add", "unit"}, {path}), "not_yet");
}
