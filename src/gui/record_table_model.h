// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reference_names.h"

#include <QAbstractTableModel>

namespace chengheng::gui {

/// Rows of a register as a table, from the description of its kind: fields are columns (views hide what
/// is not listed), References show names. New rows are laid over the old by uid, so that a selection survives.
class RecordTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RecordTableModel(const model::RecordKind& kind, QObject* parent = nullptr);

    /// Names behind References, by uid (of all kinds together).
    void setNames(QHash<Uid, QString> names);
    /// What values of text fields are called.
    void setWords(FieldWords words);
    void setRecords(QVector<model::Record> records);

    const model::Record& record(int row) const { return m_records[row]; }
    int rowOf(const Uid& uid) const; ///< -1 where it is not shown
    const model::Field& field(int column) const { return m_kind.fields[m_columns[column]]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool keepsOrder(const QHash<Uid, qsizetype>& wanted) const;
    void layOver(QVector<model::Record> records, const std::function<bool(const model::Record&)>& isGone);
    int alignment(int column) const;
    QString text(const model::Record& record, int column) const;

    const model::RecordKind& m_kind;
    QVector<int> m_columns; ///< field indices shown
    QVector<model::Record> m_records;
    QHash<Uid, QString> m_names;
    FieldWords m_words;
};

} // namespace chengheng::gui
