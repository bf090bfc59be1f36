// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/dashboard_page.h"

#include "base/dates.h"
#include "documents/overview_paper.h"
#include "gui/printing.h"
#include "gui/projector.h"
#include "gui/state_bars.h"
#include "gui/text_table.h"
#include "gui/theme.h"
#include "gui/time_line.h"
#include "services/registers.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>

namespace chengheng::gui {

namespace {

constexpr int mostDue = 200; // rows; the ledger has the rest
constexpr int mostThreats = 3;

QWidget* titled(QLabel* heading, QWidget* content)
{
    auto* panel = new QWidget;
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    makeHeading(heading);
    heading->setBuddy(content);
    layout->addWidget(heading);
    layout->addWidget(content, 1);
    return panel;
}

QWidget* titled(const QString& title, QWidget* content)
{
    return titled(new QLabel(title), content);
}

QString against(const Rate& now, const Rate& before)
{
    return DashboardPage::tr("%1 / %2，上月同日 %3").arg(now.num).arg(now.den).arg(before.toPercent());
}

} // namespace

DashboardPage::DashboardPage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("dashboard"), tr("创建总览"), parent), m_print(new QAction(tr("打印…"), this)),
      m_project(new QAction(tr("投影"), this)),
      m_phases(new TimeLine),
      m_trades(new TextTable(tr("各业态"), {tr("业态"), tr("登记/计划"), tr("器具状态")})),
      m_stations(new TextTable(tr("各监管所"), {tr("监管所"), tr("参建单位"), tr("器具状态")})),
      m_threats(new TextTable(tr("最影响验收的三件事"), {tr("最晚动手"), tr("要做的事")})),
      m_dueHeading(new QLabel),
      m_due(new TextTable(tr("快到期和已经到期的器具"), {tr("有效期至"), tr("单位"), tr("器具"), tr("状态")}))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    auto* figures = new QHBoxLayout;
    m_verification = addFigure(figures, tr("受检率"), QStringLiteral("instrument"));
    m_pass = addFigure(figures, tr("合格率"), QStringLiteral("instrument"));
    m_validity = addFigure(figures, tr("有效率"), QStringLiteral("instrument"));
    m_scored = addFigure(figures, tr("已评分单位"), QStringLiteral("unit"));
    m_problems = addFigure(figures, tr("未销号问题"), QStringLiteral("problem"));
    auto* papers = new QVBoxLayout;
    for (const auto& [text, clicked] : {std::pair(tr("打印总览…"), &DashboardPage::print), std::pair(tr("打印简报…"), &DashboardPage::printBrief)}) {
        auto* button = new QPushButton(text);
        connect(button, &QPushButton::clicked, this, clicked);
        papers->addWidget(button);
    }
    figures->addLayout(papers);
    layout->addLayout(figures);
    layout->addWidget(m_phases);
    layout->addWidget(buildBody(), 1);
    connect(m_print, &QAction::triggered, this, &DashboardPage::print);
    m_project->setShortcut(Qt::Key_F11);
    m_project->setToolTip(tr("全屏放给会场看（F11）：方向键翻页，Esc 退出"));
    addAction(m_project);
    connect(m_project, &QAction::triggered, this, &DashboardPage::project);
}

void DashboardPage::printBrief()
{
    printPaper(dispatcher(), this, [on = day()](const services::Workspace& workspace) { return services::leadersBrief(workspace, on); });
}

void DashboardPage::project()
{
    read<services::Brief>([on = day()](const services::Workspace& workspace) { return services::briefOn(workspace, on); },
                          [this](const services::Brief& brief) { (new Projector(brief, window()))->showFullScreen(); });
}

void DashboardPage::print()
{
    printPaper(dispatcher(), this, [on = day()](const services::Workspace& workspace) -> Result<documents::Paper> {
        const auto overview = services::overviewOn(workspace, on);
        if (!overview)
            return fail(overview.error());
        return documents::overviewPaper({workspace.plan().title, overview->now, overview->monthAgo,
                                         overview->readiness.readiness, overview->ledger.report, overview->daysAhead});
    });
}

QWidget* DashboardPage::buildBody()
{
    for (TextTable* table : {m_trades, m_stations}) {
        table->setItemDelegateForColumn(2, new StateBars(table));
        table->stretch(2);
    }
    m_threats->stretch(1);
    m_threats->setWordWrap(true);
    m_due->stretch(1);
    connect(m_due, &QTableWidget::itemActivated, this,
            [this] { Q_EMIT pageAsked(QStringLiteral("instrument"), Uid(m_due->currentKey())); });
    auto* left = new QSplitter(Qt::Vertical);
    left->addWidget(titled(tr("各业态：登记与器具状态"), m_trades));
    left->addWidget(titled(tr("各监管所"), m_stations));
    left->setStretchFactor(0, 2);
    left->setStretchFactor(1, 1);
    auto* right = new QSplitter(Qt::Vertical);
    right->addWidget(titled(tr("最影响验收的三件事"), m_threats));
    right->addWidget(titled(m_dueHeading, m_due));
    auto* body = new QSplitter(Qt::Horizontal);
    body->addWidget(left);
    body->addWidget(right);
    body->setStretchFactor(0, 1);
    body->setStretchFactor(1, 1);
    return body;
}

DashboardPage::Figure DashboardPage::addFigure(QLayout* row, const QString& title, const QString& page)
{
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto* layout = new QVBoxLayout(card);
    layout->setSpacing(spacing / 2);
    Figure figure{new QLabel, new QLabel, page};
    layout->addWidget(new QLabel(title));
    QFont font = figure.value->font();
    font.setPointSizeF(20);
    font.setBold(true);
    figure.value->setFont(font);
    figure.value->setAccessibleName(title);
    figure.value->setToolTip(tr("打开它数的那张清单"));
    figure.value->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(figure.value, &QLabel::linkActivated, this, [this](const QString& asked) { Q_EMIT pageAsked(asked); });
    layout->addWidget(figure.value);
    QPalette muted = figure.note->palette();
    muted.setColor(QPalette::WindowText, mutedColour());
    figure.note->setPalette(muted);
    layout->addWidget(figure.note);
    row->addWidget(card);
    return figure;
}

Result<DashboardPage::Picture> DashboardPage::readPicture(const services::Workspace& workspace, QDate on)
{
    auto overview = services::overviewOn(workspace, on);
    if (!overview)
        return fail(overview.error());
    QHash<QString, qint64> unitsOfStation;
    for (const model::Unit& unit : overview->ledger.facts.units)
        if (unit.participation == model::Participation::Participating)
            ++unitsOfStation[unit.station.toString()];
    return Picture{std::move(*overview), unitsOfStation};
}

void DashboardPage::refresh()
{
    read<Picture>([on = day()](const services::Workspace& workspace) { return readPicture(workspace, on); },
                  [this](const Picture& picture) { show(picture); });
}

void DashboardPage::setFigure(const Figure& figure, const QString& value, const QString& note)
{
    figure.value->setText(QStringLiteral("<a href='%1' style='color:%2; text-decoration:none'>%3</a>")
                              .arg(figure.page, palette().color(QPalette::WindowText).name(), value));
    figure.note->setText(note);
}

void DashboardPage::showFigures(const rules::Status& now, const rules::Status& monthAgo)
{
    const auto& figures = now.verification;
    const auto& before = monthAgo.verification;
    setFigure(m_verification, figures.verificationRate().toPercent(), against(figures.verificationRate(), before.verificationRate()));
    setFigure(m_pass, figures.passRate().toPercent(), against(figures.passRate(), before.passRate()));
    setFigure(m_validity, figures.validityRate().toPercent(), against(figures.validityRate(), before.validityRate()));
    setFigure(m_scored, tr("%1 / %2").arg(now.scoredUnits.size()).arg(now.units),
              tr("承诺书已签 %1 家，见张贴 %2 家").arg(now.committedUnits.size()).arg(now.displayingUnits.size()));
    setFigure(m_problems, QString::number(now.openProblems.size()),
              tr("其中逾期 %1 个，上月同日 %2 个").arg(now.overdueProblems.size()).arg(monthAgo.openProblems.size()));
}

void DashboardPage::showTrades(const Picture& picture)
{
    QHash<QString, rules::VerificationFigures> figures;
    for (const rules::DueGroup& group : picture.overview.ledger.report.byTrade)
        figures.insert(group.key, group.figures);
    QVector<QVector<TextCell>> rows;
    for (const rules::QuotaStanding& quota : picture.overview.now.quotas) {
        const auto ofTrade = figures.value(model::keyOf(quota.trade));
        rows.append({{model::labelOf(quota.trade)},
                     {tr("%1 / %2").arg(quota.registered).arg(quota.planned), quota.missing() ? faultColour() : QColor(), true},
                     {StateBars::sentenceOf(ofTrade), {}, false, {}, StateBars::cellOf(ofTrade)}});
    }
    m_trades->setRows(rows);
}

void DashboardPage::showStations(const Picture& picture)
{
    QVector<QVector<TextCell>> rows;
    for (const rules::DueGroup& group : picture.overview.ledger.report.byStation)
        rows.append({{group.label, {}, false, group.key},
                     {QString::number(picture.unitsOfStation.value(group.key)), {}, true},
                     {StateBars::sentenceOf(group.figures), {}, false, {}, StateBars::cellOf(group.figures)}});
    m_stations->setRows(rows);
}

void DashboardPage::showThreats(const Picture& picture)
{
    QVector<QVector<TextCell>> rows;
    for (const rules::Risk& risk : picture.overview.readiness.readiness.risks.mid(0, mostThreats))
        rows.append({{screenDate(risk.startBy), risk.startBy < day() ? faultColour() : QColor()}, {risk.why}});
    m_threats->setRows(rows);
    m_threats->resizeRowsToContents();
}

void DashboardPage::showDue(const Picture& picture)
{
    QVector<const rules::DueLine*> lines;
    for (const qint32 place : picture.overview.ledger.report.listed)
        lines.append(&picture.overview.ledger.report.lines[place]);
    std::stable_sort(lines.begin(), lines.end(), [](const auto* a, const auto* b) { return a->validUntil < b->validUntil; });
    QVector<QVector<TextCell>> rows;
    for (const rules::DueLine* line : lines.mid(0, mostDue)) {
        const StatusLook look = lookOf(line->status);
        rows.append({{screenDate(line->validUntil), {}, false, line->uid.toString()}, {line->unitName}, {line->name}, {look.text(), look.colour}});
    }
    m_dueHeading->setText(tr("%1 天内到期和已经到期的器具").arg(picture.overview.daysAhead));
    m_due->setRows(rows);
}

void DashboardPage::show(const Picture& picture)
{
    showFigures(picture.overview.now, picture.overview.monthAgo);
    m_phases->setPhases(picture.overview.now.phases, day());
    showTrades(picture);
    showStations(picture);
    showThreats(picture);
    showDue(picture);
    Q_EMIT stateChanged(tr("%1 家参建，已评分 %2 家，未销号问题 %3 个")
                            .arg(picture.overview.now.units)
                            .arg(picture.overview.now.scoredUnits.size())
                            .arg(picture.overview.now.openProblems.size()));
}

} // namespace chengheng::gui
