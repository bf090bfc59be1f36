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

/// The rows of a summary, or some of them, as a table; a pressing one is marked by shape and colour.
class SummaryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setSummary(std::shared_ptr<const ReadySummary> summary);
    /// Keeps the rows that hold the text (characters, pinyin or initials), and of them those that press.
    void setFilter(const QString& text, bool isOnlyPressing);

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

    std::shared_ptr<const ReadySummary> m_summary;
    QString m_text;
    bool m_isOnlyPressing = false;
    QVector<qsizetype> m_shown;
};

} // namespace chengheng::gui
