// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/summary_model.h"

#include "base/text.h"
#include "gui/theme.h"

namespace chengheng::gui {

namespace {

constexpr qsizetype mostDigits = 15; // a longer one is the number of something, not an amount

/// “12”, “3.5”, “1,200.00”, “96.4%”; none: “007”, which is a name.
std::optional<double> numberIn(const QString& cell)
{
    QString text = cell;
    text.remove(QLatin1Char(','));
    if (text.endsWith(QLatin1Char('%')))
        text.chop(1);
    const bool isName =
        text.size() > mostDigits || (text.size() > 1 && text.startsWith(QLatin1Char('0')) && text[1].isDigit());
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && !isName ? std::optional(number) : std::nullopt;
}

bool isColumnOfNumbers(const rules::Summary& summary, qsizetype column)
{
    bool hasNumber = false;
    for (const rules::SummaryRow& row : summary.rows) {
        const QString cell = row.cells.value(column);
        if (!cell.isEmpty() && !numberIn(cell))
            return false;
        hasNumber |= !cell.isEmpty();
    }
    return hasNumber;
}

} // namespace

std::shared_ptr<const ReadySummary> makeReady(rules::Summary summary)
{
    auto ready = std::make_shared<ReadySummary>();
    for (const rules::SummaryRow& row : std::as_const(summary.rows))
        ready->searchTexts.append(searchKey(row.cells.join(QLatin1Char(' '))));
    ready->areNumbers.resize(summary.columns.size());
    for (qsizetype column = 0; column < summary.columns.size(); ++column)
        ready->areNumbers.setBit(column, isColumnOfNumbers(summary, column));
    ready->summary = std::move(summary);
    return ready;
}

void SummaryModel::setSummary(std::shared_ptr<const ReadySummary> summary)
{
    m_summary = std::move(summary);
    filter();
}

void SummaryModel::setFilter(const RowFilter& filter)
{
    m_filter = filter;
    m_filter.text = foldName(filter.text);
    this->filter();
}

bool SummaryModel::isKept(qsizetype place) const
{
    const rules::SummaryRow& row = m_summary->summary.rows[place];
    return (row.isPressing || !m_filter.isOnlyPressing) && m_summary->searchTexts[place].contains(m_filter.text)
           && (m_filter.group.isEmpty() || row.group == m_filter.group)
           && (m_filter.kind.isEmpty() || row.kind == m_filter.kind);
}

void SummaryModel::filter()
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype place = 0; m_summary && place < m_summary->summary.rows.size(); ++place)
        if (isKept(place))
            m_shown.append(place);
    endResetModel();
}

int SummaryModel::rowOf(const Uid& record) const
{
    for (int place = 0; place < m_shown.size(); ++place)
        if (!record.isNull() && row(place).record == record)
            return place;
    return -1;
}

rules::Summary SummaryModel::shown() const
{
    rules::Summary shown;
    if (!m_summary)
        return shown;
    shown.columns = m_summary->summary.columns;
    shown.sentence = m_summary->summary.sentence;
    shown.isDraft = m_summary->summary.isDraft;
    for (const qsizetype place : m_shown)
        shown.rows.append(m_summary->summary.rows[place]);
    return shown;
}

int SummaryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int SummaryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_summary ? 0 : int(m_summary->summary.columns.size());
}

/// A number and what stands above it.
int SummaryModel::alignment(int column) const
{
    return int((m_summary->areNumbers.at(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant SummaryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const rules::SummaryRow& each = row(index.row());
    const QString cell = each.cells.value(index.column());
    const bool isMarked = each.isPressing && index.column() == 0;
    const bool isNumber = m_summary->areNumbers.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return isMarked ? tr("▲ %1").arg(cell) : cell;
    case Qt::ToolTipRole:
        return cell;
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case Qt::ForegroundRole:
        return isMarked ? QVariant(faultColour()) : QVariant();
    case Qt::UserRole: // what sorting compares
        return isNumber ? QVariant(numberIn(cell).value_or(0)) : QVariant(cell);
    default:
        return {};
    }
}

QVariant SummaryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_summary)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    return role == Qt::DisplayRole ? QVariant(m_summary->summary.columns.value(section)) : QVariant();
}

} // namespace chengheng::gui
