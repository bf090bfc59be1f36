// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table.h"

namespace chengheng::exchange {

/// What an xlsx cell style makes of a number: the little that changes the meaning of what is read.
struct NumberFormat {
    enum class Kind { Plain, Date, Time, Percent, Padded };
    Kind kind = Kind::Plain;
    int digits = 0; ///< Percent: decimals; Padded: width with leading zeros

    /// The built-in formats as a Chinese Excel or WPS means them (ECMA-376 part 1, 18.8.30).
    static NumberFormat builtIn(int id);
    /// A format code such as yyyy"年"m"月"d"日";@ (its first section counts).
    static NumberFormat ofCode(const QString& code);

    /// A number as the spreadsheet means it. `epoch1904`: the workbook counts days from 1904.
    Cell cell(double number, bool epoch1904) const;
};

} // namespace chengheng::exchange
