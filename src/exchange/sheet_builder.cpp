// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheet_builder.h"

#include "exchange/read_faults.h"

#include <QCoreApplication>

namespace chengheng::exchange {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReadTable)
};

} // namespace

bool SheetBuilder::refuse(const Error& fault)
{
    m_fault = fault;
    return false;
}

bool SheetBuilder::put(qint64 row, qint64 column, Cell cell)
{
    if (m_fault)
        return false;
    if (cell.isBlank())
        return true;
    if (row >= m_limits.rows)
        return refuse(faults::tooManyRows(m_limits));
    if (column >= m_limits.columns)
        return refuse(faults::tooManyColumns(m_limits));
    if (cell.text.size() > m_limits.textLength)
        return refuse(faults::textTooLong(m_limits));
    if (row >= m_rows.size())
        addRows(row + 1);
    QVector<Cell>& cells = m_rows[row];
    if (column >= cells.size()) {
        m_cells += column + 1 - cells.size();
        if (m_cells > m_limits.cells)
            return refuse(faults::tooManyCells());
        cells.resize(column + 1);
    }
    cells[column] = std::move(cell);
    return true;
}

/// Most rows of a table are as wide as the one above.
void SheetBuilder::addRows(qint64 count)
{
    const qsizetype width = m_rows.isEmpty() ? 0 : m_rows.last().size();
    m_rows.resize(count);
    m_rows.last().reserve(width);
}

void noteOtherSheets(Table& table, const QStringList& otherSheets)
{
    if (otherSheets.isEmpty())
        return;
    table.notes << Text::tr("读入的是工作表“%1”；还有 %2 张有数据的工作表没有读入：%3。"
                            "如要导入，请分别另存为单独的文件。")
                       .arg(table.name)
                       .arg(otherSheets.size())
                       .arg(otherSheets.join(Text::tr("、")));
}

} // namespace chengheng::exchange
