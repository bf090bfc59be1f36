// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/acceptance_page.h"

#include "base/dates.h"
#include "gui/text_table.h"
#include "gui/theme.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

namespace chengheng::gui {

AcceptancePage::AcceptancePage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("acceptance"), tr("迎检验收"), parent), m_export(new QAction(tr("导出迎检材料"), this)),
      m_on(new QDateEdit), m_risks(new TextTable(tr("到那天还缺什么"), {tr("最晚动手"), tr("数量"), tr("是什么"), tr("说明")})),
      m_seed(new QLineEdit(QStringLiteral("1"))), m_stratified(new QCheckBox(tr("每个业态至少一家"))),
      m_drawn(new TextTable(tr("抽中的单位"), {tr("单位"), tr("业态"), tr("结果"), tr("原因")})), m_chance(new QLabel),
      m_gaps(new TextTable(tr("材料缺口"), {tr("材料"), tr("状态"), tr("缺什么")}))
{
    m_gaps->stretch(2);
    m_drawn->stretch(3);
    m_risks->stretch(3);
    auto* tabs = new QTabWidget;
    tabs->addTab(buildReadiness(), tr("迎检准备"));
    tabs->addTab(buildDraw(), tr("模拟抽查"));
    tabs->addTab(buildGaps(), tr("材料缺口"));
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
    layout->addWidget(m_gaps);
    return panel;
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
        [this](const QVector<services::Gap>& gaps) {
            QVector<QVector<TextCell>> rows;
            for (const services::Gap& gap : gaps)
                rows.append({{gap.paper}, {gap.state == QLatin1String("stale") ? tr("已过时") : tr("缺")}, {gap.why}});
            m_gaps->setRows(rows);
        });
    draw();
}

void AcceptancePage::draw()
{
    rules::DrawRequest request;
    request.seed = m_seed->text();
    request.isStratified = m_stratified->isChecked();
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
        this, tr("导出迎检材料"), tr("迎检材料-%1.zip").arg(screenDate(day())), tr("压缩包 (*.zip)"), [this](const QString& path) {
            dispatcher().job<services::PacketReport>(
                tr("导出迎检材料"), this,
                [path, on = day()](services::Workspace& workspace, const services::Progress& progress) {
                    return services::writePacket(workspace, path, on, progress);
                },
                [this, path](const Result<services::PacketReport>& report) {
                    if (!report) {
                        Prompts::current().show(this, report.error());
                        return;
                    }
                    Prompts::current().inform(this, tr("已导出 %1 个文件、%2 页，缺口 %3 处：%4")
                                                        .arg(report->files)
                                                        .arg(report->pages)
                                                        .arg(report->gaps.size())
                                                        .arg(path));
                });
        });
}

} // namespace chengheng::gui
