// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/summary.h"

#include <QAbstractTableModel>
#include <QBitArray>

#include <memory>

namespace chengheng::gui {

/// A summary made ready on the reading thread: what searching looks in, and which columns hold numbers.
struct ReadySummary {
    rules::Summary summary;
    QStringList searchTexts; ///< by row
    QBitArray areNumbers;    ///< by column
};
std::shared_ptr<const ReadySummary> makeReady(rules::Summary summary);

/// Which rows of a summary are kept: those that hold the text (characters, pinyin or initials), that press, of a group
/// and of a kind; what is empty keeps all.
struct RowFilter {
    QString text = {};
    bool isOnlyPressing = false;
    QString group = {};
    QString kind = {};
};

/// The rows of a summary, or some of them, as a table; a pressing one is marked by shape and colour.
class SummaryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setSummary(std::shared_ptr<const ReadySummary> summary);
    void setFilter(const RowFilter& filter);

    const rules::SummaryRow& row(int row) const { return m_summary->summary.rows[m_shown[row]]; }
    int rowOf(const Uid& record) const; ///< -1 where none speaks of it
    /// With the rows that are shown.
    rules::Summary shown() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();
    bool isKept(qsizetype place) const;
    int alignment(int column) const;

    std::shared_ptr<const ReadySummary> m_summary;
    RowFilter m_filter;
    QVector<qsizetype> m_shown;
};

} // namespace chengheng::gui
