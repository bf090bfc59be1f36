// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/document_type.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DocumentType)
};

/// True where a ZIP file's directory names an entry that begins so.
bool zipHolds(const QByteArray& bytes, const char* begins)
{
    constexpr qsizetype nameAt = 46; // in an entry of the central directory (PKWARE APPNOTE 4.3.12)
    if (!bytes.startsWith("PK\x03\x04"))
        return false;
    const QByteArrayView wanted(begins);
    for (qsizetype at = bytes.indexOf("PK\x01\x02"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 4))
        if (QByteArrayView(bytes).sliced(at).size() >= nameAt
            && QByteArrayView(bytes).sliced(at + nameAt).startsWith(wanted))
            return true;
    return false;
}

/// True where an OLE file's directory has a stream of this name: entries of 128 bytes that begin with the
/// name in UTF-16LE and hold its length in bytes, with the closing zero, at 64 ([MS-CFB] 2.6.1).
bool oleHolds(const QByteArray& bytes, const QString& stream)
{
    constexpr qsizetype entrySize = 128;
    constexpr qsizetype lengthAt = 64;
    if (!bytes.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return false;
    QByteArray name;
    for (const QChar letter : stream)
        name.append(char(letter.unicode())).append('\0');
    for (qsizetype at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 2))
        if (at % entrySize == 0 && at + entrySize <= bytes.size()
            && qFromLittleEndian<quint16>(bytes.constData() + at + lengthAt) == name.size() + 2)
            return true;
    return false;
}

bool isPdf(const QByteArray& bytes)
{
    return bytes.startsWith("%PDF-");
}
bool isWordZip(const QByteArray& bytes)
{
    return zipHolds(bytes, "word/");
}
bool isSheetZip(const QByteArray& bytes)
{
    return zipHolds(bytes, "xl/");
}
bool isWordOle(const QByteArray& bytes)
{
    return oleHolds(bytes, QStringLiteral("WordDocument"));
}
bool isSheetOle(const QByteArray& bytes)
{
    return oleHolds(bytes, QStringLiteral("Workbook")) || oleHolds(bytes, QStringLiteral("Book"));
}

/// A kind of document by its content, and the endings that WPS and Office give it, the usual first.
struct DocumentKind {
    bool (*holds)(const QByteArray&);
    QString title;
    QStringList endings;
    QString mediaType;
};

QVector<DocumentKind> documentKinds()
{
    return {
        {isPdf, Text::tr("版式文档"), {QStringLiteral("pdf")}, QStringLiteral("application/pdf")},
        {isWordZip,
         Text::tr("文字文档"),
         {QStringLiteral("docx"), QStringLiteral("wps")},
         QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.document")},
        {isSheetZip,
         Text::tr("电子表格"),
         {QStringLiteral("xlsx"), QStringLiteral("et")},
         QStringLiteral("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")},
        {isWordOle,
         Text::tr("文字文档"),
         {QStringLiteral("doc"), QStringLiteral("wps")},
         QStringLiteral("application/msword")},
        {isSheetOle,
         Text::tr("电子表格"),
         {QStringLiteral("xls"), QStringLiteral("et")},
         QStringLiteral("application/vnd.ms-excel")},
    };
}

} // namespace

Result<QString> documentType(const QByteArray& bytes, const QString& name)
{
    const QString ending = QFileInfo(name).suffix().toLower();
    const DocumentKind* ofContent = nullptr;
    bool isKnownEnding = false;
    const QVector<DocumentKind> kinds = documentKinds();
    for (const DocumentKind& kind : kinds) {
        isKnownEnding = isKnownEnding || kind.endings.contains(ending);
        if (!kind.holds(bytes))
            continue;
        if (kind.endings.contains(ending))
            return kind.mediaType;
        ofContent = &kind;
    }
    if (ofContent)
        return fail(ErrorKind::Invalid, "ending_mismatch",
                    Text::tr("“%1”的内容是%2（.%3），和文件名后缀不符。请把后缀改成 .%3 后重试。")
                        .arg(name, ofContent->title, ofContent->endings.first()),
                    name);
    if (isKnownEnding)
        return fail(
            ErrorKind::Invalid, "ending_mismatch",
            Text::tr("“%1”的内容不是 .%2 文件，可能已损坏、加了密码或被改过后缀。请用 WPS 打开，另存为 PDF 后重试。")
                .arg(name, ending),
            name);
    return fail(ErrorKind::Invalid, "unsupported_file",
                Text::tr("“%1”不是照片、PDF 或 WPS/Office 文档，不能作为附件。请另存为 PDF 后重试。").arg(name), name);
}

} // namespace chengheng::services
