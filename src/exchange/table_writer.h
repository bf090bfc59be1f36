// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/table.h"

#include <QDateTime>

namespace chengheng::exchange {

/// A column to write. `kind` says how the column's cells are aligned and, in an empty table, how what
/// will be typed there is kept: Text keeps leading zeros and long digit strings as typed.
struct SheetColumn {
    QString heading;
    CellKind kind = CellKind::Text;
    QStringList choices;   ///< offered as a list in every row; other values only warn
    bool required = false; ///< the heading is marked with a star
};

/// A table to write: heading row, rows, and what helps a clerk to fill it.
struct SheetData {
    QString name;  ///< the sheet's tab; mended where a spreadsheet would refuse it
    QString title; ///< a row above the heading; none where empty; never in csv
    QVector<SheetColumn> columns;
    QVector<QVector<Cell>> rows;
    QStringList instructions; ///< lines of a second sheet 填写说明; no sheet where empty
    QDateTime created = {};   ///< in the workbook's properties; invalid: now
};

/// Writes an .xlsx workbook: real dates and numbers, frozen heading row with filter, fitting widths.
/// Text never becomes a formula. The file is written beside the target and then renamed, so that a
/// failure leaves the old file as it was. Errors: no_such_folder, cannot_write_file, too_many_rows,
/// too_many_columns, text_too_long.
Result<void> writeXlsx(const QString& path, const SheetData& sheet);

/// Writes csv for Excel and WPS: UTF-8 with mark, commas, CRLF. A text that could start a formula gets
/// an apostrophe in front (readCsv takes it off); plain negative numbers stay as they are.
Result<void> writeCsv(const QString& path, const SheetData& sheet);

} // namespace chengheng::exchange
