// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/fixtures.h"
#include "exchange/headings.h"
#include "exchange/table_reader.h"

using namespace chengheng;
using namespace chengheng::exchange;
using namespace chengheng::test;

namespace {

Table read(const QByteArray& spreadsheet, const QByteArray& styles = {})
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.ods"));
    writeOds(path, spreadsheet, styles);
    return need(readTable(path));
}

QByteArray sheet(const QByteArray& rows, const QByteArray& name = "甲")
{
    return "<table:table table:name=\"" + name + "\">" + rows + "</table:table>";
}

} // namespace

TEST_CASE("an .ods saved by LibreOffice is read", "[exchange]")
{
    const Table table = need(readTable(sourcePath(QStringLiteral("tests/exchange/data/instruments.ods"))));
    CHECK(table.name == QStringLiteral("instruments"));
    CHECK(shown(table)
          == QStringLiteral("示例台账\n单位名称|器具名称|出厂编号|检定日期|数量\n"
                            "示例眼镜店|焦度计|000123|2024-03-05|1\n"
                            "示例\n市场|电子秤|S7-2|2024-04-06|12\n\n合计||||13"));
    CHECK(table.at(2, 2).kind == CellKind::Text);
    CHECK(table.at(2, 4).number == 1);
}

TEST_CASE("every kind of ods cell is read", "[exchange]")
{
    struct Case {
        const char* cell;
        CellKind kind;
        const char* shown;
    };
    const Case cases[] = {
        {"office:value-type=\"float\" office:value=\"123\"><text:p>00123</text:p>", CellKind::Number, "00123"},
        {"office:value-type=\"float\" office:value=\"1.5\">", CellKind::Number, "1.5"},
        {"office:value-type=\"percentage\" office:value=\"0.5\"><text:p>50%</text:p>", CellKind::Number, "50%"},
        {"office:value-type=\"date\" office:date-value=\"2024-03-05\"><text:p>3月5日</text:p>", CellKind::Date,
         "2024-03-05"},
        {"office:value-type=\"date\" office:date-value=\"2024-03-05T08:30:00\">", CellKind::Date, "2024-03-05 08:30"},
        {"office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>TRUE</text:p>", CellKind::Boolean, "是"},
        {"office:value-type=\"string\"><text:p>甲<text:s text:c=\"2\"/>乙</text:p><text:p>丙</text:p>", CellKind::Text,
         "甲  乙\n丙"},
        {"office:value-type=\"string\"><office:annotation><text:p>批注</text:p></office:annotation>"
         "<text:p>文</text:p>",
         CellKind::Text, "文"},
        {"office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#N/A</text:p>", CellKind::Error, "#N/A"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.cell);
        const Table table = read(sheet(QByteArray("<table:table-row><table:table-cell ") + c.cell
                                       + "</table:table-cell></table:table-row>"));
        CHECK(table.at(0, 0).kind == c.kind);
        CHECK(table.at(0, 0).text == QString::fromUtf8(c.shown));
    }
}

TEST_CASE("repeated ods rows and cells take their places, blank ones cost nothing", "[exchange]")
{
    const QByteArray x = "office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
    const Table table =
        read(sheet("<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>"
                   "<table:table-row table:number-rows-repeated=\"2\">"
                   "<table:table-cell table:number-columns-repeated=\"2\" "
                   + x + "<table:covered-table-cell/><table:table-cell " + x
                   + "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"
                     "<table:table-row table:number-rows-repeated=\"1048572\"><table:table-cell "
                     "table:number-columns-repeated=\"16384\"/></table:table-row>"));
    CHECK(shown(table) == QStringLiteral("\n\nx|x||x\nx|x||x"));
}

TEST_CASE("a hidden ods sheet is passed over and named", "[exchange]")
{
    const QByteArray row = "<table:table-row><table:table-cell office:value-type=\"float\" "
                           "office:value=\"1\"/></table:table-row>";
    const Table table =
        read("<table:table table:name=\"暗\" table:style-name=\"h\">" + row + "</table:table>" + sheet(row, "明"),
             "<style:style style:name=\"h\" style:family=\"table\">"
             "<style:table-properties table:display=\"false\"/></style:style>");
    CHECK(table.name == QStringLiteral("明"));
    REQUIRE(table.notes.size() == 1);
    CHECK(table.notes.front().contains(QStringLiteral("暗")));
}
