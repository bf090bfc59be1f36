// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/dates.h"
#include "base/points.h"
#include "base/result.h"
#include "base/uid.h"

#include <catch2/catch.hpp>

#include <QDate>
#include <QFile>
#include <QString>

#include <ostream>

// What Catch2 needs to print our values instead of {?}.
inline std::ostream& operator<<(std::ostream& out, const QString& text)
{
    return out << '"' << text.toStdString() << '"';
}
inline std::ostream& operator<<(std::ostream& out, QDate day)
{
    return out << day.toString(Qt::ISODate).toStdString();
}

namespace chengheng {
inline std::ostream& operator<<(std::ostream& out, Points points)
{
    return out << points.toString().toStdString();
}
inline std::ostream& operator<<(std::ostream& out, const Uid& uid)
{
    return out << uid.toString().toStdString();
}
inline std::ostream& operator<<(std::ostream& out, Rate rate)
{
    return out << rate.num << '/' << rate.den;
}
} // namespace chengheng

namespace chengheng::test {

/// A file of the source tree, e.g. sourcePath("resources/plans/gucun-2024.json").
inline QString sourcePath(const QString& relative)
{
    return QString::fromUtf8(CHENGHENG_SOURCE_DIR) + QLatin1Char('/') + relative;
}

inline QByteArray readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        FAIL("cannot read " << path.toStdString());
    return file.readAll();
}

/// The value of a result that must have worked; shows the error's sentence where it did not.
template <class T>
T need(Result<T> result)
{
    if (!result)
        FAIL(result.error().code.toStdString() << ": " << result.error().message.toStdString());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

inline QDate day(const char* iso)
{
    return QDate::fromString(QString::fromLatin1(iso), Qt::ISODate);
}

} // namespace chengheng::test
