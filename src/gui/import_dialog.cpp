// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import_dialog.h"

#include "gui/import_history.h"
#include "gui/prompts.h"
#include "gui/text_table.h"
#include "gui/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace chengheng::gui {

namespace {

constexpr int whyColumn = 3;
constexpr qsizetype mostWrapped = 500; // measuring more rows than anybody reads takes too long

} // namespace

void ImportDialog::start(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* parent)
{
    Prompts::current().openFile(
        parent, tr("导入%1").arg(kind.title), tr("表格 (*.xlsx *.ods *.csv)"), [&dispatcher, &kind, parent](const QString& path) {
            const Import import = [&kind, path](services::Workspace& workspace, const services::ImportOptions& options,
                                                const services::Progress& progress) {
                return services::importFile(workspace, kind, path, options, progress);
            };
            (new ImportDialog(dispatcher, kind, QFileInfo(path).fileName(), import, parent))->open();
        });
}

void ImportDialog::paste(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* parent)
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        Prompts::current().inform(parent, tr("剪贴板里没有表格。请先在 WPS 或 Excel 里连同标题行一起选中并复制。"));
        return;
    }
    const Import import = [&kind, text](services::Workspace& workspace, const services::ImportOptions& options,
                                        const services::Progress&) {
        return services::importClipboard(workspace, kind, text, options);
    };
    (new ImportDialog(dispatcher, kind, tr("粘贴的表格"), import, parent))->open();
}

ImportDialog::ImportDialog(Dispatcher& dispatcher, const model::RecordKind& kind, const QString& source, Import import,
                           QWidget* parent)
    : QDialog(parent), m_dispatcher(dispatcher), m_kind(kind), m_import(std::move(import)), m_summary(new QLabel),
      m_existing(new QComboBox),
      m_faults(new TextTable(tr("需要处理的行"), {tr("行"), tr("列"), tr("内容"), tr("原因")})),
      m_write(new QPushButton(tr("导入"))), m_same(new QPushButton(tr("就是这几家"))),
      m_undo(new QPushButton(tr("撤销本次导入"))), m_close(new QPushButton(tr("取消")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("导入%1：%2").arg(kind.title, source));
    resize(860, 520);
    m_existing->addItem(tr("已登记的：退回"), int(services::Existing::Stop));
    m_existing->addItem(tr("已登记的：跳过"), int(services::Existing::Skip));
    m_existing->addItem(tr("已登记的：更新"), int(services::Existing::Update));
    m_existing->setAccessibleName(tr("已登记的怎么办"));
    m_summary->setWordWrap(true);
    m_write->setProperty("primary", true);
    m_write->setEnabled(false);
    m_same->hide();
    m_faults->setWordWrap(true);
    m_faults->stretch(whyColumn);
    m_undo->hide();
    auto* history = new QPushButton(tr("导入记录…"));
    history->setToolTip(tr("以前导入过什么；导错的可以整批撤销"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_existing);
    buttons->addWidget(m_same);
    buttons->addWidget(history);
    buttons->addStretch(1);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_write);
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_faults, 1);
    layout->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(history, &QPushButton::clicked, this, [this] { ImportHistory::start(m_dispatcher, this); });
    connect(m_undo, &QPushButton::clicked, this, &ImportDialog::undo);
    connect(m_write, &QPushButton::clicked, this, &ImportDialog::write);
    connect(m_existing, &QComboBox::currentIndexChanged, this, &ImportDialog::judge);
    connect(m_same, &QPushButton::clicked, this, [this] {
        m_sameAs.insert(m_asked);
        judge();
    });
    judge();
}

services::ImportOptions ImportDialog::options() const
{
    services::ImportOptions options;
    options.existing = services::Existing(m_existing->currentData().toInt());
    options.sameAs = m_sameAs;
    return options;
}

void ImportDialog::judge()
{
    m_write->setEnabled(false);
    m_summary->setText(tr("正在核对…"));
    services::ImportOptions dry = options();
    dry.isDryRun = true;
    m_dispatcher.write<services::ImportReport>(
        this,
        [import = m_import, dry](services::Workspace& workspace) { return import(workspace, dry, {}); },
        [this](const Result<services::ImportReport>& report) {
            if (report)
                show(*report);
            else
                m_summary->setText(report.error().message);
        });
}

void ImportDialog::show(const services::ImportReport& report)
{
    QVector<QVector<TextCell>> rows;
    for (const services::RowVerdict& verdict : report.verdicts)
        for (const services::RowFault& fault : verdict.faults)
            rows.append({{QString::number(verdict.row), {}, true}, {fault.column}, {fault.value}, {fault.why}});
    m_faults->setRows(rows);
    if (rows.size() <= mostWrapped)
        m_faults->resizeRowsToContents();
    const QString counts = tr("共 %1 行：可新增 %2，可更新 %3，跳过 %4，退回 %5。")
                               .arg(report.rows)
                               .arg(report.accepted)
                               .arg(report.updated)
                               .arg(report.skipped)
                               .arg(report.rejected);
    m_summary->setText(report.rejected == 0 ? counts : counts + tr("请在表格里改正下列各处后重新导入；在此之前一行也不会写入。"));
    m_write->setEnabled(report.rejected == 0 && report.accepted + report.updated > 0);
    askNearMatches(report);
}

void ImportDialog::askNearMatches(const services::ImportReport& report)
{
    QStringList pairs;
    m_asked.clear();
    for (const services::NearMatch& match : report.nearMatches) {
        pairs << tr("“%1”就是“%2”").arg(match.name, match.candidates.first().second);
        m_asked.insert(match.name, match.candidates.first().first);
    }
    m_same->setVisible(!pairs.isEmpty());
    m_same->setToolTip(pairs.join(QLatin1Char('\n')));
    if (!pairs.isEmpty())
        m_summary->setText(m_summary->text() + tr("名称相近的单位：%1。如果都对，请点“就是这几家”。").arg(pairs.join(QStringLiteral("，"))));
}

void ImportDialog::write()
{
    m_write->setEnabled(false);
    m_dispatcher.writeJob<services::ImportReport>(
        tr("导入%1").arg(m_kind.title), this,
        [import = m_import, wanted = options()](services::Workspace& workspace, const services::Progress& progress) {
            return import(workspace, wanted, progress);
        },
        [this](const Result<services::ImportReport>& report) {
            if (!report)
                m_summary->setText(report.error().message);
            else if (report->isRefused())
                show(*report);
            else
                showDone(*report);
        });
}

void ImportDialog::showDone(const services::ImportReport& report)
{
    m_batch = report.batch;
    m_summary->setText(tr("已导入：共 %1 行，新增 %2，更新 %3，跳过 %4。")
                           .arg(report.rows)
                           .arg(report.accepted)
                           .arg(report.updated)
                           .arg(report.skipped));
    m_existing->hide();
    m_same->hide();
    m_write->hide();
    m_undo->setVisible(!m_batch.isNull());
    m_close->setText(tr("完成"));
    m_close->setDefault(true);
    m_close->setFocus();
}

void ImportDialog::undo()
{
    m_undo->setEnabled(false);
    m_dispatcher.writeJob<services::Written>(
        tr("撤销本次导入"), this,
        [batch = m_batch](services::Workspace& workspace, const services::Progress&) {
            return services::undoImport(workspace, batch);
        },
        [this](const Result<services::Written>& undone) {
            m_undo->setVisible(!undone);
            m_undo->setEnabled(!undone);
            m_summary->setText(undone ? tr("已撤销本次导入，记录和导入之前一样。") : undone.error().message);
        });
}

} // namespace chengheng::gui
