// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/booking.h"
#include "services/overview.h"

#include <QAbstractTableModel>

#include <memory>
#include <variant>

namespace chengheng::gui {

/// A ledger made ready on the reading thread: the order people expect, what searching looks in, and counts.
struct ReadyLedger {
    services::LedgerView view;
    QVector<qint32> order;        ///< places of the lines by unit, name and serial number
    QVector<QString> searchTexts; ///< folded, by place
    QVector<rules::Booking> bookings; ///< by place
    QMap<rules::Booking, qint64> bookingCounts; ///< of instruments
};
std::shared_ptr<const ReadyLedger> makeReady(services::LedgerView view);

/// The lines of a due report as a table; it holds the report and makes texts only for what is seen.
class LedgerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// All, those of one status, or those of one booking.
    using Kept = std::variant<std::monostate, rules::VerificationStatus, rules::Booking>;

    enum Column { Unit, Name, Serial, Quantity, Status, ValidUntil, BookBy, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setLedger(std::shared_ptr<const ReadyLedger> ledger);
    /// Keeps some lines, and of them those whose unit, name or serial number holds the text. Lines to be
    /// booked stand in the order of their last day.
    void setFilter(const Kept& kept, const QString& text);

    const rules::DueLine& line(int row) const;
    QString why(int row) const;
    int rowOf(const Uid& instrument) const; ///< -1 where it is not shown

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();
    bool isKept(qint32 place) const;
    QVariant text(const rules::DueLine& line, int column) const;

    std::shared_ptr<const ReadyLedger> m_ledger;
    Kept m_kept;
    QString m_text;
    Uid m_labelled; ///< the instrument whose label's code was entered
    QVector<qint32> m_shown;
};

} // namespace chengheng::gui
