// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/list_paper.h"

#include <QColor>
#include <QTableWidget>

namespace chengheng::gui {

/// One cell of a plain table on a page.
struct TextCell {
    QString text;
    QColor colour = {}; ///< invalid: as the others
    bool isNumber = false;
    QString key = {};      ///< what a row stands for; on its first cell
    QVariant painted = {}; ///< for a delegate that paints the cell
    bool isHeading = false;
};

/// A read-only table for what the rules compute; rows are replaced as a whole. A Designer form says its headings and
/// which column is stretched.
class TextTable : public QTableWidget
{
    Q_OBJECT
    Q_PROPERTY(int stretched READ stretched WRITE stretch)

public:
    explicit TextTable(QWidget* parent = nullptr);
    TextTable(const QString& name, const QStringList& headings, QWidget* parent = nullptr);

    void setRows(const QVector<QVector<TextCell>>& rows);
    /// This column takes the room that the others leave, so that nothing is scrolled sideways.
    void stretch(int column);
    int stretched() const { return m_stretched; } ///< -1: none
    /// Key of the current row, "" where none is.
    QString currentKey() const;
    void makeCurrent(const QString& key); ///< where a row has it
    /// All rows, for printing.
    documents::PrintedList printed(const QString& title) const;

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill(const QVector<QVector<TextCell>>& rows);
    void fitRows();

    int m_stretched = -1;
    bool m_isFitting = false;
};

} // namespace chengheng::gui
