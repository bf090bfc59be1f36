// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/checksum.h"

#include "base/files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Checksum)
};

} // namespace

QString sha256Of(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<QString> sha256OfFile(const QString& path)
{
    QFile file(path); // may be larger than memory; a pipe or a device has no end
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if ((QFileInfo::exists(path) && !QFileInfo(path).isFile()) || !file.open(QIODevice::ReadOnly)
        || !hash.addData(&file))
        return fail(ErrorKind::Unavailable, "cannot_read_file",
                    Text::tr("文件“%1”读不出来（%2）。请检查它是否存在、是否有读取权限。")
                        .arg(QDir::toNativeSeparators(path), reasonOf(file)),
                    path);
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace chengheng::documents
