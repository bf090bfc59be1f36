// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import_dialog.h"

#include "gui/empty_note.h"
#include "gui/import_history.h"
#include "gui/prompts.h"
#include "ui_ImportDialog.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>

namespace chengheng::gui {

namespace {

constexpr qsizetype mostWrapped = 500; // measuring more rows than anybody reads takes too long

} // namespace

void ImportDialog::start(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* parent,
                         const services::FieldValues& given)
{
    const auto open = [&dispatcher, &kind, parent, given](const QString& path) {
        const Import import = [&kind, path, given](services::Workspace& workspace, services::ImportOptions options,
                                                   const services::Progress& progress) {
            options.given = given;
            return services::importFile(workspace, kind, path, options, progress);
        };
        (new ImportDialog(dispatcher, kind, QFileInfo(path).fileName(), import, parent))->open();
    };
    Prompts::current().openFile(parent, tr("导入%1").arg(kind.title), tr("表格 (*.xlsx *.ods *.csv)"), open);
}

void ImportDialog::paste(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* parent,
                         const services::FieldValues& given)
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        Prompts::current().inform(parent, tr("剪贴板里没有表格。请先在 WPS 或 Excel 里连同标题行一起选中并复制。"));
        return;
    }
    const Import import = [&kind, text, given](services::Workspace& workspace, services::ImportOptions options,
                                               const services::Progress& progress) {
        options.given = given;
        return services::importClipboard(workspace, kind, text, options, progress);
    };
    (new ImportDialog(dispatcher, kind, tr("粘贴的表格"), import, parent))->open();
}

ImportDialog::ImportDialog(Dispatcher& dispatcher, const model::RecordKind& kind, const QString& source, Import import,
                           QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ImportDialog>()), m_dispatcher(dispatcher), m_kind(kind),
      m_import(std::move(import))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("导入%1：%2").arg(kind.title, source));
    m_ui->existing->addItem(tr("已登记的：退回"), int(services::Existing::Stop));
    m_ui->existing->addItem(tr("已登记的：跳过"), int(services::Existing::Skip));
    m_ui->existing->addItem(tr("已登记的：更新"), int(services::Existing::Update));
    m_ui->names->hide();
    m_ui->undo->hide();
    m_clean = new EmptyNote(m_ui->faults, QString());
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->history, &QPushButton::clicked, this, [this] { ImportHistory::start(m_dispatcher, this); });
    connect(m_ui->undo, &QPushButton::clicked, this, &ImportDialog::undo);
    connect(m_ui->write, &QPushButton::clicked, this, &ImportDialog::write);
    connect(m_ui->existing, &QComboBox::currentIndexChanged, this, &ImportDialog::judge);
    connect(m_ui->near, &NearNames::chosen, this, &ImportDialog::judge);
    judge();
}

ImportDialog::~ImportDialog() = default;

services::ImportOptions ImportDialog::options() const
{
    services::ImportOptions options;
    options.existing = services::Existing(m_ui->existing->currentData().toInt());
    options.sameAs = m_ui->near->choices();
    return options;
}

/// Without writing; a job, for a large table takes its time and may be given up.
void ImportDialog::judge()
{
    m_ui->write->setEnabled(false);
    m_ui->summary->setText(tr("正在核对…"));
    m_clean->clear();
    services::ImportOptions dry = options();
    dry.isDryRun = true;
    m_dispatcher.job<services::ImportReport>(
        tr("核对%1").arg(m_kind.title), this,
        [import = m_import, dry](services::Workspace& workspace, const services::Progress& progress) {
            return import(workspace, dry, progress);
        },
        [this](const Result<services::ImportReport>& report) {
            if (report)
                show(*report);
            else
                m_ui->summary->setText(report.error().message);
        });
}

void ImportDialog::show(const services::ImportReport& report)
{
    QVector<QVector<TextCell>> rows;
    for (const services::RowVerdict& verdict : report.verdicts)
        for (const services::RowFault& fault : verdict.faults)
            rows.append({{QString::number(verdict.row), {}, true}, {fault.column}, {fault.value}, {fault.why}});
    for (const services::RowVerdict& verdict : report.verdicts)
        if (!verdict.note.isEmpty())
            rows.append({{QString::number(verdict.row), {}, true}, {tr("提示")}, {}, {verdict.note}});
    m_ui->faults->setRows(rows);
    m_clean->setText(report.accepted + report.updated > 0 ? tr("没有要改正的地方，点“导入”写入。")
                                                          : tr("没有要改正的地方，也没有要写入的行。"));
    if (rows.size() <= mostWrapped)
        m_ui->faults->resizeRowsToContents();
    QString counts = tr("共 %1 行：可新增 %2，可更新 %3，跳过 %4，退回 %5。")
                         .arg(report.rows)
                         .arg(report.accepted)
                         .arg(report.updated)
                         .arg(report.skipped)
                         .arg(report.rejected);
    if (const qsizetype hints = report.hints(); hints > 0)
        counts += tr("有 %1 行带提示，不影响导入。").arg(hints);
    m_ui->summary->setText(
        report.rejected == 0 ? counts : counts + tr("请在表格里改正下列各处后重新导入；在此之前一行也不会写入。"));
    m_ui->write->setEnabled(report.rejected == 0 && report.accepted + report.updated > 0);
    m_ui->near->ask(report.nearMatches);
    m_ui->names->setVisible(!m_ui->near->isEmpty());
}

void ImportDialog::write()
{
    m_ui->write->setEnabled(false);
    m_dispatcher.writeJob<services::ImportReport>(
        tr("导入%1").arg(m_kind.title), this,
        [import = m_import, wanted = options()](services::Workspace& workspace, const services::Progress& progress) {
            return import(workspace, wanted, progress);
        },
        [this](const Result<services::ImportReport>& report) {
            if (!report)
                m_ui->summary->setText(report.error().message);
            else if (report->isRefused())
                show(*report);
            else
                showDone(*report);
        });
}

void ImportDialog::showDone(const services::ImportReport& report)
{
    m_batch = report.batch;
    m_ui->summary->setText(tr("已导入：共 %1 行，新增 %2，更新 %3，跳过 %4。")
                               .arg(report.rows)
                               .arg(report.accepted)
                               .arg(report.updated)
                               .arg(report.skipped));
    m_clean->setText(tr("已经写入。"));
    m_ui->existing->hide();
    m_ui->names->hide();
    m_ui->write->hide();
    m_ui->undo->setVisible(!m_batch.isNull());
    m_ui->close->setText(tr("完成"));
    m_ui->close->setDefault(true);
    m_ui->close->setFocus();
}

void ImportDialog::undo()
{
    m_ui->undo->setEnabled(false);
    m_dispatcher.writeJob<services::Written>(
        tr("撤销本次导入"), this,
        [batch = m_batch](services::Workspace& workspace, const services::Progress&) {
            return services::undoImport(workspace, batch);
        },
        [this](const Result<services::Written>& undone) {
            m_ui->undo->setVisible(!undone);
            m_ui->undo->setEnabled(!undone);
            m_ui->summary->setText(undone ? tr("已撤销本次导入，记录和导入之前一样。") : undone.error().message);
        });
}

} // namespace chengheng::gui
