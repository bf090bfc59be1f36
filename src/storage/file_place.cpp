// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_place.h"

#include "base/files.h"
#include "storage/sqlite_connection.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <linux/magic.h>
#include <sys/statfs.h>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FilePlace)
};

constexpr quint64 cifsMagic = 0xFF534D42;
constexpr quint64 smb2Magic = 0xFE534D42;
constexpr quint64 fuseMagic = 0x65735546;
constexpr int headerSize = 100;

/// Type of the mount that holds a folder, from the kernel's table: "… - fuse.sshfs host: …".
QString mountTypeOf(const QString& folder)
{
    QFile table(QStringLiteral("/proc/self/mountinfo"));
    if (!table.open(QIODevice::ReadOnly))
        return {};
    QString type;
    qsizetype longest = -1;
    for (const QByteArray& line : table.readAll().split('\n')) {
        const QList<QByteArray> parts = line.split(' ');
        const qsizetype dash = parts.indexOf("-");
        if (parts.size() < 5 || dash < 0 || dash + 1 >= parts.size())
            continue;
        const QString point = QString::fromUtf8(parts[4]);
        const QString below = point.endsWith(QLatin1Char('/')) ? point : QString(point + QLatin1Char('/'));
        const bool holds = folder == point || folder.startsWith(below);
        if (!holds || point.size() < longest)
            continue;
        longest = point.size();
        type = QString::fromUtf8(parts[dash + 1]);
    }
    return type;
}

quint32 bigEndian(const QByteArray& header, int at)
{
    return qFromBigEndian<quint32>(header.constData() + at);
}

qint64 sizeByHeader(const QByteArray& header)
{
    const quint32 pageSize = qFromBigEndian<quint16>(header.constData() + 16);
    return qint64(bigEndian(header, 28)) * (pageSize == 1 ? 65536 : pageSize);
}

Result<void> checkIsFile(const QFileInfo& info, const QString& path)
{
    if (info.isDir())
        return fail(ErrorKind::Invalid, "is_a_directory", Text::tr("“%1”是文件夹，请选择其中的 .chc 文件。").arg(path),
                    path);
    if (!info.exists())
        return fail(ErrorKind::NotFound, "no_such_file", Text::tr("找不到文件“%1”，请检查路径。").arg(path), path);
    if (!info.isReadable())
        return fail(ErrorKind::Denied, "not_readable", Text::tr("没有读取“%1”的权限，请联系文件的所有者。").arg(path),
                    path);
    if (info.size() == 0)
        return fail(ErrorKind::Corrupt, "empty_file", Text::tr("“%1”是空文件，请从备份恢复。").arg(path), path);
    return {};
}

} // namespace

bool isNetworkFileSystem(quint64 magic, const QString& fuseType)
{
    // The field is signed on some systems: compare 32 bits.
    magic &= 0xFFFFFFFF;
    if (magic == fuseMagic)
        return QStringList{QStringLiteral("fuse.sshfs"),    QStringLiteral("fuse.davfs"),
                           QStringLiteral("fuse.davfs2"),   QStringLiteral("fuse.gvfsd-fuse"),
                           QStringLiteral("fuse.rclone"),   QStringLiteral("fuse.smbnetfs"),
                           QStringLiteral("fuse.glusterfs")}
            .contains(fuseType);
    return magic == NFS_SUPER_MAGIC || magic == SMB_SUPER_MAGIC || magic == cifsMagic || magic == smb2Magic
           || magic == AFS_SUPER_MAGIC || magic == CODA_SUPER_MAGIC;
}

Result<void> checkNotShared(const QString& path)
{
    const QString folder = QFileInfo(QFileInfo(path).absolutePath()).canonicalFilePath();
    struct statfs facts{};
    if (folder.isEmpty() || statfs(QFile::encodeName(folder).constData(), &facts) != 0)
        return {};
    const auto magic = quint64(facts.f_type);
    const QString type = (magic & 0xFFFFFFFF) == fuseMagic ? mountTypeOf(folder) : QString();
    if (!isNetworkFileSystem(magic, type))
        return {};
    return fail(
        ErrorKind::Unavailable, "network_share",
        Text::tr("“%1”在网络共享文件夹中，多台电脑同时使用会损坏数据。请复制到本机再打开，多人共用请使用服务器。")
            .arg(path),
        path);
}

Result<FileHeader> readHeader(const QString& path)
{
    const QFileInfo info(path);
    if (auto isFile = checkIsFile(info, path); !isFile)
        return fail(isFile.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Denied, "not_readable",
                    Text::tr("打不开“%1”（%2）。请检查读取权限。").arg(path, reasonOf(file)), path);
    const QByteArray header = file.read(headerSize);
    if (header.size() < headerSize || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return fail(ErrorKind::Corrupt, "not_a_campaign",
                    Text::tr("“%1”不是诚衡的活动文件，请选择 .chc 文件。").arg(path), path);
    if (bigEndian(header, 68) != quint32(campaignApplicationId))
        return fail(ErrorKind::Corrupt, "foreign_file",
                    Text::tr("“%1”是其他程序的数据库，不是诚衡的活动文件，没有打开。").arg(path), path);
    return FileHeader{bigEndian(header, 60), sizeByHeader(header) == info.size()};
}

bool hasLeftLog(const QString& path)
{
    return QFileInfo(path + QLatin1String("-wal")).size() > 0;
}

bool canWriteBeside(const QString& path)
{
    const QFileInfo info(path);
    return info.isWritable() && QFileInfo(info.absolutePath()).isWritable();
}

Result<FileLock> lockFile(const QString& path)
{
    const QString lockPath = path + QLatin1String(".lock");
    FileLock held{std::make_unique<QLockFile>(lockPath), QFile::exists(lockPath)};
    held.lock->setStaleLockTime(0); // stale only where its process is gone, however old it is
    if (held.lock->tryLock(0))
        return held;
    if (held.lock->error() != QLockFile::LockFailedError)
        return fail(ErrorKind::Unavailable, "cannot_lock",
                    Text::tr("不能在“%1”旁建立锁文件，请检查文件夹的权限和磁盘空间。").arg(path), path);
    qint64 process = 0;
    QString host;
    QString program;
    held.lock->getLockInfo(&process, &host, &program);
    // A process killed between making its lock file and writing its name leaves an empty one, which counts as
    // taken for ever. Removing refuses where a living process still holds it.
    if (process == 0 && held.lock->removeStaleLockFile() && held.lock->tryLock(0))
        return held;
    return fail(ErrorKind::Unavailable, "file_in_use",
                Text::tr("“%1”已由电脑“%2”上的程序“%3”（进程 %4）打开，请先在那里关闭。")
                    .arg(path, host, program, QString::number(process)),
                path);
}

} // namespace chengheng::storage
