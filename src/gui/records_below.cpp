// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/records_below.h"

#include "gui/asking.h"
#include "gui/form_dialog.h"
#include "gui/import_dialog.h"
#include "gui/list_view.h"
#include "gui/record_form.h"
#include "gui/record_table_model.h"
#include "gui/reference_names.h"
#include "gui/revising.h"
#include "ui_RecordsBelow.h"

namespace chengheng::gui {

namespace {

bool belongsTo(const model::RecordKind& child, const model::RecordKind& parent)
{
    const model::Field* field = child.field(child.parentField);
    return !child.isInternal && field && field->refers == parent.key;
}

/// The field by which records of a kind that belong elsewhere speak of a unit: who attended, what was handed out to it,
/// when it was drawn. Empty: they do not, or the parent is no unit.
QString furtherLink(const model::RecordKind& kind, const model::RecordKind& parent)
{
    if (parent.key != QLatin1String("unit") || kind.isInternal || belongsTo(kind, parent))
        return {};
    for (const model::Field& field : kind.fields)
        if (field.refers == parent.key)
            return field.key;
    return {};
}

/// Registers that speak of a kind, each with the field by which; those that belong to it come first.
QVector<QPair<const model::RecordKind*, QString>> linksTo(const model::RecordKind& parent)
{
    QVector<QPair<const model::RecordKind*, QString>> links;
    for (const model::RecordKind* child : model::allKinds())
        if (belongsTo(*child, parent))
            links.append({child, child->parentField});
    for (const model::RecordKind* other : model::allKinds())
        if (const QString link = furtherLink(*other, parent); !link.isEmpty())
            links.append({other, link});
    return links;
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

/// What belongs to an instrument is found by unit and number in its tables; those are imported from the ledger.
bool takesTables(const model::RecordKind& kind)
{
    const model::Field* parent = kind.field(kind.parentField);
    return services::importableKinds().contains(kind.key) && parent->refers != QLatin1String("instrument");
}

} // namespace

RecordsBelow::RecordsBelow(Dispatcher& dispatcher, const model::RecordKind& parent, QWidget* widgetParent)
    : QWidget(widgetParent), m_ui(std::make_unique<Ui::RecordsBelow>()), m_dispatcher(dispatcher), m_parentKind(parent)
{
    m_ui->setupUi(this);
    for (const auto& [kind, link] : linksTo(parent))
        m_books.append(book(*kind, link));
    connect(m_ui->choice, &QComboBox::currentIndexChanged, this, &RecordsBelow::showBook);
    connect(m_ui->add, &QPushButton::clicked, this,
            [this] { Q_EMIT actionAsked(*m_books[m_ui->choice->currentIndex()].adding); });
    connect(m_ui->importTable, &QPushButton::clicked, this,
            [this] { ImportDialog::start(m_dispatcher, *current().kind, this, given()); });
    connect(m_ui->paste, &QPushButton::clicked, this,
            [this] { ImportDialog::paste(m_dispatcher, *current().kind, this, given()); });
    connect(m_ui->fillDown, &QPushButton::clicked, this, &RecordsBelow::fillDown);
    if (!m_books.isEmpty())
        showBook(0);
    showNothing();
}

RecordsBelow::~RecordsBelow() = default;

RecordsBelow::Book RecordsBelow::book(const model::RecordKind& kind, const QString& link)
{
    m_ui->choice->addItem(kind.title);
    return {&kind, link, new RecordTableModel(kind, this), onlyActionAdding(kind, m_parentKind)};
}

void RecordsBelow::showBook(int place)
{
    Book& book = m_books[place];
    if (!book.view)
        book.view = makeView(book);
    m_ui->views->setCurrentWidget(book.view);
    book.view->fitColumns();
    offerAdding();
}

ListView* RecordsBelow::makeView(const Book& book)
{
    auto* view = new ListView;
    view->setKey(m_parentKind.key + QLatin1Char('.') + book.kind->key);
    view->setModel(book.model);
    view->setAccessibleName(book.kind->title);
    for (int column = 0; column < book.model->columnCount(); ++column)
        if (!book.model->field(column).isListed || book.model->field(column).key == book.link)
            view->hideAtFirst(column);
    connect(view, &ListView::left, this, &RecordsBelow::left);
    connect(view, &ListView::opened, this, &RecordsBelow::correctChosen);
    m_ui->views->addWidget(view);
    return view;
}

QVector<const model::RecordKind*> RecordsBelow::kindsBelow(const model::RecordKind& parent)
{
    QVector<const model::RecordKind*> kinds;
    for (const auto& [kind, link] : linksTo(parent))
        kinds.append(kind);
    return kinds;
}

void RecordsBelow::setNames(const QHash<QString, QHash<Uid, QString>>& names)
{
    m_names = names;
    const QHash<Uid, QString> all = allNames(names);
    for (const Book& book : std::as_const(m_books))
        book.model->setNames(all);
}

void RecordsBelow::count(int place)
{
    const Book& book = m_books[place];
    m_ui->choice->setItemText(
        place, m_parent.isNull() ? book.kind->title : tr("%1（%2）").arg(book.kind->title).arg(book.model->rowCount()));
}

void RecordsBelow::offerAdding()
{
    const int place = m_ui->choice->currentIndex();
    const auto& adding = place < 0 ? std::nullopt : m_books[place].adding;
    m_ui->add->setVisible(adding.has_value());
    m_ui->add->setEnabled(!m_parent.isNull());
    if (adding)
        m_ui->add->setText(adding->title);
    const bool isOwn = place >= 0 && m_books[place].link == m_books[place].kind->parentField;
    const bool isImportable = isOwn && takesTables(*m_books[place].kind);
    for (QPushButton* button : {m_ui->importTable, m_ui->paste}) {
        button->setVisible(isImportable);
        button->setEnabled(!m_parent.isNull());
    }
    m_ui->fillDown->setEnabled(!m_parent.isNull());
}

const RecordsBelow::Book& RecordsBelow::current() const
{
    return m_books[m_ui->choice->currentIndex()];
}

/// That a row belongs to the parent on screen.
services::FieldValues RecordsBelow::given() const
{
    return {{current().link, m_parent.toString()}};
}

QVector<model::Record> RecordsBelow::chosen() const
{
    QVector<model::Record> records;
    for (const QModelIndex& row : current().view->selectionModel()->selectedRows())
        records.append(current().model->record(row.row()));
    return records;
}

/// Gives several chosen records the same content in one field.
void RecordsBelow::fillDown()
{
    const QVector<model::Record> records = chosen();
    if (records.isEmpty()) {
        Prompts::current().inform(this, tr("请先选中要填的行，可以按住 Ctrl 或 Shift 选多行。"));
        return;
    }
    QVector<model::Field> fields;
    QStringList labels;
    for (const model::Field& field : current().kind->fields)
        if (!field.isDerived && !field.isDated && !field.isUnique && field.type != model::FieldType::Document
            && field.key != current().link) {
            fields.append(field);
            labels << field.label;
        }
    Prompts::current().choose(this, tr("向下填充"), tr("把哪一项填成同一个内容"), labels,
                              [this, records, fields, labels](const QString& label) {
                                  if (const qsizetype place = labels.indexOf(label); place >= 0)
                                      askFilling(fields[place], records);
                              });
}

void RecordsBelow::askFilling(const model::Field& field, const QVector<model::Record>& records)
{
    auto* dialog = new FormDialog(tr("向下填充“%1”：%2 行").arg(field.label).arg(records.size()), {field}, this);
    if (field.type == model::FieldType::Reference)
        dialog->form().setChoices(field.refers, m_names.value(field.refers));
    dialog->form().setValues({{field.key, records.first().value(field.key)}});
    dialog->submitTo(m_dispatcher, [key = field.key, records](services::Workspace& workspace,
                                                              const services::FieldValues& typed, const Uid& intent) {
        return services::correctRecords(workspace, records, {{key, typed.value(key)}}, intent);
    });
    dialog->open();
}

void RecordsBelow::show(const Uid& parent, QDate day)
{
    m_parent = parent;
    offerAdding();
    for (int place = 0; place < m_books.size(); ++place) {
        services::RegisterQuery asked;
        asked.asOf = day;
        asked.where = {{m_books[place].link, parent.toString()}};
        askFor<QVector<model::Record>>(
            m_dispatcher, this,
            [&kind = *m_books[place].kind,
             asked](const services::Workspace& workspace) -> Result<QVector<model::Record>> {
                if (!services::mayRead(workspace, kind))
                    return QVector<model::Record>();
                return services::listRecords(workspace, kind, asked);
            },
            [this, parent, place](QVector<model::Record> records) {
                if (m_parent != parent)
                    return;
                m_books[place].model->setRecords(std::move(records));
                if (place == m_ui->choice->currentIndex())
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
    const Book& book = m_books[m_ui->choice->currentIndex()];
    const QModelIndex chosen = book.view->currentIndex();
    if (!chosen.isValid())
        return;
    const model::Record record = book.model->record(chosen.row());
    auto* dialog = new FormDialog(tr("更正%1").arg(book.kind->title), book.kind->fields, this);
    dialog->form().setNames(m_names);
    services::FieldValues values;
    for (qsizetype i = 0; i < record.values.size(); ++i)
        values.insert(book.kind->fields[i].key, record.values[i]);
    dialog->form().setRole(m_dispatcher.actor().role);
    dialog->form().setValues(values);
    connect(dialog, &FormDialog::submitted, this, [this, dialog, record](const services::FieldValues& typed) {
        const services::FieldValues changed = changedValues(record, typed);
        if (changed.isEmpty())
            dialog->accept();
        else
            correct(record, changed, dialog);
    });
    dialog->open();
}

/// The form stays open until what it says is stored.
void RecordsBelow::correct(const model::Record& record, const services::FieldValues& changed, FormDialog* dialog)
{
    revise(m_dispatcher, dialog, record, changed, [dialog](const Result<services::Written>& written) {
        if (written)
            dialog->accept();
        else
            dialog->showFault(written.error());
    });
}

} // namespace chengheng::gui
