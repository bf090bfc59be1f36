// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/summary_page.h"

#include "documents/list_paper.h"
#include "gui/printing.h"
#include "gui/text_table.h"
#include "gui/theme.h"
#include "services/overview.h"
#include "services/tables.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace chengheng::gui {

SummaryPage::SummaryPage(AppState& state, const rules::SummaryKind& kind, QWidget* parent)
    : Page(state, kind.key, kind.title, parent), m_kind(kind), m_export(new QAction(tr("导出…"), this)),
      m_print(new QAction(tr("打印…"), this)), m_sentence(new QLabel), m_onlyPressing(new QCheckBox(tr("只看需要处理的"))),
      m_table(new TextTable(kind.title, {}))
{
    m_sentence->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_sentence, 1);
    head->addWidget(m_onlyPressing);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    connect(m_onlyPressing, &QCheckBox::toggled, this, &SummaryPage::showRows);
    connect(m_table, &QTableWidget::cellActivated, this, &SummaryPage::openCurrent);
    connect(m_export, &QAction::triggered, this, &SummaryPage::exportShown);
    connect(m_print, &QAction::triggered, this, &SummaryPage::printShown);
}

void SummaryPage::refresh()
{
    read<rules::Summary>(
        [on = day(), &kind = m_kind](const services::Workspace& workspace) { return services::summaryOn(workspace, kind, on); },
        [this](rules::Summary summary) { show(std::move(summary)); });
}

void SummaryPage::show(rules::Summary summary)
{
    m_summary = std::move(summary);
    m_sentence->setText(m_summary.sentence);
    m_table->setColumnCount(int(m_summary.columns.size()));
    m_table->setHorizontalHeaderLabels(m_summary.columns);
    m_table->stretch(int(m_summary.columns.size()) - 1); // reasons are long
    showRows();
    const qsizetype pressing = m_summary.pressing();
    Q_EMIT stateChanged(pressing > 0 ? tr("共 %1 行，%2 行需要处理").arg(m_summary.rows.size()).arg(pressing)
                                     : tr("共 %1 行").arg(m_summary.rows.size()));
}

QVector<rules::SummaryRow> SummaryPage::shown() const
{
    QVector<rules::SummaryRow> rows;
    for (const rules::SummaryRow& row : m_summary.rows)
        if (row.isPressing || !m_onlyPressing->isChecked())
            rows.append(row);
    return rows;
}

void SummaryPage::showRows()
{
    QVector<QVector<TextCell>> cells;
    const auto rows = shown();
    for (qsizetype place = 0; place < rows.size(); ++place) {
        QVector<TextCell> line;
        for (const QString& text : rows[place].cells)
            line.append({text});
        line.first().key = QString::number(place);
        if (rows[place].isPressing) {
            line.first().text.prepend(tr("▲ ")); // a shape beside the colour
            line.first().colour = lookOf(rules::VerificationStatus::Overdue).colour;
        }
        cells.append(line);
    }
    m_table->setRows(cells);
}

void SummaryPage::openCurrent()
{
    const auto rows = shown();
    const int place = m_table->currentRow();
    if (place >= 0 && place < rows.size() && !rows[place].kind.isEmpty())
        Q_EMIT pageAsked(rows[place].kind, rows[place].record);
}

void SummaryPage::exportShown()
{
    Prompts::current().saveFile(
        this, tr("导出%1").arg(title()), title() + QStringLiteral(".xlsx"), tr("表格 (*.xlsx *.csv)"), [this](const QString& path) {
            rules::Summary summary = m_summary;
            summary.rows = shown();
            dispatcher().job<qint64>(
                tr("导出%1").arg(title()), this,
                [title = title(), path, summary](services::Workspace&, const services::Progress&) {
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

void SummaryPage::printShown()
{
    documents::PrintedList list;
    list.title = title();
    list.subtitle = m_summary.sentence;
    list.asOf = day();
    documents::addSummary(list, m_summary.columns, shown());
    printPaper(dispatcher(), this, [list](const services::Workspace& workspace) mutable -> Result<documents::Paper> {
        list.campaign = workspace.plan().title;
        return documents::listPaper(list);
    });
}

} // namespace chengheng::gui
