// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/replace_file.h"

#include "base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QUuid>

#include <filesystem>

#include <unistd.h>

namespace chengheng::exchange {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(WriteTable)
};

/// The file behind a link, so that the link itself stays.
QString realTarget(const QFileInfo& target)
{
    const QString real = target.canonicalFilePath();
    return real.isEmpty() ? target.absoluteFilePath() : real;
}

/// A campaign, or another program's database.
bool isDatabase(const QString& path)
{
    const QByteArray mark("SQLite format 3", 16); // its closing zero belongs to it
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(mark.size()) == mark;
}

/// Why what stands in the place must stay; "" where it may be replaced. A device is not even opened.
QString reasonToKeep(const QFileInfo& target)
{
    if (!target.exists())
        return {};
    if (target.isDir())
        return Text::tr("同名的是一个文件夹");
    if (!target.isFile())
        return Text::tr("同名的不是普通文件");
    return isDatabase(target.filePath()) ? Text::tr("同名的是一个创建活动的文件") : QString();
}

bool flushToDisk(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && ::fsync(file.handle()) == 0;
}

std::error_code renameOver(const QString& from, const QString& to)
{
    std::error_code fault;
    std::filesystem::rename(from.toStdU16String(), to.toStdU16String(), fault);
    return fault;
}

} // namespace

Error cannotWrite(const QString& path, const QString& reason)
{
    const QFileInfo target(path);
    return Error{ErrorKind::Unavailable, QStringLiteral("cannot_write_file"),
                 Text::tr("文件“%1”没有写成（%2），原来的文件没有改动。"
                          "请检查磁盘空间和写入权限，关闭正在打开它的程序，或换一个位置保存。")
                     .arg(target.fileName(), reason),
                 target.fileName()};
}

Result<void> replaceFile(const QString& path, const std::function<Result<void>(const QString& scratch)>& write)
{
    const QFileInfo asked(path);
    if (!asked.absoluteDir().exists())
        return fail(ErrorKind::NotFound, "no_such_folder",
                    Text::tr("文件夹“%1”不存在。请先建好文件夹，或换一个位置保存。")
                        .arg(QDir::toNativeSeparators(asked.absolutePath())),
                    asked.fileName());
    const QFileInfo target(realTarget(asked));
    if (const QString reason = reasonToKeep(target); !reason.isEmpty())
        return fail(cannotWrite(path, reason));
    const QString scratch = target.absoluteDir().filePath(
        QString(QLatin1String(".~") + QUuid::createUuid().toString(QUuid::Id128) + QLatin1String(".tmp")));
    const auto clean = qScopeGuard([&scratch] { QFile::remove(scratch); });
    QFile fresh(scratch);
    if (!fresh.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(cannotWrite(path, reasonOf(fresh)));
    fresh.close();
    if (auto written = write(scratch); !written)
        return written;
    if (!flushToDisk(scratch))
        return fail(cannotWrite(path, Text::tr("数据没有写到磁盘上")));
    if (target.exists())
        QFile::setPermissions(scratch, target.permissions());
    if (const auto fault = renameOver(scratch, target.absoluteFilePath()))
        return fail(cannotWrite(path, Text::tr("换名没有成功")));
    return {};
}

} // namespace chengheng::exchange
