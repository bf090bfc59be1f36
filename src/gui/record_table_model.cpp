// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/record_table_model.h"

namespace chengheng::gui {

namespace {

constexpr qsizetype mostSingleSteps = 500; ///< beyond it a reset costs a list less than single rows

} // namespace

RecordTableModel::RecordTableModel(const model::RecordKind& kind, QObject* parent)
    : QAbstractTableModel(parent), m_kind(kind)
{
    for (int i = 0; i < kind.fields.size(); ++i)
        if (kind.fields[i].type != model::FieldType::Document)
            m_columns.append(i);
}

void RecordTableModel::setNames(QHash<Uid, QString> names)
{
    m_names = std::move(names);
    if (!m_records.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RecordTableModel::setWords(FieldWords words)
{
    m_words = std::move(words);
    if (!m_records.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RecordTableModel::setRecords(QVector<model::Record> records)
{
    QHash<Uid, qsizetype> wanted;
    for (qsizetype i = 0; i < records.size(); ++i)
        wanted.insert(records[i].uid, i);
    const auto isGone = [&](const model::Record& record) { return !wanted.contains(record.uid); };
    const qsizetype gone = std::count_if(m_records.begin(), m_records.end(), isGone);
    const qsizetype added = records.size() - (m_records.size() - gone);
    if (gone + added > mostSingleSteps || !keepsOrder(wanted)) {
        beginResetModel();
        m_records = std::move(records);
        endResetModel();
        return;
    }
    layOver(std::move(records), isGone);
}

/// What stays keeps its place relative to the others.
bool RecordTableModel::keepsOrder(const QHash<Uid, qsizetype>& wanted) const
{
    qsizetype last = -1;
    for (const model::Record& record : m_records) {
        const qsizetype place = wanted.value(record.uid, -1);
        if (place < 0)
            continue;
        if (place < last)
            return false;
        last = place;
    }
    return true;
}

void RecordTableModel::layOver(QVector<model::Record> records, const std::function<bool(const model::Record&)>& isGone)
{
    for (qsizetype row = m_records.size() - 1; row >= 0; --row)
        if (isGone(m_records[row])) {
            beginRemoveRows({}, int(row), int(row));
            m_records.removeAt(row);
            endRemoveRows();
        }
    for (qsizetype row = 0; row < records.size(); ++row) {
        if (row < m_records.size() && m_records[row].uid == records[row].uid) {
            m_records[row] = records[row];
            continue;
        }
        beginInsertRows({}, int(row), int(row));
        m_records.insert(row, records[row]);
        endInsertRows();
    }
    if (!m_records.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RecordTableModel::rowOf(const Uid& uid) const
{
    for (int row = 0; row < m_records.size(); ++row)
        if (m_records[row].uid == uid)
            return row;
    return -1;
}

int RecordTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int RecordTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QString RecordTableModel::text(const model::Record& record, int column) const
{
    const model::Field& shown = field(column);
    const model::Value& value = record.values[m_columns[column]];
    if (shown.type == model::FieldType::Reference)
        return m_names.value(Uid(model::textOf(value)));
    const QString text = model::displayText(shown, value);
    return m_words.value(shown.key).value(text, text);
}

/// A number and what stands above it.
int RecordTableModel::alignment(int column) const
{
    return int((model::isNumber(field(column).type) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant RecordTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const model::Record& record = m_records[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(record, index.column());
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case Qt::UserRole: // what sorting compares
        if (const auto* number = std::get_if<qint64>(&record.values[m_columns[index.column()]]))
            return *number;
        return text(record, index.column());
    default:
        return {};
    }
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    return role == Qt::DisplayRole ? QVariant(field(section).label) : QVariant();
}

} // namespace chengheng::gui
