// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/value.h"

namespace chengheng::model {

namespace {

template <class T>
T heldOr(const Value& value, const T& fallback)
{
    const T* held = std::get_if<T>(&value);
    return held ? *held : fallback;
}

} // namespace

QJsonValue toJson(const Value& value)
{
    if (const auto* flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto* integer = std::get_if<qint64>(&value))
        return *integer;
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* date = std::get_if<QDate>(&value))
        return date->toString(Qt::ISODate);
    return QJsonValue::Null;
}

QString textOf(const Value& value)
{
    return heldOr<QString>(value, {});
}

qint64 integerOf(const Value& value, qint64 fallback)
{
    return heldOr<qint64>(value, fallback);
}

bool flagOf(const Value& value)
{
    return heldOr<bool>(value, false);
}

QDate dateOf(const Value& value)
{
    return heldOr<QDate>(value, {});
}

} // namespace chengheng::model
