// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scan_dialog.h"

#include "gui/prompts.h"
#include "gui/theme.h"
#include "ui_ScanDialog.h"

#include <algorithm>

namespace chengheng::gui {

namespace {

qsizetype pagesOf(const QVector<services::ScanPart>& parts)
{
    qsizetype pages = 0;
    for (const services::ScanPart& part : parts)
        pages += part.pages.size();
    return pages;
}

} // namespace

void ScanDialog::start(Dispatcher& dispatcher, QWidget* parent)
{
    Prompts::current().openFiles(parent, tr("导入扫描件（可多选，按所选的顺序）"),
                                 tr("扫描件和照片 (*.pdf *.jpg *.jpeg *.png *.heic *.heif)"),
                                 [&dispatcher, parent](const QStringList& paths) {
                                     dispatcher.job<services::ScanPlan>(
                                         tr("识别扫描件"), parent,
                                         [paths](services::Workspace& workspace, const services::Progress& progress) {
                                             return services::splitScan(workspace, paths, progress);
                                         },
                                         [&dispatcher, parent](Result<services::ScanPlan> plan) {
                                             if (plan)
                                                 (new ScanDialog(dispatcher, *std::move(plan), parent))->open();
                                             else
                                                 Prompts::current().show(parent, plan.error());
                                         });
                                 });
}

ScanDialog::ScanDialog(Dispatcher& dispatcher, services::ScanPlan plan, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ScanDialog>()), m_dispatcher(dispatcher), m_plan(std::move(plan))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("导入扫描件：%1").arg(m_plan.name));
    for (const auto& word : model::wordsOf<model::Retention>())
        m_ui->retention->addItem(word.choice.label, int(word.value));
    m_ui->retention->setCurrentIndex(m_ui->retention->findData(int(model::Retention::TenYears)));
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->file, &QPushButton::clicked, this, &ScanDialog::file);
    for (QCheckBox* box : {m_ui->completes, m_ui->again})
        connect(box, &QCheckBox::toggled, this, &ScanDialog::showPlan);
    showPlan();
}

ScanDialog::~ScanDialog() = default;

services::ScanOptions ScanDialog::options() const
{
    services::ScanOptions options;
    options.completesSteps = m_ui->completes->isChecked();
    options.filesAgain = m_ui->again->isChecked();
    options.archives = m_ui->archives->isChecked();
    options.retention = model::Retention(m_ui->retention->currentData().toInt());
    return options;
}

/// Says of each part what would become of it with the choices as they stand.
void ScanDialog::showPlan()
{
    QVector<QVector<TextCell>> rows;
    int filed = 0;
    for (const services::ScanPart& part : m_plan.parts) {
        QString what = services::reasonToLeave(part, options());
        const bool isLeft = !what.isEmpty();
        filed += !isLeft;
        if (!isLeft)
            what =
                part.pages.size() == part.pagesExpected
                    ? tr("归到这份文书")
                    : tr("归到这份文书；登记 %1 页，扫到 %2 页，请核对").arg(part.pagesExpected).arg(part.pages.size());
        rows.append({{services::pageRanges(part.pages)},
                     {part.number},
                     {part.title},
                     {what, isLeft ? faultColour() : QColor()}});
    }
    for (const services::StrayPages& stray : services::together(m_plan.strays))
        rows.append({{services::pageRanges(stray.pages)}, {}, {}, {tr("不归档：%1").arg(stray.why), faultColour()}});
    m_ui->parts->setRows(rows);
    m_ui->parts->resizeRowsToContents();
    m_ui->summary->setText(
        tr("共 %1 页，认出 %2 份文书，可归档 %3 份；%4 页不属于任何文书。没有归档的页仍在原扫描件里，请保留原件。")
            .arg(m_plan.pages)
            .arg(m_plan.parts.size())
            .arg(filed)
            .arg(m_plan.strays.size()));
    m_ui->file->setEnabled(filed > 0);
}

void ScanDialog::file()
{
    m_ui->file->setEnabled(false);
    m_dispatcher.writeJob<services::ScanReport>(
        tr("归档扫描件"), this,
        [plan = m_plan, wanted = options()](services::Workspace& workspace, const services::Progress& progress) {
            return services::fileScan(workspace, plan, wanted, progress);
        },
        [this](const Result<services::ScanReport>& report) {
            if (!report) {
                m_ui->summary->setText(report.error().message);
                m_ui->file->setEnabled(true);
                return;
            }
            QString said = tr("已归档 %1 份文书，%2 页。").arg(report->filed.size()).arg(pagesOf(report->filed));
            if (report->archived > 0)
                said += tr("登记归档文件 %1 件。").arg(report->archived);
            if (const auto left = m_plan.pages - pagesOf(report->filed); left > 0)
                said += tr("还有 %1 页没有归档，仍在“%2”里。").arg(left).arg(m_plan.name);
            Prompts::current().inform(parentWidget(), said);
            accept();
        });
}

} // namespace chengheng::gui
