// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import_history.h"

#include "gui/asking.h"
#include "gui/text_table.h"
#include "gui/theme.h"
#include "services/tables.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace chengheng::gui {

namespace {

constexpr int fileColumn = 2;

using Records = QVector<model::Record>;

Result<Records> batches(const services::Workspace& workspace)
{
    auto found = services::listRecords(workspace, model::kindOf<model::ImportBatch>());
    if (found)
        std::reverse(found->begin(), found->end()); // newest first
    return found;
}

QVector<TextCell> rowOf(const model::Record& record)
{
    const auto batch = model::fromRecord<model::ImportBatch>(record);
    const model::RecordKind* kind = model::findKind(batch.kind);
    const bool isUndone = batch.state == model::BatchState::Undone;
    const QColor colour = isUndone ? mutedColour() : QColor();
    const auto number = [&](qint64 count) { return TextCell{QString::number(count), colour, true}; };
    return {{batch.on.toString(Qt::ISODate), colour, false, isUndone ? QString() : record.uid.toString()},
            {kind ? kind->title : batch.kind, colour},
            {batch.fileName, colour},
            number(batch.accepted),
            number(batch.updated),
            number(batch.skipped),
            {model::labelOf(batch.state), colour}};
}

} // namespace

void ImportHistory::start(Dispatcher& dispatcher, QWidget* parent)
{
    (new ImportHistory(dispatcher, parent))->open();
}

ImportHistory::ImportHistory(Dispatcher& dispatcher, QWidget* parent)
    : QDialog(parent), m_dispatcher(dispatcher),
      m_table(new TextTable(tr("导入记录"), {tr("日期"), tr("登记簿"), tr("文件"), tr("新增"), tr("更新"), tr("跳过"), tr("状态")})),
      m_undo(new QPushButton(tr("撤销这一批")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("导入记录"));
    resize(820, 420);
    auto* hint = new QLabel(tr("导错了的，选中后整批撤销。其中有一条之后又改过，就说明是哪一条，一条也不撤销。"));
    hint->setWordWrap(true);
    m_table->stretch(fileColumn);
    m_undo->setEnabled(false);
    m_undo->setAutoDefault(false); // Enter takes nothing back by accident
    auto* close = new QPushButton(tr("关闭"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_undo);
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_undo, &QPushButton::clicked, this, &ImportHistory::undo);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ImportHistory::choose);
    connect(&dispatcher, &Dispatcher::recordsChanged, this, &ImportHistory::refresh);
    refresh();
}

void ImportHistory::refresh()
{
    askFor<Records>(m_dispatcher, this, batches, [this](const Records& found) {
        QVector<QVector<TextCell>> rows;
        for (const model::Record& record : found)
            rows.append(rowOf(record));
        m_table->setRows(rows);
        if (m_table->currentRow() < 0 && !rows.isEmpty())
            m_table->selectRow(0);
        choose();
    });
}

void ImportHistory::choose()
{
    m_undo->setEnabled(!m_table->currentKey().isEmpty()); // one already taken back has no key
}

void ImportHistory::undo()
{
    m_undo->setEnabled(false);
    m_dispatcher.writeJob<services::Written>(
        tr("正在撤销导入"), this,
        [batch = Uid(m_table->currentKey())](services::Workspace& workspace, const services::Progress&) {
            return services::undoImport(workspace, batch);
        },
        [this](const Result<services::Written>& undone) {
            choose();
            if (!undone)
                Prompts::current().show(this, undone.error());
        });
}

} // namespace chengheng::gui
