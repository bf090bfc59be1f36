// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "rules/law.h"

#include <algorithm>

using namespace chengheng;
using namespace chengheng::test;

namespace {

QByteArray builtInLaw()
{
    return readFile(sourcePath(QStringLiteral("resources/law/articles.json")));
}

} // namespace

TEST_CASE("The articles that come with the program are read, each with its source and its days", "[rules][STA-4]")
{
    const rules::LawBook law = need(rules::parseLaw(builtInLaw(), QStringLiteral("articles.json")));
    CHECK(law.articles.size() > 100);
    for (const rules::Article& article : law.articles) {
        INFO(article.name().toStdString());
        CHECK(article.from.isValid());
        CHECK(article.source.startsWith(QLatin1String("https://")));
        CHECK(article.gist.size() >= 10);
        CHECK(law.find(article.name()).size() == 1); // found by the name it goes by
    }
}

TEST_CASE("Articles are found the way people write them", "[rules][STA-4]")
{
    const rules::LawBook law = need(rules::parseLaw(builtInLaw(), QStringLiteral("articles.json")));
    const struct {
        const char* written;
        const char* law;
        int number; ///< 0: not in the book
    } rows[]{
        {"计量法实施细则第43条", "中华人民共和国计量法实施细则", 43},
        {"《计量法实施细则》第四十三条", "中华人民共和国计量法实施细则", 43},
        {"《中华人民共和国计量法》第二十五条第一款", "中华人民共和国计量法", 25},
        {"计量法 第９条", "中华人民共和国计量法", 9},
        {"消法第五十五条", "中华人民共和国消费者权益保护法", 55},
        {"计量法第一百条", "", 0},
        {"某某条例第三条", "", 0},
        {"罚款五百元", "", 0},
    };
    for (const auto& row : rows) {
        INFO(row.written);
        const auto found = law.find(QString::fromUtf8(row.written));
        REQUIRE(found.size() == (row.number > 0 ? 1 : 0));
        if (row.number > 0) {
            CHECK(found.first().law == QString::fromUtf8(row.law));
            CHECK(found.first().number == row.number);
        }
    }
}

TEST_CASE("A case rests on articles in force on its day", "[rules][STA-4]")
{
    const rules::LawBook law = need(rules::parseLaw(builtInLaw(), QStringLiteral("articles.json")));
    const QString market = QStringLiteral("《集贸市场计量监督管理办法》第九条；《计量法》第九条");
    CHECK(rules::checkArticles(law, market, day("2025-03-01")));
    const auto tooEarly = rules::checkArticles(law, market, day("2025-02-28"));
    REQUIRE_FALSE(tooEarly);
    CHECK(tooEarly.error().code == QLatin1String("article_not_in_force"));
    CHECK(tooEarly.error().message.contains(QStringLiteral("2025年3月1日")));
    CHECK(rules::checkArticles(law, QStringLiteral("本镇规定第一条"), day("2025-03-01")).error().code
          == QLatin1String("unknown_article"));
    const auto isMarket = [](const rules::Article& article) {
        return article.law.startsWith(QStringLiteral("集贸市场"));
    };
    const auto before = law.inForceOn(day("2025-02-28"));
    CHECK(std::none_of(before.begin(), before.end(), isMarket));
}

TEST_CASE("Wrong articles are named with file, place and reason", "[rules]")
{
    const auto fault = [](const char* json) {
        const auto read = rules::parseLaw(json, QStringLiteral("条文.json"));
        REQUIRE_FALSE(read);
        return read.error().message;
    };
    CHECK(fault(R"({"laws":[]})").contains(QStringLiteral("没有任何条文")));
    const QString twice = fault(
        R"({"laws":[{"name":"甲法","from":"2020-01-01","edition":"e","source":"s","articles":[{"no":1,"gist":"g"},{"no":1,"gist":"g"}]}]})");
    CHECK(twice.contains(QStringLiteral("《甲法》第一条重复")));
    CHECK(twice.contains(QStringLiteral("条文.json")));
    CHECK(
        fault(
            R"({"laws":[{"name":"甲法","from":"2020-01-01","to":"2019-01-01","edition":"e","source":"s","articles":[{"no":1,"gist":"g"}]}]})")
            .contains(QStringLiteral("失效日期早于施行日期")));
}
