// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace chengheng {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Json)
};

/// No sheet gives so many; times the most that is counted they still fit in 64 bits.
constexpr Points mostPoints = Points::whole(10'000);

void write(QByteArray& out, const QJsonValue& value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        QStringList keys = object.keys();
        std::sort(keys.begin(), keys.end());
        out += '{';
        for (qsizetype i = 0; i < keys.size(); ++i) {
            if (i)
                out += ',';
            write(out, keys[i]);
            out += ':';
            write(out, object.value(keys[i]));
        }
        out += '}';
        return;
    }
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        out += '[';
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (i)
                out += ',';
            write(out, items.at(i));
        }
        out += ']';
        return;
    }
    // Qt writes scalars compactly and always alike; take them out of a one-element array.
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    out += wrapped.mid(1, wrapped.size() - 2);
}

QString reasonOf(const QJsonParseError& problem)
{
    switch (problem.error) {
    case QJsonParseError::UnterminatedObject:
    case QJsonParseError::UnterminatedArray:
        return Text::tr("括号没有配对，或少了逗号");
    case QJsonParseError::MissingNameSeparator:
        return Text::tr("名称后面少了冒号");
    case QJsonParseError::MissingValueSeparator:
        return Text::tr("两项之间少了逗号");
    case QJsonParseError::IllegalNumber:
        return Text::tr("数字写得不对");
    case QJsonParseError::IllegalEscapeSequence:
    case QJsonParseError::IllegalUTF8String:
        return Text::tr("有不能识别的字符，文件应存成 UTF-8");
    case QJsonParseError::UnterminatedString:
        return Text::tr("引号没有配对");
    case QJsonParseError::MissingObject:
        return Text::tr("少了内容");
    case QJsonParseError::DeepNesting:
    case QJsonParseError::DocumentTooLarge:
        return Text::tr("内容太大或层次太多");
    case QJsonParseError::GarbageAtEnd:
        return Text::tr("结尾有多余的内容");
    default:
        return Text::tr("写法不对");
    }
}

} // namespace

QByteArray canonicalJson(const QJsonValue& value)
{
    QByteArray out;
    write(out, value);
    return out;
}

Result<QJsonObject> parseJsonObject(const QByteArray& bytes, const QString& fileName)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const auto line = bytes.left(problem.offset).count('\n') + 1;
        return fail(ErrorKind::Invalid, "bad_json",
                    Text::tr("文件“%1”第 %2 行不是有效的 JSON：%3。请改正后重试。")
                        .arg(fileName)
                        .arg(line)
                        .arg(reasonOf(problem)),
                    QStringLiteral("%1:%2").arg(fileName).arg(line));
    }
    if (!document.isObject())
        return fail(ErrorKind::Invalid, "bad_json",
                    Text::tr("文件“%1”的最外层应是一个 JSON 对象（以“{”开头）。").arg(fileName), fileName);
    return document.object();
}

JsonReader::JsonReader(const QJsonObject& object, const QString& fileName) : m_object(object), m_fileName(fileName) {}

JsonReader::JsonReader(QJsonObject object, QString fileName, QString place)
    : m_object(std::move(object)), m_fileName(std::move(fileName)), m_place(std::move(place))
{}

JsonReader JsonReader::child(const QJsonValue& value, const QString& step)
{
    JsonReader reader(value.toObject(), m_fileName, m_place + QLatin1Char('/') + step);
    if (!value.isObject())
        reader.fault("", Text::tr("应是一个对象"));
    return reader;
}

void JsonReader::adopt(const JsonReader& item)
{
    if (!m_error)
        m_error = item.m_error;
}

void JsonReader::fault(const char* key, const QString& reason)
{
    if (m_error)
        return;
    QString place = m_place;
    if (*key)
        place += QLatin1Char('/') + QLatin1String(key);
    m_error = Error{ErrorKind::Invalid, QStringLiteral("bad_data"),
                    Text::tr("文件“%1”中 %2 处有误：%3。").arg(m_fileName, place, reason),
                    m_fileName + QLatin1Char('#') + place};
}

QString JsonReader::text(const char* key)
{
    const QString value = optionalText(key);
    if (value.isEmpty())
        fault(key, Text::tr("缺少文字"));
    return value;
}

QString JsonReader::optionalText(const char* key)
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    if (!value.isString() && !value.isUndefined() && !value.isNull())
        fault(key, Text::tr("应是文字"));
    return value.toString();
}

double JsonReader::number(const char* key)
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    if (!value.isDouble() || !std::isfinite(value.toDouble()))
        fault(key, Text::tr("应是数字"));
    return value.toDouble();
}

qint64 JsonReader::integer(const char* key, qint64 low, qint64 high)
{
    const double value = number(key);
    const bool isInside = value >= double(low) && value <= double(high); // before the cast: 1e300 fits no integer
    if (!isInside || std::floor(value) != value) {
        fault(key, Text::tr("应是 %1 到 %2 的整数").arg(low).arg(high));
        return low;
    }
    return qint64(value);
}

bool JsonReader::flag(const char* key, bool fallback)
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    if (!value.isBool() && !value.isUndefined())
        fault(key, Text::tr("应是 true 或 false"));
    return value.toBool(fallback);
}

QDate JsonReader::date(const char* key)
{
    const QDate day = optionalDate(key);
    if (!day.isValid())
        fault(key, Text::tr("应是日期，如 2024-03-05"));
    return day;
}

QDate JsonReader::optionalDate(const char* key)
{
    const QString value = optionalText(key);
    if (value.isEmpty())
        return {};
    const QDate day = QDate::fromString(value, Qt::ISODate);
    if (!day.isValid())
        fault(key, Text::tr("“%1”不是日期，应写成 2024-03-05").arg(value));
    return day;
}

Points JsonReader::points(const char* key)
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    const QString text = value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
    const auto points = Points::parse(text);
    if (!points || *points > mostPoints)
        fault(key, Text::tr("应是不超过 %1 的分数，最多两位小数").arg(mostPoints.toString()));
    return points.value_or(Points());
}

QStringList JsonReader::texts(const char* key)
{
    QStringList out;
    const QJsonArray items = array(key);
    for (const auto& item : items) {
        if (!item.isString())
            fault(key, Text::tr("应是一列文字"));
        out << item.toString();
    }
    return out;
}

QJsonArray JsonReader::array(const char* key)
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    if (!value.isArray() && !value.isUndefined() && !value.isNull())
        fault(key, Text::tr("应是一列数据"));
    return value.toArray();
}

} // namespace chengheng
