// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/ledger_page.h"

#include "documents/label_paper.h"
#include "gui/empty_register.h"
#include "gui/import_dialog.h"
#include "gui/opened_record.h"
#include "gui/pages/ledger_deeds.h"
#include "gui/pages/ledger_giving.h"
#include "gui/printing.h"
#include "gui/theme.h"
#include "model/instrument_records.h"
#include "services/labels.h"
#include "ui_LedgerPage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTimer>

namespace chengheng::gui {

namespace {

constexpr int searchDelay = 300; // ms after the last key
constexpr int listWidth = 720;   // at 1366×768
constexpr int recordWidth = 600;

const model::RecordKind& instrumentKind()
{
    return model::kindOf<model::Instrument>();
}

} // namespace

LedgerPage::LedgerPage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("instrument"), tr("计量器具台账"), parent), m_ui(std::make_unique<Ui::LedgerPage>()),
      m_verify(new QAction(tr("登记检定"), this)), m_add(new QAction(tr("登记器具"), this)),
      m_print(new QAction(tr("打印…"), this)), m_model(new LedgerModel(this)),
      m_deeds(new LedgerDeeds(dispatcher(), this)), m_empty(new EmptyRegister(tr("计量器具"))),
      m_opened(new OpenedRecord(dispatcher(), instrumentKind())), m_delay(new QTimer(this))
{
    m_ui->setupUi(this);
    m_ui->only->hide();
    m_ui->why->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_ui->rows->setKey(QStringLiteral("ledger"));
    m_ui->rows->setModel(m_model);
    m_ui->rows->setSortingEnabled(true);
    for (const int column : LedgerModel::furtherColumns())
        m_ui->rows->hideAtFirst(column);
    m_add->setShortcut(QKeySequence::New);
    addAction(m_add);
    m_ui->halves->addWidget(m_opened);
    m_ui->halves->setStretchFactor(0, 3);
    m_ui->halves->setStretchFactor(1, 2);
    m_ui->halves->setSizes({listWidth, recordWidth});
    m_delay->setSingleShot(true);
    m_delay->setInterval(searchDelay);
    buildMenus();
    buildEmpty();
    connectParts();
}

LedgerPage::~LedgerPage() = default;

void LedgerPage::buildMenus()
{
    auto* changes = new QMenu(this);
    for (const services::Action& action : services::actionsOf(instrumentKind()))
        if (action.childKind.isEmpty())
            changes->addAction(action.title, this, [this, action] { m_deeds->change(action, chosen(), today()); });
    changes->addSeparator();
    changes->addAction(tr("拆分…"), this, [this] { m_deeds->split(chosen()); });
    m_ui->change->setMenu(changes);
    auto* more = new QMenu(this);
    more->addAction(tr("导入检定结果…"), this,
                    [this] { ImportDialog::start(dispatcher(), model::kindOf<model::Verification>(), this); });
    more->addAction(tr("选择显示的列…"), this,
                    [this] { m_ui->rows->chooseColumns(m_ui->more->mapToGlobal(QPoint(0, m_ui->more->height()))); });
    more->addAction(tr("导出…"), this, [this] { exportInstruments(dispatcher(), this, uidsToGiveOut(), day()); });
    more->addAction(tr("打印…（Ctrl+P）"), this, &LedgerPage::printShown);
    more->addAction(tr("打印标签（带二维码）…"), this,
                    [this] { printLabels(dispatcher(), this, uidsToGiveOut(), day()); });
    more->addAction(tr("按标签查找（照片）…"), this, &LedgerPage::findByLabel);
    more->addAction(tr("复制为微信文字"), this, [this] { QGuiApplication::clipboard()->setText(plainText()); });
    more->addAction(tr("空白表…"), m_deeds, &LedgerDeeds::saveBlankTable);
    m_ui->more->setMenu(more);
}

void LedgerPage::buildEmpty()
{
    m_ui->leftLayout->insertWidget(0, m_empty, 1);
    m_empty->hide();
    m_empty->addStep(tr("登记器具"), [this] { m_deeds->add(); });
    m_empty->addStep(tr("导入台账…"), [this] { ImportDialog::start(dispatcher(), instrumentKind(), this); });
    m_empty->addStep(tr("下载空白表…"), [this] { m_deeds->saveBlankTable(); });
}

void LedgerPage::connectParts()
{
    connect(m_ui->search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_delay, &QTimer::timeout, this, &LedgerPage::applyFilter);
    connect(m_ui->only, &QToolButton::clicked, this, [this] { showOnly({}); });
    connect(m_ui->chips, &LedgerChips::changed, this, &LedgerPage::applyFilter);
    connect(m_ui->add, &QPushButton::clicked, m_add, &QAction::trigger);
    connect(m_ui->importTable, &QPushButton::clicked, this,
            [this] { ImportDialog::start(dispatcher(), instrumentKind(), this); });
    connect(m_ui->paste, &QPushButton::clicked, this,
            [this] { ImportDialog::paste(dispatcher(), instrumentKind(), this); });
    connect(m_ui->rows, &ListView::opened, this, &LedgerPage::openCurrent);
    connect(m_ui->rows, &ListView::left, this, [this] {
        if (m_opened->uid().isNull())
            Q_EMIT left();
        else
            putAway();
    });
    connect(m_ui->rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LedgerPage::followCurrent);
    connect(m_ui->rows->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LedgerPage::showTotals);
    connect(m_opened, &OpenedRecord::left, this, &LedgerPage::putAway);
    connect(m_opened, &OpenedRecord::movedTo, this, &LedgerPage::reveal);
    connect(m_opened, &OpenedRecord::actionAsked, this,
            [this](const services::Action& action, const Uid& uid) { m_deeds->perform(action, {uid}, today()); });
    connect(m_add, &QAction::triggered, m_deeds, &LedgerDeeds::add);
    connect(m_deeds, &LedgerDeeds::added, this, &LedgerPage::reveal);
    connect(m_verify, &QAction::triggered, this, [this] { m_deeds->verify(chosen(), today()); });
    connect(m_print, &QAction::triggered, this, &LedgerPage::printShown);
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
    m_opened->refresh(day());
}

void LedgerPage::show(const std::shared_ptr<const ReadyLedger>& ledger)
{
    const bool isFirst = m_model->rowCount() == 0;
    const QVector<Uid> chosenBefore = chosen();
    const Uid currentBefore = current();
    const rules::VerificationFigures& figures = ledger->view.report.figures;
    m_ui->chips->setLedger(*ledger);
    Q_EMIT stateChanged(tr("受检率 %1，合格率 %2，有效率 %3；%4 台应立即预约检定")
                            .arg(figures.verificationRate().toPercent(), figures.passRate().toPercent(),
                                 figures.validityRate().toPercent())
                            .arg(ledger->bookingCounts.value(rules::Booking::AtOnce)));
    m_model->setLedger(ledger);
    if (isFirst)
        m_ui->rows->fitColumns();
    const bool isEmpty = ledger->view.report.lines.isEmpty();
    m_empty->setVisible(isEmpty);
    m_ui->rows->setVisible(!isEmpty);
    choose(chosenBefore, currentBefore);
    if (!m_toReveal.isNull())
        reveal(m_toReveal);
    showWhy();
    showTotals();
}

void LedgerPage::showOnly(const Counted& only)
{
    m_only = only;
    m_ui->only->setText(tr("只看：%1　✕").arg(only.words));
    m_ui->only->setVisible(!only.isAll());
    applyFilter();
}

void LedgerPage::applyFilter()
{
    const QVector<Uid> chosenBefore = chosen();
    const Uid currentBefore = current();
    m_model->setFilter(m_ui->chips->chosen(), m_ui->search->text(), m_only);
    choose(chosenBefore, currentBefore);
    showWhy();
    showTotals();
}

Spot LedgerPage::spot() const
{
    return {key(), current(), m_only, m_ui->search->text()};
}

void LedgerPage::goTo(const Spot& spot)
{
    m_ui->chips->chooseAll();
    m_ui->search->setText(spot.search);
    m_delay->stop();
    showOnly(spot.only);
    Page::goTo(spot);
}

void LedgerPage::reveal(const Uid& uid)
{
    const int row = m_model->rowOf(uid);
    m_toReveal = row < 0 ? uid : Uid();
    if (row >= 0)
        m_ui->rows->selectRow(row);
}

void LedgerPage::focusSearch()
{
    m_ui->search->setFocus();
    m_ui->search->selectAll();
}

void LedgerPage::showTotals()
{
    const qsizetype chosenCount = m_ui->rows->selectionModel()->selectedRows().size();
    const QString all = tr("共 %1 行").arg(m_model->rowCount());
    m_ui->totals->setText(chosenCount > 1 ? tr("%1，已选 %2 行").arg(all).arg(chosenCount) : all);
}

void LedgerPage::showWhy()
{
    const QModelIndex index = m_ui->rows->currentIndex();
    m_ui->why->setText(index.isValid() ? m_model->why(index.row())
                                       : tr("选一行，看它为什么是这个状态；按回车打开它。"));
}

QVector<Uid> LedgerPage::chosen() const
{
    QVector<Uid> instruments;
    for (const QModelIndex& index : m_ui->rows->selectionModel()->selectedRows())
        instruments.append(m_model->line(index.row()).uid);
    return instruments;
}

Uid LedgerPage::current() const
{
    const QModelIndex index = m_ui->rows->currentIndex();
    return index.isValid() ? m_model->line(index.row()).uid : Uid();
}

/// Chooses again, after the rows were laid out anew, those that are still shown.
void LedgerPage::choose(const QVector<Uid>& instruments, const Uid& current)
{
    if (instruments.isEmpty() && current.isNull())
        return;
    const QScopedValueRollback isQuiet(m_isFollowing, false); // the same one again
    bool isOpenedShown = m_opened->uid().isNull();
    const QSet<Uid> wanted(instruments.begin(), instruments.end());
    QItemSelection rows;
    const int last = m_model->columnCount() - 1;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Uid uid = m_model->line(row).uid;
        isOpenedShown = isOpenedShown || uid == m_opened->uid();
        if (wanted.contains(uid))
            rows.select(m_model->index(row, 0), m_model->index(row, last));
        if (uid == current)
            m_ui->rows->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
    }
    m_ui->rows->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (m_ui->rows->currentIndex().isValid())
        m_ui->rows->scrollTo(m_ui->rows->currentIndex());
    if (!isOpenedShown && !m_opened->hasUnsavedChanges())
        m_opened->close(); // its buttons would act on what is no longer in the list
}

void LedgerPage::openCurrent()
{
    if (current().isNull())
        return;
    m_opened->open(current(), day());
    m_opened->focusForm();
}

/// Its code fills the search field, as a scanner would.
void LedgerPage::findByLabel()
{
    const QString pictures = tr("照片 (*.jpg *.jpeg *.png *.heic *.heif *.webp *.bmp)");
    Prompts::current().openFile(this, tr("选一张拍到标签二维码的照片"), pictures, [this](const QString& path) {
        read<model::Record>(
            [path, on = day()](const services::Workspace& workspace) {
                return services::instrumentOnPicture(workspace, path, on);
            },
            [this](const model::Record& instrument) { m_ui->search->setText(documents::labelCode(instrument.uid)); });
    });
}

/// The opened record goes along with the list.
void LedgerPage::followCurrent()
{
    showWhy();
    if (!m_opened->uid().isNull() && !current().isNull() && m_isFollowing)
        m_opened->open(current(), day());
}

void LedgerPage::putAway()
{
    m_opened->close();
    m_ui->rows->setFocus();
}

bool LedgerPage::hasUnsavedChanges() const
{
    return m_opened->hasUnsavedChanges();
}

void LedgerPage::saveChanges(std::function<void(bool)> then)
{
    m_opened->save(std::move(then));
}

void LedgerPage::dropChanges()
{
    m_opened->dropChanges();
}

/// Several chosen ones, else all that are shown.
QVector<Uid> LedgerPage::uidsToGiveOut() const
{
    QVector<Uid> instruments;
    for (const QModelIndex& row : m_ui->rows->rowsToGiveOut())
        instruments.append(m_model->line(row.row()).uid);
    return instruments;
}

/// By unit, as a reminder is sent: the unit's name, then its instruments.
QString LedgerPage::plainText() const
{
    QStringList lines;
    QString unit;
    for (const QModelIndex& row : m_ui->rows->rowsToGiveOut()) {
        const rules::DueLine& line = m_model->line(row.row());
        if (line.unitName != unit)
            lines << tr("【%1】").arg(line.unitName);
        unit = line.unitName;
        lines << tr("%1 %2：%3").arg(line.name, line.serial, m_model->why(row.row()));
    }
    return lines.join(QLatin1Char('\n'));
}

void LedgerPage::printShown()
{
    documents::PrintedList list = m_ui->rows->printed(title());
    list.subtitle = m_only.isAll() ? m_ui->chips->words() : m_only.words;
    qint64 quantity = 0;
    for (const QModelIndex& row : m_ui->rows->rowsToGiveOut())
        quantity += m_model->line(row.row()).quantity;
    for (const int column : m_ui->rows->shownColumns())
        list.totals << (column == LedgerModel::Quantity ? QString::number(quantity) : QString());
    printList(dispatcher(), this, list, day());
}

} // namespace chengheng::gui
