// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/ledger_model.h"

#include "base/dates.h"
#include "base/text.h"
#include "documents/label_paper.h"
#include "gui/theme.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace chengheng::gui {

namespace {

/// A date's place in the order; what has none stands last.
qint64 dayNumber(QDate day)
{
    return day.isValid() ? day.toJulianDay() : std::numeric_limits<qint64>::max();
}

} // namespace

std::shared_ptr<const ReadyLedger> makeReady(services::LedgerView view)
{
    auto ready = std::make_shared<ReadyLedger>();
    const QVector<rules::DueLine>& lines = view.report.lines;
    for (const rules::DueLine& line : lines) {
        const model::Instrument& instrument = view.facts.instruments[line.instrumentAt];
        ready->units.append(line.unitName);
        ready->names.append(line.name);
        ready->serials.append(line.serial);
        ready->models.append(instrument.model);
        ready->sites.append(instrument.place);
        ready->bookings.append(rules::bookingOf(line, view.report.day));
        ready->bookingCounts[ready->bookings.last()] += line.quantity;
    }
    for (TextColumn* column : ready->searched())
        column->makeReady();
    ready->order.resize(lines.size());
    std::iota(ready->order.begin(), ready->order.end(), 0);
    const auto keyOfLine = [&](qint32 at) {
        return std::tuple(ready->units.rank(at), ready->names.rank(at), ready->serials.rank(at), at);
    };
    std::sort(ready->order.begin(), ready->order.end(),
              [&](qint32 a, qint32 b) { return keyOfLine(a) < keyOfLine(b); });
    ready->view = std::move(view);
    return ready;
}

void LedgerModel::setLedger(std::shared_ptr<const ReadyLedger> ledger)
{
    m_ledger = std::move(ledger);
    filter();
}

void LedgerModel::setFilter(const Kept& kept, const QString& text, const Counted& only)
{
    m_kept = kept;
    m_text = foldName(text);
    m_among.reset();
    if (!only.isAll())
        m_among.emplace(only.records.begin(), only.records.end());
    m_labelled = documents::labelledUid(text);
    filter();
}

QVector<int> LedgerModel::furtherColumns()
{
    return {Model, Site, LegalKind, Purpose};
}

bool LedgerModel::isKept(qint32 place) const
{
    if (!m_labelled.isNull())
        return m_ledger->view.report.lines[place].uid == m_labelled;
    if (m_among && !m_among->contains(m_ledger->view.report.lines[place].uid))
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
    if (m_ledger) {
        QVector<TextMatch> texts;
        for (const TextColumn* column : m_ledger->searched())
            texts.append(column->matches(m_text));
        const auto hasText = [&](qint32 place) {
            return m_text.isEmpty() || !m_labelled.isNull()
                   || std::any_of(texts.begin(), texts.end(), [place](const TextMatch& match) { return match(place); });
        };
        std::copy_if(m_ledger->order.begin(), m_ledger->order.end(), std::back_inserter(m_shown),
                     [&](qint32 place) { return isKept(place) && hasText(place); });
    }
    arrange();
    endResetModel();
}

void LedgerModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    filter(); // from the natural order, so that what is equal stands in it
}

/// By the chosen column; without one, lines to be booked stand in the order of their last day.
void LedgerModel::arrange()
{
    if (!m_ledger)
        return;
    const bool areBookings = std::holds_alternative<rules::Booking>(m_kept);
    const int column = m_sortColumn < 0 && areBookings ? int(BookBy) : m_sortColumn;
    if (column < 0)
        return;
    QVector<std::pair<qint64, qint32>> ranked;
    ranked.reserve(m_shown.size());
    for (const qint32 place : std::as_const(m_shown))
        ranked.append({rankOf(place, column), place});
    const bool isDown = m_sortOrder == Qt::DescendingOrder && m_sortColumn >= 0;
    std::stable_sort(ranked.begin(), ranked.end(),
                     [isDown](const auto& a, const auto& b) { return isDown ? b.first < a.first : a.first < b.first; });
    std::transform(ranked.begin(), ranked.end(), m_shown.begin(), [](const auto& each) { return each.second; });
}

qint64 LedgerModel::rankOf(qint32 place, int column) const
{
    const rules::DueLine& line = m_ledger->view.report.lines[place];
    switch (column) {
    case Unit:
        return m_ledger->units.rank(place);
    case Name:
        return m_ledger->names.rank(place);
    case Serial:
        return m_ledger->serials.rank(place);
    case Model:
        return m_ledger->models.rank(place);
    case Site:
        return m_ledger->sites.rank(place);
    case Quantity:
        return line.quantity;
    case Status:
        return int(line.status);
    case ValidUntil:
        return dayNumber(line.validUntil);
    case BookBy:
        return dayNumber(line.bookBy);
    case LegalKind:
        return int(instrument(line).legalKind);
    case Purpose:
        return int(instrument(line).purpose);
    default:
        return 0;
    }
}

const model::Instrument& LedgerModel::instrument(const rules::DueLine& line) const
{
    return m_ledger->view.facts.instruments[line.instrumentAt];
}

const rules::DueLine& LedgerModel::line(int row) const
{
    return m_ledger->view.report.lines[m_shown[row]];
}

QString LedgerModel::why(int row) const
{
    const rules::InstrumentStanding standing =
        rules::standingOf(m_ledger->view.facts, m_ledger->view.report, line(row));
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
    case Unit:
        return line.unitName;
    case Name:
        return line.name;
    case Serial:
        return line.serial;
    case Quantity:
        return line.quantity;
    case Status:
        return lookOf(line.status).text();
    case ValidUntil:
        return line.isEstimated ? tr("%1（推算）").arg(screenDate(line.validUntil)) : screenDate(line.validUntil);
    case BookBy:
        return screenDate(line.bookBy);
    case Model:
        return instrument(line).model;
    case Site:
        return instrument(line).place;
    case LegalKind:
        return model::labelOf(instrument(line).legalKind);
    case Purpose:
        return model::labelOf(instrument(line).purpose);
    default:
        return {};
    }
}

/// A number and what stands above it.
int LedgerModel::alignment(int column)
{
    return int((column == Quantity ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
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
        return alignment(index.column());
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
    static const QStringList headings{tr("单位"),     tr("器具"),     tr("出厂编号"), tr("数量"),
                                      tr("状态"),     tr("有效期至"), tr("最晚预约"), tr("型号规格"),
                                      tr("使用地点"), tr("管理类别"), tr("用途")};
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    return role == Qt::DisplayRole ? QVariant(headings.value(section)) : QVariant();
}

} // namespace chengheng::gui
