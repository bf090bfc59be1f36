// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"
#include "rules/problem_state.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace chengheng::gui {

/// What the board shows of one problem on a day.
struct ProblemCard {
    Uid uid;
    QString unit;
    QString fault;
    QString instrument; ///< that it is about; mostly empty
    QString description;
    QString who; ///< who acted last, or who found it
    rules::ProblemStanding standing;
};

/// How long there is, or since when it waits, as a shape and words in a colour: ▲ 逾期 5 天.
StatusLook timeLeft(const rules::ProblemStanding& standing, QDate day);

/// The cards of one column: the most pressing first, of the closed ones the latest.
class ProblemCards : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setCards(QVector<ProblemCard> cards, QDate day);
    const ProblemCard& card(int row) const { return m_cards[row]; }
    QDate day() const { return m_day; }
    int rowOf(const Uid& uid) const; ///< -1 where it is not here

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString sentence(const ProblemCard& card) const;

    QVector<ProblemCard> m_cards;
    QDate m_day;
};

/// Paints a card of a ProblemCards model; all cards are of one height.
class ProblemCardPainter : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace chengheng::gui
