// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QJsonValue>
#include <QString>

#include <variant>

namespace chengheng::model {

/// What one field of one record can hold. Empty (monostate) is "not recorded", never "" or 0.
using Value = std::variant<std::monostate, bool, qint64, QString, QDate>;

inline bool isEmpty(const Value& value)
{
    return std::holds_alternative<std::monostate>(value);
}

/// The value as it stands in journal, command line and bundles: null, true, 12, "text", "2024-03-05".
QJsonValue toJson(const Value& value);

/// Typed reads; the fallback stands for empty and for another type.
QString textOf(const Value& value);
qint64 integerOf(const Value& value, qint64 fallback = 0);
bool flagOf(const Value& value);
QDate dateOf(const Value& value);

} // namespace chengheng::model

// Rows of values are moved about by the hundred thousand: growing a list may copy their bytes.
Q_DECLARE_TYPEINFO(chengheng::model::Value, Q_RELOCATABLE_TYPE);
