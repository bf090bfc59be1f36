// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/summary_page.h"

#include "gui/empty_note.h"
#include "gui/name_order.h"
#include "gui/page_registry.h"
#include "gui/printing.h"
#include "gui/state_chips.h"
#include "services/overview.h"
#include "services/proposals.h"
#include "services/tables.h"
#include "ui_SummaryPage.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QMenu>
#include <QTimer>

namespace chengheng::gui {

namespace {

constexpr int searchDelay = 300; // ms after the last key
constexpr int mostWrapped = 300; // rows; measuring more would hold the window up

/// What a row's record, or the table it leads to, is called.
QString titleOfPage(const QString& key)
{
    if (const model::RecordKind* kind = model::findKind(key))
        return kind->title;
    if (const rules::SummaryKind* summary = rules::findSummary(key))
        return summary->title;
    const PageEntry* page = pageWith(key);
    return page ? page->title : key;
}

} // namespace

SummaryPage::SummaryPage(AppState& state, const rules::SummaryKind& kind, QWidget* parent)
    : Page(state, kind.key, kind.title, parent), m_ui(std::make_unique<Ui::SummaryPage>()), m_kind(kind),
      m_export(new QAction(tr("导出…"), this)), m_print(new QAction(tr("打印…"), this)),
      m_model(new SummaryModel(this)), m_sorted(new NameOrder(this)), m_delay(new QTimer(this))
{
    m_ui->setupUi(this);
    m_sorted->setSourceModel(m_model);
    m_ui->rows->setModel(m_sorted);
    m_ui->rows->setAccessibleName(kind.title);
    m_ui->rows->setWordWrap(true); // reasons are long
    m_ui->rows->setSortingEnabled(true);
    m_ui->rows->sortByColumn(-1, Qt::AscendingOrder);
    m_note = new EmptyNote(m_ui->rows, QString());
    buildMenu();
    if (!kind.taking.isEmpty()) {
        m_take = new QAction(kind.taking, this);
        connect(m_take, &QAction::triggered, this, &SummaryPage::takeAll);
    }
    m_delay->setSingleShot(true);
    m_delay->setInterval(searchDelay);
    connect(m_ui->search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_delay, &QTimer::timeout, this, &SummaryPage::filter);
    connect(m_ui->onlyPressing, &QCheckBox::toggled, this, &SummaryPage::filter);
    connect(m_ui->rows->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &SummaryPage::fitRows);
    connect(m_ui->rows, &ListView::opened, this, &SummaryPage::openCurrent);
    connect(m_ui->rows, &ListView::left, this, &Page::left);
    connect(m_export, &QAction::triggered, this, &SummaryPage::exportShown);
    connect(m_print, &QAction::triggered, this, &SummaryPage::printShown);
}

SummaryPage::~SummaryPage() = default;

void SummaryPage::buildMenu()
{
    auto* menu = new QMenu(m_ui->more);
    menu->addAction(tr("选择显示的列…"), this,
                    [this] { m_ui->rows->chooseColumns(m_ui->more->mapToGlobal(QPoint(0, m_ui->more->height()))); });
    menu->addAction(tr("复制为微信文字"), this, &SummaryPage::copyShown);
    menu->addAction(tr("打印…（Ctrl+P）"), this, &SummaryPage::printShown);
    m_ui->more->setMenu(menu);
}

void SummaryPage::refresh()
{
    read<std::shared_ptr<const ReadySummary>>(
        [on = day(),
         &kind = m_kind](const services::Workspace& workspace) -> Result<std::shared_ptr<const ReadySummary>> {
            auto summary = services::summaryOn(workspace, kind, on);
            if (!summary)
                return fail(summary.error());
            return makeReady(*std::move(summary));
        },
        [this](const std::shared_ptr<const ReadySummary>& ready) { show(ready); });
}

void SummaryPage::show(const std::shared_ptr<const ReadySummary>& ready)
{
    const Uid before = m_toReveal.isNull() ? currentRecord() : std::exchange(m_toReveal, {});
    const bool isFirst = m_model->columnCount() == 0;
    m_model->setSummary(ready);
    showGroups(ready->summary);
    if (isFirst) { // its columns are known now
        m_ui->rows->setKey(QStringLiteral("summary.") + m_kind.key);
        m_ui->rows->recallLooks();
        m_ui->rows->fitColumns();
    }
    makeCurrent(before);
    m_ui->sentence->setText(ready->summary.sentence);
    fitRows();
    m_note->setText(ready->summary.rows.isEmpty() ? tr("这一天没有要列出的内容。")
                                                  : tr("没有符合条件的行。可以换个搜索词，或不勾选“只看需要处理的”。"));
    const qsizetype pressing = ready->summary.pressing();
    Q_EMIT stateChanged(pressing > 0 ? tr("共 %1 行，%2 行需要处理").arg(ready->summary.rows.size()).arg(pressing)
                                     : tr("共 %1 行").arg(ready->summary.rows.size()));
}

/// Where its rows fall into groups: a chip for each with its count, and beside them what the rows speak of.
void SummaryPage::showGroups(const rules::Summary& summary)
{
    if (summary.groups.isEmpty())
        return;
    if (!m_groups)
        buildGroups(summary.groups);
    QHash<QString, int> ofGroup;
    QMap<QString, int> ofKind;
    for (const rules::SummaryRow& row : summary.rows) {
        ++ofGroup[row.group];
        ++ofKind[row.kind];
    }
    m_groups->setText(StateChips::all, tr("全部 %1").arg(summary.rows.size()));
    for (qsizetype i = 0; i < m_groupNames.size(); ++i)
        m_groups->setText(StateChips::firstState + int(i),
                          tr("%1 %2").arg(m_groupNames[i]).arg(ofGroup.value(m_groupNames[i])));
    const QSignalBlocker quiet(m_kinds);
    const QString chosen = m_kinds->currentData().toString();
    m_kinds->clear();
    m_kinds->addItem(tr("全部类别"), QString());
    for (auto it = ofKind.begin(); it != ofKind.end(); ++it)
        m_kinds->addItem(tr("%1 %2").arg(titleOfPage(it.key())).arg(it.value()), it.key());
    m_kinds->setCurrentIndex(qMax(0, m_kinds->findData(chosen)));
    filter();
}

void SummaryPage::buildGroups(const QStringList& groups)
{
    m_groupNames = groups;
    m_groups = new StateChips(int(groups.size()));
    m_kinds = new QComboBox;
    m_kinds->setAccessibleName(tr("类别"));
    m_kinds->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_groups->addBeside(m_kinds);
    m_ui->outer->insertWidget(1, m_groups);
    m_ui->outer->setStretchFactor(m_groups, 0);
    m_ui->outer->setStretchFactor(m_ui->rows, 1);
    m_ui->onlyPressing->hide(); // the chips say it better
    connect(m_groups, &StateChips::changed, this, &SummaryPage::filter);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &SummaryPage::filter);
}

void SummaryPage::filter()
{
    const Uid before = currentRecord();
    RowFilter kept{m_ui->search->text(), m_ui->onlyPressing->isChecked()};
    if (m_groups) {
        kept.group = m_groupNames.value(m_groups->chosen() - StateChips::firstState);
        kept.kind = m_kinds->currentData().toString();
    }
    m_model->setFilter(kept);
    makeCurrent(before);
    fitRows();
}

/// As high as what is written in them; and how many there are.
void SummaryPage::fitRows()
{
    if (m_model->rowCount() <= mostWrapped)
        m_ui->rows->resizeRowsToContents();
    m_ui->totals->setText(tr("共 %1 行").arg(m_model->rowCount()));
}

void SummaryPage::focusSearch()
{
    m_ui->search->setFocus();
    m_ui->search->selectAll();
}

Uid SummaryPage::currentRecord() const
{
    const QModelIndex current = m_sorted->mapToSource(m_ui->rows->currentIndex());
    return current.isValid() ? m_model->row(current.row()).record : Uid();
}

void SummaryPage::makeCurrent(const Uid& record)
{
    if (const int row = m_model->rowOf(record); row >= 0)
        m_ui->rows->setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, 0)));
}

Spot SummaryPage::spot() const
{
    return {key(), currentRecord(), {}, m_ui->search->text()};
}

void SummaryPage::goTo(const Spot& spot)
{
    m_ui->search->setText(spot.search);
    m_toReveal = spot.record;
}

void SummaryPage::openCurrent()
{
    const QModelIndex current = m_sorted->mapToSource(m_ui->rows->currentIndex());
    if (!current.isValid())
        return;
    const rules::SummaryRow& row = m_model->row(current.row());
    if (!row.kind.isEmpty())
        Q_EMIT pageAsked(row.kind, row.record);
}

void SummaryPage::takeAll()
{
    dispatcher().write<qint64>(
        this,
        [on = day(), &kind = m_kind](services::Workspace& workspace) {
            return services::takeProposals(workspace, kind, on);
        },
        [this](const Result<qint64>& entered) {
            if (entered)
                Prompts::current().inform(this, tr("已登记 %1 条。").arg(*entered));
            else
                Prompts::current().show(this, entered.error());
        });
}

void SummaryPage::exportShown()
{
    Prompts::current().saveFile(
        this, tr("导出%1").arg(title()), title() + QStringLiteral(".xlsx"), tr("表格 (*.xlsx *.csv)"),
        [this](const QString& path) {
            dispatcher().job<qint64>(
                tr("导出%1").arg(title()), this,
                [title = title(), path, summary = m_model->shown()](services::Workspace&, const services::Progress&) {
                    return services::exportSummary(title, summary, path);
                },
                [this, path](const Result<qint64>& rows) {
                    if (rows)
                        Prompts::current().inform(this, tr("已导出 %1 行：%2").arg(*rows).arg(path));
                    else
                        Prompts::current().show(this, rows.error());
                });
        });
}

bool SummaryPage::mayLeave()
{
    if (!m_model->shown().isDraft)
        return true;
    Prompts::current().inform(this, tr("这是按规则拟出的初稿，未经批准，不能打印和复制。"));
    return false;
}

void SummaryPage::copyShown()
{
    if (mayLeave())
        QGuiApplication::clipboard()->setText(m_ui->rows->plainText(title()));
}

void SummaryPage::printShown()
{
    if (!mayLeave())
        return;
    documents::PrintedList list = m_ui->rows->printed(title());
    list.subtitle = m_ui->sentence->text();
    documents::alignFigures(list);
    printList(dispatcher(), this, list, day());
}

} // namespace chengheng::gui
