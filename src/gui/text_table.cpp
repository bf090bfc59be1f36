// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text_table.h"

#include <QHeaderView>
#include <QResizeEvent>
#include <QSignalBlocker>

#include <utility>

namespace chengheng::gui {

namespace {

constexpr int lettersBeside = 18; ///< at most in a column beside the stretched one; longer texts are wrapped
constexpr int mostWrapped = 300;  // rows; measuring more would hold the window up
constexpr int rowsLookedAt = 100; // when columns are fitted

/// Answers from its cell instead of keeping a value for each role: a table may have thousands.
class CellItem : public QTableWidgetItem
{
public:
    CellItem(const TextCell& cell, const QFont& bold) : m_cell(cell), m_bold(bold) {}

    QVariant data(int role) const override
    {
        switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return m_cell.text;
        case Qt::ForegroundRole:
            return m_cell.colour.isValid() ? QVariant(m_cell.colour) : QVariant();
        case Qt::FontRole:
            return m_cell.isHeading ? QVariant(m_bold) : QVariant();
        case Qt::TextAlignmentRole:
            return m_cell.isNumber ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
        case Qt::UserRole:
            return column() == 0 ? QVariant(m_cell.key) : m_cell.painted;
        default:
            return {};
        }
    }

private:
    const TextCell m_cell;
    const QFont m_bold;
};

} // namespace

TextTable::TextTable(const QString& name, const QStringList& headings, QWidget* parent) : TextTable(parent)
{
    setAccessibleName(name);
    setColumnCount(int(headings.size()));
    setHorizontalHeaderLabels(headings);
}

TextTable::TextTable(QWidget* parent) : QTableWidget(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setResizeContentsPrecision(rowsLookedAt);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void TextTable::setRows(const QVector<QVector<TextCell>>& rows)
{
    const QString chosen = currentKey();
    fill(rows);
    makeCurrent(chosen);
    if (m_stretched < 0) {
        resizeColumnsToContents();
        return;
    }
    const int widestBeside = lettersBeside * fontMetrics().horizontalAdvance(QChar(0x6C49)); // 汉
    for (int column = 0; column < columnCount(); ++column) {
        if (column == m_stretched)
            continue;
        resizeColumnToContents(column);
        setColumnWidth(column, qMin(columnWidth(column), widestBeside));
    }
    fitRows();
}

void TextTable::fill(const QVector<QVector<TextCell>>& rows)
{
    setRowCount(int(rows.size()));
    const QSignalBlocker blocker(model()); // the view would look at every cell anew
    QFont bold = font();
    bold.setBold(true);
    for (int row = 0; row < rows.size(); ++row)
        for (int column = 0; column < rows[row].size(); ++column) {
            const TextCell& cell = rows[row][column];
            setItem(row, column, new CellItem(cell, bold));
            if (QTableWidgetItem* heading = horizontalHeaderItem(column); heading && cell.isNumber)
                heading->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
    viewport()->update();
}

/// Once for all that moves the columns now.
void TextTable::fitRows()
{
    if (m_stretched < 0 || std::exchange(m_isFitting, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isFitting = false;
            if (isVisible() && rowCount() <= mostWrapped)
                resizeRowsToContents();
        },
        Qt::QueuedConnection);
}

/// Before it is shown no column has its width yet, and every text would seem to need many lines.
void TextTable::showEvent(QShowEvent* event)
{
    QTableWidget::showEvent(event);
    fitRows();
}

void TextTable::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitRows();
}

void TextTable::stretch(int column)
{
    m_stretched = column;
    setWordWrap(true);
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void TextTable::makeCurrent(const QString& key)
{
    for (int row = 0; row < rowCount() && !key.isEmpty(); ++row)
        if (item(row, 0)->data(Qt::UserRole).toString() == key) {
            setCurrentCell(row, 0);
            return;
        }
}

documents::PrintedList TextTable::printed(const QString& title) const
{
    documents::PrintedList list;
    list.title = title;
    for (int column = 0; column < columnCount(); ++column) {
        const bool isNumber = rowCount() > 0 && item(0, column) && item(0, column)->textAlignment() & Qt::AlignRight;
        list.columns.append({horizontalHeaderItem(column)->text(),
                             isNumber ? documents::Alignment::Right : documents::Alignment::Left});
    }
    for (int row = 0; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            cells << (item(row, column) ? item(row, column)->text() : QString());
        list.rows.append(cells);
    }
    return list;
}

QString TextTable::currentKey() const
{
    const QTableWidgetItem* first = currentRow() < 0 ? nullptr : item(currentRow(), 0);
    return first ? first->data(Qt::UserRole).toString() : QString();
}

} // namespace chengheng::gui
