// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/upkeep.h"

#include "services/internal/workspace_data.h"
#include "storage/backup.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Upkeep)
};

constexpr int backupsKept = 10;

/// When the campaign was last written: its file or the log beside it.
QDateTime lastWrite(const QString& file)
{
    const QFileInfo log(file + QStringLiteral("-wal"));
    const QDateTime ofFile = QFileInfo(file).lastModified();
    return log.exists() && log.size() > 0 ? std::max(ofFile, log.lastModified()) : ofFile;
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
    const QFileInfoList kept = QDir(folder).entryInfoList({QStringLiteral("*.chc")}, QDir::Files, QDir::Time); // newest first
    if (!kept.isEmpty()) {
        const QDateTime newest = kept.first().lastModified();
        if (newest >= lastWrite(place.file) || newest.daysTo(QDateTime::currentDateTime()) < 1)
            return QString();
    }
    return storage::rotatingBackup(*workspace.data().database, folder, backupsKept);
}

} // namespace chengheng::services
