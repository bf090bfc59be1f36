// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <QVector>

namespace chengheng::exchange {

enum class CellKind : quint8 { Empty, Text, Number, Date, Boolean, Error };

/// One cell of a table. `text` is what the spreadsheet shows, whatever the kind, so that a reader of
/// free text never needs to look further; `number` and `date` are exact.
struct Cell {
    CellKind kind = CellKind::Empty;
    double number = 0; ///< Number: the value; Boolean: 1 or 0
    QDate date;        ///< Date only
    QString text;

    static Cell ofText(const QString& text);
    /// `shown` empty: as a general number (no exponent below 10^18).
    static Cell ofNumber(double number, const QString& shown = {});
    /// `shown` empty: 2024-03-05.
    static Cell ofDate(QDate date, const QString& shown = {});
    /// "2024-03-05" or "2024-03-05T08:30:00", of which the time is shown; a text where it is no day.
    static Cell ofIsoDate(const QString& value);
    /// Shown as 是 or 否.
    static Cell ofBoolean(bool truth);
    /// `shown` such as #N/A.
    static Cell ofError(const QString& shown);

    /// Empty, or nothing but blanks.
    bool isBlank() const;

    friend bool operator==(const Cell&, const Cell&) = default;
};

/// One sheet. Cells behind a row's last filled one and rows behind the last filled one are absent.
struct Table {
    QString name;     ///< the sheet's name; empty for csv and the clipboard
    int firstRow = 1; ///< the number the spreadsheet shows beside rows[0]
    QVector<QVector<Cell>> rows;
    QStringList notes; ///< sentences for the user: what was not read, what looks wrong

    int rowNumber(qsizetype index) const { return firstRow + int(index); }
    /// The cell, or an empty one where the row is shorter.
    const Cell& at(qsizetype row, qsizetype column) const;
    bool isBlankRow(qsizetype row) const;
};

/// The name over a column: 0 → A, 26 → AA.
QString columnLetters(int column);

/// What a file may cost before reading stops with an error.
struct ReadLimits {
    qint64 fileBytes = qint64(200) << 20;
    qint64 unpackedBytes = qint64(200) << 20; ///< all parts of a workbook together
    int rows = 200'000;                       ///< number of the last filled row
    int columns = 1'000;
    qint64 cells = 8'000'000; ///< including empty ones between filled ones
    int textLength = 40'000;  ///< one cell; spreadsheets stop at 32 767
    int sheets = 500;
};

} // namespace chengheng::exchange
