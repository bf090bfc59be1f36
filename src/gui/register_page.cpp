// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/register_page.h"

#include "base/dates.h"
#include "gui/form_dialog.h"
#include "gui/record_form.h"
#include "gui/theme.h"
#include "services/tables.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace chengheng::gui {

namespace {

constexpr int searchDelay = 300; // ms after the last key

/// Kinds whose records belong to records of this one.
QVector<const model::RecordKind*> childKinds(const model::RecordKind& kind)
{
    QVector<const model::RecordKind*> children;
    for (const model::RecordKind* other : model::allKinds()) {
        const model::Field* parent = other->field(other->parentField);
        if (!other->isInternal && parent && parent->refers == kind.key)
            children.append(other);
    }
    return children;
}

QTableView* newTable(QAbstractItemModel* model)
{
    auto* table = new QTableView;
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 12);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

Result<QHash<QString, QHash<Uid, QString>>> namesOfReferences(const services::Workspace& workspace,
                                                              const QVector<const model::RecordKind*>& kinds)
{
    QHash<QString, QHash<Uid, QString>> names;
    for (const model::RecordKind* kind : kinds)
        for (const model::Field& field : kind->fields) {
            if (field.type != model::FieldType::Reference || names.contains(field.refers))
                continue;
            const auto read = services::namesOf(workspace, *model::findKind(field.refers));
            if (!read)
                return fail(read.error());
            names.insert(field.refers, *read);
        }
    return names;
}

services::FieldValues valuesOf(const model::Record& record)
{
    services::FieldValues values;
    for (qsizetype i = 0; i < record.values.size(); ++i)
        values.insert(record.kind->fields[i].key, record.values[i]);
    return values;
}

} // namespace

RegisterPage::RegisterPage(AppState& state, const model::RecordKind& kind, QWidget* parent, QWidget* designed)
    : Page(state, kind.key, kind.title, parent), m_kind(kind), m_add(new QAction(tr("登记%1").arg(kind.title), this)),
      m_model(new RecordTableModel(kind, this)), m_sorted(new QSortFilterProxyModel(this)), m_delay(new QTimer(this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(Qt::UserRole);
    m_sorted->setSortLocaleAware(true);
    m_add->setShortcut(QKeySequence::New);
    addAction(m_add);
    m_delay->setSingleShot(true);
    m_delay->setInterval(searchDelay);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(buildList());
    splitter->addWidget(buildRecord(designed));
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    layout->addWidget(splitter, 1);
    connect(m_add, &QAction::triggered, this, &RegisterPage::addNew);
    connect(m_delay, &QTimer::timeout, this, &RegisterPage::refresh);
}

QWidget* RegisterPage::buildList()
{
    auto* panel = new QWidget;
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, spacing, 0);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("搜索：汉字、拼音或首字母"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("搜索"));
    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    m_listButtons = new QHBoxLayout;
    m_listButtons->addWidget(m_search, 1);
    buildFilters(m_listButtons);
    addListButton(tr("导出"), [this] { exportShown(); });
    layout->addLayout(m_listButtons);
    m_list = newTable(m_sorted);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(-1, Qt::AscendingOrder);
    m_list->setAccessibleName(m_kind.title);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showChosen(); });
    layout->addWidget(m_list, 1);
    m_empty = new QLabel(tr("还没有%1。点右上角“登记%1”开始。").arg(m_kind.title));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->hide();
    layout->addWidget(m_empty, 1);
    m_count = new QLabel;
    layout->addWidget(m_count);
    return panel;
}

void RegisterPage::buildFilters(QHBoxLayout* row)
{
    for (const model::Field& field : m_kind.fields) {
        if (field.type != model::FieldType::Choice || !field.isListed)
            continue;
        auto* box = new QComboBox;
        box->addItem(tr("%1：全部").arg(field.label), QString());
        for (const model::Choice& choice : field.choices)
            box->addItem(choice.label, choice.key);
        box->setAccessibleName(tr("按%1筛选").arg(field.label));
        const qsizetype place = m_filters.size();
        m_filters.append({field.key, QString()});
        connect(box, &QComboBox::currentIndexChanged, this, [this, box, place] {
            m_filters[place].second = box->currentData().toString();
            refresh();
        });
        row->addWidget(box);
        if (m_filters.size() == 2)
            break; // more would crowd the row at 1366
    }
}

void RegisterPage::addListButton(const QString& text, std::function<void()> clicked)
{
    auto* button = new QPushButton(text);
    connect(button, &QPushButton::clicked, this, std::move(clicked));
    m_listButtons->addWidget(button);
}

QWidget* RegisterPage::buildRecord(QWidget* designed)
{
    auto* panel = new QWidget;
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(spacing, 0, 0, 0);
    m_title = new QLabel(tr("未选择"));
    makeTitle(m_title);
    m_title->setWordWrap(true);
    layout->addWidget(m_title);
    m_recordLayout = layout;
    auto* actions = new QHBoxLayout;
    buildActions(actions);
    layout->addLayout(actions);
    m_tabs = new QTabWidget;
    m_form = designed ? new RecordForm(m_kind.fields, designed, nullptr) : new RecordForm(m_kind.fields);
    auto* formPanel = new QWidget;
    auto* formLayout = new QVBoxLayout(formPanel);
    auto* area = new QScrollArea;
    area->setWidget(m_form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    formLayout->addWidget(area, 1);
    m_save = new QPushButton(tr("保存"));
    m_save->setProperty("primary", true);
    m_save->setShortcut(QKeySequence::Save);
    m_save->setEnabled(false);
    connect(m_save, &QPushButton::clicked, this, &RegisterPage::save);
    connect(m_form, &RecordForm::edited, this, [this] { m_save->setEnabled(m_chosen && m_form->isChanged()); });
    formLayout->addWidget(m_save, 0, Qt::AlignRight);
    m_tabs->addTab(formPanel, tr("基本信息"));
    for (const model::RecordKind* child : childKinds(m_kind)) {
        auto* model = new RecordTableModel(*child, this);
        m_children.append({child->key, model});
        m_tabs->addTab(newTable(model), child->title);
    }
    auto* timeline = new QStandardItemModel(0, 3, this);
    timeline->setHorizontalHeaderLabels({tr("时间"), tr("经手人"), tr("内容")});
    m_timeline = newTable(timeline);
    m_tabs->addTab(m_timeline, tr("操作留痕"));
    layout->addWidget(m_tabs, 1);
    return panel;
}

void RegisterPage::buildActions(QHBoxLayout* row)
{
    for (const services::Action& action : services::actionsOf(m_kind)) {
        auto* button = new QPushButton(action.title);
        button->setEnabled(false);
        connect(button, &QPushButton::clicked, this, [this, action] { perform(action); });
        m_actionButtons.append(button);
        row->addWidget(button);
    }
    row->addStretch(1);
}

void RegisterPage::addTab(QWidget* widget, const QString& title)
{
    m_tabs->insertTab(1, widget, title);
}

services::RegisterQuery RegisterPage::query() const
{
    services::RegisterQuery query;
    query.asOf = day();
    query.search = m_search->text().trimmed();
    for (const auto& [key, value] : m_filters)
        if (!value.isEmpty())
            query.where.append({key, value});
    return query;
}

void RegisterPage::refresh()
{
    QVector<const model::RecordKind*> kinds = childKinds(m_kind);
    kinds.append(&m_kind);
    read<Contents>(
        [kinds, asked = query(), &kind = m_kind](const services::Workspace& workspace) -> Result<Contents> {
            Contents contents;
            auto records = services::listRecords(workspace, kind, asked);
            if (!records)
                return fail(records.error());
            contents.records = std::move(*records);
            auto names = namesOfReferences(workspace, kinds);
            if (!names)
                return fail(names.error());
            contents.namesByKind = std::move(*names);
            for (const auto& ofKind : contents.namesByKind)
                for (auto it = ofKind.begin(); it != ofKind.end(); ++it)
                    contents.names.insert(it.key(), it.value());
            return contents;
        },
        [this](Contents contents) { showContents(std::move(contents)); });
}

void RegisterPage::showContents(Contents contents)
{
    const bool isFirst = m_model->rowCount() == 0;
    m_namesByKind = contents.namesByKind;
    for (auto it = m_namesByKind.begin(); it != m_namesByKind.end(); ++it)
        m_form->setChoices(it.key(), it.value());
    m_model->setNames(contents.names);
    for (const auto& [key, model] : m_children)
        model->setNames(contents.names);
    m_read = std::move(contents.records);
    prepare(m_read);
    showRows();
    if (isFirst && m_model->rowCount() > 0)
        m_list->resizeColumnsToContents();
    const bool isEmpty = m_read.isEmpty() && query().search.isEmpty() && query().where.isEmpty();
    m_empty->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
    Q_EMIT stateChanged(tr("已登记 %1 条").arg(m_model->rowCount()));
    if (!m_toReveal.isNull())
        reveal(m_toReveal);
    else if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->selectRow(0);
    else
        showChosen();
}

void RegisterPage::showRows()
{
    QVector<model::Record> shown;
    for (const model::Record& record : m_read)
        if (isShown(record))
            shown.append(record);
    m_model->setRecords(std::move(shown));
    m_count->setText(tr("共 %1 条").arg(m_model->rowCount()));
}

void RegisterPage::filterAgain()
{
    showRows();
    showChosen();
}

void RegisterPage::addBelowTitle(QWidget* widget)
{
    m_recordLayout->insertWidget(1, widget);
}

void RegisterPage::reveal(const Uid& uid)
{
    m_toReveal = uid;
    const int row = m_model->rowOf(uid);
    if (row < 0)
        return; // the refresh that is under way comes back here
    m_toReveal = Uid();
    m_list->setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, 0)));
}

void RegisterPage::showChosen()
{
    const QModelIndex current = m_sorted->mapToSource(m_list->currentIndex());
    for (QWidget* button : m_actionButtons)
        button->setEnabled(current.isValid());
    if (m_chosen && m_form->isChanged() && (!current.isValid() || m_model->record(current.row()).uid != m_chosen->uid)) {
        askBeforeLeaving(current.isValid() ? m_model->record(current.row()).uid : Uid());
        return;
    }
    if (!current.isValid()) {
        m_chosen.reset();
        m_title->setText(tr("未选择"));
        return;
    }
    const bool isOther = !m_chosen || m_chosen->uid != m_model->record(current.row()).uid;
    if (!isOther && m_form->isChanged())
        return; // what is being typed stays
    m_chosen = m_model->record(current.row());
    m_title->setText(m_chosen->name());
    m_form->setValues(valuesOf(*m_chosen));
    m_save->setEnabled(false);
    showChildren(m_chosen->uid);
    showTimeline(m_chosen->uid);
    showDetails(*m_chosen);
}

void RegisterPage::askBeforeLeaving(const Uid& next)
{
    const int row = m_model->rowOf(m_chosen->uid);
    if (row >= 0) {
        const QSignalBlocker blocker(m_list->selectionModel());
        m_list->setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, 0)));
        m_list->viewport()->update();
    }
    if (next.isNull())
        return; // the record went out of the list; what is typed can still be saved
    Prompts::current().confirm(this, tr("“%1”的修改还没有保存，离开会丢掉这些修改。").arg(m_chosen->name()), tr("放弃修改"),
                               [this, next] {
                                   m_form->setValues(valuesOf(*m_chosen));
                                   reveal(next);
                               });
}

void RegisterPage::showDetails(const model::Record&) {}

void RegisterPage::showChildren(const Uid& uid)
{
    for (const auto& [key, model] : m_children) {
        const model::RecordKind& child = *model::findKind(key);
        services::RegisterQuery asked;
        asked.asOf = day();
        asked.where = {{child.parentField, uid.toString()}};
        read<QVector<model::Record>>(
            [&child, asked](const services::Workspace& workspace) { return services::listRecords(workspace, child, asked); },
            [this, uid, model = model](QVector<model::Record> records) {
                if (m_chosen && m_chosen->uid == uid)
                    model->setRecords(std::move(records));
            });
    }
}

void RegisterPage::showTimeline(const Uid& uid)
{
    read<QVector<services::TimelineEntry>>(
        [uid](const services::Workspace& workspace) { return services::timelineOf(workspace, uid); },
        [this](const QVector<services::TimelineEntry>& entries) {
            auto* model = static_cast<QStandardItemModel*>(m_timeline->model());
            model->removeRows(0, model->rowCount());
            for (const services::TimelineEntry& entry : entries)
                model->appendRow({new QStandardItem(entry.when.toString(QStringLiteral("yyyy-MM-dd HH:mm"))),
                                  new QStandardItem(entry.who), new QStandardItem(entry.sentence)});
            m_timeline->resizeColumnsToContents();
        });
}

void RegisterPage::addNew()
{
    auto* dialog = new FormDialog(m_add->text(), m_kind.fields, this);
    for (auto it = m_namesByKind.begin(); it != m_namesByKind.end(); ++it)
        dialog->form().setChoices(it.key(), it.value());
    dialog->form().setValues(services::presumedValues(m_kind));
    dialog->submitTo(
        dispatcher(),
        [&kind = m_kind](services::Workspace& workspace, const services::FieldValues& values) {
            return services::addRecord(workspace, services::recordOf(kind, values));
        },
        [this](const services::Written& written) { m_toReveal = written.uid; });
    dialog->open();
}

void RegisterPage::save()
{
    if (!m_chosen)
        return;
    const auto values = m_form->values();
    if (!values)
        return;
    services::FieldValues changed;
    bool movesFigure = false;
    for (auto it = values->begin(); it != values->end(); ++it)
        if (m_chosen->value(it.key()) != it.value()) {
            changed.insert(it.key(), it.value());
            movesFigure = movesFigure || m_kind.field(it.key())->isDated;
        }
    if (movesFigure) {
        askSinceWhen(changed);
        return;
    }
    dispatcher().write<services::Written>(
        this,
        [changed, record = *m_chosen](services::Workspace& workspace) {
            return services::correctRecord(workspace, *record.kind, record.uid, record.version, changed, {});
        },
        [this](const Result<services::Written>& written) {
            if (written)
                m_form->setValues(*m_form->values());
            else if (!m_form->showFault(written.error()))
                Prompts::current().show(this, written.error());
        });
}

/// What moves a figure is either wrong from the start or so from a day on; only the user knows which.
void RegisterPage::askSinceWhen(const services::FieldValues& changed)
{
    QVector<model::Field> inputs;
    for (const char* key : {"from", "reason"})
        inputs.append(*model::kindOf<model::DatedChange>().field(QLatin1String(key)));
    inputs.first().label = tr("自何日起（原先登记就错了的，空着）");
    inputs.first().isRequired = false;
    inputs.last().isRequired = true;
    auto* dialog = new FormDialog(tr("这项改动会影响统计数字"), inputs, this);
    dialog->submitTo(
        dispatcher(),
        [changed, record = *m_chosen](services::Workspace& workspace, const services::FieldValues& asked) {
            const QDate from = model::dateOf(asked.value(QStringLiteral("from")));
            const QString reason = model::textOf(asked.value(QStringLiteral("reason")));
            if (!from.isValid())
                return services::correctRecord(workspace, *record.kind, record.uid, record.version, changed, reason);
            services::FieldValues dated;
            services::FieldValues plain;
            for (auto it = changed.begin(); it != changed.end(); ++it)
                (record.kind->field(it.key())->isDated ? dated : plain).insert(it.key(), it.value());
            const auto written = services::changeRecord(workspace, *record.kind, record.uid, dated, from, reason);
            if (!written || plain.isEmpty())
                return written;
            return services::correctRecord(workspace, *record.kind, record.uid, record.version, plain, reason);
        },
        [this](const services::Written&) { m_form->setValues(*m_form->values()); });
    dialog->open();
}

void RegisterPage::perform(const services::Action& action)
{
    if (!m_chosen)
        return;
    auto* dialog = new FormDialog(tr("%1：%2").arg(action.title, m_chosen->name()), services::inputsOf(action), this);
    for (auto it = m_namesByKind.begin(); it != m_namesByKind.end(); ++it)
        dialog->form().setChoices(it.key(), it.value());
    services::FieldValues start;
    for (const model::Field& field : services::inputsOf(action))
        if (field.type == model::FieldType::Date && field.isRequired)
            start.insert(field.key, today());
    dialog->form().setValues(start);
    dialog->submitTo(dispatcher(), [action, uid = m_chosen->uid](services::Workspace& workspace,
                                                                 const services::FieldValues& values) {
        return services::doAction(workspace, action, uid, values);
    });
    dialog->open();
}

void RegisterPage::exportShown()
{
    Prompts::current().saveFile(
        this, tr("导出%1").arg(m_kind.title), m_kind.title + QStringLiteral(".xlsx"), tr("表格 (*.xlsx *.csv)"),
        [this](const QString& path) {
            dispatcher().job<qint64>(
                tr("导出%1").arg(m_kind.title), this,
                [&kind = m_kind, path, asked = query()](services::Workspace& workspace, const services::Progress&) {
                    return services::exportTable(workspace, kind, path, asked);
                },
                [this, path](const Result<qint64>& rows) {
                    if (rows)
                        Prompts::current().inform(this, tr("已导出 %1 行：%2").arg(*rows).arg(path));
                    else
                        Prompts::current().show(this, rows.error());
                });
        });
}

} // namespace chengheng::gui
