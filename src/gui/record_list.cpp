// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/record_list.h"

#include "gui/empty_note.h"
#include "gui/empty_register.h"
#include "gui/filter_chips.h"
#include "gui/name_order.h"
#include "gui/offered_action.h"
#include "ui_RecordList.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QTimer>

namespace chengheng::gui {

namespace {

constexpr int searchDelay = 300; // ms after the last key

} // namespace

RecordList::RecordList(const model::RecordKind& kind, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::RecordList>()), m_kind(kind),
      m_model(new RecordTableModel(kind, this)), m_sorted(new NameOrder(this)), m_chips(new FilterChips(kind)),
      m_delay(new QTimer(this)), m_empty(new EmptyRegister(kind.title))
{
    m_ui->setupUi(this);
    m_ui->outer->insertWidget(m_ui->outer->indexOf(m_ui->rows), m_chips);
    m_ui->outer->insertWidget(m_ui->outer->indexOf(m_ui->bulkBar), m_empty, 1);
    m_empty->hide();
    m_ui->only->hide();
    QWidget* before = m_ui->more;
    for (auto* chip : m_chips->findChildren<QToolButton*>()) {
        setTabOrder(before, chip);
        before = chip;
    }
    setTabOrder(before, m_ui->rows);
    showTable();
    buildMenu();
    buildBulkBar();
    m_delay->setSingleShot(true);
    m_delay->setInterval(searchDelay);
    connect(m_delay, &QTimer::timeout, this, &RecordList::queryChanged);
    connect(m_ui->search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_ui->only, &QToolButton::clicked, this, [this] {
        showOnly({});
        Q_EMIT queryChanged();
    });
    connect(m_chips, &FilterChips::changed, this, &RecordList::queryChanged);
    m_ui->rows->setReleased([this](const QModelIndex& row) {
        return m_kind.isReleased(m_model->record(m_sorted->mapToSource(row).row()));
    });
    connect(m_ui->rows, &ListView::opened, this, &RecordList::opened);
    connect(m_ui->rows, &ListView::left, this, &RecordList::left);
    connect(m_ui->rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RecordList::currentChanged);
    connect(m_ui->rows->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RecordList::showCounts);
}

RecordList::~RecordList() = default;

void RecordList::showTable()
{
    m_sorted->setSourceModel(m_model);
    m_ui->rows->setKey(m_kind.key);
    m_ui->rows->setModel(m_sorted);
    m_ui->rows->setSortingEnabled(true);
    m_ui->rows->sortByColumn(-1, Qt::AscendingOrder);
    m_ui->rows->setAccessibleName(m_kind.title);
    new EmptyNote(m_ui->rows, tr("没有符合条件的记录。可以换个搜索词，或去掉上面的筛选。"));
    for (int column = 0; column < m_model->columnCount(); ++column)
        if (!m_model->field(column).isListed)
            m_ui->rows->hideAtFirst(column);
}

void RecordList::buildMenu()
{
    m_ui->more->setMenu(new QMenu(m_ui->more));
    addToMenu(tr("选择显示的列…"),
              [this] { m_ui->rows->chooseColumns(m_ui->more->mapToGlobal(QPoint(0, m_ui->more->height()))); });
    addToMenu(tr("复制为微信文字"), [this] { QGuiApplication::clipboard()->setText(plainText()); });
}

/// Shown while several rows are chosen: what can be done to all of them at once.
void RecordList::buildBulkBar()
{
    m_bulkText = new QLabel;
    m_ui->bulkBar->addWidget(m_bulkText);
    for (const services::Action& action : services::actionsOf(m_kind))
        m_bulk.append(
            {action, m_ui->bulkBar->addAction(action.title, this, [this, action] { Q_EMIT bulkActionAsked(action); })});
    m_ui->bulkBar->hide();
}

void RecordList::setActor(const services::Actor& actor)
{
    for (const auto& [action, shown] : std::as_const(m_bulk))
        offerTo(actor, action, *shown);
}

void RecordList::addButton(const QString& text, std::function<void()> clicked)
{
    auto* button = new QPushButton(text);
    connect(button, &QPushButton::clicked, this, std::move(clicked));
    m_ui->top->insertWidget(m_ui->top->count() - 1, button);
    setTabOrder(m_lastButton ? m_lastButton : m_ui->search, button);
    m_lastButton = button;
}

void RecordList::addToMenu(const QString& text, std::function<void()> clicked)
{
    connect(m_ui->more->menu()->addAction(text), &QAction::triggered, this, std::move(clicked));
}

void RecordList::addFirstStep(const QString& text, std::function<void()> clicked)
{
    m_empty->addStep(text, std::move(clicked));
}

void RecordList::setNames(const QHash<Uid, QString>& names)
{
    m_model->setNames(names);
}

void RecordList::setWords(const FieldWords& words)
{
    m_model->setWords(words);
}

void RecordList::setRecords(QVector<model::Record> records, bool isRegisterEmpty)
{
    m_model->setRecords(std::move(records));
    if (!m_isFitted && m_model->rowCount() > 0) {
        m_ui->rows->fitColumns();
        m_isFitted = true;
    }
    m_isRegisterEmpty = isRegisterEmpty;
    showBody();
    showCounts();
}

void RecordList::setOtherView(QWidget* view)
{
    m_other = view;
    m_ui->outer->insertWidget(m_ui->outer->indexOf(m_ui->rows), view, 1);
    showBody();
}

void RecordList::showOtherView(bool isOther)
{
    m_isOther = isOther;
    m_ui->rows->setCurrentIndex(m_ui->rows->currentIndex()); // the other view chooses one only
    showBody();
}

void RecordList::showBody()
{
    m_empty->setVisible(m_isRegisterEmpty);
    m_ui->rows->setVisible(!m_isRegisterEmpty && !m_isOther);
    if (m_other)
        m_other->setVisible(!m_isRegisterEmpty && m_isOther);
}

QString RecordList::searchText() const
{
    return m_ui->search->text().trimmed();
}

QVector<QPair<QString, model::Value>> RecordList::conditions() const
{
    return m_chips->conditions();
}

void RecordList::clearChips()
{
    m_chips->clear();
}

bool RecordList::isNarrowed() const
{
    return !searchText().isEmpty() || m_chips->isFiltering() || !m_only.isAll();
}

void RecordList::setSearchText(const QString& text)
{
    m_ui->search->setText(text);
}

void RecordList::showOnly(const Counted& only)
{
    m_only = only;
    m_ui->only->setText(tr("只看：%1　✕").arg(only.words));
    m_ui->only->setVisible(!only.isAll());
}

const model::Record* RecordList::current() const
{
    const QModelIndex index = m_sorted->mapToSource(m_ui->rows->currentIndex());
    return index.isValid() ? &m_model->record(index.row()) : nullptr;
}

/// In the order of the screen.
QModelIndexList RecordList::chosenRows() const
{
    QModelIndexList rows = m_ui->rows->selectionModel()->selectedRows();
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
    m_ui->rows->setCurrentIndex(index);
    m_ui->rows->scrollTo(index);
    return true;
}

void RecordList::focusSearch()
{
    m_ui->search->setFocus();
    m_ui->search->selectAll();
}

void RecordList::focusRows()
{
    (m_isOther ? m_other : m_ui->rows)->setFocus();
}

void RecordList::showCounts()
{
    const qsizetype chosenCount = m_ui->rows->selectionModel()->selectedRows().size();
    m_ui->totals->setText(isNarrowed() ? tr("符合条件的 %1 条").arg(m_model->rowCount())
                                       : tr("共 %1 条").arg(m_model->rowCount()));
    m_bulkText->setText(tr("已选 %1 条：").arg(chosenCount));
    m_ui->bulkBar->setVisible(chosenCount > 1 && !services::actionsOf(m_kind).isEmpty());
}

QString RecordList::plainText() const
{
    return m_ui->rows->plainText(m_kind.title);
}

documents::PrintedList RecordList::printed() const
{
    documents::PrintedList list = m_ui->rows->printed(m_kind.title);
    list.subtitle = m_chips->sentence();
    if (!m_only.isAll())
        list.subtitle += tr("（%1）").arg(m_only.words);
    if (!searchText().isEmpty())
        list.subtitle += tr("（搜索“%1”）").arg(searchText());
    QVector<const model::Field*> fields;
    for (const int column : m_ui->rows->shownColumns())
        fields.append(&m_model->field(column));
    QVector<model::Record> records;
    for (const QModelIndex& row : m_ui->rows->rowsToGiveOut())
        records.append(m_model->record(m_sorted->mapToSource(row).row()));
    list.totals = documents::totalsOf(fields, records);
    return list;
}

} // namespace chengheng::gui
