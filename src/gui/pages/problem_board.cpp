// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/problem_board.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>

#include <algorithm>

namespace chengheng::gui {

namespace {

constexpr int lettersAcross = 13; // a column holds at least so many

} // namespace

ProblemBoard::ProblemBoard(QWidget* parent) : QScrollArea(parent)
{
    using rules::ProblemState;
    setAccessibleName(tr("问题看板"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // each column scrolls its own cards
    setFocusPolicy(Qt::NoFocus);
    auto* inside = new QWidget;
    auto* row = new QHBoxLayout(inside);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    for (const ProblemState state : {ProblemState::Open, ProblemState::Demanded, ProblemState::Rectified,
                                     ProblemState::RecheckPassed, ProblemState::Closed})
        addColumn(row, state);
    setWidget(inside);
    setFocusProxy(m_columns.first().view);
    inside->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

void ProblemBoard::addColumn(QLayout* row, rules::ProblemState state)
{
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing / 2);
    Column column{state, new QLabel, new QListView, new ProblemCards(this)};
    setLook(column.head, "heading");
    column.head->setTextFormat(Qt::RichText);
    column.head->setBuddy(column.view);
    column.view->setModel(column.cards);
    column.view->setItemDelegate(new ProblemCardPainter(column.view));
    column.view->setUniformItemSizes(true);
    column.view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column.view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column.view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    column.view->setAccessibleName(rules::labelOf(state));
    column.view->setMinimumWidth(lettersAcross * fontMetrics().horizontalAdvance(QStringLiteral("汉")));
    column.view->installEventFilter(this);
    layout->addWidget(column.head);
    layout->addWidget(column.view, 1);
    row->addWidget(side);
    m_columns.append(column);
    connect(column.view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, column](const QModelIndex& index) {
                if (!index.isValid())
                    return;
                column.view->selectionModel()->select(index, QItemSelectionModel::ClearAndSelect); // Tab alone does not
                keepOnly(column);
                setFocusProxy(column.view);
                Q_EMIT chosen(column.cards->card(index.row()).uid);
            });
    connect(column.view, &QListView::doubleClicked, this,
            [this, column](const QModelIndex& index) { Q_EMIT opened(column.cards->card(index.row()).uid); });
    showHead(column);
}

void ProblemBoard::setCards(const QVector<ProblemCard>& cards, QDate day)
{
    const Uid before = current();
    for (const Column& column : std::as_const(m_columns)) {
        QVector<ProblemCard> ofState;
        std::copy_if(cards.begin(), cards.end(), std::back_inserter(ofState),
                     [&](const ProblemCard& card) { return card.standing.state == column.state; });
        column.cards->setCards(std::move(ofState), day);
        showHead(column);
    }
    makeCurrent(before);
}

void ProblemBoard::showHead(const Column& column)
{
    int overdue = 0;
    for (int row = 0; row < column.cards->rowCount(); ++row)
        overdue += column.cards->card(row).standing.isOverdue;
    QString text = QStringLiteral("%1 %2").arg(rules::labelOf(column.state)).arg(column.cards->rowCount());
    if (overdue > 0)
        text += QStringLiteral("　<span style='color:%1'>%2</span>")
                    .arg(faultColour().name(), tr("▲ 逾期 %1").arg(overdue));
    column.head->setText(text);
}

const ProblemBoard::Column* ProblemBoard::currentColumn() const
{
    for (const Column& column : m_columns)
        if (column.view->currentIndex().isValid())
            return &column;
    return nullptr;
}

Uid ProblemBoard::current() const
{
    const Column* column = currentColumn();
    return column ? column->cards->card(column->view->currentIndex().row()).uid : Uid();
}

Uid ProblemBoard::first() const
{
    for (const Column& column : m_columns)
        if (column.cards->rowCount() > 0)
            return column.cards->card(0).uid;
    return {};
}

void ProblemBoard::keepOnly(const Column& column)
{
    for (const Column& other : std::as_const(m_columns))
        if (other.view != column.view)
            other.view->selectionModel()->clear();
}

void ProblemBoard::choose(const Column& column, int row)
{
    column.view->setCurrentIndex(column.cards->index(row));
    column.view->scrollTo(column.view->currentIndex());
    ensureWidgetVisible(column.view, 0, 0);
}

void ProblemBoard::makeCurrent(const Uid& uid)
{
    const QSignalBlocker quiet(this);
    for (const Column& column : std::as_const(m_columns)) {
        const int row = column.cards->rowOf(uid);
        if (row < 0)
            column.view->selectionModel()->clear();
        else if (column.view->currentIndex().row() != row)
            choose(column, row);
    }
}

void ProblemBoard::goSideways(int step)
{
    const Column* from = currentColumn();
    if (!from)
        return;
    const int row = from->view->currentIndex().row();
    const int height = from->view->visualRect(from->view->currentIndex()).center().y();
    for (qsizetype place = from - m_columns.constData() + step; place >= 0 && place < m_columns.size(); place += step) {
        const Column& to = m_columns[place];
        if (to.cards->rowCount() == 0)
            continue;
        const QModelIndex beside = to.view->indexAt(QPoint(to.view->viewport()->width() / 2, height));
        choose(to, beside.isValid() ? beside.row() : qMin(row, to.cards->rowCount() - 1));
        to.view->setFocus();
        return;
    }
}

void ProblemBoard::askMenu(const Column& column)
{
    const QModelIndex index = column.view->currentIndex();
    if (!index.isValid())
        return;
    const QPoint at = column.view->viewport()->mapToGlobal(column.view->visualRect(index).center());
    Q_EMIT menuAsked(column.cards->card(index.row()).uid, at);
}

bool ProblemBoard::eventFilter(QObject* watched, QEvent* event)
{
    const auto column =
        std::find_if(m_columns.begin(), m_columns.end(), [&](const Column& each) { return each.view == watched; });
    if (column == m_columns.end())
        return QScrollArea::eventFilter(watched, event);
    if (event->type() == QEvent::ContextMenu) {
        askMenu(*column);
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QScrollArea::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Left:
        goSideways(-1);
        return true;
    case Qt::Key_Right:
        goSideways(+1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const Uid uid = current(); !uid.isNull())
            Q_EMIT opened(uid);
        return true;
    default:
        return QScrollArea::eventFilter(watched, event);
    }
}

/// Where the board has become narrower (a record was opened beside it) the chosen card stays in view.
void ProblemBoard::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    if (const Column* column = currentColumn())
        ensureWidgetVisible(column->view, 0, 0);
}

} // namespace chengheng::gui
