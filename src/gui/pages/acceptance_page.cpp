// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/acceptance_page.h"

#include "base/dates.h"
#include "gui/page_registry.h"
#include "gui/printing.h"
#include "gui/text_table.h"
#include "services/record_papers.h"
#include "gui/theme.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

namespace chengheng::gui {

AcceptancePage::AcceptancePage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("acceptance"), tr("迎检验收"), parent), m_export(new QAction(tr("导出验收材料"), this)),
      m_on(new QDateEdit), m_risks(new TextTable(tr("到那天还缺什么"), {tr("最晚动手"), tr("数量"), tr("是什么"), tr("说明")})),
      m_seed(new QLineEdit(QStringLiteral("1"))), m_stratified(new QCheckBox(tr("每个业态至少一家"))),
      m_drawn(new TextTable(tr("抽中的单位"), {tr("单位"), tr("业态"), tr("结果"), tr("原因")})), m_chance(new QLabel),
      m_gaps(new TextTable(tr("材料缺口"), {tr("材料"), tr("状态"), tr("缺什么"), tr("去哪里补")})), m_gapSentence(new QLabel),
      m_papers(new TextTable(tr("材料目录"), {tr("材料"), tr("状态"), tr("页码"), tr("说明")})), m_comparedWith(new QLabel)
{
    m_gaps->stretch(2);
    m_papers->stretch(3);
    m_drawn->stretch(3);
    m_risks->stretch(3);
    auto* tabs = new QTabWidget;
    tabs->addTab(buildGaps(), tr("材料缺口"));
    tabs->addTab(buildPapers(), tr("材料目录"));
    tabs->addTab(buildReadiness(), tr("迎检准备"));
    tabs->addTab(buildDraw(), tr("模拟抽查"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    layout->addWidget(tabs);
    connect(m_export, &QAction::triggered, this, &AcceptancePage::exportPacket);
}

QWidget* AcceptancePage::buildReadiness()
{
    auto* panel = new QWidget;
    auto* layout = new QVBoxLayout(panel);
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("验收日"));
    label->setBuddy(m_on);
    m_on->setCalendarPopup(true);
    m_on->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_on->setDate(today());
    row->addWidget(label);
    row->addWidget(m_on);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(m_risks, 1);
    connect(m_on, &QDateEdit::dateChanged, this, &AcceptancePage::refresh);
    return panel;
}

QWidget* AcceptancePage::buildDraw()
{
    auto* panel = new QWidget;
    auto* layout = new QVBoxLayout(panel);
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("抽签号"));
    label->setBuddy(m_seed);
    m_seed->setToolTip(tr("同一个抽签号总是抽到同样的单位"));
    m_seed->setMaximumWidth(160);
    auto* again = new QPushButton(tr("抽 12 家"));
    row->addWidget(label);
    row->addWidget(m_seed);
    row->addWidget(m_stratified);
    row->addWidget(again);
    row->addStretch(1);
    auto* route = new QPushButton(tr("打印路线和评分表…"));
    auto* first = new QPushButton(tr("先改哪几家…"));
    row->addWidget(route);
    row->addWidget(first);
    connect(route, &QPushButton::clicked, this, [this] { printDraw(services::rehearsalPapers); });
    connect(first, &QPushButton::clicked, this, [this] { printDraw(services::fixFirstList); });
    layout->addLayout(row);
    m_chance->setWordWrap(true);
    makeHeading(m_chance);
    layout->addWidget(m_chance);
    layout->addWidget(m_drawn, 1);
    connect(again, &QPushButton::clicked, this, &AcceptancePage::draw);
    connect(m_seed, &QLineEdit::returnPressed, this, &AcceptancePage::draw);
    return panel;
}

QWidget* AcceptancePage::buildGaps()
{
    auto* panel = new QWidget;
    auto* layout = new QVBoxLayout(panel);
    m_gapSentence->setWordWrap(true);
    layout->addWidget(m_gapSentence);
    layout->addWidget(m_gaps, 1);
    connect(m_gaps, &QTableWidget::cellActivated, this, &AcceptancePage::openGap);
    return panel;
}

QWidget* AcceptancePage::buildPapers()
{
    auto* panel = new QWidget;
    auto* layout = new QVBoxLayout(panel);
    auto* row = new QHBoxLayout;
    auto* compare = new QPushButton(tr("与上次的材料比…"));
    compare->setToolTip(tr("选上次导出的压缩包，记录有变动的材料标为“已过时”"));
    m_comparedWith->setWordWrap(true);
    row->addWidget(m_comparedWith, 1);
    row->addWidget(compare);
    layout->addLayout(row);
    layout->addWidget(m_papers, 1);
    connect(compare, &QPushButton::clicked, this, &AcceptancePage::compareWithEarlier);
    connect(m_papers, &QTableWidget::cellActivated, this, &AcceptancePage::openPaper);
    return panel;
}

namespace {

QString titleOfPage(const QString& key)
{
    const PageEntry* entry = pageWith(key);
    if (!entry)
        return {};
    for (const PagePart& part : entry->parts)
        if (part.key == key)
            return part.title;
    return entry->title;
}

/// A shape beside the colour.
TextCell stateCell(const QString& state)
{
    if (state == QLatin1String("have"))
        return {AcceptancePage::tr("● 有"), QColor(0x1B, 0x7A, 0x3D)};
    if (state == QLatin1String("stale"))
        return {AcceptancePage::tr("◆ 已过时"), QColor(0x9A, 0x5B, 0x00)};
    return {AcceptancePage::tr("▲ 缺"), faultColour()};
}

QString pagesCell(const services::PacketPaper& paper)
{
    return paper.pages > 1 ? QStringLiteral("%1～%2").arg(paper.firstPage).arg(paper.firstPage + paper.pages - 1)
                           : QString::number(paper.firstPage);
}

} // namespace

void AcceptancePage::showGaps(const QVector<services::Gap>& gaps)
{
    m_gapList = gaps;
    QVector<QVector<TextCell>> rows;
    for (const services::Gap& gap : gaps)
        rows.append({{gap.paper, {}, false, QString::number(rows.size())}, stateCell(gap.state), {gap.why}, {titleOfPage(gap.page)}});
    m_gaps->setRows(rows);
    m_gapSentence->setText(gaps.isEmpty() ? tr("材料齐全，没有缺口。")
                                          : tr("缺口 %1 处。双击一行（或按回车）到填写的地方去补。").arg(gaps.size()));
}

void AcceptancePage::showPapers(const QVector<services::PacketPaper>& papers)
{
    QVector<QVector<TextCell>> rows;
    for (const services::PacketPaper& paper : papers)
        rows.append({{paper.title, {}, false, paper.id}, stateCell(paper.state), {pagesCell(paper), {}, true}, {paper.why}});
    m_papers->setRows(rows);
    m_comparedWith->setText(m_earlier.isEmpty() ? tr("共 %1 份。没有与上次的材料比较。").arg(papers.size())
                                                : tr("共 %1 份。与“%2”比较。").arg(papers.size()).arg(QFileInfo(m_earlier).fileName()));
}

void AcceptancePage::openGap()
{
    const services::Gap gap = m_gapList.value(m_gaps->currentKey().toInt());
    if (!gap.page.isEmpty())
        Q_EMIT pageAsked(gap.page, gap.record);
}

/// A paper leads to the first thing that it lacks.
void AcceptancePage::openPaper()
{
    for (const services::Gap& gap : std::as_const(m_gapList)) {
        if (gap.id != m_papers->currentKey() || gap.page.isEmpty())
            continue;
        Q_EMIT pageAsked(gap.page, gap.record);
        return;
    }
}

void AcceptancePage::compareWithEarlier()
{
    Prompts::current().openFile(this, tr("上次导出的材料"), tr("压缩包 (*.zip)"), [this](const QString& path) {
        m_earlier = path;
        refreshPapers();
    });
}

void AcceptancePage::refreshPapers()
{
    dispatcher().read<QVector<services::PacketPaper>>(
        this,
        [on = day(), earlier = m_earlier](const services::Workspace& workspace) {
            return services::packetPapers(workspace, on, earlier);
        },
        [this](const Result<QVector<services::PacketPaper>>& papers) {
            if (papers) {
                showPapers(*papers);
                return;
            }
            m_earlier.clear();
            Prompts::current().show(this, papers.error());
        });
}

void AcceptancePage::refresh()
{
    const QDate on = qMax(day(), m_on->date());
    read<services::ReadinessReport>(
        [known = day(), on](const services::Workspace& workspace) { return services::readinessOn(workspace, known, on); },
        [this](const services::ReadinessReport& report) {
            QVector<QVector<TextCell>> rows;
            for (const rules::Risk& risk : report.readiness.risks)
                rows.append({{screenDate(risk.startBy), risk.startBy < day() ? faultColour() : QColor()},
                             {QString::number(risk.count), {}, true},
                             {rules::labelOf(risk.kind)},
                             {risk.why}});
            m_risks->setRows(rows);
            Q_EMIT stateChanged(report.draw.why);
        });
    read<QVector<services::Gap>>(
        [known = day()](const services::Workspace& workspace) { return services::packetGaps(workspace, known); },
        [this](const QVector<services::Gap>& gaps) { showGaps(gaps); });
    refreshPapers();
    draw();
}

rules::DrawRequest AcceptancePage::drawAsked() const
{
    rules::DrawRequest request;
    request.seed = m_seed->text();
    request.isStratified = m_stratified->isChecked();
    return request;
}

void AcceptancePage::printDraw(Result<documents::Paper> (*make)(const services::Workspace&, const rules::DrawRequest&, QDate))
{
    printPaper(dispatcher(), this,
               [make, request = drawAsked(), on = day()](const services::Workspace& workspace) { return make(workspace, request, on); });
}

void AcceptancePage::draw()
{
    const rules::DrawRequest request = drawAsked();
    dispatcher().read<rules::DrawResult>(
        this,
        [request, on = day()](const services::Workspace& workspace) { return services::drawUnits(workspace, on, request); },
        [this](const Result<rules::DrawResult>& result) {
            if (result)
                showDraw(*result);
            else
                m_chance->setText(result.error().message);
        });
}

void AcceptancePage::showDraw(const rules::DrawResult& result)
{
    QVector<QVector<TextCell>> rows;
    for (const rules::UnitStanding& unit : result.units)
        rows.append({{unit.name, {}, false, unit.uid.toString()},
                     {model::labelOf(unit.trade)},
                     {unit.fails ? tr("▲ 不过关") : tr("● 过关"), unit.fails ? faultColour() : QColor(0x1B, 0x7A, 0x3D)},
                     {unit.reasons.join(QLatin1Char(' '))}});
    m_drawn->setRows(rows);
    m_chance->setText(result.why);
}

void AcceptancePage::exportPacket()
{
    Prompts::current().saveFile(
        this, tr("导出验收材料"), tr("验收材料-%1.zip").arg(screenDate(day())), tr("压缩包 (*.zip)"), [this](const QString& path) {
            dispatcher().job<services::PacketReport>(
                tr("导出验收材料"), this,
                [path, on = day()](services::Workspace& workspace, const services::Progress& progress) {
                    return services::writePacket(workspace, path, on, progress);
                },
                [this, path](const Result<services::PacketReport>& report) {
                    if (!report) {
                        Prompts::current().show(this, report.error());
                        return;
                    }
                    m_earlier = path;
                    refreshPapers();
                    QString said = tr("已导出 %1 个文件、%2 页，缺口 %3 处：%4\n核验单另放在：%5")
                                       .arg(report->files)
                                       .arg(report->pages)
                                       .arg(report->gaps.size())
                                       .arg(path, report->checkPage);
                    if (!report->substitutedFonts.isEmpty())
                        said += tr("\n本机没有装打印用的字体，代用：%1。").arg(report->substitutedFonts.join(QStringLiteral("；")));
                    Prompts::current().inform(this, said);
                });
        });
}

} // namespace chengheng::gui
