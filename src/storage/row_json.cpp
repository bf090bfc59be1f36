// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/row_json.h"

#include "storage/iso_day.h"

#include <algorithm>
#include <mutex>
#include <unordered_map>

namespace chengheng::storage {

namespace {

struct Member {
    int field;
    QByteArray prefix; ///< "key":
};

/// The members of a kind in the order of their keys; sorted once.
const QVector<Member>& membersOf(const model::RecordKind& kind)
{
    static std::mutex guard;
    static std::unordered_map<const model::RecordKind*, QVector<Member>> known;
    const std::lock_guard lock(guard);
    auto place = known.find(&kind);
    if (place != known.end())
        return place->second;
    QVector<Member> members;
    for (int i = 0; i < kind.fields.size(); ++i) {
        QByteArray prefix;
        appendJsonText(prefix, kind.fields[i].key);
        prefix += ':';
        members.append({i, prefix});
    }
    std::sort(members.begin(), members.end(), [&kind](const Member& a, const Member& b) {
        return kind.fields[a.field].key < kind.fields[b.field].key;
    });
    return known.emplace(&kind, members).first->second;
}

void appendValue(QByteArray& out, const model::Value& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        appendJsonText(out, *text);
    else if (const auto* integer = std::get_if<qint64>(&value))
        out += QByteArray::number(*integer);
    else if (const auto* flag = std::get_if<bool>(&value))
        out += *flag ? "true" : "false";
    else if (const auto* day = std::get_if<QDate>(&value))
        out += '"' + isoDay(*day) + '"';
    else
        out += "null";
}

bool isBlank(const model::Value& value)
{
    const auto* text = std::get_if<QString>(&value);
    return model::isEmpty(value) || (text && text->isEmpty());
}

template <class Wanted>
QByteArray objectOf(const model::Record& record, Wanted wanted)
{
    QByteArray out;
    out.reserve(512);
    out += '{';
    for (const Member& member : membersOf(*record.kind)) {
        if (!wanted(member.field))
            continue;
        if (out.size() > 1)
            out += ',';
        out += member.prefix;
        const model::Value& value = record.values[member.field];
        appendValue(out, isBlank(value) ? model::Value() : value);
    }
    out += '}';
    return out;
}

void appendEscaped(QByteArray& out, char letter)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '\\';
    switch (letter) {
    case '"':
    case '\\':
        out += letter;
        return;
    case '\b':
        out += 'b';
        return;
    case '\f':
        out += 'f';
        return;
    case '\n':
        out += 'n';
        return;
    case '\r':
        out += 'r';
        return;
    case '\t':
        out += 't';
        return;
    default:
        out += "u00";
        out += hex[(letter >> 4) & 0xf];
        out += hex[letter & 0xf];
    }
}

} // namespace

void appendJsonText(QByteArray& out, const QString& text)
{
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    qsizetype plainFrom = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto letter = static_cast<unsigned char>(utf8.at(i));
        if (letter >= 0x20 && letter != '"' && letter != '\\')
            continue;
        out.append(utf8.constData() + plainFrom, i - plainFrom);
        appendEscaped(out, char(letter));
        plainFrom = i + 1;
    }
    out.append(utf8.constData() + plainFrom, utf8.size() - plainFrom);
    out += '"';
}

QByteArray rowJson(const model::Record& record)
{
    return objectOf(record, [&record](int field) { return !isBlank(record.values[field]); });
}

QByteArray fieldsJson(const model::Record& record, const QVector<int>& fields)
{
    return objectOf(record, [&fields](int field) { return fields.contains(field); });
}

} // namespace chengheng::storage
