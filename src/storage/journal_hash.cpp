// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_hash.h"

#include "base/json.h"

namespace chengheng::storage {

void ChangesDigest::add(const QByteArray& kind, const QByteArray& uid, const QByteArray& oldJson,
                        const QByteArray& newJson)
{
    QByteArray lines;
    lines.reserve(kind.size() + uid.size() + oldJson.size() + newJson.size() + 4);
    for (const QByteArray* part : {&kind, &uid, &oldJson, &newJson}) {
        lines += *part;
        lines += '\n';
    }
    m_hash.addData(lines);
}

QString ChangesDigest::hex() const
{
    return QString::fromLatin1(m_hash.result().toHex());
}

QString entryHash(const EntryText& entry)
{
    const QJsonObject json{
        {QStringLiteral("seq"), entry.seq},       {QStringLiteral("intent_id"), entry.intentId},
        {QStringLiteral("who"), entry.who},       {QStringLiteral("at"), entry.at},
        {QStringLiteral("intent"), entry.intent}, {QStringLiteral("reason"), entry.reason},
        {QStringLiteral("digest"), entry.digest}, {QStringLiteral("prev"), entry.prev},
    };
    return sha256Hex(canonicalJson(json));
}

QString sha256Hex(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString emptyHead()
{
    return QString(64, QLatin1Char('0'));
}

} // namespace chengheng::storage
