// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/acceptance_page.h"

#include "base/dates.h"
#include "gui/page_registry.h"
#include "gui/printing.h"
#include "gui/risk_link.h"
#include "gui/theme.h"
#include "services/record_papers.h"
#include "ui_AcceptancePage.h"

#include <QFileInfo>

namespace chengheng::gui {

AcceptancePage::AcceptancePage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("acceptance"), tr("迎检验收"), parent), m_ui(std::make_unique<Ui::AcceptancePage>()),
      m_export(new QAction(tr("导出验收材料"), this)), m_print(new QAction(tr("打印…"), this))
{
    m_ui->setupUi(this);
    m_ui->on->setDate(today());
    connect(m_ui->gaps, &QTableWidget::cellActivated, this, &AcceptancePage::openGap);
    connect(m_ui->papers, &QTableWidget::cellActivated, this, &AcceptancePage::openPaper);
    connect(m_ui->risks, &QTableWidget::cellActivated, this, &AcceptancePage::openRisk);
    connect(m_ui->drawn, &QTableWidget::cellActivated, this,
            [this] { Q_EMIT pageAsked(QStringLiteral("rehearsal"), Uid(m_ui->drawn->currentKey())); });
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_arePapersStale)
            refreshPapers();
    });
    connect(m_ui->compare, &QPushButton::clicked, this, &AcceptancePage::compareWithEarlier);
    connect(m_ui->on, &DayEdit::dateChanged, this, &AcceptancePage::refresh);
    connect(m_ui->draw, &QPushButton::clicked, this, &AcceptancePage::draw);
    connect(m_ui->seed, &QLineEdit::returnPressed, this, &AcceptancePage::draw);
    connect(m_ui->printRoute, &QPushButton::clicked, this, [this] { printDraw(services::rehearsalPapers); });
    connect(m_ui->printFirst, &QPushButton::clicked, this, [this] { printDraw(services::fixFirstList); });
    connect(m_export, &QAction::triggered, this, &AcceptancePage::exportPacket);
    connect(m_print, &QAction::triggered, this, &AcceptancePage::printShown);
}

AcceptancePage::~AcceptancePage() = default;

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
        return {AcceptancePage::tr("● 有"), goodColour()};
    if (state == QLatin1String("stale"))
        return {AcceptancePage::tr("◆ 已过时"), cautionColour()};
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
        rows.append({{gap.paper, {}, false, QString::number(rows.size())},
                     stateCell(gap.state),
                     {gap.why},
                     {titleOfPage(gap.page)}});
    m_ui->gaps->setRows(rows);
    m_ui->gapSentence->setText(gaps.isEmpty()
                                   ? tr("材料齐全，没有缺口。")
                                   : tr("缺口 %1 处。双击一行（或按回车）到填写的地方去补。").arg(gaps.size()));
}

void AcceptancePage::showPapers(const QVector<services::PacketPaper>& papers)
{
    QVector<QVector<TextCell>> rows;
    for (const services::PacketPaper& paper : papers)
        rows.append(
            {{paper.title, {}, false, paper.id}, stateCell(paper.state), {pagesCell(paper), {}, true}, {paper.why}});
    m_ui->papers->setRows(rows);
    m_ui->comparedWith->setText(
        m_earlier.isEmpty() ? tr("共 %1 份。没有与上次的材料比较。").arg(papers.size())
                            : tr("共 %1 份。与“%2”比较。").arg(papers.size()).arg(QFileInfo(m_earlier).fileName()));
}

void AcceptancePage::openGap()
{
    const services::Gap gap = m_gapList.value(m_ui->gaps->currentKey().toInt());
    if (!gap.page.isEmpty())
        Q_EMIT pageAsked(gap.page, gap.record);
}

/// A paper leads to the first thing that it lacks.
void AcceptancePage::openPaper()
{
    for (const services::Gap& gap : std::as_const(m_gapList)) {
        if (gap.id != m_ui->papers->currentKey() || gap.page.isEmpty())
            continue;
        Q_EMIT pageAsked(gap.page, gap.record);
        return;
    }
}

void AcceptancePage::openRisk()
{
    const int place = m_ui->risks->currentKey().toInt();
    if (place < m_riskList.size())
        Q_EMIT pageAsked(pageOf(m_riskList[place].kind), {}, countedBy(m_riskList[place]));
}

/// The table in front.
void AcceptancePage::printShown()
{
    const auto* table = m_ui->tabs->currentWidget()->findChild<TextTable*>();
    documents::PrintedList list = table->printed(table->accessibleName());
    printList(dispatcher(), this, list, day());
}

void AcceptancePage::compareWithEarlier()
{
    Prompts::current().openFile(this, tr("上次导出的材料"),
                                tr("压缩包，或导出的文件夹里的文件清单 (*.zip manifest.json)"),
                                [this](const QString& path) {
                                    m_earlier = path;
                                    refreshPapers();
                                });
}

/// Every page of the packet is laid out to know its number: beside the other work, and only for who looks.
void AcceptancePage::refreshPapers()
{
    m_arePapersStale = true;
    if (m_ui->tabs->currentWidget() != m_ui->papersTab || m_isLayingOut)
        return;
    m_arePapersStale = false;
    m_isLayingOut = true;
    m_ui->comparedWith->setText(tr("正在排版，以得出页码……"));
    dispatcher().job<QVector<services::PacketPaper>>(
        tr("排版迎检材料"), this,
        [on = day(), earlier = m_earlier](services::Workspace& workspace, const services::Progress& progress) {
            return services::packetPapers(workspace, on, earlier, progress);
        },
        [this](const Result<QVector<services::PacketPaper>>& papers) { takePapers(papers); });
}

void AcceptancePage::takePapers(const Result<QVector<services::PacketPaper>>& papers)
{
    m_isLayingOut = false;
    if (m_arePapersStale) {
        refreshPapers();
    } else if (papers) {
        showPapers(*papers);
    } else if (papers.error().kind == ErrorKind::Cancelled) {
        m_arePapersStale = true;
        m_ui->comparedWith->setText(tr("已取消。换到别的页签再回来，就重新排版。"));
    } else {
        m_earlier.clear();
        Prompts::current().show(this, papers.error());
    }
}

void AcceptancePage::refresh()
{
    const QDate on = qMax(day(), m_ui->on->date());
    read<services::ReadinessReport>(
        [known = day(), on](const services::Workspace& workspace) {
            return services::readinessOn(workspace, known, on);
        },
        [this](const services::ReadinessReport& report) {
            m_riskList = report.readiness.risks;
            QVector<QVector<TextCell>> rows;
            for (const rules::Risk& risk : report.readiness.risks)
                rows.append({{screenDate(risk.startBy), risk.startBy < day() ? faultColour() : QColor(), false,
                              QString::number(rows.size())},
                             {QString::number(risk.count), {}, true},
                             {rules::labelOf(risk.kind)},
                             {risk.why}});
            m_ui->risks->setRows(rows);
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
    request.seed = m_ui->seed->text();
    request.count = m_ui->count->value();
    request.isStratified = m_ui->stratified->isChecked();
    return request;
}

void AcceptancePage::printDraw(Result<documents::Paper> (*make)(const services::Workspace&, const rules::DrawRequest&,
                                                                QDate))
{
    printPaper(dispatcher(), this, [make, request = drawAsked(), on = day()](const services::Workspace& workspace) {
        return make(workspace, request, on);
    });
}

void AcceptancePage::draw()
{
    const rules::DrawRequest request = drawAsked();
    dispatcher().read<rules::DrawResult>(
        this,
        [request, on = day()](const services::Workspace& workspace) {
            return services::drawUnits(workspace, on, request);
        },
        [this](const Result<rules::DrawResult>& result) {
            if (result)
                showDraw(*result);
            else
                m_ui->chance->setText(result.error().message);
        });
}

void AcceptancePage::showDraw(const rules::DrawResult& result)
{
    QVector<QVector<TextCell>> rows;
    for (const rules::UnitStanding& unit : result.units)
        rows.append({{unit.name, {}, false, unit.uid.toString()},
                     {model::labelOf(unit.trade)},
                     {unit.fails ? tr("▲ 不过关") : tr("● 过关"), unit.fails ? faultColour() : goodColour()},
                     {unit.reasons.join(QLatin1Char(' '))}});
    m_ui->drawn->setRows(rows);
    m_ui->chance->setText(result.why);
}

void AcceptancePage::exportPacket()
{
    Prompts::current().saveFile(
        this, tr("导出验收材料"), tr("验收材料-%1.zip").arg(screenDate(day())), tr("压缩包 (*.zip);;文件夹 (*)"),
        [this](const QString& path) {
            dispatcher().write<services::PaperIdentity>(
                this, [on = day()](services::Workspace& workspace) { return services::numberPacket(workspace, on); },
                [this, path](const Result<services::PaperIdentity>& cover) {
                    if (cover
                        || cover.error().kind == ErrorKind::Denied) // who may only read exports it without a number
                        writePacket(path);
                    else
                        Prompts::current().show(this, cover.error());
                });
        });
}

void AcceptancePage::writePacket(const QString& path)
{
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
                said +=
                    tr("\n本机没有装打印用的字体，代用：%1。").arg(report->substitutedFonts.join(QStringLiteral("；")));
            Prompts::current().inform(this, said);
        });
}

} // namespace chengheng::gui
