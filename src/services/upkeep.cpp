// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/upkeep.h"

#include "services/internal/workspace_data.h"
#include "storage/backup.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Upkeep)
};

constexpr int backupsKept = 10;
constexpr int daysBetweenChecks = 7;

/// When the campaign was last written: its file or the log beside it.
QDateTime lastWrite(const QString& file)
{
    const QFileInfo log(file + QStringLiteral("-wal"));
    const QDateTime ofFile = QFileInfo(file).lastModified();
    return log.exists() && log.size() > 0 ? std::max(ofFile, log.lastModified()) : ofFile;
}

QString checkMark(const Place& place)
{
    return QDir(backupFolder(place)).filePath(Text::tr("上次检查时间.txt"));
}

bool isCheckDue(const Place& place, const QDateTime& now)
{
    QFile mark(checkMark(place));
    if (!mark.open(QIODevice::ReadOnly))
        return true;
    const QDateTime last = QDateTime::fromString(QString::fromUtf8(mark.readAll()).trimmed(), Qt::ISODate);
    return !last.isValid() || last > now || last.daysTo(now) >= daysBetweenChecks;
}

/// Where it cannot be written (a read-only place) the file is looked at again next time.
void noteCheck(const Place& place, const QDateTime& now)
{
    QFile mark(checkMark(place));
    if (QDir().mkpath(backupFolder(place)) && mark.open(QIODevice::WriteOnly))
        mark.write(now.toString(Qt::ISODate).toUtf8() + '\n');
}

} // namespace

QString backupFolder(const Place& place)
{
    const QFileInfo file(place.file);
    return file.absoluteDir().filePath(Text::tr("%1-自动备份").arg(file.completeBaseName()));
}

Result<QString> backUpDaily(const Workspace& workspace)
{
    const Place& place = workspace.place();
    if (place.isServer())
        return QString();
    const QString folder = backupFolder(place);
    const QFileInfoList kept =
        QDir(folder).entryInfoList({QStringLiteral("*.chc")}, QDir::Files, QDir::Time); // newest first
    if (!kept.isEmpty()) {
        const QDateTime newest = kept.first().lastModified();
        if (newest >= lastWrite(place.file) || newest.daysTo(workspace.clock().now()) < 1)
            return QString();
    }
    return storage::rotatingBackup(*workspace.data().database, folder, backupsKept, workspace.clock().now());
}

Result<bool> checkWeekly(const Workspace& workspace)
{
    const Place& place = workspace.place();
    const QDateTime now = workspace.clock().now();
    if (place.isServer() || !isCheckDue(place, now))
        return false;
    if (auto sound = storage::quickCheck(*workspace.data().database); !sound)
        return fail(sound.error());
    noteCheck(place, now);
    return true;
}

Result<void> keepSafe(const Workspace& workspace)
{
    if (const auto checked = checkWeekly(workspace); !checked)
        return fail(checked.error());
    if (const auto backup = backUpDaily(workspace); !backup)
        return fail(backup.error());
    return {};
}

Result<void> settleFile(Workspace& workspace)
{
    return workspace.isReadOnly() ? Result<void>() : storage::foldLog(*workspace.data().database);
}

Result<void> backupTo(Workspace& workspace, const QString& out)
{
    return storage::backup(*workspace.data().database, out);
}

Result<void> restoreFrom(const QString& backup, const Place& target)
{
    return target.isServer() ? storage::restoreServer(backup, target.server)
                             : storage::restoreFile(backup, target.file);
}

} // namespace chengheng::services
