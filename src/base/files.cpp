// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace chengheng {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Files)
};

tl::unexpected<Error> tooLarge(const QString& path, qint64 limit)
{
    const bool isSmall = limit < 1024 * 1024;
    return fail(ErrorKind::Invalid, "file_too_large",
                Text::tr("“%1”超过 %2，没有读取。请确认选对了文件，压缩或分成几份后重试。")
                    .arg(QFileInfo(path).fileName(),
                         isSmall ? Text::tr("%1 KB").arg(limit / 1024) : Text::tr("%1 MB").arg(limit >> 20)),
                path);
}

} // namespace

Result<QByteArray> readFile(const QString& path, qint64 limit)
{
    const QFileInfo info(path);
    if (info.isDir())
        return fail(ErrorKind::Invalid, "not_a_file", Text::tr("“%1”是文件夹，请选择其中的文件。").arg(path), path);
    if (info.exists() && !info.isFile())
        return fail(ErrorKind::Invalid, "not_a_file",
                    Text::tr("“%1”不是普通文件（是设备或管道），没有读取。请先存成文件再选择。").arg(path), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, "no_such_file",
                    Text::tr("找不到或打不开文件“%1”（%2）。请检查路径和读取权限。").arg(path, reasonOf(file)), path);
    if (file.size() > limit)
        return tooLarge(path, limit);
    const QByteArray bytes = file.read(limit + 1); // it may grow while it is read
    if (bytes.size() > limit)
        return tooLarge(path, limit);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::Unavailable, "cannot_read_file",
                    Text::tr("文件“%1”没有读完（%2）。请把它复制到本机硬盘后重试。").arg(path, reasonOf(file)), path);
    return bytes;
}

QString reasonOf(const QFileDevice& file)
{
    log::warning(file.errorString());
    switch (file.error()) {
    case QFileDevice::PermissionsError:
        return Text::tr("没有权限");
    case QFileDevice::ResourceError:
        return Text::tr("磁盘空间或系统资源不足");
    case QFileDevice::OpenError:
        return QFileInfo::exists(file.fileName()) ? Text::tr("打不开") : Text::tr("位置不存在");
    case QFileDevice::ReadError:
        return Text::tr("读取出错");
    case QFileDevice::WriteError:
        return Text::tr("写入出错");
    case QFileDevice::RenameError:
        return Text::tr("改名没有成功");
    default:
        return Text::tr("系统没有完成操作");
    }
}

} // namespace chengheng
