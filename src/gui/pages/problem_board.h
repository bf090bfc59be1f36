// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/pages/problem_cards.h"

#include <QScrollArea>

class QLabel;
class QListView;

namespace chengheng::gui {

/// The problems as cards in a column for each state. ↑↓ go through a column, ←→ to the next one that
/// holds a card, Enter opens, the menu key offers what may be done. A card goes to another column only by
/// a step on its record.
class ProblemBoard : public QScrollArea
{
    Q_OBJECT

public:
    explicit ProblemBoard(QWidget* parent = nullptr);

    void setCards(const QVector<ProblemCard>& cards, QDate day);
    /// Chooses a card without saying so; a null uid: none.
    void makeCurrent(const Uid& uid);
    Uid current() const; ///< null where none is chosen
    Uid first() const;   ///< the most pressing card of the first column that has any

Q_SIGNALS:
    void chosen(const Uid& uid);                      ///< by the user
    void opened(const Uid& uid);                      ///< Enter or double click
    void menuAsked(const Uid& uid, const QPoint& at); ///< `at` on the screen

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Column {
        rules::ProblemState state = rules::ProblemState::Open;
        QLabel* head = nullptr;
        QListView* view = nullptr;
        ProblemCards* cards = nullptr;
    };

    void addColumn(QLayout* row, rules::ProblemState state);
    const Column* currentColumn() const;
    /// Takes the choice off all other columns.
    void keepOnly(const Column& column);
    void choose(const Column& column, int row);
    void goSideways(int step);
    void showHead(const Column& column);
    void askMenu(const Column& column);

    QVector<Column> m_columns;
};

} // namespace chengheng::gui
