// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/field.h"

#include "base/dates.h"
#include "base/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Field)
};

tl::unexpected<Error> invalid(const Field& field, const char* code, const QString& sentence)
{
    return fail(ErrorKind::Invalid, code, sentence, field.key);
}

Result<Value> parseChoice(const Field& field, const QString& text)
{
    const QString folded = foldName(text);
    for (const Choice& choice : field.choices) {
        const auto same = [&](const QString& word) { return foldName(word) == folded; };
        if (same(choice.label) || same(choice.key) || std::any_of(choice.synonyms.begin(), choice.synonyms.end(), same))
            return Value(choice.key);
    }
    QStringList labels;
    for (const Choice& choice : field.choices)
        labels << choice.label;
    return invalid(
        field, "unknown_choice",
        Text::tr("“%1”不是%2的可选项，应填：%3。").arg(text, field.label, labels.join(QStringLiteral("、"))));
}

Result<Value> parseFlag(const Field& field, const QString& text)
{
    static const QStringList yes{Text::tr("是"), Text::tr("有"), QStringLiteral("√"), QStringLiteral("true"),
                                 QStringLiteral("1")};
    static const QStringList no{Text::tr("否"), Text::tr("无"), QStringLiteral("×"), QStringLiteral("false"),
                                QStringLiteral("0")};
    const QString folded = foldName(text);
    if (yes.contains(folded))
        return Value(true);
    if (no.contains(folded))
        return Value(false);
    return invalid(field, "not_yes_or_no", Text::tr("%1应填“是”或“否”，这里是“%2”。").arg(field.label, text));
}

/// A whole number, however long.
bool isWhole(const QString& text)
{
    QString digits = foldWidth(text);
    if (digits.startsWith(QLatin1Char('-')))
        digits.remove(0, 1);
    return !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
}

Result<Value> parseInteger(const Field& field, const QString& text)
{
    bool isNumber = false;
    const qint64 number = foldWidth(text).toLongLong(&isNumber);
    if (isNumber)
        return Value(number);
    if (isWhole(text))
        return invalid(field, "out_of_range", Text::tr("%1“%2”太大了，请核对。").arg(field.label, text));
    return invalid(field, "not_a_number", Text::tr("%1应是整数，这里是“%2”。").arg(field.label, text));
}

Result<Value> parseMoney(const Field& field, const QString& text)
{
    const auto amount = Money::parse(text);
    if (!amount && isWhole(text))
        return invalid(field, "out_of_range", Text::tr("%1“%2”太大了，请核对。").arg(field.label, text));
    if (!amount)
        return invalid(field, "not_an_amount",
                       Text::tr("%1应是金额，如 1200 或 1200.50，最多两位小数，这里是“%2”。").arg(field.label, text));
    return Value(amount->fen());
}

QString numberText(const Field& field, qint64 number)
{
    return field.type == FieldType::Money ? Money::fromFen(number).toString() : QString::number(number);
}

Result<Value> parseDay(const Field& field, const QString& text)
{
    if (const auto day = parseDate(text))
        return Value(*day);
    return invalid(field, "no_such_date", Text::tr("%1“%2”不是有效的日期，写法如 2024-03-05。").arg(field.label, text));
}

/// A slip of the pen in the year (2042 for 2024, 0204) would take a fact out of every figure.
std::optional<Error> dayFault(const Field& field, QDate day, QDate today)
{
    static const QDate first(1990, 1, 1);
    static const QDate last(2099, 12, 31);
    if (field.days == Days::Any || field.isDerived)
        return std::nullopt;
    if (day < first || day > last)
        return Error{ErrorKind::Invalid, QStringLiteral("unlikely_date"),
                     Text::tr("%1“%2”不在 %3 年到 %4 年之间，请核对年份。")
                         .arg(field.label, screenDate(day))
                         .arg(first.year())
                         .arg(last.year()),
                     field.key};
    if (field.days == Days::Past && today.isValid() && day > today)
        return Error{ErrorKind::Invalid, QStringLiteral("not_yet"),
                     Text::tr("%1“%2”还没有到：这里填已经发生的日期，最晚是今天（%3），请核对年份和月日。")
                         .arg(field.label, screenDate(day), screenDate(today)),
                     field.key};
    return std::nullopt;
}

} // namespace

Field detail::plainField(const char* key, const QString& label, FieldType type)
{
    Field field;
    field.key = QString::fromLatin1(key);
    field.label = label;
    field.heading = label;
    field.type = type;
    if (type == FieldType::Money) {
        field.minimum = 0;
        field.maximum = mostFen;
    }
    return field;
}

Result<Value> parseText(const Field& field, const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return Value();
    switch (field.type) {
    case FieldType::Integer:
        return parseInteger(field, trimmed);
    case FieldType::Money:
        return parseMoney(field, trimmed);
    case FieldType::Date:
        return parseDay(field, trimmed);
    case FieldType::Choice:
        return parseChoice(field, trimmed);
    case FieldType::Flag:
        return parseFlag(field, trimmed);
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Reference:
    case FieldType::Document:
        break;
    }
    return Value(trimmed);
}

Result<Value> parseJson(const Field& field, const QJsonValue& json)
{
    if (json.isNull() || json.isUndefined())
        return Value();
    if (field.type == FieldType::Flag && json.isBool())
        return Value(json.toBool());
    if (isNumber(field.type) && json.isDouble() && json.toDouble() == double(json.toInteger()))
        return Value(json.toInteger());
    if (field.type == FieldType::Document && (json.isObject() || json.isArray()))
        return Value(QString::fromUtf8(json.isObject() ? QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact)
                                                       : QJsonDocument(json.toArray()).toJson(QJsonDocument::Compact)));
    if (json.isString() && field.type != FieldType::Flag && field.type != FieldType::Integer)
        return parseText(field, json.toString());
    return invalid(field, "wrong_type", Text::tr("%1的数据类型不对。").arg(field.label));
}

QString displayText(const Field& field, const Value& value)
{
    if (isEmpty(value))
        return {};
    switch (field.type) {
    case FieldType::Choice:
        for (const Choice& choice : field.choices)
            if (choice.key == textOf(value))
                return choice.label;
        return textOf(value);
    case FieldType::Flag:
        return flagOf(value) ? Text::tr("是") : QString();
    case FieldType::Integer:
    case FieldType::Money:
        return numberText(field, integerOf(value));
    case FieldType::Date:
        return screenDate(dateOf(value));
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Reference:
    case FieldType::Document:
        break;
    }
    return textOf(value);
}

std::optional<Error> faultOf(const Field& field, const Value& value, QDate today)
{
    const auto error = [&](const char* code, const QString& sentence) {
        return Error{ErrorKind::Invalid, QString::fromLatin1(code), sentence, field.key};
    };
    if (isEmpty(value)) {
        if (field.isRequired)
            return error("required", Text::tr("%1不能为空。").arg(field.label));
        return std::nullopt;
    }
    if (const auto* number = std::get_if<qint64>(&value)) {
        if (*number < field.minimum || *number > field.maximum)
            return error("out_of_range", Text::tr("%1应在 %2 到 %3 之间，这里是 %4。")
                                             .arg(field.label, numberText(field, field.minimum),
                                                  numberText(field, field.maximum), numberText(field, *number)));
    }
    if (const auto* day = std::get_if<QDate>(&value))
        return dayFault(field, *day, today);
    if (const auto* text = std::get_if<QString>(&value)) {
        if (const QString reason = unsoundText(*text); !reason.isEmpty())
            return error("unsound_text", Text::tr("%1里%2。").arg(field.label, reason));
        if (text->size() > field.maxLength)
            return error(
                "too_long",
                Text::tr("%1最多 %2 个字，这里有 %3 个。").arg(field.label).arg(field.maxLength).arg(text->size()));
        if (field.fault)
            if (const QString reason = field.fault(*text); !reason.isEmpty())
                return error("bad_value", reason + QStringLiteral("。"));
    }
    return std::nullopt;
}

} // namespace chengheng::model
