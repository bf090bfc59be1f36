// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/figure_check_dialog.h"

#include "gui/prompts.h"
#include "gui/theme.h"
#include "ui_FigureCheckDialog.h"

namespace chengheng::gui {

FigureCheckDialog::FigureCheckDialog(Dispatcher& dispatcher, QDate day, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::FigureCheckDialog>()), m_dispatcher(dispatcher), m_day(day)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(m_ui->open, &QPushButton::clicked, this, &FigureCheckDialog::openReport);
    connect(m_ui->check, &QPushButton::clicked, this, &FigureCheckDialog::check);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
}

FigureCheckDialog::~FigureCheckDialog() = default;

void FigureCheckDialog::openReport()
{
    Prompts::current().openFile(this, tr("选择要报送的文件"), tr("文书 (*.docx *.txt)"), [this](const QString& path) {
        m_dispatcher.read<QString>(
            this, [path](const services::Workspace&) { return services::textOfReport(path); },
            [this](const Result<QString>& text) {
                if (!text)
                    return Prompts::current().show(this, text.error());
                m_ui->report->setPlainText(*text);
                check();
            });
    });
}

void FigureCheckDialog::check()
{
    m_dispatcher.read<services::FigureReport>(
        this,
        [text = m_ui->report->toPlainText(), day = m_day](const services::Workspace& workspace) {
            const QDate stated = rules::dayOfFigures(text);
            return services::checkFigures(workspace, text, stated.isValid() ? stated : day);
        },
        [this](const Result<services::FigureReport>& report) {
            if (report)
                show(*report);
            else
                Prompts::current().show(this, report.error());
        });
}

void FigureCheckDialog::show(const services::FigureReport& report)
{
    QVector<QVector<TextCell>> rows;
    for (const rules::FigureCheck& check : report.figures.checks) {
        const QColor colour = check.agrees ? QColor() : faultColour();
        rows.append({{check.agrees ? tr("● 一致") : tr("▲ 不一致"), colour},
                     {check.label},
                     {check.written, colour, true},
                     {check.recorded, {}, true},
                     {tr("%1（第 %2 段：%3）").arg(check.why).arg(check.paragraph).arg(check.context)}});
    }
    for (const QString& other : report.figures.unchecked)
        rows.append(
            {{tr("○ 没有核对"), mutedColour()}, {}, {}, {}, {tr("没有对应的记录：%1").arg(other), mutedColour()}});
    m_ui->checks->setRows(rows);
    m_ui->checks->resizeRowsToContents();
    m_ui->sentence->setText(report.sentence);
}

} // namespace chengheng::gui
