// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records_below.h"

#include "gui/asking.h"
#include "gui/form_dialog.h"
#include "gui/list_view.h"
#include "gui/record_form.h"
#include "gui/record_table_model.h"
#include "gui/theme.h"

#include <QComboBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace chengheng::gui {

namespace {

bool belongsTo(const model::RecordKind& child, const model::RecordKind& parent)
{
    const model::Field* field = child.field(child.parentField);
    return !child.isInternal && field && field->refers == parent.key;
}

/// Where several actions add the same kind (the steps of a problem), each says something else.
std::optional<services::Action> onlyActionAdding(const model::RecordKind& child, const model::RecordKind& parent)
{
    std::optional<services::Action> adding;
    for (const services::Action& action : services::actionsOf(parent)) {
        if (action.childKind != child.key)
            continue;
        if (adding)
            return std::nullopt;
        adding = action;
    }
    return adding;
}

} // namespace

RecordsBelow::RecordsBelow(Dispatcher& dispatcher, const model::RecordKind& parent, QWidget* widgetParent)
    : QWidget(widgetParent), m_dispatcher(dispatcher), m_parentKind(parent), m_choice(new QComboBox),
      m_add(new QPushButton), m_views(new QStackedWidget)
{
    m_choice->setAccessibleName(tr("相关登记"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_choice, 1);
    head->addWidget(m_add);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_views, 1);
    for (const model::RecordKind* child : model::allKinds())
        if (belongsTo(*child, parent))
            m_books.append(book(*child));
    connect(m_choice, &QComboBox::currentIndexChanged, m_views, &QStackedWidget::setCurrentIndex);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &RecordsBelow::offerAdding);
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT actionAsked(*m_books[m_choice->currentIndex()].adding); });
    showNothing();
}

RecordsBelow::Book RecordsBelow::book(const model::RecordKind& kind)
{
    auto* model = new RecordTableModel(kind, this);
    auto* view = new ListView(m_parentKind.key + QLatin1Char('.') + kind.key);
    view->setModel(model);
    view->setAccessibleName(kind.title);
    for (int column = 0; column < model->columnCount(); ++column)
        if (!model->field(column).isListed || model->field(column).key == kind.parentField)
            view->hideAtFirst(column);
    connect(view, &ListView::left, this, &RecordsBelow::left);
    connect(view, &ListView::opened, this, &RecordsBelow::correctChosen);
    m_views->addWidget(view);
    m_choice->addItem(kind.title);
    return {&kind, model, view, onlyActionAdding(kind, m_parentKind)};
}

QVector<const model::RecordKind*> RecordsBelow::kinds() const
{
    QVector<const model::RecordKind*> kinds;
    for (const Book& book : m_books)
        kinds.append(book.kind);
    return kinds;
}

void RecordsBelow::setNames(const QHash<QString, QHash<Uid, QString>>& names)
{
    m_names = names;
    QHash<Uid, QString> all;
    for (const auto& ofKind : names)
        all.insert(ofKind);
    for (const Book& book : std::as_const(m_books))
        book.model->setNames(all);
}

void RecordsBelow::count(int place)
{
    const Book& book = m_books[place];
    m_choice->setItemText(place, m_parent.isNull() ? book.kind->title
                                                   : tr("%1（%2）").arg(book.kind->title).arg(book.model->rowCount()));
}

void RecordsBelow::offerAdding()
{
    const int place = m_choice->currentIndex();
    const auto& adding = place < 0 ? std::nullopt : m_books[place].adding;
    m_add->setVisible(adding.has_value());
    m_add->setEnabled(!m_parent.isNull());
    if (adding)
        m_add->setText(adding->title);
}

void RecordsBelow::show(const Uid& parent, QDate day)
{
    m_parent = parent;
    offerAdding();
    for (int place = 0; place < m_books.size(); ++place) {
        services::RegisterQuery asked;
        asked.asOf = day;
        asked.where = {{m_books[place].kind->parentField, parent.toString()}};
        askFor<QVector<model::Record>>(
            m_dispatcher, this,
            [&kind = *m_books[place].kind, asked](const services::Workspace& workspace) -> Result<QVector<model::Record>> {
                if (!services::mayRead(workspace, kind))
                    return QVector<model::Record>();
                return services::listRecords(workspace, kind, asked);
            },
            [this, parent, place](QVector<model::Record> records) {
                if (m_parent != parent)
                    return;
                m_books[place].model->setRecords(std::move(records));
                m_books[place].view->fitColumns();
                count(place);
            });
    }
}

void RecordsBelow::showNothing()
{
    m_parent = {};
    offerAdding();
    for (int place = 0; place < m_books.size(); ++place) {
        m_books[place].model->setRecords({});
        count(place);
    }
}

void RecordsBelow::correctChosen()
{
    const Book& book = m_books[m_choice->currentIndex()];
    const QModelIndex chosen = book.view->currentIndex();
    if (!chosen.isValid())
        return;
    const model::Record record = book.model->record(chosen.row());
    auto* dialog = new FormDialog(tr("更正%1").arg(book.kind->title), book.kind->fields, this);
    for (auto it = m_names.cbegin(); it != m_names.cend(); ++it)
        dialog->form().setChoices(it.key(), it.value());
    services::FieldValues values;
    for (qsizetype i = 0; i < record.values.size(); ++i)
        values.insert(book.kind->fields[i].key, record.values[i]);
    dialog->form().setValues(values);
    dialog->submitTo(m_dispatcher, [record](services::Workspace& workspace, services::FieldValues typed) {
        for (const model::Field& field : record.kind->fields)
            if (!field.isDerived && field.type != model::FieldType::Document && !typed.contains(field.key))
                typed.insert(field.key, {}); // was emptied
        for (qsizetype i = 0; i < record.values.size(); ++i)
            if (typed.value(record.kind->fields[i].key) == record.values[i])
                typed.remove(record.kind->fields[i].key);
        return services::correctRecord(workspace, *record.kind, record.uid, record.version, typed, {});
    });
    dialog->open();
}

} // namespace chengheng::gui
