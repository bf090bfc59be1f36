// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_hash.h"

#include "base/json.h"

#include <QtConcurrent/QtConcurrentRun>

namespace chengheng::storage {

namespace {

constexpr qsizetype bytesAtOnce = 1 << 18;

} // namespace

ChangesDigest::~ChangesDigest()
{
    m_hashing.waitForFinished();
}

void ChangesDigest::add(const QByteArray& kind, const QByteArray& uid, const QByteArray& oldJson,
                        const QByteArray& newJson)
{
    for (const QByteArray* part : {&kind, &uid, &oldJson, &newJson}) {
        m_lines += *part;
        m_lines += '\n';
    }
    if (m_lines.size() < bytesAtOnce)
        return;
    m_hashing.waitForFinished();
    m_hashing = QtConcurrent::run([this, lines = std::move(m_lines)] { m_hash.addData(lines); });
    m_lines = {};
    m_lines.reserve(bytesAtOnce + bytesAtOnce / 8);
}

QString ChangesDigest::hex()
{
    m_hashing.waitForFinished();
    m_hash.addData(std::exchange(m_lines, {}));
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
