// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/table.h"

#include <optional>

namespace chengheng::exchange {

/// Gathers the filled cells of a sheet and stops at the limits. Blank cells are never stored, so a
/// sheet formatted down to row 1 048 576 costs nothing.
class SheetBuilder
{
public:
    explicit SheetBuilder(const ReadLimits& limits) : m_limits(limits) {}

    /// Indices count from 0. False when a limit is reached: fault() says which.
    bool put(qint64 row, qint64 column, Cell cell);
    bool hasData() const { return !m_rows.isEmpty(); }
    const std::optional<Error>& fault() const { return m_fault; }
    QVector<QVector<Cell>> takeRows() { return std::move(m_rows); }

private:
    bool refuse(const Error& fault);
    void addRows(qint64 count);

    ReadLimits m_limits;
    QVector<QVector<Cell>> m_rows;
    qint64 m_cells = 0;
    std::optional<Error> m_fault;
};

/// Adds the sentence about sheets with data that were not read.
void noteOtherSheets(Table& table, const QStringList& otherSheets);

} // namespace chengheng::exchange
