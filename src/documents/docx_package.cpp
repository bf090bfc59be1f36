// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/docx_package.h"

#include "documents/docx_xml.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>

#include <quazip.h>
#include <quazipfile.h>
#include <quazipnewinfo.h>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DocxPackage)
};

constexpr int mostParts = 2000;
constexpr qint64 mostBytes = qint64(128) << 20; ///< unpacked

tl::unexpected<Error> damaged(const QString& name)
{
    return fail(ErrorKind::Corrupt, "damaged_document",
                Text::tr("文件“%1”读不出来：不是 DOCX 文档，或者已经损坏。"
                         "请用 WPS 或 Word 打开确认，另存为 .docx 后再试。")
                    .arg(name),
                name);
}

tl::unexpected<Error> tooLarge(const QString& name)
{
    return fail(ErrorKind::Corrupt, "document_too_large",
                Text::tr("文件“%1”展开后超过 %2 MB 或 %3 个部分，不像是模板，没有读入。"
                         "请删去其中的大图片后另存，再试。")
                    .arg(name)
                    .arg(mostBytes >> 20)
                    .arg(mostParts),
                name);
}

tl::unexpected<Error> damagedPart(const QString& name, const QString& part, XmlFault fault)
{
    if (fault == XmlFault::DocumentType)
        return fail(ErrorKind::Corrupt, "document_type",
                    Text::tr("文件“%1”的“%2”里有文档类型声明（DTD），正常的 DOCX 里没有它，为了安全没有读入。"
                             "请用 WPS 或 Word 打开后另存为 .docx，再试。")
                        .arg(name, part),
                    part);
    return fail(ErrorKind::Corrupt, "damaged_document",
                Text::tr("文件“%1”已经损坏：其中的“%2”不是完好的 XML。"
                         "请换一份完好的文件，或用 WPS 打开后另存为 .docx，再试。")
                    .arg(name, part),
                part);
}

/// What WPS and Word wrote before .docx, and what they write with a password.
bool isOldDocument(const QByteArray& bytes)
{
    return bytes.startsWith(QByteArrayLiteral("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
}

Result<QByteArray> readPart(QuaZip& zip, const QString& name, qint64& budget)
{
    QuaZipFileInfo64 info;
    if (!zip.getCurrentFileInfo(&info) || (info.flags & 1))
        return damaged(name);
    QuaZipFile entry(&zip);
    if (!entry.open(QIODevice::ReadOnly))
        return damaged(name);
    QByteArray bytes;
    QByteArray block(1 << 16, Qt::Uninitialized);
    qint64 count = 0;
    while ((count = entry.read(block.data(), block.size())) > 0) {
        budget -= count;
        if (budget < 0)
            return tooLarge(name);
        bytes.append(block.constData(), count);
    }
    if (count < 0)
        return damaged(name);
    entry.close();
    if (entry.getZipError() != UNZ_OK)
        return damaged(name);
    return bytes;
}

Result<DocxPackage> unpack(const QByteArray& bytes, const QString& name)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdUnzip))
        return damaged(name);
    if (zip.getEntriesCount() > mostParts)
        return tooLarge(name);
    DocxPackage package;
    qint64 budget = mostBytes;
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        const QString part = zip.getCurrentFileName();
        if (part.endsWith(QLatin1Char('/')))
            continue;
        const auto content = readPart(zip, name, budget);
        if (!content)
            return fail(content.error());
        package.set(part, *content);
    }
    return package;
}

bool isXml(const QString& part)
{
    return part.endsWith(QLatin1String(".xml")) || part.endsWith(QLatin1String(".rels"));
}

} // namespace

const QByteArray* DocxPackage::find(const QString& name) const
{
    for (const Part& part : parts)
        if (part.name == name)
            return &part.bytes;
    return nullptr;
}

void DocxPackage::set(const QString& name, const QByteArray& bytes)
{
    for (Part& part : parts) {
        if (part.name != name)
            continue;
        part.bytes = bytes;
        return;
    }
    parts.append({name, bytes});
}

Result<DocxPackage> readDocx(const QByteArray& bytes, const QString& name)
{
    if (isOldDocument(bytes))
        return fail(ErrorKind::Corrupt, "old_document",
                    Text::tr("文件“%1”是旧的 .doc 格式，或者加了打开密码。"
                             "请在 WPS 或 Word 中打开，去掉密码，另存为 .docx 后再试。")
                        .arg(name),
                    name);
    auto package = unpack(bytes, name);
    if (!package)
        return package;
    for (const DocxPackage::Part& part : std::as_const(package->parts)) {
        pugi::xml_document document;
        const XmlFault fault = isXml(part.name) ? parseXml(document, part.bytes) : XmlFault::None;
        if (fault != XmlFault::None)
            return damagedPart(name, part.name, fault);
    }
    if (!package->find(QLatin1String(docxBody)))
        return fail(ErrorKind::Corrupt, "no_document_body",
                    Text::tr("文件“%1”里没有正文（word/document.xml），不是 DOCX 文档。"
                             "请用 WPS 或 Word 打开确认，另存为 .docx 后再试。")
                        .arg(name),
                    name);
    return package;
}

QByteArray writeDocx(const DocxPackage& package)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QuaZip zip(&buffer);
    zip.setUtf8Enabled(true);
    if (!zip.open(QuaZip::mdCreate))
        return {};
    for (const DocxPackage::Part& part : package.parts) {
        QuaZipNewInfo info(part.name);
        info.dateTime = QDateTime(QDate(2000, 1, 1), QTime(0, 0));
        QuaZipFile entry(&zip);
        if (!entry.open(QIODevice::WriteOnly, info) || entry.write(part.bytes) != part.bytes.size())
            return {};
        entry.close();
    }
    zip.close();
    return bytes;
}

} // namespace chengheng::documents
