// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_reader.h"

#include "base/files.h"
#include "exchange/csv_reader.h"
#include "exchange/ods_reader.h"
#include "exchange/read_faults.h"
#include "exchange/xlsx_reader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace chengheng::exchange {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReadTable)
};

constexpr qint64 sniffedBytes = 512;

Error notATable(const QString& what)
{
    return Error{ErrorKind::Invalid,
                 QStringLiteral("not_a_table"),
                 Text::tr("这是%1，不是表格文件。请选择 .xlsx、.ods 或 .csv 文件。").arg(what),
                 {}};
}

/// The error of a file that is recognised by its first bytes as something we do not read.
std::optional<Error> foreignFile(const QByteArray& head)
{
    static const QByteArray ole = QByteArray::fromHex("D0CF11E0");
    if (head.startsWith(ole))
        return Error{ErrorKind::Invalid,
                     QStringLiteral("old_or_encrypted_workbook"),
                     Text::tr("这是旧版 .xls 或加密的工作簿，请在 WPS 中另存为 .xlsx（不设密码）后再导入。"),
                     {}};
    if (head.startsWith("%PDF"))
        return notATable(Text::tr(" PDF 文件"));
    for (const char* picture : {"FFD8FF", "89504E47", "47494638", "49492A00", "4D4D002A"}) {
        if (head.startsWith(QByteArray::fromHex(picture)))
            return notATable(Text::tr("图片"));
    }
    for (const char* packed : {"526172211A", "377ABCAF", "1F8B"}) {
        if (head.startsWith(QByteArray::fromHex(packed)))
            return notATable(Text::tr("压缩包"));
    }
    const QByteArray start = head.trimmed().toLower();
    for (const char* markup : {"<html", "<!doctype", "<table", "<?xml", "\xEF\xBB\xBF<", "{\\rtf"}) {
        if (start.startsWith(markup))
            return Error{
                ErrorKind::Invalid,
                QStringLiteral("html_table"),
                Text::tr("这是网页或文稿格式的文件，只是用了表格的后缀。请在 WPS 中打开并另存为 .xlsx 后再导入。"),
                {}};
    }
    return std::nullopt;
}

Result<Table> readWorkbook(const QString& path, const ReadLimits& limits)
{
    WorkbookArchive archive(path, limits);
    if (auto opened = archive.open(); !opened)
        return fail(opened.error());
    if (archive.has(QStringLiteral("word/document.xml")))
        return fail(notATable(Text::tr(" Word 文档")));
    if (archive.has(QStringLiteral("ppt/presentation.xml")))
        return fail(notATable(Text::tr("演示文稿")));
    if (archive.has(QStringLiteral("[Content_Types].xml")))
        return XlsxReader(archive, limits).read();
    if (archive.has(QStringLiteral("content.xml")))
        return OdsReader(archive, limits).read();
    return fail(notATable(Text::tr("压缩包")));
}

Result<void> checkReadable(const QFileInfo& file, const ReadLimits& limits)
{
    const QString name = file.fileName();
    if (!file.exists())
        return fail(ErrorKind::NotFound, "file_not_found",
                    Text::tr("找不到文件“%1”。请检查文件名和所在文件夹。").arg(name));
    if (file.isDir())
        return fail(ErrorKind::Invalid, "is_directory", Text::tr("“%1”是文件夹。请选择其中的表格文件。").arg(name));
    if (file.isFile() && file.size() == 0)
        return fail(ErrorKind::Invalid, "empty_file",
                    Text::tr("文件“%1”是空的（0 字节）。请重新复制或向提供者索取。").arg(name));
    if (file.size() > limits.fileBytes)
        return fail(ErrorKind::Invalid, "file_too_large",
                    Text::tr("文件“%1”超过 %2 MB，未读取。请删去图片和多余的工作表后再导入。")
                        .arg(name)
                        .arg(limits.fileBytes >> 20));
    return {};
}

Result<Table> readByContent(const QString& path, const ReadLimits& limits)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Unavailable, "cannot_read_file",
                    Text::tr("不能读取文件“%1”（%2）。请检查访问权限，或关闭正在使用它的程序。")
                        .arg(info.fileName(), reasonOf(file)));
    const QByteArray head = file.peek(sniffedBytes);
    if (const auto foreign = foreignFile(head))
        return fail(*foreign);
    const QString suffix = info.suffix().toLower();
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
        return readWorkbook(path, limits);
    if (suffix == QLatin1String("xlsx") || suffix == QLatin1String("xlsm") || suffix == QLatin1String("ods"))
        return fail(faults::damagedWorkbook(QStringLiteral("zip")));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(
            ErrorKind::Unavailable, "cannot_read_file",
            Text::tr("读取文件“%1”时出错（%2）。请把它复制到本机硬盘后再导入。").arg(info.fileName(), reasonOf(file)));
    return readCsv(bytes, limits);
}

} // namespace

Result<Table> readTable(const QString& path, const ReadLimits& limits)
{
    const auto readable = checkReadable(QFileInfo(path), limits);
    auto table = readable ? readByContent(path, limits) : fail(readable.error());
    if (!table && table.error().where.isEmpty())
        table.error().where = QFileInfo(path).fileName();
    return table;
}

} // namespace chengheng::exchange
