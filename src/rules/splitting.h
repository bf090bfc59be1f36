// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/instrument_records.h"

#include <QStringList>

namespace chengheng::rules {

/// Factory numbers of the single rows that a row with quantity > 1 becomes, one each. Without typed numbers the
/// first row keeps the row's own and the others stay empty; typed ones are given in their order, and where there
/// are fewer the rest stay empty. Errors: nothing_to_split, too_many_rows, too_many_numbers, repeated_number,
/// number_taken (by one of `taken`, the numbers of the unit's other instruments).
Result<QStringList> splitNumbers(const model::Instrument& row, const QStringList& typed, const QStringList& taken);

/// Single numbers out of what people type or paste: one a line, or apart by commas, 、 or blanks.
QStringList numbersIn(const QString& text);

} // namespace chengheng::rules
