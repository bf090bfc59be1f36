// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"

#include "storage/campaign_file.h"
#include "storage/journal.h"
#include "storage/table_copy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

Error differs(const QString& place)
{
    return {ErrorKind::Corrupt, QStringLiteral("backup_differs"),
            Text::tr("“%1”的副本与原来的不一致，没有保留。请重试。").arg(place), place};
}

Result<void> checkSameHead(Database& from, Database& to)
{
    const auto before = Journal(from).head();
    const auto after = Journal(to).head();
    if (!before)
        return fail(before.error());
    if (!after)
        return fail(after.error());
    if (before->entries != after->entries || before->hash != after->hash)
        return fail(differs(to.place()));
    return {};
}

/// Table by table, in one transaction on either side.
Result<void> copyInto(Database& from, Database& to)
{
    Connection& source = from.connection();
    Connection& target = to.connection();
    if (auto begun = source.beginRead(); !begun)
        return begun;
    auto copied = target.beginWrite();
    if (copied)
        copied = copyTables(source, target);
    if (copied)
        copied = checkSameHead(from, to);
    source.rollBack();
    if (copied)
        copied = target.commit();
    if (!copied)
        target.rollBack();
    return copied;
}

Result<void> serverToFile(Database& database, const QString& path)
{
    if (QFileInfo::exists(path))
        return fail(ErrorKind::Conflict, "file_exists", Text::tr("“%1”已经存在，请换一个文件名。").arg(path), path);
    const QString part = path + QLatin1String(".part");
    QFile::remove(part);
    Result<void> copied;
    {
        auto file = Database::createFile(part);
        if (!file)
            return fail(file.error());
        copied = copyInto(database, **file);
    }
    if (copied && !QFile::rename(part, path))
        copied = fail(ErrorKind::Unavailable, "cannot_write",
                      Text::tr("写不了“%1”，请检查文件夹的权限和磁盘空间。").arg(path), path);
    QFile::remove(part);
    return copied;
}

/// An empty server database, or one that an interrupted restore left with the schema alone.
Result<std::unique_ptr<Database>> emptyServer(const QString& service)
{
    auto created = Database::createServer(service);
    if (created || created.error().code != QLatin1String("not_empty"))
        return created;
    auto opened = Database::openServer(service);
    if (!opened)
        return fail(created.error());
    const auto head = Journal(**opened).head();
    if (!head)
        return fail(head.error());
    if (head->entries > 0)
        return fail(created.error());
    return opened;
}

} // namespace

Result<void> backup(Database& database, const QString& path)
{
    if (database.isServer())
        return serverToFile(database, path);
    return copyVerified(static_cast<SqliteConnection&>(database.connection()), path);
}

Result<void> quickCheck(Database& database)
{
    if (database.isServer())
        return {};
    return static_cast<SqliteConnection&>(database.connection()).quickCheck();
}

Result<void> foldLog(Database& database)
{
    if (database.isServer())
        return {};
    return static_cast<SqliteConnection&>(database.connection()).checkpoint();
}

Result<QString> rotatingBackup(Database& database, const QString& folder, int keep, const QDateTime& now)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::Unavailable, "cannot_write",
                    Text::tr("建不了备份文件夹“%1”，请检查权限和磁盘空间。").arg(folder), folder);
    const QString base =
        database.isServer() ? QStringLiteral("server") : QFileInfo(database.place()).completeBaseName();
    const QString time = now.toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString path = QDir(folder).filePath(QStringLiteral("%1-%2.chc").arg(base, time));
    if (auto made = backup(database, path); !made)
        return fail(made.error());
    QDir dir(folder);
    const QRegularExpression ours(QRegularExpression::anchoredPattern(QRegularExpression::escape(base)
                                                                      + QStringLiteral("-\\d{8}-\\d{6}-\\d{3}\\.chc")));
    const QStringList newestFirst =
        dir.entryList({QStringLiteral("*.chc")}, QDir::Files, QDir::Name | QDir::Reversed).filter(ours);
    for (const QString& old : newestFirst.mid(std::max(keep, 1)))
        dir.remove(old);
    return path;
}

Result<void> restoreFile(const QString& source, const QString& destination)
{
    auto opened = Database::openFile(source, Access::ReadOnly);
    if (!opened)
        return fail(opened.error());
    return backup(**opened, destination);
}

Result<void> restoreServer(const QString& source, const QString& service)
{
    auto opened = Database::openFile(source, Access::ReadOnly);
    if (!opened)
        return fail(opened.error());
    auto server = emptyServer(service);
    if (!server)
        return fail(server.error());
    return copyInto(**opened, **server);
}

} // namespace chengheng::storage
