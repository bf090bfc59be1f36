// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/fixtures.h"
#include "exchange/table_reader.h"

#include <QDir>

#include <random>

using namespace chengheng;
using namespace chengheng::exchange;
using namespace chengheng::test;

namespace {

const QByteArray oneCell = "<sheetData><row><c><v>1</v></c></row></sheetData>";

QByteArray sample(const char* name)
{
    return readFile(sourcePath(QStringLiteral("tests/data/samples/") + QLatin1String(name)));
}

ReadLimits smallLimits()
{
    ReadLimits limits;
    limits.fileBytes = 3 << 20;
    limits.unpackedBytes = 2 << 20;
    limits.rows = 100;
    limits.columns = 50;
    limits.cells = 2000;
    limits.textLength = 1000;
    limits.sheets = 20;
    return limits;
}

struct Hostile {
    const char* name;
    const char* code;
    std::function<void(const QString&)> make;
};

std::function<void(const QString&)> bytes(const QByteArray& content)
{
    return [content](const QString& path) { writeBytes(path, content); };
}

std::function<void(const QString&)> zip(const ZipParts& parts)
{
    return [parts](const QString& path) { writeZip(path, parts); };
}

std::function<void(const QString&)> sheet(const QByteArray& inner, const QByteArray& strings = {})
{
    XlsxFixture fixture;
    fixture.sheet = inner;
    fixture.strings = strings;
    return [fixture](const QString& path) { fixture.writeTo(path); };
}

ZipParts without(const char* part)
{
    XlsxFixture fixture;
    fixture.sheet = oneCell;
    ZipParts parts = fixture.parts();
    parts.removeIf([part](const auto& each) { return each.first == QLatin1String(part); });
    return parts;
}

ZipParts withSheet(const QByteArray& wholePart)
{
    ZipParts parts = without("xl/worksheets/sheet1.xml");
    parts.append({QStringLiteral("xl/worksheets/sheet1.xml"), wholePart});
    return parts;
}

QByteArray flippedAt(QByteArray content, qsizetype at)
{
    content[at] = char(content[at] ^ 0x55);
    return content;
}

QByteArray wideRows(int rows, int column)
{
    QByteArray inner;
    const QByteArray letters = columnLetters(column).toLatin1();
    for (int row = 1; row <= rows; ++row)
        inner += "<row><c r=\"" + letters + QByteArray::number(row) + "\"><v>1</v></c></row>";
    return "<sheetData>" + inner + "</sheetData>";
}

const QByteArray entityBomb =
    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is>"
    "<t>&c;&c;&c;</t></is></c></row></sheetData></worksheet>";

QVector<Hostile> hostileWorkbooks()
{
    const QByteArray roster = sample("roster.xlsx");
    const QByteArray spreadsheetNs = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    return {
        {"truncated.xlsx", "damaged_workbook", bytes(roster.left(roster.size() / 2))},
        {"flipped.xlsx", "damaged_workbook", bytes(flippedAt(roster, 4000))},
        {"noworkbook.xlsx", "damaged_workbook", zip(without("xl/workbook.xml"))},
        {"nosheet.xlsx", "damaged_workbook", zip(without("xl/worksheets/sheet1.xml"))},
        {"norels.xlsx", "damaged_workbook", zip(without("xl/_rels/workbook.xml.rels"))},
        {"cutxml.xlsx", "damaged_workbook", zip(withSheet("<worksheet><sheetData><row><c><v>1</v>"))},
        {"notxml.xlsx", "damaged_workbook", zip(withSheet("hello"))},
        {"entities.xlsx", "damaged_workbook", zip(withSheet(entityBomb))},
        {"deep.xlsx", "damaged_workbook", zip(withSheet(QByteArray("<a>").repeated(5000)))},
        {"badindex.xlsx", "damaged_workbook",
         sheet("<sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData>", "<si><t>a</t></si>")},
        {"badnumber.xlsx", "damaged_workbook", sheet("<sheetData><row><c><v>nan</v></c></row></sheetData>")},
        {"badref.xlsx", "damaged_workbook", sheet("<sheetData><row><c r=\"7\"><v>1</v></c></row></sheetData>")},
        {"badrow.xlsx", "damaged_workbook",
         sheet("<sheetData><row r=\"99999999999\"><c><v>1</v></c></row></sheetData>")},
        {"bomb.xlsx", "too_large_unpacked",
         zip(withSheet("<worksheet><!--" + QByteArray(8 << 20, ' ') + "--></worksheet>"))},
        {"rows.xlsx", "too_many_rows", sheet(wideRows(101, 0))},
        {"farrow.xlsx", "too_many_rows", sheet("<sheetData><row r=\"1048576\"><c><v>1</v></c></row></sheetData>")},
        {"columns.xlsx", "too_many_columns", sheet(wideRows(1, 50))},
        {"cells.xlsx", "too_many_cells", sheet(wideRows(99, 49))},
        {"text.xlsx", "text_too_long",
         sheet("<sheetData><row><c t=\"inlineStr\"><is><t>" + QByteArray(1001, 'x')
               + "</t></is></c></row></sheetData>")},
        {"blank.xlsx", "no_data", sheet("<sheetData/>")},
        {"word.xlsx", "not_a_table",
         zip({{QStringLiteral("[Content_Types].xml"), "<Types/>"}, {QStringLiteral("word/document.xml"), "<w/>"}})},
        {"archive.xlsx", "not_a_table", zip({{QStringLiteral("readme.txt"), "hello"}})},
    };
}

QVector<Hostile> foreignFiles()
{
    return {
        {"old.xls", "old_or_encrypted_workbook",
         bytes(readFile(sourcePath(QStringLiteral("tests/exchange/data/instruments.xls"))))},
        {"encrypted.xlsx", "old_or_encrypted_workbook",
         bytes(QByteArray::fromHex("D0CF11E0A1B11AE1") + QByteArray(600, '\0'))},
        {"empty.xlsx", "empty_file", bytes({})},
        {"empty.csv", "empty_file", bytes({})},
        {"paper.xlsx", "not_a_table", bytes("%PDF-1.7\n%\xE2\xE3")},
        {"photo.csv", "not_a_table", bytes(QByteArray::fromHex("FFD8FFE000104A464946"))},
        {"web.xls", "html_table", bytes("<html><table><tr><td>1</td></tr></table></html>")},
        {"text.xlsx", "damaged_workbook", bytes("hello, world")},
        {"noise.csv", "not_a_table", bytes(QByteArray("\x01\x00\x02\x00,", 5))},
        {"big.csv", "file_too_large", bytes(QByteArray(4 << 20, 'x'))},
        {"folder.xlsx", "is_directory", [](const QString& path) { REQUIRE(QDir().mkdir(path)); }},
        {"nowhere.xlsx", "file_not_found", [](const QString&) {}},
        {"bomb.ods", "too_many_rows",
         [](const QString& path) {
             writeOds(path, "<table:table><table:table-row table:number-rows-repeated=\"1048576\">"
                            "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>"
                            "</table:table-row></table:table>");
         }},
        {"wide.ods", "too_many_columns",
         [](const QString& path) {
             writeOds(path, "<table:table><table:table-row><table:table-cell "
                            "table:number-columns-repeated=\"99999999999\" "
                            "office:value-type=\"float\" office:value=\"1\"/>"
                            "</table:table-row></table:table>");
         }},
        {"locked.ods", "encrypted_workbook",
         zip({{QStringLiteral("content.xml"), "noise"},
              {QStringLiteral("META-INF/manifest.xml"),
               "<manifest><file-entry><encryption-data/></file-entry></manifest>"}})},
    };
}

} // namespace

TEST_CASE("every file that is no readable table is refused in a sentence with its own code", "[exchange]")
{
    QTemporaryDir folder;
    for (const Hostile& hostile : hostileWorkbooks() + foreignFiles()) {
        CAPTURE(hostile.name);
        const QString path = folder.filePath(QString::fromLatin1(hostile.name));
        hostile.make(path);
        const auto table = readTable(path, smallLimits());
        REQUIRE_FALSE(table);
        CHECK(table.error().code == QLatin1String(hostile.code));
        CHECK(table.error().message.endsWith(QStringLiteral("。")));
        CHECK(table.error().message.contains(QStringLiteral("请")));
        CHECK_FALSE(table.error().where.isEmpty());
    }
}

TEST_CASE("the content decides what a file is, not its suffix", "[exchange]")
{
    struct Case {
        const char* sample;
        const char* name;
    };
    QTemporaryDir folder;
    for (const Case& c : {Case{"roster.xlsx", "roster.csv"}, Case{"roster.xlsx", "roster"},
                          Case{"ledger.csv", "ledger.xls"}, Case{"ledger.csv", "ledger.txt"}}) {
        CAPTURE(c.name);
        const QString path = folder.filePath(QString::fromLatin1(c.name));
        writeBytes(path, sample(c.sample));
        CHECK(need(readTable(path)).rows.size() > 40);
    }
}

TEST_CASE("300 altered copies of a workbook each give a table or an error", "[exchange]")
{
    const QByteArray roster = sample("roster.xlsx");
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("altered.xlsx"));
    std::mt19937 random(20240305);
    int refused = 0;
    for (int round = 0; round < 300; ++round) {
        QByteArray altered = roster;
        for (int i = 0; i < 1 + round % 5; ++i)
            altered[qsizetype(random() % unsigned(altered.size()))] = char(random());
        writeBytes(path, altered);
        const auto table = readTable(path);
        if (table)
            CHECK_FALSE(table->rows.isEmpty());
        else
            CHECK_FALSE(table.error().message.isEmpty());
        refused += table ? 0 : 1;
    }
    CHECK(refused > 100);
}
