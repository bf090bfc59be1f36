// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/dates.h"
#include "base/points.h"
#include "base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace chengheng {

/// The one text of a JSON value: keys sorted by code point, no blanks, UTF-8. Hashes rest on it.
QByteArray canonicalJson(const QJsonValue& value);

/// Parses a whole file; the error says its name, line and reason.
Result<QJsonObject> parseJsonObject(const QByteArray& bytes, const QString& fileName);

/// Reads a JSON object and remembers the first thing wrong with it: file, place (/phases/2/from) and
/// reason. Readers call the getters straight through and ask error() once at the end.
class JsonReader
{
public:
    JsonReader(const QJsonObject& object, const QString& fileName);

    QString text(const char* key);         ///< required, not empty
    QString optionalText(const char* key); ///< "" where absent
    qint64 integer(const char* key, qint64 low, qint64 high);
    bool flag(const char* key, bool fallback);
    double number(const char* key);
    QDate date(const char* key); ///< required ISO date
    QDate optionalDate(const char* key);
    Points points(const char* key);     ///< number or decimal text, at most two places
    QStringList texts(const char* key); ///< array of strings, empty where absent
    bool has(const char* key) const { return m_object.contains(QLatin1String(key)); }
    const QJsonObject& object() const { return m_object; }

    /// Calls `read` for each object of an array (empty where absent), with its place.
    template <class Read>
    void each(const char* key, Read read)
    {
        const QJsonArray items = array(key);
        for (qsizetype i = 0; i < items.size(); ++i) {
            JsonReader item = child(items.at(i), QLatin1String(key) + QLatin1Char('/') + QString::number(i));
            read(item);
            adopt(item);
        }
    }

    /// Calls `read` for an object member where it is present.
    template <class Read>
    void within(const char* key, Read read)
    {
        if (!has(key))
            return;
        JsonReader item = child(m_object.value(QLatin1String(key)), QLatin1String(key));
        read(item);
        adopt(item);
    }

    /// Notes a fault at a key of this object (only the first is kept).
    void fault(const char* key, const QString& reason);
    const std::optional<Error>& error() const { return m_error; }

private:
    JsonReader(QJsonObject object, QString fileName, QString place);
    JsonReader child(const QJsonValue& value, const QString& step);
    void adopt(const JsonReader& item);
    QJsonArray array(const char* key);

    QJsonObject m_object;
    QString m_fileName;
    QString m_place;
    std::optional<Error> m_error;
};

} // namespace chengheng
