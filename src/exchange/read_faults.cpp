// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/read_faults.h"

#include <QCoreApplication>

namespace chengheng::exchange::faults {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReadTable)
};

Error make(ErrorKind kind, const char* code, const QString& message, const QString& where = {})
{
    return Error{kind, QString::fromLatin1(code), message, where};
}

} // namespace

Error damagedWorkbook(const QString& detail)
{
    return make(ErrorKind::Corrupt, "damaged_workbook",
                Text::tr("工作簿已损坏或不完整，没有读入任何数据。请用 WPS 或 Excel 打开并另存为新的 "
                         ".xlsx 后再导入；打不开时请向提供者重新索取。"),
                detail);
}

Error tooMuchUnpacked(const ReadLimits& limits)
{
    return make(ErrorKind::Invalid, "too_large_unpacked",
                Text::tr("工作簿解开后超过 %1 MB，可能是恶意构造的压缩文件，已停止读取。"
                         "请删去图片和多余的工作表，或分成几个文件后再导入。")
                    .arg(limits.unpackedBytes >> 20));
}

Error tooManyRows(const ReadLimits& limits)
{
    return make(ErrorKind::Invalid, "too_many_rows",
                Text::tr("表格超过 %1 行，已停止读取。请分成几个文件后再导入。").arg(limits.rows));
}

Error tooManyColumns(const ReadLimits& limits)
{
    return make(ErrorKind::Invalid, "too_many_columns",
                Text::tr("表格超过 %1 列，已停止读取。请删去右侧多余的列后再导入。").arg(limits.columns));
}

Error tooManyCells()
{
    return make(ErrorKind::Invalid, "too_many_cells",
                Text::tr("表格的单元格太多，已停止读取。请删去多余的行和列，或分成几个文件后再导入。"));
}

Error textTooLong(const ReadLimits& limits)
{
    return make(ErrorKind::Invalid, "text_too_long",
                Text::tr("有一个单元格的文字超过 %1 个字，已停止读取。请缩短后再导入。").arg(limits.textLength));
}

Error tooManySheets(const ReadLimits& limits)
{
    return make(
        ErrorKind::Invalid, "too_many_sheets",
        Text::tr("工作簿的工作表超过 %1 张，已停止读取。请把要导入的一张另存为单独的文件。").arg(limits.sheets));
}

Error encryptedWorkbook()
{
    return make(ErrorKind::Invalid, "encrypted_workbook",
                Text::tr("这个工作簿设了打开密码。请在 WPS 中取消密码并另存后再导入。"));
}

Error noData(bool hiddenData)
{
    if (hiddenData)
        return make(ErrorKind::Invalid, "no_visible_data",
                    Text::tr("只有隐藏的工作表里有数据。请在 WPS 中取消隐藏并保存后再导入。"));
    return make(ErrorKind::Invalid, "no_data", Text::tr("文件里没有数据。请确认选对了文件，填好并保存后再导入。"));
}

} // namespace chengheng::exchange::faults
