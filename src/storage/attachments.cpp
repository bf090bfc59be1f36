// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/attachments.h"

#include "storage/connection.h"
#include "storage/database.h"
#include "storage/journal_hash.h"

#include <QCoreApplication>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Attachments)
};

constexpr qsizetype chunkBytes = 1024 * 1024;

Result<bool> isStored(Connection& connection, const QString& sha256)
{
    auto known = connection.use(QStringLiteral("SELECT COUNT(*) FROM \"attachment_chunk\" WHERE \"sha256\" = ?"));
    if (!known)
        return fail(known.error());
    (*known)->bindText(0, sha256);
    if (const auto row = (*known)->step(); !row)
        return fail(row.error());
    return (*known)->integer(0) > 0;
}

} // namespace

Result<void> storeBytes(Intent& intent, const QString& sha256, const QByteArray& bytes)
{
    if (sha256Hex(bytes) != sha256)
        return fail(ErrorKind::Invalid, "wrong_sha256",
                    Text::tr("附件内容与它的校验值不符，没有保存。请重新选择文件。"));
    Connection& connection = intent.database().connection();
    const auto known = isStored(connection, sha256);
    if (!known)
        return fail(known.error());
    if (*known)
        return {};
    qint64 position = 0;
    qsizetype from = 0;
    do { // an empty file has one empty chunk
        auto insert = connection.use(
            QStringLiteral("INSERT INTO \"attachment_chunk\" (\"sha256\", \"position\", \"bytes\") VALUES (?, ?, ?)"));
        if (!insert)
            return fail(insert.error());
        (*insert)->bindText(0, sha256);
        (*insert)->bindInteger(1, position++);
        (*insert)->bindBytes(2, bytes.mid(from, chunkBytes));
        if (auto stepped = (*insert)->step(); !stepped)
            return fail(stepped.error());
        from += chunkBytes;
    } while (from < bytes.size());
    return {};
}

Result<QByteArray> readBytes(Database& database, const QString& sha256)
{
    auto chunks = database.connection().use(
        QStringLiteral("SELECT \"bytes\" FROM \"attachment_chunk\" WHERE \"sha256\" = ? ORDER BY \"position\""));
    if (!chunks)
        return fail(chunks.error());
    (*chunks)->bindText(0, sha256);
    QByteArray bytes;
    bool isThere = false;
    for (;;) {
        const auto row = (*chunks)->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            break;
        isThere = true;
        bytes += (*chunks)->bytes(0);
    }
    if (!isThere)
        return fail(ErrorKind::NotFound, "no_such_bytes", Text::tr("数据库中没有这个附件的内容。"), sha256);
    if (sha256Hex(bytes) != sha256)
        return fail(ErrorKind::Corrupt, "damaged_bytes", Text::tr("这个附件的内容已损坏或被改动，请从备份恢复。"),
                    sha256);
    return bytes;
}

} // namespace chengheng::storage
