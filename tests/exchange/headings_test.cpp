// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/clipboard_table.h"
#include "exchange/headings.h"
#include "support/support.h"

using namespace chengheng;
using namespace chengheng::exchange;
using namespace chengheng::test;

namespace {

QVector<ColumnSpec> columns()
{
    return {{QStringLiteral("unit"), QStringLiteral("单位名称"), {QStringLiteral("单位")}, true},
            {QStringLiteral("serial"),
             QStringLiteral("出厂编号"),
             {QStringLiteral("器具编号"), QStringLiteral("编号")},
             false},
            {QStringLiteral("cycle"), QStringLiteral("周期(月)"), {}, false},
            {QStringLiteral("mail"), QStringLiteral("E-mail"), {}, false}};
}

Table table(const char* text)
{
    return parseClipboard(QString::fromUtf8(text));
}

} // namespace

TEST_CASE("spellings of one heading are the same heading", "[exchange]")
{
    for (const char* spelling :
         {"周期(月)", "周期（月）", "周 期（月）", "周期【月】", "周期(月)*", "＊周期（月）：", "周期\n(月)"}) {
        CAPTURE(spelling);
        CHECK(foldHeading(QString::fromUtf8(spelling)) == foldHeading(QStringLiteral("周期(月)")));
    }
    CHECK(foldHeading(QStringLiteral("Ｅ-ＭＡＩＬ")) == foldHeading(QStringLiteral("e-mail")));
    CHECK(foldHeading(QStringLiteral("检定日期")) != foldHeading(QStringLiteral("检定机构")));
}

TEST_CASE("the heading row is found under titles and blank rows", "[exchange]")
{
    const Table sheet = table("计量器具台账\t\t\n单位名称：某某\t\t\n\n周期（月）\t器具编号\t单位名称\t风险\n"
                              "12\tA1\t甲店\tx\n\n6\tA2\t乙店\t\n小计\t2\n12\tA3\t丙店\n合 计\t3\t\n共计：3 台\n");
    const Headings headings = need(requireHeadings(sheet, columns()));
    CHECK(headings.headingRow == 4);
    CHECK(headings.columns
          == QHash<QString, int>{
              {QStringLiteral("cycle"), 0}, {QStringLiteral("serial"), 1}, {QStringLiteral("unit"), 2}});
    REQUIRE(headings.unknown.size() == 1);
    CHECK(headings.unknown.front().heading == QStringLiteral("风险"));
    CHECK(headings.unknown.front().column == 3);
    CHECK(headings.dataRows == QVector<qsizetype>{4, 6, 8});
    CHECK(headings.totalRows == QVector<qsizetype>{7, 9, 10});
}

TEST_CASE("a name that only begins like a total is data", "[exchange]")
{
    const Headings headings =
        need(findHeadings(table("单位\t编号\n合计示例仪表店\t1\n总计\t\n小计量器具商店\t2\n共计 2 家\n"), columns()));
    CHECK(headings.dataRows == QVector<qsizetype>{1, 3});
}

TEST_CASE("headings that leave a doubt are refused with both places named", "[exchange]")
{
    struct Case {
        const char* sheet;
        const char* code;
        QStringList said;
    };
    for (const Case& c : {
             Case{"单位名称\t出厂编号\t编号\n甲\t1\t2\n",
                  "duplicate_heading",
                  {QStringLiteral("B 列“出厂编号”"), QStringLiteral("C 列“编号”"), QStringLiteral("第 1 行")}},
             Case{"出厂编号\t周期(月)\n1\t2\n", "missing_heading", {QStringLiteral("单位名称")}},
             Case{"甲店\t秤\n乙店\t表\n", "no_heading_row", {QStringLiteral("空表")}},
             Case{"", "no_heading_row", {QStringLiteral("表头")}},
         }) {
        CAPTURE(c.sheet);
        const auto headings = requireHeadings(table(c.sheet), columns());
        REQUIRE_FALSE(headings);
        CHECK(headings.error().code == QLatin1String(c.code));
        for (const QString& part : c.said)
            CHECK(headings.error().message.contains(part));
    }
}

TEST_CASE("a missing required column is listed for a screen that lets the clerk choose", "[exchange]")
{
    const Headings headings = need(findHeadings(table("出厂编号\t周期(月)\n1\t2\n"), columns()));
    CHECK(headings.missingRequired == QStringList{QStringLiteral("单位名称")});
}

TEST_CASE("a heading row below the first twenty rows is not looked for", "[exchange]")
{
    const QString blank = QStringLiteral("x\n").repeated(20);
    const auto headings = findHeadings(parseClipboard(blank + QStringLiteral("单位名称\t出厂编号\n")), columns());
    REQUIRE_FALSE(headings);
    CHECK(headings.error().code == QStringLiteral("no_heading_row"));
}
