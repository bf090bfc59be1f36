// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/campaign_file.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CampaignFile)
};

/// Up to this size the whole file is checked at every opening: it takes less than a blink.
constexpr qint64 alwaysCheckedBytes = 16 * 1024 * 1024;

void removeFileAndLog(const QString& path)
{
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(suffix));
}

Error fileExists(const QString& path)
{
    return {ErrorKind::Conflict, QStringLiteral("file_exists"), Text::tr("“%1”已经存在，请换一个文件名。").arg(path),
            path};
}

Error damaged(const QString& path)
{
    return {ErrorKind::Corrupt, QStringLiteral("damaged_file"),
            Text::tr("“%1”已损坏（文件长度与记录不符），请从备份恢复。").arg(path), path};
}

Result<void> checkVersion(qint64 version, const QVector<Migration>& steps, const QString& path)
{
    if (version > steps.last().version)
        return fail(ErrorKind::Unavailable, "newer_schema",
                    Text::tr("“%1”由更新版本的诚衡保存（数据结构 %2，本程序支持到 %3）。请升级程序后再打开。")
                        .arg(path, QString::number(version), QString::number(steps.last().version)),
                    path);
    if (version == 0)
        return fail(ErrorKind::Corrupt, "not_a_campaign",
                    Text::tr("“%1”中没有诚衡的活动，请选择另一个文件或从备份恢复。").arg(path), path);
    return {};
}

/// Looks at the pages without touching the file, as far as its log allows.
Result<void> checkPages(const QString& path, bool endedCleanly, bool isWholeSize)
{
    const bool leftLog = hasLeftLog(path);
    if (!leftLog && !isWholeSize)
        return fail(damaged(path));
    if (endedCleanly && !leftLog && QFileInfo(path).size() > alwaysCheckedBytes)
        return {};
    auto probe =
        SqliteConnection::open(path, leftLog ? SqliteConnection::Mode::Read : SqliteConnection::Mode::Immutable);
    if (!probe)
        return fail(probe.error());
    return (*probe)->quickCheck();
}

Result<QString> headHash(SqliteConnection& connection)
{
    auto head = connection.use(QStringLiteral("SELECT \"hash\" FROM \"campaign_head\" WHERE \"id\" = 1"));
    if (!head)
        return fail(head.error());
    if (const auto row = (*head)->step(); !row)
        return fail(row.error());
    return (*head)->text(0);
}

/// Beside the file; an earlier backup of the same version keeps its name.
QString migrationBackupPath(const QString& path, qint64 version)
{
    QString name = QStringLiteral("%1.backup-v%2").arg(path).arg(version);
    for (int i = 2; QFile::exists(name); ++i)
        name = QStringLiteral("%1.backup-v%2-%3").arg(path).arg(version).arg(i);
    return name;
}

Result<void> bringUpToDate(CampaignFile& file, const QString& path, const QVector<Migration>& steps)
{
    const auto version = schemaVersion(*file.connection);
    if (!version)
        return fail(version.error());
    if (auto known = checkVersion(*version, steps, path); !known)
        return known;
    if (*version == steps.last().version)
        return {};
    if (file.access == Access::ReadOnly)
        return fail(ErrorKind::Unavailable, "older_schema",
                    Text::tr("“%1”由旧版本的诚衡保存，须先以可写方式打开一次才能升级。").arg(path), path);
    const QString backupPath = migrationBackupPath(path, *version);
    if (auto kept = copyVerified(*file.connection, backupPath); !kept)
        return kept;
    log::info(QStringLiteral("kept %1 before bringing the schema up to date").arg(backupPath));
    return migrate(*file.connection, steps);
}

SqliteConnection::Mode modeOf(const CampaignFile& file)
{
    if (file.isImmutable)
        return SqliteConnection::Mode::Immutable;
    return file.access == Access::ReadOnly ? SqliteConnection::Mode::Read : SqliteConnection::Mode::Write;
}

Result<void> checkCopy(const QString& path, const QString& expectedHead)
{
    auto copy = SqliteConnection::open(path, SqliteConnection::Mode::Immutable);
    if (!copy)
        return fail(copy.error());
    if (auto sound = (*copy)->quickCheck(); !sound)
        return sound;
    const auto head = headHash(**copy);
    if (!head)
        return fail(head.error());
    if (*head != expectedHead)
        return fail(ErrorKind::Corrupt, "backup_differs",
                    Text::tr("备份“%1”与原文件不一致，没有保留。请重试。").arg(path), path);
    return {};
}

Result<void> fillCopy(SqliteConnection& from, const QString& path)
{
    const auto head = headHash(from);
    if (!head)
        return fail(head.error());
    {
        auto copy = SqliteConnection::open(path, SqliteConnection::Mode::Copy);
        if (!copy)
            return fail(copy.error());
        if (auto copied = from.copyInto(**copy); !copied)
            return copied;
    }
    return checkCopy(path, *head);
}

} // namespace

Result<CampaignFile> createCampaignFile(const QString& path, const QVector<Migration>& steps)
{
    if (QFileInfo::exists(path))
        return fail(fileExists(path));
    if (!QFileInfo(QFileInfo(path).absolutePath()).isDir())
        return fail(ErrorKind::NotFound, "no_such_folder",
                    Text::tr("文件夹“%1”不存在，请先建立。").arg(QFileInfo(path).absolutePath()), path);
    if (auto local = checkNotShared(path); !local)
        return fail(local.error());
    auto lock = lockFile(path);
    if (!lock)
        return fail(lock.error());
    auto connection = SqliteConnection::open(path, SqliteConnection::Mode::Create);
    Result<void> made = connection ? migrate(**connection, steps) : Result<void>(fail(connection.error()));
    if (!made) {
        connection = fail(made.error()); // closes it
        removeFileAndLog(path);
        return fail(made.error());
    }
    return CampaignFile{std::move(*connection), std::move(*lock), Access::ReadWrite, false};
}

Result<CampaignFile> openCampaignFile(const QString& path, Access access, const QVector<Migration>& steps)
{
    const auto header = readHeader(path);
    if (!header)
        return fail(header.error());
    if (auto local = checkNotShared(path); !local)
        return fail(local.error());
    if (auto known = checkVersion(std::max<qint64>(header->userVersion, hasLeftLog(path)), steps, path); !known)
        return fail(known.error());
    CampaignFile file;
    file.isImmutable = !canWriteBeside(path);
    file.access = file.isImmutable ? Access::ReadOnly : access;
    if (!file.isImmutable) {
        auto lock = lockFile(path);
        if (!lock)
            return fail(lock.error());
        file.lock = std::move(*lock);
    }
    if (auto sound = checkPages(path, !file.lock.wasLeft, header->isWholeSize); !sound)
        return fail(sound.error());
    auto connection = SqliteConnection::open(path, modeOf(file));
    if (!connection)
        return fail(connection.error());
    file.connection = std::move(*connection);
    if (auto current = bringUpToDate(file, path, steps); !current)
        return fail(current.error());
    return file;
}

Result<void> copyVerified(SqliteConnection& from, const QString& path)
{
    if (QFileInfo::exists(path))
        return fail(fileExists(path));
    const QString part = path + QLatin1String(".part");
    removeFileAndLog(part);
    auto filled = fillCopy(from, part);
    if (filled && !QFile::rename(part, path))
        filled = fail(ErrorKind::Unavailable, "cannot_write",
                      Text::tr("写不了“%1”，请检查文件夹的权限和磁盘空间。").arg(path), path);
    removeFileAndLog(part);
    return filled;
}

} // namespace chengheng::storage
