// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/scan_dialog.h"

#include "gui/prompts.h"
#include "gui/text_table.h"
#include "gui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace chengheng::gui {

namespace {

constexpr int resultColumn = 3;

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
    Prompts::current().openFiles(
        parent, tr("导入扫描件（可多选，按所选的顺序）"), tr("扫描件和照片 (*.pdf *.jpg *.jpeg *.png *.heic *.heif)"),
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
    : QDialog(parent), m_dispatcher(dispatcher), m_plan(std::move(plan)), m_summary(new QLabel),
      m_table(new TextTable(tr("各页归到哪里"), {tr("页"), tr("文书编号"), tr("题名"), tr("怎么办")})),
      m_completes(new QCheckBox(tr("没登记打印、送签、盖章的，按今天补登"))), m_again(new QCheckBox(tr("已有扫描件的再存一份"))),
      m_archives(new QCheckBox(tr("同时登记归档文件，保管期限"))), m_retention(new QComboBox), m_file(new QPushButton(tr("归档")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("导入扫描件：%1").arg(m_plan.name));
    resize(860, 520);
    m_summary->setWordWrap(true);
    m_table->setWordWrap(true);
    m_table->stretch(resultColumn);
    m_file->setProperty("primary", true);
    m_file->setDefault(true);
    for (const auto& word : model::wordsOf<model::Retention>())
        m_retention->addItem(word.choice.label, int(word.value));
    m_retention->setCurrentIndex(m_retention->findData(int(model::Retention::TenYears)));
    m_retention->setAccessibleName(tr("保管期限"));
    auto* archive = new QHBoxLayout;
    archive->addWidget(m_archives);
    archive->addWidget(m_retention);
    archive->addStretch(1);
    auto* cancel = new QPushButton(tr("取消"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_file);
    buttons->addWidget(cancel);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_completes);
    layout->addWidget(m_again);
    layout->addLayout(archive);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_file, &QPushButton::clicked, this, &ScanDialog::file);
    for (QCheckBox* box : {m_completes, m_again})
        connect(box, &QCheckBox::toggled, this, &ScanDialog::showPlan);
    showPlan();
}

services::ScanOptions ScanDialog::options() const
{
    services::ScanOptions options;
    options.completesSteps = m_completes->isChecked();
    options.filesAgain = m_again->isChecked();
    options.archives = m_archives->isChecked();
    options.retention = model::Retention(m_retention->currentData().toInt());
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
            what = part.pages.size() == part.pagesExpected
                ? tr("归到这份文书")
                : tr("归到这份文书；登记 %1 页，扫到 %2 页，请核对").arg(part.pagesExpected).arg(part.pages.size());
        rows.append({{services::pageRanges(part.pages)}, {part.number}, {part.title}, {what, isLeft ? faultColour() : QColor()}});
    }
    for (const services::StrayPages& stray : services::together(m_plan.strays))
        rows.append({{services::pageRanges(stray.pages)}, {}, {}, {tr("不归档：%1").arg(stray.why), faultColour()}});
    m_table->setRows(rows);
    m_table->resizeRowsToContents();
    m_summary->setText(tr("共 %1 页，认出 %2 份文书，可归档 %3 份；%4 页不属于任何文书。没有归档的页仍在原扫描件里，请保留原件。")
                           .arg(m_plan.pages)
                           .arg(m_plan.parts.size())
                           .arg(filed)
                           .arg(m_plan.strays.size()));
    m_file->setEnabled(filed > 0);
}

void ScanDialog::file()
{
    m_file->setEnabled(false);
    m_dispatcher.writeJob<services::ScanReport>(
        tr("归档扫描件"), this,
        [plan = m_plan, wanted = options()](services::Workspace& workspace, const services::Progress& progress) {
            return services::fileScan(workspace, plan, wanted, progress);
        },
        [this](const Result<services::ScanReport>& report) {
            if (!report) {
                m_summary->setText(report.error().message);
                m_file->setEnabled(true);
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
