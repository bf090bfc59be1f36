// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/list_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>
#include <QWheelEvent>

namespace chengheng::gui {

namespace {

constexpr int rowsLookedAt = 100; // when columns are fitted: a ledger has 100 000
constexpr int widestFitted = 320; // px
constexpr qreal smallest = 9;     // pt
constexpr qreal largest = 24;

} // namespace

ListView::ListView(const QString& key, QWidget* parent) : QTableView(parent), m_key(key), m_usualSize(font().pointSizeF())
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
    header->setResizeContentsPrecision(rowsLookedAt);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint& at) { chooseColumns(header->mapToGlobal(at)); });
    header->viewport()->installEventFilter(this);
    connect(this, &QAbstractItemView::doubleClicked, this, &ListView::opened);
    const qreal size = QSettings().value(QStringLiteral("lists/letters"), m_usualSize).toReal();
    zoom(qRound(size - m_usualSize));
}

void ListView::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    if (!m_key.isEmpty())
        m_isRemembered = horizontalHeader()->restoreState(QSettings().value(QStringLiteral("lists/") + m_key).toByteArray());
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // a list opens in its natural order
}

void ListView::hideAtFirst(int column)
{
    if (!m_isRemembered)
        setColumnHidden(column, true);
}

void ListView::fitColumns()
{
    if (m_isRemembered)
        return;
    resizeColumnsToContents();
    for (int column = 0; column < horizontalHeader()->count(); ++column)
        setColumnWidth(column, qMin(columnWidth(column), widestFitted));
}

void ListView::chooseColumns(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction* shown = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        shown->setCheckable(true);
        shown->setChecked(!isColumnHidden(column));
        shown->setEnabled(isColumnHidden(column) || shownColumns().size() > 1);
        connect(shown, &QAction::toggled, this, [this, column](bool isShown) {
            setColumnHidden(column, !isShown);
            if (isShown)
                resizeColumnToContents(column);
            remember();
        });
    }
    menu->popup(at);
}

QVector<int> ListView::shownColumns() const
{
    QVector<int> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place)
        if (const int column = horizontalHeader()->logicalIndex(place); !isColumnHidden(column))
            columns.append(column);
    return columns;
}

/// A column that was dragged to a place or a width stays so.
bool ListView::eventFilter(QObject* watched, QEvent* event)
{
    const bool isHandled = QTableView::eventFilter(watched, event);
    if (watched == horizontalHeader()->viewport() && event->type() == QEvent::MouseButtonRelease)
        QMetaObject::invokeMethod(this, &ListView::remember, Qt::QueuedConnection); // after the header took it
    return isHandled;
}

void ListView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copyChosen();
    else if (event->matches(QKeySequence::ZoomIn) || event->keyCombination() == (Qt::CTRL | Qt::Key_Equal))
        zoom(+1);
    else if (event->matches(QKeySequence::ZoomOut))
        zoom(-1);
    else if (event->keyCombination() == (Qt::CTRL | Qt::Key_0))
        zoom(0);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT opened();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QTableView::keyPressEvent(event);
}

void ListView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() != Qt::ControlModifier) {
        QTableView::wheelEvent(event);
        return;
    }
    zoom(event->angleDelta().y() > 0 ? +1 : -1);
    event->accept();
}

void ListView::zoom(int steps)
{
    QFont larger = font();
    larger.setPointSizeF(steps == 0 ? m_usualSize : qBound(smallest, larger.pointSizeF() + steps, largest));
    setFont(larger);
    horizontalHeader()->setFont(larger);
    verticalHeader()->setDefaultSectionSize(QFontMetrics(larger).height() + 12);
    QSettings().setValue(QStringLiteral("lists/letters"), larger.pointSizeF());
}

/// The chosen rows as a range that pastes into WPS or Excel, its headings first.
void ListView::copyChosen() const
{
    QStringList lines;
    QStringList cells;
    for (const int column : shownColumns())
        cells << model()->headerData(column, Qt::Horizontal).toString();
    lines << cells.join(QLatin1Char('\t'));
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& row : std::as_const(rows)) {
        cells.clear();
        for (const int column : shownColumns())
            cells << row.siblingAtColumn(column).data().toString().simplified();
        lines << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void ListView::remember()
{
    m_isRemembered = !m_key.isEmpty();
    if (m_isRemembered)
        QSettings().setValue(QStringLiteral("lists/") + m_key, horizontalHeader()->saveState());
}

} // namespace chengheng::gui
