// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/ledger_page.h"

#include "documents/label_paper.h"
#include "documents/list_paper.h"
#include "gui/form_dialog.h"
#include "gui/import_dialog.h"
#include "gui/list_view.h"
#include "gui/pages/ledger_model.h"
#include "gui/printing.h"
#include "gui/theme.h"
#include "rules/splitting.h"
#include "services/labels.h"
#include "services/record_papers.h"
#include "services/splitting.h"
#include "services/tables.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTimer>
#include <QToolBar>

#include <algorithm>
#include <numeric>

namespace chengheng::gui {

namespace {

constexpr int searchDelay = 300; // ms after the last key

QString tableFiles()
{
    return LedgerPage::tr("表格 (*.xlsx *.csv)");
}

} // namespace

LedgerPage::LedgerPage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("instrument"), tr("计量器具台账"), parent), m_verify(new QAction(tr("登记检定"), this)),
      m_print(new QAction(tr("打印…"), this)), m_model(new LedgerModel(this)), m_list(new ListView(QStringLiteral("ledger"))),
      m_search(new QLineEdit), m_chips(new QToolBar), m_chipGroup(new QActionGroup(this)), m_why(new QLabel), m_totals(new QLabel),
      m_delay(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    layout->addLayout(buildTools());
    m_chipGroup->setExclusive(true);
    layout->addWidget(m_chips);
    m_list->setModel(m_model);
    m_list->setAccessibleName(title());
    layout->addWidget(m_list, 1);
    m_why->setWordWrap(true);
    m_why->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_why);
    layout->addWidget(m_totals);
    m_delay->setSingleShot(true);
    m_delay->setInterval(searchDelay);
    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_delay, &QTimer::timeout, this, &LedgerPage::applyFilter);
    connect(m_chipGroup, &QActionGroup::triggered, this, &LedgerPage::applyFilter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LedgerPage::showWhy);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LedgerPage::showTotals);
    connect(m_verify, &QAction::triggered, this, &LedgerPage::verifyChosen);
    connect(m_print, &QAction::triggered, this, &LedgerPage::printShown);
}

QHBoxLayout* LedgerPage::buildTools()
{
    auto* tools = new QHBoxLayout;
    m_search->setPlaceholderText(tr("搜索：单位、器具、出厂编号，或扫标签"));
    m_search->setToolTip(tr("在本页查找（Ctrl+F）"));
    m_search->setAccessibleName(tr("搜索"));
    m_search->setClearButtonEnabled(true);
    tools->addWidget(m_search, 1);
    const auto button = [&](const QString& text, auto clicked) {
        auto* made = new QPushButton(text);
        if constexpr (std::is_same_v<decltype(clicked), QMenu*>)
            made->setMenu(clicked);
        else
            connect(made, &QPushButton::clicked, this, clicked);
        tools->addWidget(made);
        return made;
    };
    button(tr("状态变动"), changesMenu());
    button(tr("登记器具"), [this] { addInstrument(); });
    button(tr("导入台账…"), [this] { ImportDialog::start(dispatcher(), model::kindOf<model::Instrument>(), this); });
    button(tr("粘贴"), [this] { ImportDialog::paste(dispatcher(), model::kindOf<model::Instrument>(), this); })
        ->setToolTip(tr("把在 WPS 或 Excel 里复制的行（连同标题行）核对后导入"));
    button(tr("更多"), moreMenu());
    return tools;
}

QMenu* LedgerPage::changesMenu()
{
    auto* changes = new QMenu(this);
    for (const services::Action& action : services::actionsOf(model::kindOf<model::Instrument>()))
        if (action.childKind.isEmpty())
            changes->addAction(action.title, this, [this, action] { changeChosen(action); });
    changes->addSeparator();
    changes->addAction(tr("拆分…"), this, &LedgerPage::splitChosen);
    return changes;
}

QMenu* LedgerPage::moreMenu()
{
    auto* more = new QMenu(this);
    more->addAction(tr("导入检定结果…"), this, [this] {
        ImportDialog::start(dispatcher(), model::kindOf<model::Verification>(), this);
    });
    more->addAction(tr("导出…"), this, &LedgerPage::exportLedger);
    more->addAction(tr("打印…（Ctrl+P）"), this, &LedgerPage::printShown);
    more->addAction(tr("打印标签（带二维码）…"), this, &LedgerPage::printLabels);
    more->addAction(tr("按标签查找（照片）…"), this, &LedgerPage::findByLabel);
    more->addAction(tr("复制为微信文字"), this, [this] { QGuiApplication::clipboard()->setText(plainText()); });
    more->addAction(tr("空白表…"), this, [this] {
        Prompts::current().saveFile(this, tr("空白台账"), tr("计量器具台账-空白.xlsx"), tableFiles(), [this](const QString& path) {
            if (const auto written = services::writeTemplate(model::kindOf<model::Instrument>(), path); !written)
                Prompts::current().show(this, written.error());
        });
    });
    return more;
}

void LedgerPage::refresh()
{
    read<std::shared_ptr<const ReadyLedger>>(
        [on = day()](const services::Workspace& workspace) -> Result<std::shared_ptr<const ReadyLedger>> {
            auto view = services::ledgerOn(workspace, on);
            if (!view)
                return fail(view.error());
            return makeReady(std::move(*view));
        },
        [this](const std::shared_ptr<const ReadyLedger>& ledger) { show(ledger); });
}

void LedgerPage::show(const std::shared_ptr<const ReadyLedger>& ledger)
{
    const bool isFirst = m_model->rowCount() == 0;
    const rules::VerificationFigures& figures = ledger->view.report.figures;
    showChips(*ledger);
    Q_EMIT stateChanged(tr("受检率 %1，合格率 %2，有效率 %3；%4 台应立即预约检定")
                            .arg(figures.verificationRate().toPercent(), figures.passRate().toPercent(),
                                 figures.validityRate().toPercent())
                            .arg(ledger->bookingCounts.value(rules::Booking::AtOnce)));
    m_model->setLedger(ledger);
    if (isFirst)
        m_list->fitColumns();
    if (!m_toReveal.isNull())
        reveal(m_toReveal);
    showWhy();
    showTotals();
}

/// A chip for each status and each booking that there is; the one that was chosen stays chosen.
void LedgerPage::showChips(const ReadyLedger& ledger)
{
    const LedgerModel::Kept before = chosenChip();
    const rules::VerificationFigures& figures = ledger.view.report.figures;
    m_chips->clear();
    qDeleteAll(m_chipGroup->actions());
    m_chipKinds.clear();
    qint64 whole = 0;
    for (const rules::VerificationStatus each : rules::allVerificationStatuses())
        whole += figures.count(each);
    const auto addChip = [&](const LedgerModel::Kept& kept, const QString& text, qint64 count) {
        if (count == 0 && kept != before && !std::holds_alternative<std::monostate>(kept))
            return;
        QAction* chip = m_chips->addAction(tr("%1 %2").arg(text).arg(count));
        chip->setCheckable(true);
        chip->setChecked(kept == before);
        m_chipGroup->addAction(chip);
        m_chipKinds.append(kept);
    };
    addChip({}, tr("全部"), whole);
    for (const rules::VerificationStatus each : rules::allVerificationStatuses())
        addChip(each, lookOf(each).text(), figures.count(each));
    m_chips->addSeparator();
    for (const rules::Booking each : rules::pressingBookings())
        addChip(each, rules::labelOf(each), ledger.bookingCounts.value(each));
}

LedgerModel::Kept LedgerPage::chosenChip() const
{
    const qsizetype place = m_chipGroup->actions().indexOf(m_chipGroup->checkedAction());
    return place < 0 ? LedgerModel::Kept() : m_chipKinds[place];
}

void LedgerPage::applyFilter()
{
    m_model->setFilter(chosenChip(), m_search->text());
    showWhy();
    showTotals();
}

void LedgerPage::reveal(const Uid& uid)
{
    const int row = m_model->rowOf(uid);
    m_toReveal = row < 0 ? uid : Uid();
    if (row >= 0)
        m_list->selectRow(row);
}

void LedgerPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void LedgerPage::showTotals()
{
    const qsizetype chosenCount = m_list->selectionModel()->selectedRows().size();
    const QString all = tr("共 %1 行").arg(m_model->rowCount());
    m_totals->setText(chosenCount > 1 ? tr("%1，已选 %2 行").arg(all).arg(chosenCount) : all);
}

void LedgerPage::showWhy()
{
    const QModelIndex current = m_list->currentIndex();
    m_why->setText(current.isValid() ? m_model->why(current.row()) : tr("选一行，看它为什么是这个状态。"));
}

QVector<int> LedgerPage::rowsToGiveOut() const
{
    QVector<int> rows;
    for (const QModelIndex& index : m_list->selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    if (rows.size() > 1)
        return rows;
    rows.resize(m_model->rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

/// By unit, as a reminder is sent: the unit's name, then its instruments.
QString LedgerPage::plainText() const
{
    QStringList lines;
    QString unit;
    for (const int row : rowsToGiveOut()) {
        const rules::DueLine& line = m_model->line(row);
        if (line.unitName != unit)
            lines << tr("【%1】").arg(line.unitName);
        unit = line.unitName;
        lines << tr("%1 %2：%3").arg(line.name, line.serial, m_model->why(row));
    }
    return lines.join(QLatin1Char('\n'));
}

void LedgerPage::printShown()
{
    documents::PrintedList list;
    list.title = title();
    list.subtitle = m_chipGroup->checkedAction() ? m_chipGroup->checkedAction()->text() : QString();
    const QVector<int> columns = m_list->shownColumns();
    for (const int column : columns) {
        const bool isNumber = column == LedgerModel::Quantity;
        list.columns.append({m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                             isNumber ? documents::Alignment::Right : documents::Alignment::Left});
    }
    qint64 quantity = 0;
    for (const int row : rowsToGiveOut()) {
        QStringList cells;
        for (const int column : columns)
            cells << m_model->index(row, column).data().toString();
        list.rows.append(cells);
        quantity += m_model->line(row).quantity;
    }
    for (const int column : columns)
        list.totals << (column == LedgerModel::Quantity ? QString::number(quantity) : QString());
    printPaper(dispatcher(), this,
               [list, on = day()](const services::Workspace& workspace) mutable -> Result<documents::Paper> {
                   list.campaign = workspace.plan().title;
                   list.asOf = on;
                   return documents::listPaper(list);
               });
}

/// Of several chosen rows, else of all that are shown.
void LedgerPage::printLabels()
{
    QVector<Uid> instruments;
    for (const int row : rowsToGiveOut())
        instruments.append(m_model->line(row).uid);
    if (instruments.isEmpty()) {
        Prompts::current().inform(this, tr("台账里没有显示的器具，没有标签可打印。"));
        return;
    }
    printPaper(dispatcher(), this, [instruments, on = day()](const services::Workspace& workspace) {
        return services::instrumentLabels(workspace, instruments, on);
    });
}

/// Its code fills the search field, as a scanner would.
void LedgerPage::findByLabel()
{
    const QString pictures = tr("照片 (*.jpg *.jpeg *.png *.heic *.heif *.webp *.bmp)");
    Prompts::current().openFile(this, tr("选一张拍到标签二维码的照片"), pictures, [this](const QString& path) {
        read<model::Record>([path, on = day()](const services::Workspace& workspace) { return services::instrumentOnPicture(workspace, path, on); },
                            [this](const model::Record& instrument) { m_search->setText(documents::labelCode(instrument.uid)); });
    });
}

void LedgerPage::verifyChosen()
{
    const QVector<Uid> instruments = chosen();
    if (instruments.isEmpty()) {
        Prompts::current().inform(this, tr("请先在台账里选中检定过的器具，可以按住 Ctrl 或 Shift 选多台。"));
        return;
    }
    const services::Action& verify = *services::findAction(model::kindOf<model::Instrument>(), QStringLiteral("verify"));
    auto* dialog = new FormDialog(tr("登记检定：%1 台，证书编号逐台加一").arg(instruments.size()), services::inputsOf(verify), this);
    dialog->form().setValues({{QStringLiteral("verified_on"), today()}, {QStringLiteral("result"), QStringLiteral("passed")}});
    dialog->submitTo(dispatcher(), [&verify, instruments](services::Workspace& workspace, const services::FieldValues& values) {
        return services::doAction(workspace, verify, instruments, values);
    });
    dialog->open();
}

QVector<Uid> LedgerPage::chosen() const
{
    QVector<Uid> instruments;
    for (const QModelIndex& index : m_list->selectionModel()->selectedRows())
        instruments.append(m_model->line(index.row()).uid);
    return instruments;
}

void LedgerPage::addInstrument()
{
    read<QHash<Uid, QString>>(
        [](const services::Workspace& workspace) { return services::namesOf(workspace, model::kindOf<model::Unit>()); },
        [this](const QHash<Uid, QString>& units) {
            const model::RecordKind& kind = model::kindOf<model::Instrument>();
            auto* dialog = new FormDialog(tr("登记器具"), kind.fields, this);
            dialog->form().setChoices(model::kindOf<model::Unit>().key, units);
            dialog->form().setValues(services::presumedValues(kind));
            dialog->submitTo(dispatcher(), [](services::Workspace& workspace, const services::FieldValues& values) {
                return services::addRecord(workspace, services::recordOf(model::kindOf<model::Instrument>(), values));
            });
            dialog->open();
        });
}

void LedgerPage::changeChosen(const services::Action& action)
{
    const QVector<Uid> instruments = chosen();
    if (instruments.isEmpty()) {
        Prompts::current().inform(this, tr("请先在台账里选中器具，可以按住 Ctrl 或 Shift 选多台。"));
        return;
    }
    if (action.needsPhotograph) {
        const QString pictures = tr("照片 (*.jpg *.jpeg *.png *.heic *.heif *.webp *.bmp)");
        Prompts::current().openFiles(this, tr("%1要有现场照片，请选照片").arg(action.title), pictures,
                                     [this, action, instruments](const QStringList& paths) { putOutOfUse(action, instruments, paths); });
        return;
    }
    FormDialog* dialog = changeForm(action, instruments);
    dialog->submitTo(dispatcher(), [action, instruments](services::Workspace& workspace, const services::FieldValues& values) {
        return services::doAction(workspace, action, instruments, values);
    });
    dialog->open();
}

FormDialog* LedgerPage::changeForm(const services::Action& action, const QVector<Uid>& instruments)
{
    auto* dialog = new FormDialog(tr("%1：%2 台").arg(action.title).arg(instruments.size()), services::inputsOf(action), this);
    dialog->form().setValues({{QStringLiteral("from"), today()}});
    return dialog;
}

void LedgerPage::putOutOfUse(const services::Action& action, const QVector<Uid>& instruments, const QStringList& photographs)
{
    if (photographs.isEmpty())
        return;
    QPointer<FormDialog> dialog = changeForm(action, instruments);
    connect(dialog, &FormDialog::submitted, this, [this, action, instruments, photographs, dialog](services::FieldValues values) {
        values.removeIf([](const auto& entry) { return model::isEmpty(entry.value()); });
        dispatcher().prepareAndWrite<services::LoadedFiles, services::Written>(
            this, [photographs] { return services::loadFiles(photographs); },
            [action, instruments, values](services::Workspace& workspace, const services::LoadedFiles& loaded) -> Result<services::Written> {
                if (!loaded.refused.isEmpty())
                    return fail(loaded.refused.first());
                return services::doAction(workspace, action, instruments, values, Uid::create(), loaded.files);
            },
            [dialog](const Result<services::Written>& written) {
                if (dialog && written)
                    dialog->accept();
                else if (dialog)
                    dialog->showFault(written.error());
            });
    });
    dialog->open();
}

void LedgerPage::splitChosen()
{
    const QVector<Uid> instruments = chosen();
    if (instruments.size() != 1) {
        Prompts::current().inform(this, tr("请先在台账里选中一行数量大于一的器具。"));
        return;
    }
    model::Field numbers = *model::kindOf<model::Instrument>().field(QStringLiteral("remarks"));
    numbers.label = tr("出厂编号");
    auto* dialog = new FormDialog(tr("拆分：每行一个出厂编号，不清楚的可以不填"), {numbers}, this);
    dialog->submitTo(dispatcher(), [uid = instruments.first()](services::Workspace& workspace, const services::FieldValues& values) {
        const QString typed = model::textOf(values.value(QStringLiteral("remarks")));
        return services::splitInstrument(workspace, uid, rules::numbersIn(typed));
    });
    dialog->open();
}

void LedgerPage::exportLedger()
{
    Prompts::current().saveFile(this, tr("导出台账"), tr("计量器具台账.xlsx"), tableFiles(), [this](const QString& path) {
        QVector<Uid> shown;
        for (const int row : rowsToGiveOut())
            shown.append(m_model->line(row).uid);
        dispatcher().job<qint64>(
            tr("导出台账"), this,
            [path, on = day(), shown](services::Workspace& workspace, const services::Progress&) {
                return services::exportTable(workspace, model::kindOf<model::Instrument>(), path, {.among = shown, .asOf = on});
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
