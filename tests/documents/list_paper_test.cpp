// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf_tools.h"

#include "documents/list_paper.h"
#include "documents/page_layout.h"
#include "model/application_records.h"
#include "model/money_records.h"

using namespace chengheng;
using namespace chengheng::documents;
using namespace chengheng::test;

namespace {

PrintedList unitList(int rows, int furtherColumns)
{
    PrintedList list;
    list.title = QStringLiteral("参建单位");
    list.subtitle = QStringLiteral("业态：餐饮");
    list.campaign = QStringLiteral("虚构镇诚信计量示范镇创建");
    list.asOf = day("2024-09-30");
    list.columns = {{QStringLiteral("单位名称")}, {QStringLiteral("器具"), Alignment::Right}};
    for (int i = 0; i < furtherColumns; ++i)
        list.columns.append({QStringLiteral("很长的地址栏目之%1号").arg(i)});
    for (int i = 0; i < rows; ++i)
        list.rows.append({QStringLiteral("虚构%1号喆堃店").arg(i), QString::number(i)});
    return list;
}

} // namespace

TEST_CASE("A list prints with running numbers and its totals", "[documents]")
{
    auto list = unitList(3, 0);
    list.totals = {QString(), QStringLiteral("3")};
    const Paper paper = listPaper(list);
    CHECK_FALSE(paper.isLandscape);
    const auto& table = std::get<TableBlock>(paper.blocks.first());
    REQUIRE(table.columns.size() == 3);
    CHECK(table.columns[1].weight > table.columns[2].weight); // names are wider than counts
    CHECK(table.columns[2].alignment == Alignment::Right);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[1] == QStringList{QStringLiteral("2"), QStringLiteral("虚构1号喆堃店"), QStringLiteral("1")});
    CHECK(table.totals == QStringList{QStringLiteral("合计"), QString(), QStringLiteral("3")});
}

TEST_CASE("Numbers stand at the right, and what counts or costs something is added up", "[documents]")
{
    const model::RecordKind& expense = model::kindOf<model::Expense>();
    QVector<const model::Field*> columns;
    for (const char* key : {"on", "subject", "amount"})
        columns.append(expense.field(QLatin1String(key)));
    model::Expense paid;
    paid.amount = Money::fromFen(123'456);
    const model::Record one = model::toRecord(paid);
    CHECK(columnOf(*columns[2]).alignment == Alignment::Right);
    CHECK(columnOf(*columns[0]).alignment == Alignment::Left);
    CHECK(totalsOf(columns, {one, one}) == QStringList{QString(), QString(), Money::fromFen(246'912).toString()});
    CHECK(totalsOf(columns, {}).isEmpty());
    const model::RecordKind& year = model::kindOf<model::AnnualReport>();
    model::AnnualReport report;
    report.year = 2024;
    CHECK(totalsOf({year.field(QStringLiteral("year"))}, {model::toRecord(report)}).isEmpty());
}

TEST_CASE("A computed column of figures stands at the right, one of numbers that name something does not",
          "[documents]")
{
    const auto isRight = [](const char* heading, const QStringList& cells) {
        return columnOf(QString::fromUtf8(heading), cells).alignment == Alignment::Right;
    };
    CHECK(isRight("家数", {QStringLiteral("12"), QString(), QStringLiteral("0")}));
    CHECK(isRight("受检率", {QStringLiteral("96.4%"), QStringLiteral("100.0%")}));
    CHECK(isRight("余额", {QStringLiteral("1,200.00"), QStringLiteral("-3.50")}));
    CHECK_FALSE(isRight("受检率", {QStringLiteral("96.4%"), QStringLiteral("无")}));
    CHECK_FALSE(isRight("出厂编号", {QStringLiteral("12")}));
    CHECK_FALSE(isRight("说明", {QStringLiteral("0012")}));
    CHECK_FALSE(isRight("说明", {QString()}));
}

TEST_CASE("A list with many columns lies across, one remark does not widen its column", "[documents]")
{
    CHECK(listPaper(unitList(1, 5)).isLandscape);
    auto list = unitList(40, 0);
    const double before = std::get<TableBlock>(listPaper(list).blocks.first()).columns[2].weight;
    list.rows[7][1] = QString(200, QLatin1Char('x'));
    CHECK(std::get<TableBlock>(listPaper(list).blocks.first()).columns[2].weight == before);
}

TEST_CASE("A long list says on every page which page it is", "[documents]")
{
    const LaidPaper laid = layOut(listPaper(unitList(200, 0)));
    REQUIRE(laid.pages.size() > 2);
    for (qsizetype i = 0; i < laid.pages.size(); ++i) {
        QStringList texts;
        for (const Page::Line& line : laid.pages[i].lines)
            texts << line.text.text();
        CHECK(texts.contains(QStringLiteral("第 %1 页 共 %2 页").arg(i + 1).arg(laid.pages.size())));
        if (i + 1 < laid.pages.size())
            CHECK(texts.contains(QStringLiteral("单位名称")));
    }
}

TEST_CASE("what stands in for the printed face is named", "[documents]")
{
    const auto on = [](const char* only) {
        return substitutedFonts([only](const QString& family) { return family == QLatin1String(only); });
    };
    CHECK(on("Noto Sans CJK SC").isEmpty());
    CHECK(on("Source Han Sans SC").isEmpty());
    CHECK(on("WenQuanYi Zen Hei") == QStringList{QStringLiteral("思源黑体 → 文泉驿正黑")});
    CHECK(on("Arial").join(QString()).contains(QStringLiteral("汉字可能印不出来")));
}
