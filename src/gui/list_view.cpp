// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/list_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>
#include <QWheelEvent>

#include <algorithm>

namespace chengheng::gui {

namespace {

constexpr int rowsLookedAt = 100; // when columns are fitted: a ledger has 100 000
constexpr int widestFitted = 320; // px
constexpr int narrowestWrapped = 160;
constexpr qreal smallest = 9; // pt
constexpr qreal largest = 24;

} // namespace

ListView::ListView(QWidget* parent) : QTableView(parent), m_usualSize(font().pointSizeF())
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
    header->setSortIndicatorClearable(true); // a third click: the natural order again
    header->setResizeContentsPrecision(rowsLookedAt);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint& at) { chooseColumns(header->mapToGlobal(at)); });
    header->viewport()->installEventFilter(this);
    connect(this, &QAbstractItemView::doubleClicked, this, &ListView::opened);
    setLetters(QSettings().value(QStringLiteral("lists/letters"), m_usualSize).toReal());
}

void ListView::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    recallLooks();
}

void ListView::recallLooks()
{
    if (!m_key.isEmpty())
        m_isRemembered =
            horizontalHeader()->restoreState(QSettings().value(QStringLiteral("lists/") + m_key).toByteArray());
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
    const int widest = wordWrap() ? widestWrapped() : widestFitted;
    for (int column = 0; column < horizontalHeader()->count(); ++column)
        setColumnWidth(column, qMin(columnWidth(column), widest));
    const QModelIndex last = model()->index(0, shownColumns().last());
    const bool isNumber = last.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    horizontalHeader()->setStretchLastSection(!isNumber); // a number at the window's edge is read with no row
}

/// Where rows are wrapped, long texts share what the short ones leave: no column is squeezed beside a wide one.
int ListView::widestWrapped() const
{
    QVector<int> wanted;
    for (const int column : shownColumns())
        wanted.append(columnWidth(column));
    std::sort(wanted.begin(), wanted.end());
    int room = viewport()->width();
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const int share = room / int(wanted.size() - i);
        if (wanted[i] > share)
            return qMax(share, narrowestWrapped);
        room -= wanted[i];
    }
    return QWIDGETSIZE_MAX;
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

QModelIndexList ListView::rowsToGiveOut() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    if (rows.size() <= 1) {
        rows.clear();
        for (int row = 0; row < model()->rowCount(); ++row)
            rows.append(model()->index(row, 0));
    }
    if (m_isReleased)
        rows.removeIf([this](const QModelIndex& row) { return !m_isReleased(row); });
    return rows;
}

QString ListView::plainText(const QString& title) const
{
    const QModelIndexList rows = rowsToGiveOut();
    QStringList lines{tr("【%1】共 %2 条").arg(title).arg(rows.size())};
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (const int column : shownColumns())
            if (const QString cell = row.siblingAtColumn(column).data().toString(); !cell.isEmpty())
                cells << cell;
        lines << tr("%1. %2").arg(lines.size()).arg(cells.join(QStringLiteral("，")));
    }
    return lines.join(QLatin1Char('\n'));
}

documents::PrintedList ListView::printed(const QString& title) const
{
    documents::PrintedList list;
    list.title = title;
    const QVector<int> columns = shownColumns();
    for (const int column : columns) {
        const int alignment = model()->index(0, column).data(Qt::TextAlignmentRole).toInt();
        list.columns.append({model()->headerData(column, Qt::Horizontal).toString(),
                             alignment & Qt::AlignRight ? documents::Alignment::Right : documents::Alignment::Left});
    }
    for (const QModelIndex& row : rowsToGiveOut()) {
        QStringList cells;
        for (const int column : columns)
            cells << row.siblingAtColumn(column).data().toString();
        list.rows.append(cells);
    }
    return list;
}

/// A column that was dragged to a place or a width stays so.
bool ListView::eventFilter(QObject* watched, QEvent* event)
{
    const bool isHandled = QTableView::eventFilter(watched, event);
    if (watched == horizontalHeader()->viewport() && event->type() == QEvent::MouseButtonRelease)
        QMetaObject::invokeMethod(this, &ListView::remember, Qt::QueuedConnection); // after the header took it
    return isHandled;
}

QVector<HandledKey> ListView::keys()
{
    return {{tr("Enter"), tr("打开选中的一行")},
            {tr("Esc"), tr("离开清单，回到上一处")},
            {tr("Ctrl+C"), tr("复制选中的行，可粘贴到 WPS")},
            {tr("Ctrl++、Ctrl+-、Ctrl+0"), tr("放大、缩小、恢复字号")},
            {tr("Shift+↑、Shift+↓"), tr("多选")}};
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
    setLetters(steps == 0 ? m_usualSize : qBound(smallest, font().pointSizeF() + steps, largest));
    QSettings().setValue(QStringLiteral("lists/letters"), font().pointSizeF());
}

void ListView::setLetters(qreal size)
{
    if (size != font().pointSizeF()) {
        QFont letters = font();
        letters.setPointSizeF(size);
        setFont(letters);
        horizontalHeader()->setFont(letters);
    }
    verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() + 12);
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
