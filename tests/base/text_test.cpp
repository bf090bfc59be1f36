// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "base/text.h"

using namespace chengheng;

TEST_CASE("full-width letters and brackets become ordinary ones", "[text]")
{
    struct Case {
        const char* text;
        const char* folded;
    };
    const auto c = GENERATE(values<Case>({
        {"（１２Ａ）", "(12A)"},
        {"ＡＢＣ－０１", "ABC-01"},
        {"顾村　医院", "顾村 医院"},
        {"〔2024〕", "[2024]"},
        {"【急】", "[急]"},
        {"顾村医院", "顾村医院"},
        {"", ""},
    }));
    CAPTURE(c.text);
    CHECK(foldWidth(c.text) == c.folded);
}

TEST_CASE("spellings of one name fold to the same text", "[text]")
{
    CHECK(foldName("上海顾村（第一）医院") == foldName("上海 顾村(第一)医院"));
    CHECK(foldName("ABC商店") == foldName("ａｂｃ 商店"));
    CHECK(foldName("  ").isEmpty());
    CHECK(foldName("顾村医院") != foldName("顾村卫生院"));
}

TEST_CASE("a search key holds text, pinyin and initials", "[text]")
{
    CHECK(searchKey("顾村医院") == "顾村医院|gucunyiyuan|gcyy");
    CHECK(searchKey("顾村医院").contains("gcyy"));
    CHECK(searchKey("").isEmpty());
    CHECK(searchKey("abc-01") == "abc-01");
    CHECK(searchKey("ＡＢＣ商店").contains("abc"));
    CHECK(searchKey("绿地加油站").contains("jiayouzhan"));
    CHECK(searchKey("顾村医院") == searchKey("顾村 医院"));
}

TEST_CASE("edit distance counts changed letters", "[text]")
{
    struct Case {
        const char* a;
        const char* b;
        int distance;
    };
    const auto c = GENERATE(values<Case>({
        {"", "", 0},
        {"", "abc", 3},
        {"abc", "", 3},
        {"顾村医院", "顾村医院", 0},
        {"顾村医院", "顾村医馆", 1},
        {"顾村医院", "顾村镇医院", 1},
        {"kitten", "sitting", 3},
        {"ab", "ba", 2},
    }));
    CAPTURE(c.a, c.b);
    CHECK(editDistance(c.a, c.b) == c.distance);
    CHECK(editDistance(c.b, c.a) == c.distance);
}

TEST_CASE("Names are ordered by pinyin and by number, whatever the machine speaks", "[base]")
{
    QStringList names{QStringLiteral("杨行店"), QStringLiteral("宝山医院10号"), QStringLiteral("菜场"),
                      QStringLiteral("宝山医院2号"), QStringLiteral("安康药房")};
    std::sort(names.begin(), names.end(), [](const QString& a, const QString& b) { return compareNames(a, b) < 0; });
    CHECK(names
          == QStringList{QStringLiteral("安康药房"), QStringLiteral("宝山医院2号"), QStringLiteral("宝山医院10号"),
                         QStringLiteral("菜场"), QStringLiteral("杨行店")});
}
