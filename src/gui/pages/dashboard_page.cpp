// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/dashboard_page.h"

#include "base/dates.h"
#include "gui/text_table.h"
#include "gui/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>

namespace chengheng::gui {

namespace {

QWidget* titled(const QString& title, QWidget* content)
{
    auto* panel = new QWidget;
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* heading = new QLabel(title);
    makeHeading(heading);
    heading->setBuddy(content);
    layout->addWidget(heading);
    layout->addWidget(content, 1);
    return panel;
}

QString against(const Rate& now, const Rate& before)
{
    return DashboardPage::tr("%1 / %2，上月同日 %3").arg(now.num).arg(now.den).arg(before.toPercent());
}

} // namespace

DashboardPage::DashboardPage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("dashboard"), tr("创建总览"), parent),
      m_phases(new TextTable(tr("阶段和节点"), {tr("阶段"), tr("节点"), tr("状态"), tr("期限"), tr("说明")})),
      m_quotas(new TextTable(tr("各业态名额"), {tr("业态"), tr("计划"), tr("已登记")})),
      m_threats(new TextTable(tr("最影响验收的事"), {tr("最晚动手"), tr("要做的事")}))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    auto* figures = new QHBoxLayout;
    m_verification = addFigure(figures, tr("受检率"));
    m_pass = addFigure(figures, tr("合格率"));
    m_validity = addFigure(figures, tr("有效率"));
    m_scored = addFigure(figures, tr("已评分单位"));
    m_problems = addFigure(figures, tr("未销号问题"));
    layout->addLayout(figures);
    auto* right = new QSplitter(Qt::Vertical);
    right->addWidget(titled(tr("最影响验收的事"), m_threats));
    right->addWidget(titled(tr("各业态名额"), m_quotas));
    auto* body = new QSplitter(Qt::Horizontal);
    body->addWidget(titled(tr("六个阶段和节点"), m_phases));
    body->addWidget(right);
    body->setStretchFactor(0, 3);
    body->setStretchFactor(1, 2);
    layout->addWidget(body, 1);
}

DashboardPage::Figure DashboardPage::addFigure(QLayout* row, const QString& title)
{
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto* layout = new QVBoxLayout(card);
    Figure figure{new QLabel, new QLabel};
    layout->addWidget(new QLabel(title));
    QFont font = figure.value->font();
    font.setPointSizeF(20);
    font.setBold(true);
    figure.value->setFont(font);
    layout->addWidget(figure.value);
    QPalette muted = figure.note->palette();
    muted.setColor(QPalette::WindowText, mutedColour());
    figure.note->setPalette(muted);
    layout->addWidget(figure.note);
    row->addWidget(card);
    return figure;
}

void DashboardPage::refresh()
{
    read<Picture>(
        [on = day()](const services::Workspace& workspace) -> Result<Picture> {
            auto now = services::statusOn(workspace, on);
            if (!now)
                return fail(now.error());
            auto before = services::statusOn(workspace, on.addMonths(-1));
            if (!before)
                return fail(before.error());
            auto ready = services::readinessOn(workspace, on, qMax(on, workspace.plan().to));
            if (!ready)
                return fail(ready.error());
            return Picture{std::move(*now), std::move(*before), std::move(*ready)};
        },
        [this](const Picture& picture) { show(picture); });
}

void DashboardPage::showFigures(const rules::Status& now, const rules::Status& monthAgo)
{
    const auto& figures = now.verification;
    const auto& before = monthAgo.verification;
    m_verification.value->setText(figures.verificationRate().toPercent());
    m_verification.note->setText(against(figures.verificationRate(), before.verificationRate()));
    m_pass.value->setText(figures.passRate().toPercent());
    m_pass.note->setText(against(figures.passRate(), before.passRate()));
    m_validity.value->setText(figures.validityRate().toPercent());
    m_validity.note->setText(against(figures.validityRate(), before.validityRate()));
    m_scored.value->setText(tr("%1 / %2").arg(now.scoredUnits.size()).arg(now.units));
    m_scored.note->setText(tr("承诺书已签 %1 家，见张贴 %2 家").arg(now.committedUnits.size()).arg(now.displayingUnits.size()));
    m_problems.value->setText(QString::number(now.openProblems.size()));
    m_problems.note->setText(tr("其中逾期 %1 个，上月同日 %2 个").arg(now.overdueProblems.size()).arg(monthAgo.openProblems.size()));
}

void DashboardPage::show(const Picture& picture)
{
    showFigures(picture.now, picture.monthAgo);
    QVector<QVector<TextCell>> phases;
    for (const rules::PhaseStanding& phase : picture.now.phases)
        for (const rules::MilestoneStanding& milestone : phase.milestones) {
            const StatusLook look = lookOf(milestone.state, milestone.isLate);
            phases.append({{phase.title}, {milestone.title}, {look.text(), look.colour}, {screenDate(milestone.to)}, {milestone.why}});
        }
    m_phases->setRows(phases);
    QVector<QVector<TextCell>> quotas;
    for (const rules::QuotaStanding& quota : picture.now.quotas)
        quotas.append({{model::labelOf(quota.trade)},
                       {QString::number(quota.planned), {}, true},
                       {QString::number(quota.registered), quota.missing() ? faultColour() : QColor(), true}});
    m_quotas->setRows(quotas);
    QVector<QVector<TextCell>> threats;
    for (const rules::Risk& risk : picture.readiness.readiness.risks)
        threats.append({{screenDate(risk.startBy), risk.startBy < day() ? faultColour() : QColor()}, {risk.why}});
    m_threats->setRows(threats);
    Q_EMIT stateChanged(tr("%1 家参建，已评分 %2 家，未销号问题 %3 个")
                            .arg(picture.now.units)
                            .arg(picture.now.scoredUnits.size())
                            .arg(picture.now.openProblems.size()));
}

} // namespace chengheng::gui
