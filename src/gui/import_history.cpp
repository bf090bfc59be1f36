// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import_history.h"

#include "gui/asking.h"
#include "gui/theme.h"
#include "services/tables.h"
#include "ui_ImportHistory.h"

#include <algorithm>

namespace chengheng::gui {

namespace {

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
    : QDialog(parent), m_ui(std::make_unique<Ui::ImportHistory>()), m_dispatcher(dispatcher)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->undo, &QPushButton::clicked, this,
            &ImportHistory::undo); // not by Enter: nothing is taken back by accident
    connect(m_ui->batches, &QTableWidget::itemSelectionChanged, this, &ImportHistory::choose);
    connect(&dispatcher, &Dispatcher::recordsChanged, this, &ImportHistory::refresh);
    refresh();
}

ImportHistory::~ImportHistory() = default;

void ImportHistory::refresh()
{
    askFor<Records>(m_dispatcher, this, batches, [this](const Records& found) {
        QVector<QVector<TextCell>> rows;
        for (const model::Record& record : found)
            rows.append(rowOf(record));
        m_ui->batches->setRows(rows);
        if (m_ui->batches->currentRow() < 0 && !rows.isEmpty())
            m_ui->batches->selectRow(0);
        choose();
    });
}

void ImportHistory::choose()
{
    m_ui->undo->setEnabled(!m_ui->batches->currentKey().isEmpty()); // one already taken back has no key
}

void ImportHistory::undo()
{
    m_ui->undo->setEnabled(false);
    m_dispatcher.writeJob<services::Written>(
        tr("正在撤销导入"), this,
        [batch = Uid(m_ui->batches->currentKey())](services::Workspace& workspace, const services::Progress&) {
            return services::undoImport(workspace, batch);
        },
        [this](const Result<services::Written>& undone) {
            choose();
            if (!undone)
                Prompts::current().show(this, undone.error());
        });
}

} // namespace chengheng::gui
