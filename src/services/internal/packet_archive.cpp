// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/packet_archive.h"

#include "base/json.h"
#include "documents/checksum.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <quazip.h>
#include <quazipfile.h>
#include <quazipnewinfo.h>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Packets)
};

constexpr qint64 readBudget = qint64(4) << 30; ///< of unpacked bytes; a packet has a few megabytes
constexpr qint64 manifestLimit = qint64(16) << 20;

tl::unexpected<Error> damaged(const QString& packet)
{
    return fail(ErrorKind::Corrupt, "damaged_packet",
                Text::tr("验收材料“%1”读不出来，文件可能已经损坏。请换一份完好的拷贝再核验。")
                    .arg(QDir::toNativeSeparators(packet)),
                packet);
}

/// Takes one file of a packet in; false where it cannot be read or there is too much.
bool addFile(PacketFiles& files, const QString& name, QIODevice& device, qint64& budget)
{
    const bool isManifest = name == QLatin1String(packetManifest);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(1 << 16, Qt::Uninitialized);
    qint64 count = 0;
    while ((count = device.read(block.data(), block.size())) > 0) {
        hash.addData(QByteArrayView(block.constData(), count));
        budget -= count;
        if (isManifest)
            files.manifest.append(block.constData(), count);
        if (budget < 0 || files.manifest.size() > manifestLimit)
            return false;
    }
    if (!isManifest)
        files.sha256.insert(name, QString::fromLatin1(hash.result().toHex()));
    return count == 0;
}

Result<PacketFiles> readFolder(const QString& named)
{
    const QString folder = QFileInfo(named).absoluteFilePath(); // names are told relative to it
    PacketFiles files;
    qint64 budget = readBudget;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        QFile file(path);
        if (!entries.fileInfo().isFile() || !file.open(QIODevice::ReadOnly)
            || !addFile(files, QDir(folder).relativeFilePath(path), file, budget))
            return damaged(path);
    }
    return files;
}

Result<PacketFiles> readZip(const QString& packet)
{
    QuaZip zip(packet);
    if (!zip.open(QuaZip::mdUnzip))
        return damaged(packet);
    PacketFiles files;
    qint64 budget = readBudget;
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        const QString name = zip.getCurrentFileName();
        if (name.endsWith(QLatin1Char('/')))
            continue;
        QuaZipFile entry(&zip);
        if (!entry.open(QIODevice::ReadOnly) || !addFile(files, name, entry, budget))
            return damaged(packet);
        entry.close();
        if (entry.getZipError() != UNZ_OK)
            return damaged(packet);
    }
    return files;
}

tl::unexpected<Error> zipNotWritten(const QString& zip)
{
    return fail(ErrorKind::Unavailable, "cannot_write_file",
                Text::tr("压缩文件没有写成。请检查磁盘空间和写入权限，或换一个位置保存。"), zip);
}

bool packFile(QuaZip& zip, const QString& path, const QString& name, const QDateTime& stamp)
{
    QFile file(path);
    QuaZipNewInfo info(name);
    info.dateTime = stamp;
    info.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    QuaZipFile entry(&zip);
    if (!file.open(QIODevice::ReadOnly) || !entry.open(QIODevice::WriteOnly, info))
        return false;
    const QByteArray bytes = file.readAll();
    const bool isWhole = entry.write(bytes) == bytes.size() && bytes.size() == file.size();
    entry.close();
    return isWhole && entry.getZipError() == ZIP_OK;
}

} // namespace

QByteArray sealedManifest(QJsonObject manifest)
{
    const QString seal = QStringLiteral("seal");
    manifest.remove(seal);
    manifest.insert(seal, documents::sha256Of(canonicalJson(manifest)));
    return canonicalJson(manifest);
}

Result<PacketFiles> readPacketFiles(const QString& packet)
{
    const QFileInfo info(packet);
    if (!info.exists())
        return fail(ErrorKind::NotFound, "no_such_packet",
                    Text::tr("找不到验收材料“%1”。请检查路径。").arg(QDir::toNativeSeparators(packet)), packet);
    if (info.isDir())
        return readFolder(packet);
    if (!info.isFile())
        return fail(ErrorKind::Invalid, "not_a_file",
                    Text::tr("“%1”不是普通文件（是设备或管道），没有核验。请先存成文件再核验。")
                        .arg(QDir::toNativeSeparators(packet)),
                    packet);
    return info.fileName() == QLatin1String(packetManifest) ? readFolder(info.absolutePath()) : readZip(packet);
}

Result<void> zipFolder(const QString& folder, const QString& path, const QDateTime& stamp)
{
    QuaZip zip(path);
    zip.setUtf8Enabled(true);
    if (!zip.open(QuaZip::mdCreate))
        return zipNotWritten(path);
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo& file : files)
        if (!packFile(zip, file.absoluteFilePath(), file.fileName(), stamp))
            return zipNotWritten(path);
    zip.close();
    if (zip.getZipError() != ZIP_OK)
        return zipNotWritten(path);
    return {};
}

} // namespace chengheng::services
