// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace chengheng::test {

/// One wrong thing put into a shipped file: a JSON text at a place, or nothing to take the place away.
struct Damage {
    const char* place; ///< "phases/2/from"
    const char* value; ///< JSON; "" removes
    const char* faultAt;
};

inline QJsonValue jsonOf(const char* text)
{
    const QByteArray wrapped = QByteArray("[") + text + "]";
    const QJsonDocument document = QJsonDocument::fromJson(wrapped);
    if (!document.isArray())
        FAIL("not JSON: " << text);
    return document.array().at(0);
}

inline QJsonValue damagedAt(const QJsonValue& value, const QStringList& steps, const char* text)
{
    if (steps.isEmpty())
        return jsonOf(text);
    if (value.isArray()) {
        QJsonArray items = value.toArray();
        const int index = steps.first().toInt();
        REQUIRE(index < items.size());
        items[index] = damagedAt(items.at(index), steps.mid(1), text);
        return items;
    }
    REQUIRE(value.isObject());
    QJsonObject object = value.toObject();
    if (steps.size() == 1 && !*text) {
        REQUIRE(object.contains(steps.first()));
        object.remove(steps.first());
    } else {
        object[steps.first()] = damagedAt(object.value(steps.first()), steps.mid(1), text);
    }
    return object;
}

/// The file's text with the damage done.
inline QByteArray damaged(const QByteArray& json, const Damage& damage)
{
    const QStringList steps = QString::fromLatin1(damage.place).split(QLatin1Char('/'));
    const QJsonValue whole = damagedAt(QJsonDocument::fromJson(json).object(), steps, damage.value);
    return QJsonDocument(whole.toObject()).toJson();
}

/// Each damage must be refused with its place and a sentence that names the file.
template <class Parse>
void requireRefused(const QByteArray& shipped, std::initializer_list<Damage> damages, Parse parse)
{
    const QString file = QStringLiteral("样例.json");
    for (const Damage& damage : damages) {
        INFO(damage.place << " = " << damage.value);
        const auto result = parse(damaged(shipped, damage), file);
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().kind == ErrorKind::Invalid);
        CHECK(result.error().code == QStringLiteral("bad_data"));
        CHECK(result.error().where == QString(file + QLatin1String("#/") + QLatin1String(damage.faultAt)));
        CHECK(result.error().message.contains(file));
    }
}

} // namespace chengheng::test
