// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "model/campaign_facts.h"
#include "model/money_records.h"

using namespace chengheng;
using namespace chengheng::model;

namespace {

const Field& field(const char* kind, const char* key)
{
    const Field* found = findKind(kind)->field(key);
    if (!found)
        FAIL("no field " << kind << '.' << key);
    return *found;
}

Record unitNamed(const QString& name, const QString& trade)
{
    Record unit(kindOf<Unit>());
    unit.set("name", Value(name));
    unit.set("trade", Value(trade));
    unit.fillPresumed();
    return unit;
}

QStringList faultyFields(const Record& record)
{
    QStringList keys;
    for (const Error& fault : faultsOf(record))
        keys << fault.where + ":" + fault.code;
    return keys;
}

} // namespace

TEST_CASE("typed text becomes the field's type", "[model][field]")
{
    struct Case {
        const char* kind;
        const char* key;
        const char* text;
        Value value;
        const char* shown;
    };
    const QVector<Case> cases{
        {"unit", "name", "  顾村医院 ", Value(QStringLiteral("顾村医院")), "顾村医院"},
        {"unit", "name", "   ", Value(), ""},
        {"unit", "trade", "菜市场", Value(QStringLiteral("market")), "菜场"},
        {"unit", "trade", "market", Value(QStringLiteral("market")), "菜场"},
        {"unit", "trade", "菜（市）场", Value(QStringLiteral("market")), "菜场"},
        {"unit", "trade", "加油站", Value(QStringLiteral("petrol_station")), "加油站"},
        {"unit", "benchmark", "是", Value(true), "是"},
        {"unit", "benchmark", "√", Value(true), "是"},
        {"unit", "benchmark", "否", Value(false), ""},
        {"unit", "benchmark", "", Value(), ""},
        {"instrument", "quantity", "１２", Value(qint64(12)), "12"},
        {"instrument", "status", "使用", Value(QStringLiteral("in_use")), "在用"},
        {"verification", "verified_on", "2024年3月5日", Value(QDate(2024, 3, 5)), "2024-03-05"},
        {"verification", "verified_on", "20240305", Value(QDate(2024, 3, 5)), "2024-03-05"},
        {"verification", "result", "不合格", Value(QStringLiteral("failed")), "不合格"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.kind, c.key, c.text);
        const Value value = test::need(parseText(field(c.kind, c.key), c.text));
        CHECK((value == c.value));
        CHECK(displayText(field(c.kind, c.key), value) == c.shown);
    }
}

TEST_CASE("text that the field cannot hold is refused with its reason", "[model][field]")
{
    struct Case {
        const char* kind;
        const char* key;
        const char* text;
        const char* code;
    };
    const auto c = GENERATE(values<Case>({
        {"unit", "trade", "银行", "unknown_choice"},
        {"unit", "benchmark", "也许", "not_yes_or_no"},
        {"instrument", "quantity", "两台", "not_a_number"},
        {"instrument", "quantity", "1.5", "not_a_number"},
        {"verification", "verified_on", "2024-02-30", "no_such_date"},
        {"verification", "verified_on", "去年", "no_such_date"},
    }));
    CAPTURE(c.kind, c.key, c.text);
    const auto value = parseText(field(c.kind, c.key), c.text);
    REQUIRE_FALSE(value);
    CHECK(value.error().code == c.code);
    CHECK(value.error().where == c.key);
    CHECK(value.error().message.contains(QString::fromUtf8(c.text)));
}

TEST_CASE("JSON values are strict about their type", "[model][field]")
{
    struct Case {
        const char* kind;
        const char* key;
        QJsonValue json;
        bool isRight;
    };
    const QVector<Case> cases{
        {"unit", "name", QStringLiteral("甲"), true},
        {"unit", "name", 7, false},
        {"unit", "name", QJsonValue(), true},
        {"unit", "trade", QStringLiteral("market"), true},
        {"unit", "trade", QStringLiteral("bank"), false},
        {"unit", "benchmark", true, true},
        {"unit", "benchmark", QStringLiteral("是"), false},
        {"instrument", "quantity", 3, true},
        {"instrument", "quantity", 3.5, false},
        {"instrument", "quantity", QStringLiteral("3"), false},
        {"verification", "verified_on", QStringLiteral("2024-03-05"), true},
        {"verification", "verified_on", QStringLiteral("2024-02-30"), false},
        {"verification", "verified_on", 20240305, false},
        {"inspection", "answers", QJsonObject{{"answers", QJsonArray{}}}, true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.kind, c.key, c.json.toVariant().toString());
        CHECK(parseJson(field(c.kind, c.key), c.json).has_value() == c.isRight);
    }
}

TEST_CASE("a number or an amount that no office has is refused with its bounds", "[model][field]")
{
    struct Case {
        const char* text;
        const char* fault; ///< in the sentence; "": none
    };
    const Field count = *kindOf<Attachment>().field(QStringLiteral("size"));
    const Field money = *kindOf<Expense>().field(QStringLiteral("amount"));
    const auto sentence = [](const Field& field, const char* text) {
        const auto value = parseText(field, QString::fromUtf8(text));
        if (!value)
            return value.error().message;
        const auto fault = faultOf(field, *value);
        return fault ? fault->message : QString();
    };
    for (const Case& c : std::initializer_list<Case>{{"1000000000000", ""},
                                                     {"1000000000001", "1000000000000 之间"},
                                                     {"9223372036854775807", "1000000000000 之间"},
                                                     {"-9223372036854775808", "-1000000000000 到"},
                                                     {"９９９９９９９９９９９９９９９９９９９９９", "太大了"},
                                                     {"9999999999999999999x", "应是整数"},
                                                     {"-", "应是整数"}}) {
        INFO(c.text);
        CHECK(sentence(count, c.text).contains(QString::fromUtf8(c.fault)));
        CHECK(sentence(count, c.text).isEmpty() == !*c.fault);
    }
    for (const Case& c :
         std::initializer_list<Case>{{"10000000000.00", ""},
                                     {"0", ""},
                                     {"10000000000.01", "0.00 到 10000000000.00 之间，这里是 10000000000.01"},
                                     {"9999999999999", "10000000000.00 之间"},
                                     {"99999999999999999999", "太大了"},
                                     {"-1", "0.00 到"}}) {
        INFO(c.text);
        CHECK(sentence(money, c.text).contains(QString::fromUtf8(c.fault)));
        CHECK(sentence(money, c.text).isEmpty() == !*c.fault);
    }
}

TEST_CASE("a fact has happened, a deadline may lie ahead, and no day is of another age", "[model][field]")
{
    const QDate today(2024, 9, 2);
    struct Case {
        const char* kind;
        const char* key;
        QDate day;
        const char* code;
    };
    const QVector<Case> cases{
        {"verification", "verified_on", {2024, 9, 2}, ""},
        {"verification", "verified_on", {2024, 9, 3}, "not_yet"},
        {"verification", "verified_on", {2042, 3, 5}, "not_yet"},
        {"verification", "verified_on", {204, 3, 5}, "unlikely_date"},
        {"verification", "verified_on", {1989, 12, 31}, "unlikely_date"},
        {"verification", "verified_on", {1990, 1, 1}, ""},
        {"verification", "valid_until", {2025, 9, 1}, ""},
        {"verification", "valid_until", {2204, 9, 1}, "unlikely_date"},
        {"inspection", "on", {2024, 9, 3}, "not_yet"},
        {"problem", "found_on", {2024, 9, 3}, "not_yet"},
        {"problem", "due_on", {2024, 9, 30}, ""},
        {"commitment", "signed_on", {2024, 9, 3}, "not_yet"},
        {"supervisor", "trained_on", {2024, 9, 3}, "not_yet"},
        {"supervisor", "term_to", {2026, 9, 3}, ""},
        {"inspection_plan", "to", {2024, 12, 31}, ""},
        {"training", "on", {2024, 9, 20}, ""}, // its sign-in sheet is printed before
        {"stall_contract", "from", {2025, 1, 1}, ""},
        {"attachment", "taken_on", {1980, 1, 1}, ""}, // a camera whose clock was never set
    };
    for (const Case& c : cases) {
        CAPTURE(c.kind, c.key, c.day.toString(Qt::ISODate));
        const auto fault = faultOf(field(c.kind, c.key), Value(c.day), today);
        CHECK((fault ? fault->code : QString()) == QLatin1String(c.code));
        if (fault) {
            CHECK(fault->where == c.key);
            CHECK(fault->message.contains(c.day.toString(Qt::ISODate)));
            CHECK(fault->message.contains(QStringLiteral("请核对年份")));
        }
    }
    CHECK_FALSE(faultOf(field("verification", "verified_on"),
                        Value(QDate(2042, 3, 5)))); // who does not know the day, does not ask
}

TEST_CASE("a text holds whole characters and nothing unseen", "[model][field]")
{
    const Field& remarks = field("unit", "remarks");
    struct Case {
        QString text;
        bool isSound;
    };
    const QVector<Case> cases{
        {QStringLiteral("一行\n又一行\t制表\r\n"), true},
        {QString::fromUcs4(U"𠮷野家"), true}, // outside the basic plane: two halves that belong together
        {QString(QChar(0xd800)), false},
        {QStringLiteral("甲") + QChar(0xdc00), false},
        {QString(QChar(0xdc00)) + QChar(0xd800), false},
        {QStringLiteral("甲") + QChar(u'\0') + QStringLiteral("乙"), false},
        {QStringLiteral("甲") + QChar(1), false},
        {QStringLiteral("甲") + QChar(0x7f), false},
        {QStringLiteral("甲") + QChar(0x85), false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text.toUtf8().toPercentEncoding().toStdString());
        const auto fault = faultOf(remarks, Value(c.text));
        CHECK(!fault == c.isSound);
        if (fault)
            CHECK(fault->code == QLatin1String("unsound_text"));
    }
}

TEST_CASE("a record says everything that is wrong with it", "[model][field]")
{
    CHECK(faultyFields(unitNamed("顾村医院", "hospital")).isEmpty());

    Record blank(kindOf<Unit>());
    CHECK(faultyFields(blank).contains("name:required"));
    CHECK(faultyFields(blank).contains("trade:required"));

    Record longName = unitNamed(QString(101, u'长'), "shop");
    CHECK(faultyFields(longName) == QStringList{"name:too_long"});

    Record wrongCode = unitNamed("甲", "shop");
    wrongCode.set("credit_code", Value(QStringLiteral("91310115MA1G4L1WXK")));
    CHECK(faultyFields(wrongCode) == QStringList{"credit_code:bad_value"});

    Record instrument(kindOf<Instrument>());
    instrument.fillPresumed();
    instrument.set("quantity", Value(qint64(0)));
    CHECK(faultyFields(instrument).contains("quantity:out_of_range"));

    Record commitment(kindOf<Commitment>());
    commitment.set("unit", Value(QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e")));
    commitment.set("signed_on", Value(QDate(2024, 3, 5)));
    CHECK(faultyFields(commitment).isEmpty());
    commitment.set("displayed", Value(QStringLiteral("present")));
    CHECK(faultyFields(commitment) == QStringList{"seen_on:required"});
}

TEST_CASE("blank presumed fields take what is usual, others stay blank", "[model][field]")
{
    Record instrument(kindOf<Instrument>());
    instrument.fillPresumed();
    CHECK(textOf(instrument.value("legal_kind")) == "periodic");
    CHECK(textOf(instrument.value("status")) == "in_use");
    CHECK(integerOf(instrument.value("quantity")) == 1);
    CHECK(isEmpty(instrument.value("cycle_months")));
    CHECK(isEmpty(instrument.value("serial")));

    Record stopped(kindOf<Instrument>());
    stopped.set("status", Value(QStringLiteral("stopped")));
    stopped.fillPresumed();
    CHECK(textOf(stopped.value("status")) == "stopped");
}

TEST_CASE("JSON laid over a record changes what it names and refuses what it does not know", "[model][record]")
{
    const Record unit = unitNamed("顾村医院", "hospital");
    const Record moved = test::need(withJson(unit, {{"road", QStringLiteral("电台路")}}));
    CHECK(textOf(moved.value("road")) == "电台路");
    CHECK(moved.name() == "顾村医院");

    const auto unknown = withJson(unit, {{"colour", QStringLiteral("red")}});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == "unknown_field");
    CHECK(unknown.error().where == "colour");

    const auto wrong = withJson(unit, {{"benchmark", 1}});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == "wrong_type");
    CHECK(wrong.error().where == "benchmark");

    const Record cleared = test::need(withJson(moved, {{"road", QJsonValue()}}));
    CHECK(isEmpty(cleared.value("road")));
}

TEST_CASE("an unknown key reads as empty and is not set", "[model][record]")
{
    Record unit = unitNamed("甲", "shop");
    const QVector<Value> before = unit.values;
    unit.set("colour", Value(true));
    CHECK((unit.values == before));
    CHECK(isEmpty(unit.value("colour")));
}
