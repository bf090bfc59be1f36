// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/headings.h"
#include "exchange/table_reader.h"
#include "support/support.h"

using namespace chengheng;
using namespace chengheng::exchange;
using namespace chengheng::test;

namespace {

Table sample(const char* name)
{
    return need(readTable(sourcePath(QStringLiteral("tests/data/samples/") + QLatin1String(name))));
}

QVector<ColumnSpec> unitColumns()
{
    return {{QStringLiteral("name"), QStringLiteral("单位名称"), {}, true},
            {QStringLiteral("credit_code"), QStringLiteral("统一社会信用代码"), {}, false},
            {QStringLiteral("trade"), QStringLiteral("业态"), {}, true}};
}

QVector<ColumnSpec> instrumentColumns()
{
    return {{QStringLiteral("unit"), QStringLiteral("单位名称"), {}, true},
            {QStringLiteral("serial"), QStringLiteral("出厂编号"), {}, false},
            {QStringLiteral("cycle"), QStringLiteral("周期（月）"), {}, false},
            {QStringLiteral("day"), QStringLiteral("检定日期"), {}, false}};
}

} // namespace

TEST_CASE("a roster under a merged title gives its 40 units without the total row", "[exchange][SCOPE-1]")
{
    const Table table = sample("roster.xlsx");
    const Headings headings = need(requireHeadings(table, unitColumns()));
    CHECK(table.name == QStringLiteral("参建单位"));
    CHECK(headings.headingRow == 2);
    CHECK(headings.dataRows.size() == 40);
    CHECK(headings.totalRows == QVector<qsizetype>{42});
    const qsizetype first = headings.dataRows.front();
    CHECK(table.rowNumber(first) == 3);
    CHECK(table.at(first, headings.columns[QStringLiteral("name")]).text == QStringLiteral("菊盛路示例眼镜店一"));
    CHECK(table.at(first, headings.columns[QStringLiteral("credit_code")]).text
          == QStringLiteral("91310113MAX007013F"));
}

TEST_CASE("a GB18030 ledger gives its 489 instruments", "[exchange]")
{
    const Table table = sample("ledger.csv");
    const Headings headings = need(requireHeadings(table, instrumentColumns()));
    CHECK(headings.headingRow == 1);
    CHECK(headings.dataRows.size() == 489);
    CHECK(headings.columns[QStringLiteral("cycle")] == 17);
    const qsizetype last = headings.dataRows.back();
    CHECK(table.rowNumber(last) == 490);
    CHECK(table.at(last, headings.columns[QStringLiteral("serial")]).text == QStringLiteral("S7-000472"));
    CHECK(table.at(last, 7).text == QStringLiteral("Ⅲ"));
}

TEST_CASE("rows of a ledger with a blank line under its title keep the numbers the spreadsheet shows", "[exchange]")
{
    const Table table = sample("faulty_ledger.xlsx");
    const Headings headings = need(requireHeadings(table, instrumentColumns()));
    CHECK(headings.headingRow == 3);
    CHECK(headings.dataRows.size() == 40);
    struct Case {
        int row;
        const char* key;
        const char* value;
    };
    for (const Case& c : {Case{6, "unit", "查无此单位"}, Case{9, "day", "2024-02-30"}, Case{12, "cycle", "十二"},
                          Case{15, "serial", "S7-000011"}}) {
        CHECK(table.at(c.row - table.firstRow, headings.columns[QString::fromLatin1(c.key)]).text
              == QString::fromUtf8(c.value));
    }
}
