// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"
#include "base/result.h"
#include "base/uid.h"
#include "model/value.h"
#include "model/words.h"

#include <QStringList>
#include <QVector>

#include <functional>

namespace chengheng::model {

enum class FieldType {
    Text,
    LongText, ///< several lines; not in lists
    Integer,
    Money, ///< yuan; the value holds fen
    Date,
    Choice,    ///< one key of `choices`
    Flag,      ///< yes or no; prints 是 and nothing
    Reference, ///< the uid of a record of kind `refers`
    Document   ///< JSON that has its own editor (answers of a sheet); never in forms or tables
};

/// Which days a date may say: what has happened, also what lies ahead (a plan, a deadline, an end), or whatever a
/// machine noted.
enum class Days { Past, Ahead, Any };

/// What a form puts into a field of a new record beside `initial`. As usual: a day on which something must have
/// happened begins with today, everything else as it is.
enum class Begins { AsUsual, Blank, Today, Signed };

/// Held as a whole number, by a Value and by a column.
constexpr bool isNumber(FieldType type)
{
    return type == FieldType::Integer || type == FieldType::Money;
}

/// No figure of an office comes near these, and a million records of them still add up in 64 bits.
inline constexpr qint64 mostNumber = 1'000'000'000'000;
inline constexpr qint64 mostFen = 1'000'000'000'000; ///< ten thousand million yuan

/// Who alone may say a value, beside the administrator: typed by somebody else it would be no approval and no order.
/// The office confirms that a problem is closed; only a station orders (责令改正), the town advises.
enum class Authority { Leader, Section, Station, Office };

/// A value that is not the keeper's to write.
struct Reservation {
    Authority authority = Authority::Leader;
    QString word; ///< of a Choice; empty: any value
};

/// One field of a record, described once: form, list, search, import, export, journal and SQL all read
/// this and nothing else. Built by the *Field functions below and refined by the chained calls:
///   textField("name", tr("单位名称"), &Unit::name).required().limit(100).searched()
struct Field {
    QString key;          ///< snake_case; also the column's name and the command line's key
    QString label;        ///< Chinese, on forms
    QString heading;      ///< the fixed Chinese heading of tables; empty: not in tables
    QStringList synonyms; ///< other headings that mean this field
    FieldType type = FieldType::Text;
    QVector<Choice> choices;
    QString refers;  ///< kind key a Reference points to
    QString picks;   ///< list a text is picked from (services/picks.h); empty: typed freely
    QString between; ///< what separates several picked ones; empty: there is one

    bool isRequired = false;
    bool isDated = false;          ///< moves a figure: changed from a day on by a DatedChange, never overwritten
    bool isSearched = false;       ///< goes into the record's search key
    bool isListed = true;          ///< a column of the register's list
    bool isDerived = false;        ///< computed by rules or given by an action; stored, never typed
    bool isUnique = false;         ///< no two records of the kind may share it
    bool isPresumed = false;       ///< left blank it takes `initial` (an instrument is 强检 and 在用 unless said)
    bool isCounted = false;        ///< given by the program, one more than the highest
    bool isIssued = false;         ///< counted, and stands on papers: a number that is gone is never given again
    bool isNumberedOn = false;     ///< entered for many records at once it counts up (certificates of one visit)
    QVector<Reservation> reserved; ///< values that only some may write
    QString sinceField; ///< the day from which the value is there; an earlier day shows it blank. Empty: as the record
    Value initial;      ///< what a new record of the struct holds
    qint64 minimum = -mostNumber;
    qint64 maximum = mostNumber;
    int maxLength = 200;
    Days days = Days::Past;
    Begins begins = Begins::AsUsual;
    QStringList
        trades; ///< keys of the trades whose units are asked this; empty: every unit (the field `unit` says which)
    std::function<QString(const QString&)> fault; ///< a further check of a text: empty, or what is wrong

    std::function<Value(const void*)> get;
    std::function<void(void*, const Value&)> set;

    Field required() &&
    {
        isRequired = true;
        return std::move(*this);
    }
    Field dated() &&
    {
        isDated = true;
        return std::move(*this);
    }
    Field searched() &&
    {
        isSearched = true;
        return std::move(*this);
    }
    Field unlisted() &&
    {
        isListed = false;
        return std::move(*this);
    }
    Field derived() &&
    {
        isDerived = true;
        heading.clear();
        return std::move(*this);
    }
    Field picked(const char* list, QString separator = {}) &&
    {
        picks = QString::fromLatin1(list);
        between = std::move(separator);
        return std::move(*this);
    }
    Field unique() &&
    {
        isUnique = true;
        return std::move(*this);
    }
    Field presumed() &&
    {
        isPresumed = true;
        return std::move(*this);
    }
    Field counted() &&
    {
        isCounted = true;
        return std::move(*this);
    }
    Field issued() &&
    {
        isCounted = true;
        isIssued = true;
        return std::move(*this);
    }
    Field numberedOn() &&
    {
        isNumberedOn = true;
        return std::move(*this);
    }
    Field onlyBy(Authority who) &&
    {
        reserved.append({who, {}});
        return std::move(*this);
    }
    template <class E>
    Field onlyBy(Authority who, E word) &&
    {
        reserved.append({who, keyOf(word)});
        return std::move(*this);
    }
    /// Came about on the day in that field; a date without a name: on its own.
    Field since(const char* dayKey = nullptr) &&
    {
        sinceField = dayKey ? QString::fromLatin1(dayKey) : key;
        return std::move(*this);
    }
    Field askedOf(QStringList tradeKeys) &&
    {
        trades = std::move(tradeKeys);
        return std::move(*this);
    }
    Field limit(int letters) &&
    {
        maxLength = letters;
        return std::move(*this);
    }
    Field range(qint64 low, qint64 high) &&
    {
        minimum = low;
        maximum = high;
        return std::move(*this);
    }
    Field ahead() &&
    {
        days = Days::Ahead;
        return std::move(*this);
    }
    Field anyDay() &&
    {
        days = Days::Any;
        return std::move(*this);
    }
    /// Taken from a paper or a picture: hardly ever today.
    Field beginsBlank() &&
    {
        begins = Begins::Blank;
        return std::move(*this);
    }
    /// A day that may lie ahead and mostly is today (since when something holds).
    Field beginsToday() &&
    {
        begins = Begins::Today;
        return std::move(*this);
    }
    /// Mostly who fills in the form.
    Field beginsSigned() &&
    {
        begins = Begins::Signed;
        return std::move(*this);
    }
    Field titled(QString text) &&
    {
        heading = std::move(text);
        return std::move(*this);
    }
    Field untabled() &&
    {
        heading.clear();
        return std::move(*this);
    }
    Field alias(QStringList names) &&
    {
        synonyms = std::move(names);
        return std::move(*this);
    }
    Field checked(std::function<QString(const QString&)> check) &&
    {
        fault = std::move(check);
        return std::move(*this);
    }
};

namespace detail {

Field plainField(const char* key, const QString& label, FieldType type);

template <class R, class M, class Read, class Write>
Field bind(Field field, M R::* member, Read read, Write write)
{
    field.get = [member, read](const void* record) -> Value { return read(static_cast<const R*>(record)->*member); };
    field.set = [member, write](void* record, const Value& value) { static_cast<R*>(record)->*member = write(value); };
    const R fresh;
    field.initial = field.get(&fresh);
    return field;
}

inline Value textValue(const QString& text)
{
    return text.isEmpty() ? Value() : Value(text);
}

} // namespace detail

template <class R>
Field textField(const char* key, const QString& label, QString R::* member, FieldType type = FieldType::Text)
{
    return detail::bind(detail::plainField(key, label, type), member, detail::textValue, textOf);
}

template <class R>
Field longTextField(const char* key, const QString& label, QString R::* member)
{
    return textField(key, label, member, FieldType::LongText).limit(4000).unlisted();
}

template <class R>
Field documentField(const char* key, const QString& label, QString R::* member)
{
    return textField(key, label, member, FieldType::Document).limit(4'000'000).unlisted().untabled();
}

template <class R>
Field dateField(const char* key, const QString& label, QDate R::* member)
{
    return detail::bind(
        detail::plainField(key, label, FieldType::Date), member,
        [](QDate day) { return day.isValid() ? Value(day) : Value(); }, dateOf);
}

template <class R>
Field flagField(const char* key, const QString& label, bool R::* member)
{
    return detail::bind(
        detail::plainField(key, label, FieldType::Flag), member, [](bool flag) { return Value(flag); }, flagOf);
}

template <class R>
Field integerField(const char* key, const QString& label, qint64 R::* member)
{
    return detail::bind(
        detail::plainField(key, label, FieldType::Integer), member, [](qint64 number) { return Value(number); },
        [](const Value& v) { return integerOf(v); });
}

template <class R>
Field integerField(const char* key, const QString& label, std::optional<qint64> R::* member)
{
    return detail::bind(
        detail::plainField(key, label, FieldType::Integer), member,
        [](std::optional<qint64> number) { return number ? Value(*number) : Value(); },
        [](const Value& v) { return isEmpty(v) ? std::nullopt : std::optional(integerOf(v)); });
}

/// Never below nothing: what is owed stands in a record of its own.
template <class R>
Field moneyField(const char* key, const QString& label, Money R::* member)
{
    return detail::bind(
        detail::plainField(key, label, FieldType::Money), member, [](Money amount) { return Value(amount.fen()); },
        [](const Value& v) { return Money::fromFen(integerOf(v)); });
}

template <class R>
Field moneyField(const char* key, const QString& label, std::optional<Money> R::* member)
{
    return detail::bind(
        detail::plainField(key, label, FieldType::Money), member,
        [](std::optional<Money> amount) { return amount ? Value(amount->fen()) : Value(); },
        [](const Value& v) { return isEmpty(v) ? std::nullopt : std::optional(Money::fromFen(integerOf(v))); });
}

template <class R, class E>
Field choiceField(const char* key, const QString& label, E R::* member)
{
    Field field = detail::bind(
        detail::plainField(key, label, FieldType::Choice), member,
        [](E word) { return detail::textValue(keyOf(word)); },
        [](const Value& v) { return wordOf<E>(textOf(v)).value_or(E{}); });
    field.choices = choicesOf<E>();
    return field;
}

template <class R>
Field referenceField(const char* key, const QString& label, Uid R::* member, const char* kind)
{
    Field field = detail::bind(
        detail::plainField(key, label, FieldType::Reference), member,
        [](const Uid& uid) { return detail::textValue(uid.toString()); },
        [](const Value& v) { return Uid(textOf(v)); });
    field.refers = QString::fromLatin1(kind);
    return field;
}

/// A uid kept as plain text, because it may point into any register (the record says which).
template <class R>
Field anyReferenceField(const char* key, const QString& label, Uid R::* member)
{
    return detail::bind(
        detail::plainField(key, label, FieldType::Text), member,
        [](const Uid& uid) { return detail::textValue(uid.toString()); },
        [](const Value& v) { return Uid(textOf(v)); });
}

/// Reads what a person typed or a table held into the field's type: dates in any of the five ways,
/// choices by label, key or synonym, 是/有/√ for flags. A Reference is left as the text that was typed:
/// finding the record is the caller's. Empty text gives an empty value, required or not.
Result<Value> parseText(const Field& field, const QString& text);

/// Reads a JSON value of the command line or a bundle: strict types, choices by key.
Result<Value> parseJson(const Field& field, const QJsonValue& json);

/// What a person reads: choice labels, 2024-03-05, 是. A Reference gives its uid; resolve it first.
QString displayText(const Field& field, const Value& value);

/// What is wrong with a value that has the right type: required, length, range, day, own check. Where `today` is not
/// told, a day may lie ahead.
std::optional<Error> faultOf(const Field& field, const Value& value, QDate today = {});

} // namespace chengheng::model
