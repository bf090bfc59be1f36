// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/record_list.h"

#include "gui/filter_chips.h"
#include "gui/list_view.h"
#include "gui/name_order.h"
#include "gui/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace chengheng::gui {

namespace {

constexpr int searchDelay = 300; // ms after the last key

} // namespace

RecordList::RecordList(const model::RecordKind& kind, QWidget* parent)
    : QWidget(parent), m_kind(kind), m_model(new RecordTableModel(kind, this)), m_sorted(new NameOrder(this)),
      m_rows(new ListView(kind.key)), m_search(new QLineEdit), m_chips(new FilterChips(kind)), m_delay(new QTimer(this)),
      m_totals(new QLabel)
{
    m_sorted->setSourceModel(m_model);
    m_rows->setModel(m_sorted);
    m_rows->setSortingEnabled(true);
    m_rows->sortByColumn(-1, Qt::AscendingOrder);
    m_rows->setAccessibleName(kind.title);
    for (int column = 0; column < m_model->columnCount(); ++column)
        if (!m_model->field(column).isListed)
            m_rows->hideAtFirst(column);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, spacing, 0);
    layout->addWidget(buildTop());
    layout->addWidget(m_chips);
    layout->addWidget(m_rows, 1);
    layout->addWidget(buildEmpty(), 1);
    layout->addWidget(buildBulkBar());
    layout->addWidget(m_totals);
    m_delay->setSingleShot(true);
    m_delay->setInterval(searchDelay);
    connect(m_delay, &QTimer::timeout, this, &RecordList::queryChanged);
    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_chips, &FilterChips::changed, this, &RecordList::queryChanged);
    connect(m_rows, &ListView::opened, this, &RecordList::opened);
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RecordList::currentChanged);
    connect(m_rows->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RecordList::showCounts);
}

QWidget* RecordList::buildTop()
{
    auto* top = new QWidget;
    m_buttons = new QHBoxLayout(top);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_search->setPlaceholderText(tr("搜索：汉字、拼音或首字母"));
    m_search->setToolTip(tr("在本页查找（Ctrl+F）"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("搜索"));
    m_buttons->addWidget(m_search, 1);
    auto* more = new QToolButton;
    more->setText(tr("更多"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    more->setProperty("chip", true);
    m_more = new QMenu(more);
    more->setMenu(m_more);
    m_buttons->addWidget(more);
    addToMenu(tr("选择显示的列…"), [this, more] { m_rows->chooseColumns(more->mapToGlobal(QPoint(0, more->height()))); });
    addToMenu(tr("复制为微信文字"), [this] { QGuiApplication::clipboard()->setText(plainText(m_kind.title)); });
    return top;
}

/// Shown while several rows are chosen: what can be done to all of them at once.
QWidget* RecordList::buildBulkBar()
{
    m_bulk = new QToolBar;
    m_bulk->setObjectName(QStringLiteral("bulkBar"));
    m_bulkText = new QLabel;
    m_bulk->addWidget(m_bulkText);
    for (const services::Action& action : services::actionsOf(m_kind))
        m_bulk->addAction(action.title, this, [this, action] { Q_EMIT bulkActionAsked(action); });
    m_bulk->hide();
    return m_bulk;
}

QWidget* RecordList::buildEmpty()
{
    m_empty = new QWidget;
    m_firstSteps = new QVBoxLayout(m_empty);
    m_firstSteps->addStretch(1);
    auto* text = new QLabel(tr("还没有%1。可以这样开始：").arg(m_kind.title));
    text->setAlignment(Qt::AlignCenter);
    m_firstSteps->addWidget(text);
    m_firstSteps->addStretch(2);
    m_empty->hide();
    return m_empty;
}

void RecordList::addButton(const QString& text, std::function<void()> clicked)
{
    auto* button = new QPushButton(text);
    connect(button, &QPushButton::clicked, this, std::move(clicked));
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

void RecordList::addToMenu(const QString& text, std::function<void()> clicked)
{
    connect(m_more->addAction(text), &QAction::triggered, this, std::move(clicked));
}

void RecordList::addFirstStep(const QString& text, std::function<void()> clicked)
{
    auto* button = new QPushButton(text);
    connect(button, &QPushButton::clicked, this, std::move(clicked));
    m_firstSteps->insertWidget(m_firstSteps->count() - 1, button, 0, Qt::AlignHCenter);
}

void RecordList::setNames(const QHash<Uid, QString>& names)
{
    m_model->setNames(names);
}

void RecordList::setRecords(QVector<model::Record> records, bool isRegisterEmpty)
{
    m_model->setRecords(std::move(records));
    if (!m_isFitted && m_model->rowCount() > 0) {
        m_rows->fitColumns();
        m_isFitted = true;
    }
    m_isRegisterEmpty = isRegisterEmpty;
    showBody();
    showCounts();
}

void RecordList::setOtherView(QWidget* view)
{
    m_other = view;
    auto* rows = static_cast<QVBoxLayout*>(layout());
    rows->insertWidget(rows->indexOf(m_rows), view, 1);
    showBody();
}

void RecordList::showOtherView(bool isOther)
{
    m_isOther = isOther;
    m_rows->setCurrentIndex(m_rows->currentIndex()); // the other view chooses one only
    showBody();
}

void RecordList::showBody()
{
    m_empty->setVisible(m_isRegisterEmpty);
    m_rows->setVisible(!m_isRegisterEmpty && !m_isOther);
    if (m_other)
        m_other->setVisible(!m_isRegisterEmpty && m_isOther);
}

QString RecordList::searchText() const
{
    return m_search->text().trimmed();
}

QVector<QPair<QString, model::Value>> RecordList::conditions() const
{
    return m_chips->conditions();
}

bool RecordList::isNarrowed() const
{
    return !searchText().isEmpty() || m_chips->isFiltering();
}

const model::Record* RecordList::current() const
{
    const QModelIndex index = m_sorted->mapToSource(m_rows->currentIndex());
    return index.isValid() ? &m_model->record(index.row()) : nullptr;
}

/// In the order of the screen.
QModelIndexList RecordList::chosenRows() const
{
    QModelIndexList rows = m_rows->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    return rows;
}

QVector<Uid> RecordList::chosen() const
{
    QVector<Uid> uids;
    for (const QModelIndex& row : chosenRows())
        uids.append(m_model->record(m_sorted->mapToSource(row).row()).uid);
    return uids;
}

QVector<Uid> RecordList::shown() const
{
    QVector<Uid> uids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        uids.append(m_model->record(row).uid);
    return uids;
}

bool RecordList::makeCurrent(const Uid& uid)
{
    const int row = m_model->rowOf(uid);
    if (row < 0)
        return false;
    const QModelIndex index = m_sorted->mapFromSource(m_model->index(row, 0));
    m_rows->setCurrentIndex(index);
    m_rows->scrollTo(index);
    return true;
}

void RecordList::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void RecordList::focusRows()
{
    (m_isOther ? m_other : m_rows)->setFocus();
}

void RecordList::showCounts()
{
    const qsizetype chosenCount = m_rows->selectionModel()->selectedRows().size();
    m_totals->setText(isNarrowed() ? tr("符合条件的 %1 条").arg(m_model->rowCount()) : tr("共 %1 条").arg(m_model->rowCount()));
    m_bulkText->setText(tr("已选 %1 条：").arg(chosenCount));
    m_bulk->setVisible(chosenCount > 1 && !services::actionsOf(m_kind).isEmpty());
}

QModelIndexList RecordList::rowsToGiveOut() const
{
    QModelIndexList rows = chosenRows();
    if (rows.size() > 1)
        return rows;
    rows.clear();
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        rows.append(m_sorted->index(row, 0));
    return rows;
}

QString RecordList::plainText(const QString& title) const
{
    const QModelIndexList rows = rowsToGiveOut();
    QStringList lines{tr("【%1】共 %2 条").arg(title).arg(rows.size())};
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (const int column : m_rows->shownColumns())
            if (const QString cell = row.siblingAtColumn(column).data().toString(); !cell.isEmpty())
                cells << cell;
        lines << tr("%1. %2").arg(lines.size()).arg(cells.join(QStringLiteral("，")));
    }
    return lines.join(QLatin1Char('\n'));
}

documents::PrintedList RecordList::printed() const
{
    documents::PrintedList list;
    list.title = m_kind.title;
    list.subtitle = m_chips->sentence();
    if (!searchText().isEmpty())
        list.subtitle += tr("（搜索“%1”）").arg(searchText());
    const QVector<int> columns = m_rows->shownColumns();
    QVector<const model::Field*> fields;
    for (const int column : columns) {
        fields.append(&m_model->field(column));
        list.columns.append(documents::columnOf(*fields.last()));
    }
    QVector<model::Record> records;
    for (const QModelIndex& row : rowsToGiveOut()) {
        records.append(m_model->record(m_sorted->mapToSource(row).row()));
        QStringList cells;
        for (const int column : columns)
            cells << row.siblingAtColumn(column).data().toString();
        list.rows.append(cells);
    }
    list.totals = documents::totalsOf(fields, records);
    return list;
}

} // namespace chengheng::gui
