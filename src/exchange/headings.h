// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/table.h"

#include <QHash>

namespace chengheng::exchange {

/// A column that is wanted: the fixed Chinese heading and what else people write for it.
struct ColumnSpec {
    QString key;
    QString heading;
    QStringList synonyms;
    bool required = false;
};

/// A heading that no wanted column claims.
struct UnknownHeading {
    int column = 0; ///< index from 0
    QString heading;
};

/// Where the wanted columns stand in a table.
struct Headings {
    qsizetype headingIndex = 0;  ///< index into Table::rows
    int headingRow = 0;          ///< as the spreadsheet numbers it
    QHash<QString, int> columns; ///< key → column index; absent columns are not in it
    QVector<UnknownHeading> unknown;
    QStringList missingRequired; ///< headings of required columns that are absent
    /// Indices of the rows with data: below the heading, without blank rows and totals.
    QVector<qsizetype> dataRows;
    QVector<qsizetype> totalRows; ///< left out: 合计, 总计, 小计, 共计 in the first filled cell
};

/// What is the same in two spellings of a heading: width, case, blanks, brackets, a star for
/// "required" and a closing colon do not count: 周期（月）* = 周期(月) = 周期月.
QString foldHeading(const QString& heading);

/// Finds the heading row: the row among the first 20 that names most of the wanted columns. Errors:
/// no_heading_row, duplicate_heading (two columns for one key; both are named).
Result<Headings> findHeadings(const Table& table, const QVector<ColumnSpec>& columns);

/// The same, and fails with missing_heading where a required column is absent.
Result<Headings> requireHeadings(const Table& table, const QVector<ColumnSpec>& columns);

} // namespace chengheng::exchange
