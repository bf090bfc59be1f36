// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/fixtures.h"
#include "exchange/table_reader.h"

using namespace chengheng;
using namespace chengheng::exchange;
using namespace chengheng::test;

namespace {

Table read(const XlsxFixture& fixture)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    fixture.writeTo(path);
    return need(readTable(path));
}

QByteArray row(const QByteArray& cells)
{
    return "<sheetData><row r=\"1\">" + cells + "</row></sheetData>";
}

const QByteArray styles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"000000\"/>"
    "<numFmt numFmtId=\"166\" formatCode=\"[Red]#,##0.00&quot;dy&quot;\"/>"
    "<numFmt numFmtId=\"167\" formatCode=\"m/d;@\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
    "<xf numFmtId=\"10\"/><xf numFmtId=\"20\"/><xf numFmtId=\"166\"/><xf numFmtId=\"22\"/>"
    "<xf numFmtId=\"31\"/><xf numFmtId=\"167\"/></cellXfs>";

} // namespace

TEST_CASE("every kind of cell that spreadsheet programs write is read", "[exchange]")
{
    struct Case {
        const char* cell;
        CellKind kind;
        const char* shown;
    };
    const Case cases[] = {
        {"<c r=\"A1\" t=\"s\"><v>0</v></c>", CellKind::Text, "甲乙"},
        {"<c r=\"A1\" t=\"s\"><v>1</v></c>", CellKind::Text, "粗细"},
        {"<c r=\"A1\" t=\"inlineStr\"><is><t>文</t><r><t>本</t></r></is></c>", CellKind::Text, "文本"},
        {"<c r=\"A1\" t=\"str\"><f>A2</f><v>算出</v></c>", CellKind::Text, "算出"},
        {"<c r=\"A1\" t=\"str\"><v>a_x000D__x000A_b</v></c>", CellKind::Text, "a\nb"},
        {"<c t=\"n\"><v>12</v></c>", CellKind::Number, "12"},
        {"<c><v>0.10000000000000001</v></c>", CellKind::Number, "0.1"},
        {"<c><v>1.23E2</v></c>", CellKind::Number, "123"},
        {"<c><v>-7.5</v></c>", CellKind::Number, "-7.5"},
        {"<c s=\"3\"><v>123</v></c>", CellKind::Number, "000123"},
        {"<c s=\"4\"><v>0.985</v></c>", CellKind::Number, "98.50%"},
        {"<c s=\"6\"><v>45356</v></c>", CellKind::Number, "45356"},
        {"<c s=\"99\"><v>45356</v></c>", CellKind::Number, "45356"},
        {"<c s=\"1\"><v>45356</v></c>", CellKind::Date, "2024-03-05"},
        {"<c s=\"2\"><v>45356</v></c>", CellKind::Date, "2024-03-05"},
        {"<c s=\"8\"><v>45356.0</v></c>", CellKind::Date, "2024-03-05"},
        {"<c s=\"9\"><v>45356</v></c>", CellKind::Date, "2024-03-05"},
        {"<c s=\"7\"><v>45356.520833333336</v></c>", CellKind::Date, "2024-03-05 12:30"},
        {"<c s=\"1\"><v>59</v></c>", CellKind::Date, "1900-02-28"},
        {"<c s=\"1\"><v>61</v></c>", CellKind::Date, "1900-03-01"},
        {"<c s=\"1\"><v>-3</v></c>", CellKind::Number, "-3"},
        {"<c s=\"5\"><v>0.5</v></c>", CellKind::Text, "12:00"},
        {"<c t=\"d\"><v>2024-03-05T00:00:00</v></c>", CellKind::Date, "2024-03-05"},
        {"<c t=\"d\"><v>2024-03-05</v></c>", CellKind::Date, "2024-03-05"},
        {"<c t=\"b\"><v>1</v></c>", CellKind::Boolean, "是"},
        {"<c t=\"b\"><v>0</v></c>", CellKind::Boolean, "否"},
        {"<c t=\"e\"><v>#N/A</v></c>", CellKind::Error, "#N/A"},
        {"<c><f>SUM(B1)</f></c>", CellKind::Error, "公式未计算"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.cell);
        XlsxFixture fixture;
        fixture.sheet = row(c.cell);
        fixture.styles = styles;
        fixture.strings = "<si><t>甲乙</t><rPh sb=\"0\" eb=\"1\"><t>jiayi</t></rPh></si>"
                          "<si><r><t>粗</t></r><r><rPr><b/></rPr><t>细</t></r></si>";
        const Table table = read(fixture);
        REQUIRE(table.rows.size() == 1);
        CHECK(table.at(0, 0).kind == c.kind);
        CHECK(table.at(0, 0).text == QString::fromUtf8(c.shown));
    }
}

TEST_CASE("a workbook that counts days from 1904 gives the same days", "[exchange]")
{
    XlsxFixture fixture;
    fixture.sheet = row("<c s=\"1\"><v>43894</v></c>");
    fixture.styles = styles;
    fixture.workbookProperties = "<workbookPr date1904=\"1\"/>";
    CHECK(read(fixture).at(0, 0).date == day("2024-03-05"));
}

TEST_CASE("a strict workbook is read like a transitional one", "[exchange]")
{
    XlsxFixture fixture;
    fixture.strict = true;
    fixture.sheet = row("<c t=\"s\"><v>0</v></c>");
    fixture.strings = "<si><t>严格</t></si>";
    CHECK(shown(read(fixture)) == QStringLiteral("严格"));
}

TEST_CASE("rows and cells keep their places with and without references", "[exchange]")
{
    XlsxFixture fixture;
    fixture.sheet = "<sheetData><row><c><v>1</v></c><c r=\"C1\"><v>3</v></c><c><v>4</v></c></row>"
                    "<row r=\"3\"><c r=\"B3\"><v>5</v></c></row><row><c><v>6</v></c></row>"
                    "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row></sheetData>";
    CHECK(shown(read(fixture)) == QStringLiteral("1||3|4\n\n|5\n6"));
}

TEST_CASE("the first visible sheet with data is read and the others are named", "[exchange]")
{
    const QByteArray data = row("<c><v>1</v></c>");
    const QByteArray other = row("<c><v>2</v></c>");
    struct Case {
        QByteArray first;
        QByteArray state;
        const char* read;
        bool otherNamed;
    };
    for (const Case& c : {Case{data, "visible", "甲", true}, Case{data, "hidden", "乙", true},
                          Case{data, "veryHidden", "乙", true}, Case{"<sheetData/>", "visible", "乙", false}}) {
        XlsxFixture fixture;
        fixture.sheet = c.first;
        fixture.sheetState = c.state;
        fixture.secondSheet = other;
        const Table table = read(fixture);
        CHECK(table.name == QString::fromUtf8(c.read));
        CHECK(table.notes.size() == (c.otherNamed ? 1 : 0));
    }
}

TEST_CASE("what a clerk should know about a sheet is said in notes", "[exchange]")
{
    struct Case {
        QByteArray sheet;
        const char* said;
    };
    for (const Case& c : {Case{row("<c r=\"B1\"><f>1+1</f></c>"), "B1"},
                          Case{row("<c r=\"C1\"><v>913101130000000000</v></c>"), "第 15 位"},
                          Case{row("<c><v>1</v></c>") + "<mergeCells><mergeCell ref=\"A1:A4\"/></mergeCells>", "A1:A4"},
                          Case{"<sheetData><row hidden=\"1\"><c><v>1</v></c></row></sheetData>", "隐藏或筛选"}}) {
        XlsxFixture fixture;
        fixture.sheet = c.sheet;
        const QStringList notes = read(fixture).notes;
        REQUIRE(notes.size() == 1);
        CHECK(notes.front().contains(QString::fromUtf8(c.said)));
    }
}
