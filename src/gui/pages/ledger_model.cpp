// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/ledger_model.h"

#include "base/dates.h"
#include "base/text.h"
#include "documents/label_paper.h"
#include "gui/theme.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace chengheng::gui {

std::shared_ptr<const ReadyLedger> makeReady(services::LedgerView view)
{
    auto ready = std::make_shared<ReadyLedger>();
    const QVector<rules::DueLine>& lines = view.report.lines;
    ready->order.resize(lines.size());
    std::iota(ready->order.begin(), ready->order.end(), 0);
    std::sort(ready->order.begin(), ready->order.end(), [&](qint32 a, qint32 b) {
        const auto keyOfLine = [](const rules::DueLine& line) { return std::tie(line.unitName, line.name, line.serial); };
        return keyOfLine(lines[a]) < keyOfLine(lines[b]);
    });
    ready->searchTexts.reserve(lines.size());
    ready->bookings.reserve(lines.size());
    for (const rules::DueLine& line : lines) {
        ready->searchTexts.append(foldName(line.unitName + line.name + line.serial));
        ready->bookings.append(rules::bookingOf(line, view.report.day));
        ready->bookingCounts[ready->bookings.last()] += line.quantity;
    }
    ready->view = std::move(view);
    return ready;
}

void LedgerModel::setLedger(std::shared_ptr<const ReadyLedger> ledger)
{
    m_ledger = std::move(ledger);
    filter();
}

void LedgerModel::setFilter(const Kept& kept, const QString& text)
{
    m_kept = kept;
    m_text = foldName(text);
    m_labelled = documents::labelledUid(text);
    filter();
}

bool LedgerModel::isKept(qint32 place) const
{
    if (!m_labelled.isNull())
        return m_ledger->view.report.lines[place].uid == m_labelled;
    if (!m_text.isEmpty() && !m_ledger->searchTexts[place].contains(m_text))
        return false;
    if (const auto* status = std::get_if<rules::VerificationStatus>(&m_kept))
        return m_ledger->view.report.lines[place].status == *status;
    if (const auto* booking = std::get_if<rules::Booking>(&m_kept))
        return m_ledger->bookings[place] == *booking;
    return true;
}

void LedgerModel::filter()
{
    beginResetModel();
    m_shown.clear();
    if (m_ledger)
        std::copy_if(m_ledger->order.begin(), m_ledger->order.end(), std::back_inserter(m_shown),
                     [this](qint32 place) { return isKept(place); });
    if (std::holds_alternative<rules::Booking>(m_kept))
        std::stable_sort(m_shown.begin(), m_shown.end(), [&lines = m_ledger->view.report.lines](qint32 a, qint32 b) {
            return lines[a].bookBy < lines[b].bookBy;
        });
    endResetModel();
}

const rules::DueLine& LedgerModel::line(int row) const
{
    return m_ledger->view.report.lines[m_shown[row]];
}

QString LedgerModel::why(int row) const
{
    const rules::InstrumentStanding standing = rules::standingOf(m_ledger->view.facts, m_ledger->view.report, line(row));
    return (QStringList{standing.why} + standing.notes).join(QLatin1Char(' '));
}

int LedgerModel::rowOf(const Uid& instrument) const
{
    for (int row = 0; row < m_shown.size(); ++row)
        if (line(row).uid == instrument)
            return row;
    return -1;
}

int LedgerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LedgerModel::text(const rules::DueLine& line, int column) const
{
    switch (column) {
    case Unit: return line.unitName;
    case Name: return line.name;
    case Serial: return line.serial;
    case Quantity: return line.quantity;
    case Status: return lookOf(line.status).text();
    case ValidUntil: return line.isEstimated ? tr("%1（推算）").arg(screenDate(line.validUntil)) : screenDate(line.validUntil);
    case BookBy: return screenDate(line.bookBy);
    default: return {};
    }
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const rules::DueLine& each = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(each, index.column());
    case Qt::ToolTipRole:
        return why(index.row());
    case Qt::TextAlignmentRole:
        return int((index.column() == Quantity ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (index.column() == Status)
            return lookOf(each.status).colour;
        if (index.column() == BookBy && each.bookBy.isValid() && each.bookBy < m_ledger->view.report.day)
            return faultColour();
        return {};
    default:
        return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList headings{tr("单位"), tr("器具"), tr("出厂编号"), tr("数量"), tr("状态"), tr("有效期至"), tr("最晚预约")};
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return headings.value(section);
}

} // namespace chengheng::gui
