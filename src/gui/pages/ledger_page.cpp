// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/ledger_page.h"

#include "base/dates.h"
#include "base/text.h"
#include "gui/form_dialog.h"
#include "gui/import_dialog.h"
#include "gui/theme.h"
#include "services/tables.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace chengheng::gui {

namespace {

enum Column { Unit, Name, Serial, Quantity, Status, ValidUntil, BookBy, ColumnCount };
constexpr int searchDelay = 300;

std::shared_ptr<const ReadyLedger> makeReady(services::LedgerView view)
{
    auto ready = std::make_shared<ReadyLedger>();
    const QVector<rules::DueLine>& lines = view.report.lines;
    ready->order.resize(lines.size());
    std::iota(ready->order.begin(), ready->order.end(), 0);
    std::sort(ready->order.begin(), ready->order.end(), [&](qint32 a, qint32 b) {
        const auto keyOfLine = [](const rules::DueLine& line) { return std::tie(line.unitName, line.name, line.serial); };
        return keyOfLine(lines[a]) < keyOfLine(lines[b]);
    });
    ready->searchTexts.reserve(lines.size());
    for (const rules::DueLine& line : lines)
        ready->searchTexts.append(foldName(line.unitName + line.name + line.serial));
    ready->view = std::move(view);
    return ready;
}

} // namespace

void LedgerModel::setLedger(std::shared_ptr<const ReadyLedger> ledger)
{
    m_ledger = std::move(ledger);
    filter();
}

void LedgerModel::setFilter(std::optional<rules::VerificationStatus> status, const QString& text)
{
    m_status = status;
    m_text = foldName(text);
    filter();
}

void LedgerModel::filter()
{
    beginResetModel();
    m_shown.clear();
    if (m_ledger)
        for (const qint32 place : m_ledger->order) {
            const bool isMatch = m_text.isEmpty() || m_ledger->searchTexts[place].contains(m_text);
            if (isMatch && (!m_status || m_ledger->view.report.lines[place].status == *m_status))
                m_shown.append(place);
        }
    endResetModel();
}

const rules::DueLine& LedgerModel::line(int row) const
{
    return m_ledger->view.report.lines[m_shown[row]];
}

QString LedgerModel::why(int row) const
{
    const rules::InstrumentStanding standing = rules::standingOf(m_ledger->view.facts, m_ledger->view.report, line(row));
    return (QStringList{standing.why} + standing.notes).join(QLatin1Char(' '));
}

int LedgerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const rules::DueLine& each = line(index.row());
    if (role == Qt::ForegroundRole && index.column() == Status)
        return lookOf(each.status).colour;
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Quantity ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return why(index.row());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Unit:
        return each.unitName;
    case Name:
        return each.name;
    case Serial:
        return each.serial;
    case Quantity:
        return each.quantity;
    case Status:
        return lookOf(each.status).text();
    case ValidUntil:
        return each.isEstimated ? tr("%1（推算）").arg(screenDate(each.validUntil)) : screenDate(each.validUntil);
    case BookBy:
        return screenDate(each.bookBy);
    default:
        return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const QStringList headings{tr("单位"), tr("器具"), tr("出厂编号"), tr("数量"), tr("状态"), tr("有效期至"), tr("最晚预约")};
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return headings.value(section);
}

LedgerPage::LedgerPage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("instrument"), tr("计量器具台账"), parent), m_verify(new QAction(tr("登记检定"), this)),
      m_model(new LedgerModel(this)), m_list(new QTableView), m_search(new QLineEdit), m_status(new QComboBox),
      m_why(new QLabel), m_totals(new QLabel), m_delay(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    auto* tools = new QHBoxLayout;
    m_search->setPlaceholderText(tr("搜索：单位、器具、出厂编号"));
    m_search->setAccessibleName(tr("搜索"));
    m_search->setClearButtonEnabled(true);
    m_status->setAccessibleName(tr("按状态筛选"));
    m_status->addItem(tr("状态：全部"), -1);
    for (const rules::VerificationStatus each : rules::allVerificationStatuses())
        m_status->addItem(lookOf(each).text(), int(each));
    auto* importButton = new QPushButton(tr("导入台账…"));
    tools->addWidget(m_search, 1);
    tools->addWidget(m_status);
    auto* addButton = new QPushButton(tr("登记器具"));
    auto* exportButton = new QPushButton(tr("导出…"));
    auto* changeButton = new QPushButton(tr("状态变动"));
    auto* changes = new QMenu(changeButton);
    for (const services::Action& action : services::actionsOf(model::kindOf<model::Instrument>()))
        if (action.childKind.isEmpty())
            changes->addAction(action.title, this, [this, action] { changeChosen(action); });
    changeButton->setMenu(changes);
    tools->addWidget(changeButton);
    tools->addWidget(addButton);
    tools->addWidget(importButton);
    auto* pasteButton = new QPushButton(tr("粘贴"));
    pasteButton->setToolTip(tr("把在 WPS 或 Excel 里复制的行（连同标题行）核对后导入"));
    connect(pasteButton, &QPushButton::clicked, this,
            [this] { ImportDialog::paste(dispatcher(), model::kindOf<model::Instrument>(), this); });
    tools->addWidget(pasteButton);
    tools->addWidget(exportButton);
    layout->addLayout(tools);
    m_list->setModel(m_model);
    m_list->setAccessibleName(title());
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setAlternatingRowColors(true);
    m_list->setWordWrap(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->horizontalHeader()->setHighlightSections(false);
    layout->addWidget(m_list, 1);
    m_why->setWordWrap(true);
    m_why->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_why);
    layout->addWidget(m_totals);
    m_totals->setWordWrap(true);
    m_delay->setSingleShot(true);
    m_delay->setInterval(searchDelay);
    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_delay, &QTimer::timeout, this, &LedgerPage::applyFilter);
    connect(m_status, &QComboBox::currentIndexChanged, this, &LedgerPage::applyFilter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LedgerPage::showWhy);
    connect(m_verify, &QAction::triggered, this, &LedgerPage::verifyChosen);
    connect(addButton, &QPushButton::clicked, this, &LedgerPage::addInstrument);
    connect(exportButton, &QPushButton::clicked, this, &LedgerPage::exportLedger);
    connect(importButton, &QPushButton::clicked, this,
            [this] { ImportDialog::start(dispatcher(), model::kindOf<model::Instrument>(), this); });
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

void LedgerPage::show(std::shared_ptr<const ReadyLedger> ledger)
{
    const bool isFirst = m_model->rowCount() == 0;
    const rules::VerificationFigures& figures = ledger->view.report.figures;
    QStringList counts;
    for (const rules::VerificationStatus each : rules::allVerificationStatuses())
        if (figures.count(each) > 0)
            counts << tr("%1 %2").arg(lookOf(each).text()).arg(figures.count(each));
    m_totals->setText(counts.join(QStringLiteral("    ")));
    Q_EMIT stateChanged(tr("受检率 %1，合格率 %2，有效率 %3")
                            .arg(figures.verificationRate().toPercent(), figures.passRate().toPercent(),
                                 figures.validityRate().toPercent()));
    m_model->setLedger(std::move(ledger));
    if (isFirst)
        m_list->resizeColumnsToContents();
    if (!m_toReveal.isNull())
        reveal(m_toReveal);
    showWhy();
}

void LedgerPage::applyFilter()
{
    const int chosen = m_status->currentData().toInt();
    m_model->setFilter(chosen < 0 ? std::nullopt : std::optional(rules::VerificationStatus(chosen)), m_search->text());
    showWhy();
}

void LedgerPage::reveal(const Uid& uid)
{
    m_toReveal = uid;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->line(row).uid == uid) {
            m_list->selectRow(row);
            m_toReveal = Uid();
            return;
        }
}

void LedgerPage::showWhy()
{
    const QModelIndex current = m_list->currentIndex();
    m_why->setText(current.isValid() ? m_model->why(current.row()) : tr("选一行，看它为什么是这个状态。"));
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
    if (instruments.size() != 1) {
        Prompts::current().inform(this, tr("请先在台账里选中一台器具。"));
        return;
    }
    auto* dialog = new FormDialog(action.title, services::inputsOf(action), this);
    dialog->form().setValues({{QStringLiteral("from"), today()}});
    dialog->submitTo(dispatcher(), [action, uid = instruments.first()](services::Workspace& workspace,
                                                                       const services::FieldValues& values) {
        return services::doAction(workspace, action, uid, values);
    });
    dialog->open();
}

void LedgerPage::exportLedger()
{
    Prompts::current().saveFile(this, tr("导出台账"), tr("计量器具台账.xlsx"), tr("表格 (*.xlsx *.csv)"), [this](const QString& path) {
        dispatcher().job<qint64>(
            tr("导出台账"), this,
            [path, on = day()](services::Workspace& workspace, const services::Progress&) {
                return services::exportTable(workspace, model::kindOf<model::Instrument>(), path, {.asOf = on});
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
