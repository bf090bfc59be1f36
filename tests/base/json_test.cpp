// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "base/json.h"

#include <functional>

using namespace chengheng;

namespace {

QJsonObject object(const char* json)
{
    return test::need(parseJsonObject(json, "plan.json"));
}

} // namespace

TEST_CASE("canonical JSON has one text for one value", "[json]")
{
    CHECK(canonicalJson(object(R"({"b": 1, "a": [true, null, "顾村"], "c": {"y": 1.5, "x": "\"" }})"))
          == QByteArray(R"({"a":[true,null,"顾村"],"b":1,"c":{"x":"\"","y":1.5}})"));
    CHECK(canonicalJson(QJsonObject()) == "{}");
    CHECK(canonicalJson(QJsonValue()) == "null");
    CHECK(canonicalJson(QStringLiteral("x")) == "\"x\"");
    CHECK(canonicalJson(object(R"({"a":1,"b":2})")) == canonicalJson(object("{\n \"b\" : 2 , \"a\" : 1 }")));
}

TEST_CASE("a file that is no JSON object says its name and line", "[json]")
{
    const auto broken = parseJsonObject("{\n\"a\": 1,\n\"b\" 2\n}", "plan.json");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == "bad_json");
    CHECK(broken.error().where == "plan.json:3");
    CHECK(broken.error().message.contains("plan.json"));
    for (const char* text : {"[1,2]", "", "\"x\"", "\xff\xfe"}) {
        CAPTURE(text);
        CHECK_FALSE(parseJsonObject(text, "plan.json"));
    }
}

TEST_CASE("the reader names file, place and reason of the first fault", "[json]")
{
    struct Case {
        const char* json;
        std::function<void(JsonReader&)> read;
        const char* place;
        const char* reason;
    };
    const QVector<Case> cases{
        {"{}", [](JsonReader& r) { r.text("name"); }, "/name", "缺少文字"},
        {R"({"name":7})", [](JsonReader& r) { r.text("name"); }, "/name", "应是文字"},
        {R"({"n":1.5})", [](JsonReader& r) { r.integer("n", 0, 9); }, "/n", "0 到 9"},
        {R"({"n":1e300})", [](JsonReader& r) { r.integer("n", 0, 9); }, "/n", "0 到 9"},
        {R"({"n":10})", [](JsonReader& r) { r.integer("n", 0, 9); }, "/n", "0 到 9"},
        {R"({"n":"1"})", [](JsonReader& r) { r.number("n"); }, "/n", "应是数字"},
        {R"({"f":"yes"})", [](JsonReader& r) { r.flag("f", false); }, "/f", "true"},
        {R"({"d":"2024-02-30"})", [](JsonReader& r) { r.date("d"); }, "/d", "2024-02-30"},
        {"{}", [](JsonReader& r) { r.date("d"); }, "/d", "应是日期"},
        {R"({"p":"1.234"})", [](JsonReader& r) { r.points("p"); }, "/p", "两位小数"},
        {R"({"p":"10000.01"})", [](JsonReader& r) { r.points("p"); }, "/p", "不超过 10000"},
        {R"({"p":1e300})", [](JsonReader& r) { r.points("p"); }, "/p", "不超过 10000"},
        {R"({"t":["a",1]})", [](JsonReader& r) { r.texts("t"); }, "/t", "一列文字"},
        {R"({"t":"a"})", [](JsonReader& r) { r.texts("t"); }, "/t", "一列数据"},
        {R"({"phases":[{"from":"2024-03-01"},{"from":"x"}]})",
         [](JsonReader& r) { r.each("phases", [](JsonReader& p) { p.date("from"); }); }, "/phases/1/from", "x"},
        {R"({"phases":[1]})", [](JsonReader& r) { r.each("phases", [](JsonReader&) {}); }, "/phases/0", "对象"},
        {R"({"a":{"b":{}}})",
         [](JsonReader& r) { r.within("a", [](JsonReader& a) { a.within("b", [](JsonReader& b) { b.text("c"); }); }); },
         "/a/b/c", "缺少文字"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.json, c.place);
        JsonReader reader(object(c.json), "plan.json");
        c.read(reader);
        REQUIRE(reader.error());
        CHECK(reader.error()->where == QStringLiteral("plan.json#") + QLatin1String(c.place));
        CHECK(reader.error()->message.contains("plan.json"));
        CHECK(reader.error()->message.contains(QString::fromUtf8(c.reason)));
    }
}

TEST_CASE("only the first fault is kept and right data has none", "[json]")
{
    JsonReader faulty(object("{}"), "plan.json");
    faulty.text("first");
    faulty.text("second");
    CHECK(faulty.error()->where == "plan.json#/first");

    JsonReader reader(object(R"({"name":"甲","n":3,"d":"2024-03-05","p":"1.5","q":2.5,"t":["a","b"],"f":true})"),
                      "plan.json");
    CHECK(reader.text("name") == "甲");
    CHECK(reader.integer("n", 0, 9) == 3);
    CHECK(reader.date("d") == test::day("2024-03-05"));
    CHECK(reader.points("p") == Points::fromHundredths(150));
    CHECK(reader.points("q") == Points::fromHundredths(250));
    CHECK(reader.texts("t") == QStringList{"a", "b"});
    CHECK(reader.flag("f", false));
    CHECK(reader.flag("absent", true));
    CHECK(reader.optionalText("absent").isEmpty());
    CHECK_FALSE(reader.optionalDate("absent").isValid());
    CHECK(reader.texts("absent").isEmpty());
    CHECK_FALSE(reader.has("absent"));
    CHECK_FALSE(reader.error());
}
