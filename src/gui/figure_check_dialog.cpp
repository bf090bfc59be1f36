// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/figure_check_dialog.h"

#include "gui/prompts.h"
#include "gui/text_table.h"
#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>

namespace chengheng::gui {

namespace {

constexpr int whyColumn = 4;

} // namespace

FigureCheckDialog::FigureCheckDialog(Dispatcher& dispatcher, QDate day, QWidget* parent)
    : QDialog(parent), m_dispatcher(dispatcher), m_day(day), m_text(new QPlainTextEdit), m_sentence(new QLabel),
      m_table(new TextTable(tr("核对结果"), {tr("核对"), tr("称呼"), tr("写的"), tr("记录的"), tr("依据")}))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("报送数字核对"));
    resize(980, 640);
    m_text->setObjectName(QStringLiteral("report"));
    m_text->setAccessibleName(tr("要报送的文字"));
    m_text->setPlaceholderText(tr("把要报送的文字粘贴在这里，或打开改好的 .docx。文中写明“截至某年某月某日”的，按那一天的记录核对。"));
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setWordWrap(true);
    m_table->setWordWrap(true);
    m_table->stretch(whyColumn);
    auto* halves = new QSplitter(Qt::Vertical);
    halves->addWidget(m_text);
    halves->addWidget(m_table);
    halves->setChildrenCollapsible(false);
    auto* open = new QPushButton(tr("打开文件…"));
    auto* check = new QPushButton(tr("核对"));
    auto* close = new QPushButton(tr("关闭"));
    check->setProperty("primary", true);
    check->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(open);
    buttons->addStretch(1);
    buttons->addWidget(check);
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(halves, 1);
    layout->addWidget(m_sentence);
    layout->addLayout(buttons);
    connect(open, &QPushButton::clicked, this, &FigureCheckDialog::openReport);
    connect(check, &QPushButton::clicked, this, &FigureCheckDialog::check);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void FigureCheckDialog::openReport()
{
    Prompts::current().openFile(this, tr("选择要报送的文件"), tr("文书 (*.docx *.txt)"), [this](const QString& path) {
        m_dispatcher.read<QString>(
            this, [path](const services::Workspace&) { return services::textOfReport(path); },
            [this](const Result<QString>& text) {
                if (!text)
                    return Prompts::current().show(this, text.error());
                m_text->setPlainText(*text);
                check();
            });
    });
}

void FigureCheckDialog::check()
{
    m_dispatcher.read<services::FigureReport>(
        this,
        [text = m_text->toPlainText(), day = m_day](const services::Workspace& workspace) {
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
        rows.append({{check.agrees ? tr("● 一致") : tr("▲ 不一致"), colour}, {check.label}, {check.written, colour, true},
                     {check.recorded, {}, true}, {tr("%1（第 %2 段：%3）").arg(check.why).arg(check.paragraph).arg(check.context)}});
    }
    for (const QString& other : report.figures.unchecked)
        rows.append({{tr("○ 没有核对"), mutedColour()}, {}, {}, {}, {tr("没有对应的记录：%1").arg(other), mutedColour()}});
    m_table->setRows(rows);
    m_table->resizeRowsToContents();
    m_sentence->setText(report.sentence);
}

} // namespace chengheng::gui
