// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/sheet.h"

#include "damaged_json.h"

#include <QSet>

using namespace chengheng;
using namespace chengheng::rules;
using namespace chengheng::test;

namespace {

QByteArray shippedJson()
{
    return readFile(sourcePath(QStringLiteral("resources/sheets/reference-draft.json")));
}

const SheetEdition& shipped()
{
    static const SheetEdition edition = need(parseSheets(shippedJson(), QStringLiteral("reference-draft.json")));
    return edition;
}

} // namespace

TEST_CASE("each subject of the notice has its sheet of 100 points",
          "[STD-1][STD-2][STD-3][STD-4][STD-5][STD-6][STD-7][STD-8]")
{
    struct Row {
        int no;
        const char* key;
        const char* titleHas;
    };
    const Row row =
        GENERATE(Row{1, "organiser", "组织者"}, Row{2, "market", "集贸市场"}, Row{3, "shop", "商店（超市）"},
                 Row{4, "restaurant", "餐饮店"}, Row{5, "hospital", "医疗机构"}, Row{6, "petrol_station", "加油站"},
                 Row{7, "optician", "眼镜店"}, Row{8, "small_merchant", "小商户"});
    INFO(row.key);
    const Sheet* sheet = shipped().sheet(row.no);
    REQUIRE(sheet);
    CHECK(sheet->key == QString::fromLatin1(row.key));
    CHECK(sheet->title.contains(QString::fromUtf8(row.titleHas)));
    CHECK(sheet->title.endsWith(QStringLiteral("考核验收评分表")));
    Points sum;
    for (const SheetItem& item : sheet->items) {
        INFO(item.id.toStdString());
        CHECK(item.id.startsWith(QString(QString::number(row.no) + QLatin1Char('.'))));
        CHECK_FALSE(item.basis.isEmpty());
        CHECK_FALSE(item.evidence.isEmpty());
        CHECK(item.hasVeto == !item.vetoWhen.isEmpty());
        CHECK(item.isNaAllowed == !item.naWhen.isEmpty());
        sum += item.max;
    }
    CHECK(sum == Points::whole(100));
    CHECK(sheet->total == Points::whole(100));
    if (const auto trade = model::wordOf<model::Trade>(sheet->key))
        CHECK(shipped().sheetOf(*trade) == sheet);
}

TEST_CASE("the shipped edition says that it is not official and carries its own bands")
{
    const SheetEdition& edition = shipped();
    CHECK(edition.name == QStringLiteral("reference-draft-2024-1"));
    CHECK(edition.status.startsWith(QStringLiteral("参考稿（非官方评分表）")));
    REQUIRE(edition.gradeBands.size() == 2);
    CHECK(edition.gradeBands[0].label == QStringLiteral("优秀"));
    CHECK(edition.gradeBands[0].minimum == Points::whole(90));
    CHECK(edition.gradeBands[1].label == QStringLiteral("合格"));
    CHECK(edition.gradeBands[1].minimum == Points::whole(80));
    CHECK(edition.minimumApplicable == Points::whole(40));
    CHECK(edition.sheets.size() == 8);
    CHECK(edition.sheet(9) == nullptr);
    REQUIRE(edition.globalVetoes.size() == 4);
    CHECK(edition.globalVetoes[2].sheets == QVector<int>{1, 2, 3, 4, 5, 6, 7, 8});
    CHECK(edition.globalVetoes[3].sheets == QVector<int>{1});
}

TEST_CASE("an item is printed with the basis in force on the day")
{
    const Sheet* market = shipped().sheet(2);
    REQUIRE(market);
    const SheetItem* item = market->item(QStringLiteral("2.01"));
    REQUIRE(item);
    struct Row {
        const char* day;
        const char* decree;
    };
    // Decree 94 replaced decree 17 on 2025-03-01; the last day of the old one still has it.
    for (const Row& row : {Row{"2024-06-01", "第17号"}, Row{"2025-02-28", "第17号"}, Row{"2025-03-01", "第94号"}}) {
        INFO(row.day);
        const QVector<LegalBasis> inForce = basisOn(*item, day(row.day));
        REQUIRE(inForce.size() == 1);
        CHECK(inForce[0].text.contains(QString::fromUtf8(row.decree)));
    }
    CHECK(market->item(QStringLiteral("2.99")) == nullptr);
}

TEST_CASE("each method reads its own parameters exactly")
{
    const auto itemWith = [](const char* method) {
        const QByteArray json = damaged(shippedJson(), {"sheets/0/items/0/method", method, ""});
        return need(parseSheets(json, QStringLiteral("样例.json"))).sheets[0].items[0].method;
    };
    const ItemMethod deduct = itemWith(R"({"type":"deduct","per":"0.25","cap":3,"unit":"每台"})");
    CHECK(deduct.type == MethodType::Deduct);
    CHECK(deduct.per == Points::fromHundredths(25));
    CHECK(deduct.cap == Points::whole(3));
    const ItemMethod ratio = itemWith(R"({"type":"ratio","full_at":0.95,"zero_below":0.6,"zero_over_zero":"na"})");
    CHECK(ratio.type == MethodType::Ratio);
    CHECK(ratio.fullAt == 9'500);
    CHECK(ratio.zeroBelow == 6'000);
    CHECK(ratio.zeroOverZero == ZeroOverZero::NotApplicable);
    const ItemMethod award = itemWith(R"({"type":"award","step":0.5})");
    CHECK(award.type == MethodType::Award);
    CHECK(award.step == Points::fromHundredths(50));
    const ItemMethod checklist = itemWith(R"({"type":"checklist","per":1,"checks":["有制度","有记录"]})");
    CHECK(checklist.type == MethodType::Checklist);
    CHECK(checklist.checks == QStringList{QStringLiteral("有制度"), QStringLiteral("有记录")});
    CHECK(itemWith(R"({"type":"all_or_nothing","condition":"已公示"})").condition == QStringLiteral("已公示"));
}

TEST_CASE("damaged sheets are refused with their place")
{
    requireRefused(
        shippedJson(),
        {
            {"edition", "", "edition"},
            {"grade_defaults", "", "grade_defaults"},
            {"min_applicable_points", "", "min_applicable_points"},
            {"sheets", "[]", "sheets"},
            {"sheets/1/no", "9", "sheets/1/no"},
            {"sheets/1/no", "1", "sheets/1/no"},
            {"sheets/1/no", "2.5", "sheets/1/no"},
            {"sheets/1/total", "99", "sheets/1/total"},
            {"sheets/0/items/1/id", "\"1.01\"", "sheets/0/items/1/id"},
            {"sheets/1/items/0/id", "\"1.01\"", "sheets/1/items/0/id"},
            {"sheets/0/items/0", "7", "sheets/0/items/0"},
            {"sheets/0/items/0/max", "0", "sheets/0/items/0/max"},
            {"sheets/0/items/0/max", "1.005", "sheets/0/items/0/max"},
            {"sheets/0/items/0/veto", "\"yes\"", "sheets/0/items/0/veto"},
            {"sheets/0/items/0/method", "", "sheets/0/items/0/method"},
            {"sheets/0/items/0/method/type", "\"guess\"", "sheets/0/items/0/method/type"},
            {"sheets/0/items/0/method/per", "\"one\"", "sheets/0/items/0/method/per"},
            {"sheets/0/items/2/method/full_at", "1.5", "sheets/0/items/2/method/full_at"},
            {"sheets/0/items/2/method/full_at", "0.98765", "sheets/0/items/2/method/full_at"},
            {"sheets/0/items/2/method", R"({"type":"ratio","full_at":0.5,"zero_below":0.6,"zero_over_zero":"full"})",
             "sheets/0/items/2/method/zero_below"},
            {"sheets/0/items/2/method/zero_over_zero", "\"maybe\"", "sheets/0/items/2/method/zero_over_zero"},
            {"sheets/1/items/0/basis/0/to", "\"2025-02-30\"", "sheets/1/items/0/basis/0/to"},
            {"sheets/1/items/1/prefill/fault", "\"没有的代码\"", "sheets/1/items/1/prefill/fault"},
            {"sheets/5/items/10/prefill/only", "\"some\"", "sheets/5/items/10/prefill/only"},
            {"sheets/1/items/12/prefill/missing_counts", "0", "sheets/1/items/12/prefill/missing_counts"},
            {"sheets/1/items/15/prefill/at_least", "\"5\"", "sheets/1/items/15/prefill/at_least"},
            {"global_vetoes/0/sheets/0", "9", "global_vetoes/0/sheets"},
            {"global_vetoes/0/sheets/0", "\"2\"", "global_vetoes/0/sheets"},
        },
        parseSheets);
}

TEST_CASE("a sheet that does not add up is named with both sums")
{
    const auto result = parseSheets(damaged(shippedJson(), {"sheets/2/total", "99", ""}), QStringLiteral("样例.json"));
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().message.contains(QStringLiteral("表 3 各项满分合计 100 分，与总分 99 分不符")));
}
