// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/counted.h"
#include "gui/pages/text_column.h"
#include "rules/booking.h"
#include "services/overview.h"

#include <QAbstractTableModel>
#include <QSet>

#include <array>
#include <memory>
#include <optional>
#include <variant>

namespace chengheng::gui {

/// A ledger made ready on the reading thread: the order people expect, what searching and sorting look at, and counts.
struct ReadyLedger {
    services::LedgerView view;
    TextColumn units;
    TextColumn names;
    TextColumn serials;
    TextColumn models;
    TextColumn sites;
    QVector<qint32> order;                      ///< places of the lines by unit, name and serial number
    QVector<rules::Booking> bookings;           ///< by place
    QMap<rules::Booking, qint64> bookingCounts; ///< of instruments

    std::array<TextColumn*, 5> searched() { return {&units, &names, &serials, &models, &sites}; }
    std::array<const TextColumn*, 5> searched() const { return {&units, &names, &serials, &models, &sites}; }
};
std::shared_ptr<const ReadyLedger> makeReady(services::LedgerView view);

/// The lines of a due report as a table; it holds the report and makes texts only for what is seen.
class LedgerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// All, those of one status, or those of one booking.
    using Kept = std::variant<std::monostate, rules::VerificationStatus, rules::Booking>;

    enum Column {
        Unit,
        Name,
        Serial,
        Quantity,
        Status,
        ValidUntil,
        BookBy,
        Model,
        Site,
        LegalKind,
        Purpose,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setLedger(std::shared_ptr<const ReadyLedger> ledger);
    /// Keeps some lines; of them those whose unit, name, serial number, model or place holds the text; of them those
    /// that a figure counts. A label's code keeps its instrument alone. Lines to be booked stand in the order of their
    /// last day.
    void setFilter(const Kept& kept, const QString& text, const Counted& only = {});
    void sort(int column, Qt::SortOrder order) override;
    /// Columns that are hidden until the user asks for them.
    static QVector<int> furtherColumns();

    const rules::DueLine& line(int row) const;
    QString why(int row) const;
    int rowOf(const Uid& instrument) const; ///< -1 where it is not shown

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();
    void arrange();
    bool isKept(qint32 place) const;
    static int alignment(int column);
    qint64 rankOf(qint32 place, int column) const;
    const model::Instrument& instrument(const rules::DueLine& line) const;
    QVariant text(const rules::DueLine& line, int column) const;

    std::shared_ptr<const ReadyLedger> m_ledger;
    Kept m_kept;
    QString m_text;
    std::optional<QSet<Uid>> m_among; ///< what a figure counts
    int m_sortColumn = -1;            ///< the natural order
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    Uid m_labelled; ///< the instrument whose label's code was entered
    QVector<qint32> m_shown;
};

} // namespace chengheng::gui
