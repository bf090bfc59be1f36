// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/register_page.h"

#include "gui/form_dialog.h"
#include "gui/import_dialog.h"
#include "gui/made_paper.h"
#include "gui/printing.h"
#include "model/office_records.h"
#include "services/corrections.h"
#include "services/record_papers.h"
#include "services/tables.h"
#include "ui_RegisterPage.h"

#include <QAction>

namespace chengheng::gui {

namespace {

constexpr int listWidth = 720; // at 1366×768
constexpr int recordWidth = 450;

QString tableFiles()
{
    return RegisterPage::tr("表格 (*.xlsx *.csv)");
}

} // namespace

RegisterPage::RegisterPage(AppState& state, const model::RecordKind& kind, QWidget* parent, QWidget* designed)
    : Page(state, kind.key, kind.title, parent), m_ui(std::make_unique<Ui::RegisterPage>()), m_kind(kind),
      m_add(new QAction(tr("登记%1").arg(kind.title), this)), m_print(new QAction(tr("打印…"), this)),
      m_list(new RecordList(kind)), m_panel(new RecordPanel(dispatcher(), kind, designed))
{
    m_ui->setupUi(this);
    m_ui->halves->addWidget(m_list);
    m_ui->halves->addWidget(m_panel);
    m_ui->halves->setStretchFactor(0, 3);
    m_ui->halves->setStretchFactor(1, 2);
    m_ui->halves->setSizes({listWidth, recordWidth});
    m_add->setShortcut(QKeySequence::New);
    addAction(m_add);
    m_list->setActor(dispatcher().actor());
    m_list->addFirstStep(m_add->text(), [this] { addNew(); });
    offerTables();
    connect(m_add, &QAction::triggered, this, &RegisterPage::addNew);
    connect(m_print, &QAction::triggered, this, &RegisterPage::printShown);
    connect(m_list, &RecordList::queryChanged, this, &RegisterPage::refresh);
    connect(m_list, &RecordList::currentChanged, this, &RegisterPage::showChosen);
    connect(m_list, &RecordList::opened, m_panel, &RecordPanel::focusForm);
    connect(m_list, &RecordList::left, this, &Page::left);
    connect(m_list, &RecordList::bulkActionAsked, this,
            [this](const services::Action& action) { perform(action, m_list->chosen()); });
    connect(m_panel, &RecordPanel::left, m_list, &RecordList::focusRows);
    connect(m_panel, &RecordPanel::actionAsked, this,
            [this](const services::Action& action) { perform(action, {m_panel->record()->uid}); });
    connect(m_panel, &RecordPanel::paperAsked, this, [this](const services::PaperKind& paper) {
        showMadePaper(dispatcher(), this, paper, m_panel->record()->uid, day());
    });
}

RegisterPage::~RegisterPage() = default;

/// Tables in and out: buttons where the register can be filled by them, and first steps when it is empty.
void RegisterPage::offerTables()
{
    m_list->addButton(tr("导出…"), [this] { exportShown(); });
    m_list->addToMenu(tr("打印…（Ctrl+P）"), [this] { printShown(); });
    m_list->addToMenu(tr("打印照片页…"), [this] { printPhotographs(); });
    if (m_kind.key != model::kindOf<model::CorrectionSlip>().key)
        m_list->addToMenu(tr("更正并开更正单…"), [this] { correctWithSlip(); });
    for (const services::PaperKind& paper : services::papersAbout(m_kind.key))
        if (!paper.dayField.isEmpty())
            m_list->addToMenu(tr("全部%1合成一份 PDF…").arg(paper.title), [this, paper] { saveAll(paper); });
    if (!services::importableKinds().contains(m_kind.key))
        return;
    const auto import = [this] { ImportDialog::start(dispatcher(), m_kind, this); };
    const auto blank = [this] {
        Prompts::current().saveFile(this, tr("空白表"), tr("%1-空白.xlsx").arg(m_kind.title), tableFiles(),
                                    [this](const QString& path) {
                                        // A template reads no records, so it needs no worker.
                                        if (const auto written = services::writeTemplate(m_kind, path); !written)
                                            Prompts::current().show(this, written.error());
                                        else
                                            Prompts::current().inform(this, tr("空白表已存到：%1").arg(path));
                                    });
    };
    m_list->addButton(tr("导入…"), import);
    m_list->addButton(tr("粘贴"), [this] { ImportDialog::paste(dispatcher(), m_kind, this); });
    m_list->addToMenu(tr("空白表…"), blank);
    m_list->addFirstStep(tr("导入表格…"), import);
    m_list->addFirstStep(tr("下载空白表…"), blank);
}

void RegisterPage::addAbove(QWidget* widget)
{
    m_ui->outer->insertWidget(0, widget);
}

void RegisterPage::addListButton(const QString& text, std::function<void()> clicked)
{
    m_list->addButton(text, std::move(clicked));
}

services::RegisterQuery RegisterPage::query() const
{
    services::RegisterQuery query;
    query.asOf = day();
    query.search = m_list->searchText();
    query.where = m_list->conditions();
    if (!m_list->only().isAll())
        query.among = m_list->only().records;
    return query;
}

void RegisterPage::refresh()
{
    QVector<const model::RecordKind*> kinds = m_panel->childKinds();
    kinds.append(&m_kind);
    for (const services::Action& action : services::actionsOf(m_kind))
        if (const model::RecordKind* child = model::findKind(action.childKind); child && !kinds.contains(child))
            kinds.append(child);
    read<Contents>(
        [kinds, asked = query(), &kind = m_kind, on = day(),
         readWords = wordsReader()](const services::Workspace& workspace) -> Result<Contents> {
            auto records = services::listRecords(workspace, kind, asked);
            if (!records)
                return fail(records.error());
            auto names = namesOfReferences(workspace, kinds);
            if (!names)
                return fail(names.error());
            auto picks = picksOfFields(workspace, kinds, on);
            if (!picks)
                return fail(picks.error());
            auto all = allNames(*names);
            auto words = readWords ? readWords(workspace) : wordsOfPicks(kind, *picks);
            return Contents{std::move(*records), std::move(*names), std::move(all), std::move(words),
                            std::move(*picks)};
        },
        [this](Contents contents) { showContents(std::move(contents)); });
}

void RegisterPage::showContents(Contents contents)
{
    m_names = std::move(contents.names);
    m_words = std::move(contents.words);
    m_picks = std::move(contents.picks);
    m_panel->setNames(m_names);
    m_panel->setPicks(m_picks);
    m_panel->setWords(m_words);
    m_list->setWords(m_words);
    m_list->setNames(contents.allNames);
    m_read = std::move(contents.records);
    prepare(m_read);
    showRows();
    Q_EMIT stateChanged(stateSentence());
}

QString RegisterPage::stateSentence() const
{
    return m_list->isNarrowed() ? tr("符合条件的 %1 条").arg(m_read.size()) : tr("已登记 %1 条").arg(m_read.size());
}

void RegisterPage::showRows()
{
    const Uid before = m_panel->record() ? m_panel->record()->uid : Uid();
    QVector<model::Record> shown;
    for (const model::Record& record : std::as_const(m_read))
        if (isShown(record))
            shown.append(record);
    const Uid first = showKept(shown);
    m_list->setRecords(std::move(shown), m_read.isEmpty() && !m_list->isNarrowed());
    if (!m_toReveal.isNull() && m_list->makeCurrent(m_toReveal))
        m_toReveal = {};
    else if (!m_list->current() && !m_list->makeCurrent(before))
        m_list->makeCurrent(first);
    showChosen();
}

void RegisterPage::filterAgain()
{
    showRows();
}

void RegisterPage::reveal(const Uid& uid)
{
    // Where it is not shown yet, the refresh that is under way comes back here.
    m_toReveal = m_list->makeCurrent(uid) ? Uid() : uid;
}

void RegisterPage::clearFilters()
{
    m_list->clearChips();
}

Spot RegisterPage::spot() const
{
    return {key(), m_panel->record() ? m_panel->record()->uid : Uid(), m_list->only(), m_list->searchText()};
}

void RegisterPage::goTo(const Spot& spot)
{
    clearFilters();
    m_list->showOnly(spot.only);
    m_list->setSearchText(spot.search);
    Page::goTo(spot);
}

void RegisterPage::showChosen()
{
    const model::Record* current = m_list->current();
    if (hasUnsavedChanges() && (!current || current->uid != m_panel->record()->uid)) {
        // Once the click has ended: it would choose its row after all.
        QMetaObject::invokeMethod(
            this, [this, next = current ? current->uid : Uid()] { askBeforeLeaving(next); }, Qt::QueuedConnection);
        return;
    }
    if (!current) {
        m_panel->showNothing();
        return;
    }
    m_panel->show(*current, day());
    showDetails(*current);
}

void RegisterPage::askBeforeLeaving(const Uid& next)
{
    if (!hasUnsavedChanges())
        return;
    {
        const QSignalBlocker blocker(m_list);
        m_list->makeCurrent(m_panel->record()->uid);
    }
    if (next.isNull())
        return; // the record went out of the list; what is typed can still be saved
    m_panel->leave([this, next] { reveal(next); });
}

/// Offers what References may be, and words.
FormDialog* RegisterPage::newForm(const QString& title, const QVector<model::Field>& fields)
{
    auto* dialog = new FormDialog(title, fields, this);
    dialog->form().setNames(m_names);
    dialog->form().setWords(m_words);
    dialog->form().setPicks(m_picks);
    dialog->form().setRole(dispatcher().actor().role);
    return dialog;
}

void RegisterPage::addNew()
{
    FormDialog* dialog = newForm(m_add->text(), m_kind.fields);
    dialog->form().setValues(services::presumedValues(m_kind, fillingIn()));
    dialog->submitTo(
        dispatcher(),
        [&kind = m_kind](services::Workspace& workspace, const services::FieldValues& values, const Uid& intent) {
            return services::addRecord(workspace, services::recordOf(kind, values), intent);
        },
        [this](const services::Written& written) { m_toReveal = written.uid; });
    dialog->open();
}

void RegisterPage::perform(const services::Action& action, const QVector<Uid>& uids)
{
    const QVector<model::Field> inputs = services::inputsOf(action);
    const QString whom =
        uids.size() == 1 && m_panel->record() ? m_panel->record()->name() : tr("%1 条").arg(uids.size());
    FormDialog* dialog = newForm(tr("%1：%2").arg(action.title, whom), inputs);
    const model::Record* from = m_panel->record() ? &*m_panel->record() : nullptr;
    if (from)
        dialog->form().setUnit(Uid(model::textOf(from->value(QStringLiteral("unit")))));
    if (uids.size() != 1 || (from && from->uid != uids.first()))
        from = nullptr;
    dialog->form().setValues(services::presetsOf(action, fillingIn(), from));
    if (uids.size() == 1)
        sayCaution(action, uids.first(), dialog);
    dialog->submitTo(dispatcher(), [action, uids](services::Workspace& workspace, const services::FieldValues& values,
                                                  const Uid& intent) {
        return services::doAction(workspace, action, uids, values, intent);
    });
    dialog->open();
}

/// What speaks against it stands above the form before anything is filled in.
void RegisterPage::sayCaution(const services::Action& action, const Uid& uid, FormDialog* dialog)
{
    askFor<QString>(
        dispatcher(), dialog,
        [action, uid, on = fillingIn().on](const services::Workspace& workspace) {
            return services::cautionAgainst(workspace, action, uid, on);
        },
        [dialog](const QString& caution) { dialog->setCaution(caution); });
}

void RegisterPage::exportShown()
{
    Prompts::current().saveFile(
        this, tr("导出%1").arg(m_kind.title), m_kind.title + QStringLiteral(".xlsx"), tableFiles(),
        [this](const QString& path) {
            services::RegisterQuery asked = query();
            asked.among = m_list->chosen().size() > 1 ? m_list->chosen() : m_list->shown();
            dispatcher().job<qint64>(
                tr("导出%1").arg(m_kind.title), this,
                [&kind = m_kind, path, asked](services::Workspace& workspace, const services::Progress&) {
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

void RegisterPage::saveAll(const services::PaperKind& paper)
{
    Prompts::current().saveFile(
        this, paper.title, paper.title + QStringLiteral(".pdf"), tr("PDF (*.pdf)"), [this, paper](const QString& path) {
            dispatcher().job<int>(
                tr("打印全部%1").arg(paper.title), this,
                [paper, path, on = day()](services::Workspace& workspace,
                                          const services::Progress& progress) -> Result<int> {
                    const auto made = services::makePapers(workspace, paper, on, progress);
                    if (!made)
                        return fail(made.error());
                    const auto saved = services::saveDocument(path, made->pdf);
                    return saved ? Result<int>(made->pages) : Result<int>(fail(saved.error()));
                },
                [this, path](const Result<int>& pages) {
                    if (pages)
                        Prompts::current().inform(this, tr("已存 %1 页：%2").arg(*pages).arg(path));
                    else
                        Prompts::current().show(this, pages.error());
                });
        });
}

void RegisterPage::printPhotographs()
{
    const model::Record* current = m_list->current();
    if (!current) {
        Prompts::current().inform(this, tr("请先选一条，再打印它的照片。"));
        return;
    }
    printPaper(dispatcher(), this,
               [uid = current->uid, &kind = m_kind, on = day()](const services::Workspace& workspace) {
                   return services::photographSheet(workspace, kind.key, uid, on);
               });
}

/// What was filed wrong and is put right with an approver's name on it; the papers it touches are named afterwards.
void RegisterPage::correctWithSlip()
{
    const model::Record* current = m_list->current();
    if (!current) {
        Prompts::current().inform(this, tr("请先选一条，再更正它。"));
        return;
    }
    QVector<model::Field> fields;
    for (const char* key : {"reason", "approver"})
        fields.append(*model::kindOf<model::CorrectionSlip>().field(QLatin1String(key)));
    const QString reasonKey = QStringLiteral("slip_reason");
    const QString approverKey = QStringLiteral("slip_approver");
    fields[0].key = reasonKey;
    fields[1].key = approverKey;
    services::FieldValues shown;
    for (const model::Field& field : m_kind.fields)
        if (!field.isDerived && field.type != model::FieldType::Document) {
            fields.append(field);
            shown.insert(field.key, current->value(field.key));
        }
    FormDialog* dialog = newForm(tr("更正：%1").arg(current->name()), fields);
    dialog->form().setValues(shown);
    auto slip = std::make_shared<model::CorrectionSlip>();
    dialog->submitTo(
        dispatcher(),
        [&kind = m_kind, record = *current, shown, slip, reasonKey,
         approverKey](services::Workspace& workspace, services::FieldValues values,
                      const Uid& intent) -> Result<services::Written> {
            const QString reason = model::textOf(values.take(reasonKey));
            const QString approver = model::textOf(values.take(approverKey));
            const services::FieldValues given = values;
            values.removeIf([&](const auto& entry) { return entry.value() == shown.value(entry.key()); });
            for (auto it = shown.cbegin(); it != shown.cend(); ++it)
                if (!given.contains(it.key()) && !model::isEmpty(it.value()))
                    values.insert(it.key(), {}); // what was made blank is corrected, too
            const auto made = services::correctWithSlip(workspace, kind, record.uid, record.version, values, reason,
                                                        approver, intent);
            if (!made)
                return fail(made.error());
            *slip = made->slip;
            return made->written;
        },
        [this, slip](const services::Written&) {
            Prompts::current().inform(
                this, tr("更正单 %1 号已登记。涉及的已发文书：\n%2").arg(slip->number).arg(slip->papers));
        });
    dialog->open();
}

void RegisterPage::printShown()
{
    printList(dispatcher(), this, m_list->printed(), day());
}

} // namespace chengheng::gui
