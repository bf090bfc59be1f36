// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/clipboard_table.h"

#include "exchange/separated_text.h"
#include "exchange/sheet_builder.h"

#include <QCoreApplication>

namespace chengheng::exchange {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReadTable)
};

} // namespace

Table parseClipboard(const QString& tsv)
{
    SheetBuilder builder{ReadLimits()};
    SeparatedText records(tsv, QLatin1Char('\t'));
    QStringList fields;
    for (qint64 row = 0; records.nextRecord(fields) && !builder.fault(); ++row) {
        for (qsizetype column = 0; column < fields.size(); ++column)
            builder.put(row, column, Cell::ofText(fields[column]));
    }
    Table table;
    if (builder.fault())
        table.notes << Text::tr("粘贴的内容太多，只取了前面一部分。");
    table.rows = builder.takeRows();
    return table;
}

} // namespace chengheng::exchange
