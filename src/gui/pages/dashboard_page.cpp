// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/dashboard_page.h"

#include "base/dates.h"
#include "documents/overview_paper.h"
#include "gui/printing.h"
#include "gui/projector.h"
#include "gui/risk_link.h"
#include "gui/state_bars.h"
#include "gui/theme.h"
#include "services/registers.h"
#include "ui_DashboardPage.h"

#include <algorithm>

namespace chengheng::gui {

namespace {

constexpr int mostDue = 200; // rows; the ledger has the rest
constexpr int mostThreats = 3;

QString against(const Rate& now, const Rate& before)
{
    return DashboardPage::tr("%1 / %2，上月同日 %3").arg(now.num).arg(now.den).arg(before.toPercent());
}

} // namespace

DashboardPage::DashboardPage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("dashboard"), tr("创建总览"), parent), m_ui(std::make_unique<Ui::DashboardPage>()),
      m_print(new QAction(tr("打印…"), this)), m_project(new QAction(tr("投影"), this))
{
    m_ui->setupUi(this);
    for (TextTable* table : {m_ui->trades, m_ui->stations})
        table->setItemDelegateForColumn(2, new StateBars(table));
    m_project->setShortcut(Qt::Key_F11);
    m_project->setToolTip(tr("全屏放给会场看（F11）：方向键翻页，Esc 退出"));
    addAction(m_project);
    connect(m_ui->print, &QPushButton::clicked, this, &DashboardPage::print);
    connect(m_ui->printBrief, &QPushButton::clicked, this, &DashboardPage::printBrief);
    connect(m_print, &QAction::triggered, this, &DashboardPage::print);
    connect(m_project, &QAction::triggered, this, &DashboardPage::project);
    for (QLabel* figure : {m_ui->verification, m_ui->pass, m_ui->validity, m_ui->scored, m_ui->problems})
        connect(figure, &QLabel::linkActivated, this, [this, figure](const QString& page) {
            Q_EMIT pageAsked(page, {}, m_counted.value(figure->objectName()));
        });
    for (TextTable* table : {m_ui->trades, m_ui->stations, m_ui->threats})
        connect(table, &QTableWidget::cellActivated, this, [this, table] { openCounted(*table); });
    connect(m_ui->due, &QTableWidget::cellActivated, this,
            [this] { Q_EMIT pageAsked(QStringLiteral("instrument"), Uid(m_ui->due->currentKey())); });
}

DashboardPage::~DashboardPage() = default;

/// A row leads to what it counts; its key says which page and which records.
void DashboardPage::openCounted(const TextTable& table)
{
    const QString key = table.currentKey();
    if (!key.isEmpty())
        Q_EMIT pageAsked(key.section(QLatin1Char('/'), 0, 0), {}, m_counted.value(key));
}

void DashboardPage::printBrief()
{
    printPaper(dispatcher(), this,
               [on = day()](const services::Workspace& workspace) { return services::leadersBrief(workspace, on); });
}

void DashboardPage::project()
{
    read<services::Brief>(
        [on = day()](const services::Workspace& workspace) { return services::briefOn(workspace, on); },
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

Result<DashboardPage::Picture> DashboardPage::readPicture(const services::Workspace& workspace, QDate on)
{
    auto overview = services::overviewOn(workspace, on);
    if (!overview)
        return fail(overview.error());
    Picture picture{std::move(*overview), {}, {}, {}};
    for (const model::Unit& unit : picture.overview.ledger.facts.units)
        if (unit.participation == model::Participation::Participating) {
            picture.unitsOfStation[unit.station.toString()].append(unit.uid);
            picture.unitsOfTrade[model::keyOf(unit.trade)].append(unit.uid);
        }
    using rules::RateKind;
    for (const RateKind rate : {RateKind::Verification, RateKind::Pass, RateKind::Validity})
        picture.behindRates.append(rules::listsBehind(picture.overview.ledger.report, rate).denominator);
    return picture;
}

void DashboardPage::refresh()
{
    read<Picture>([on = day()](const services::Workspace& workspace) { return readPicture(workspace, on); },
                  [this](const Picture& picture) { show(picture); });
}

void DashboardPage::setFigure(QLabel* figure, QLabel* note, const Shown& shown)
{
    figure->setText(QStringLiteral("<a href='%1' style='color:%2; text-decoration:none'>%3</a>")
                        .arg(shown.page, palette().color(QPalette::WindowText).name(), shown.value));
    note->setText(shown.note);
    m_counted.insert(figure->objectName(), shown.counted);
}

void DashboardPage::showRates(const Picture& picture)
{
    using rules::RateKind;
    const auto& now = picture.overview.now.verification;
    const auto& before = picture.overview.monthAgo.verification;
    const auto show = [&](QLabel* figure, QLabel* note, RateKind kind) {
        const Rate rate = now.rate(kind);
        setFigure(figure, note,
                  {QStringLiteral("instrument"),
                   rate.toPercent(),
                   against(rate, before.rate(kind)),
                   {tr("%1所数的器具").arg(rules::labelOf(kind)), picture.behindRates.value(int(kind))}});
    };
    show(m_ui->verification, m_ui->verificationNote, RateKind::Verification);
    show(m_ui->pass, m_ui->passNote, RateKind::Pass);
    show(m_ui->validity, m_ui->validityNote, RateKind::Validity);
}

void DashboardPage::showFigures(const rules::Status& now, const rules::Status& monthAgo)
{
    setFigure(m_ui->scored, m_ui->scoredNote,
              {QStringLiteral("unit"),
               tr("%1 / %2").arg(now.scoredUnits.size()).arg(now.units),
               tr("承诺书已签 %1 家，见张贴 %2 家").arg(now.committedUnits.size()).arg(now.displayingUnits.size()),
               {tr("已评分单位"), now.scoredUnits}});
    setFigure(m_ui->problems, m_ui->problemsNote,
              {QStringLiteral("problem"),
               QString::number(now.openProblems.size()),
               tr("其中逾期 %1 个，上月同日 %2 个").arg(now.overdueProblems.size()).arg(monthAgo.openProblems.size()),
               {tr("未销号问题"), now.openProblems}});
}

QString DashboardPage::countedKey(const QString& page, const QString& row, const Counted& counted)
{
    const QString key = page + QLatin1Char('/') + row;
    m_counted.insert(key, counted);
    return key;
}

void DashboardPage::showTrades(const Picture& picture)
{
    QHash<QString, rules::VerificationFigures> figures;
    for (const rules::DueGroup& group : picture.overview.ledger.report.byTrade)
        figures.insert(group.key, group.figures);
    QVector<QVector<TextCell>> rows;
    for (const rules::QuotaStanding& quota : picture.overview.now.quotas) {
        const QString trade = model::keyOf(quota.trade);
        const QString key =
            countedKey(QStringLiteral("unit"), trade, {model::labelOf(quota.trade), picture.unitsOfTrade.value(trade)});
        const auto ofTrade = figures.value(trade);
        rows.append(
            {{model::labelOf(quota.trade), {}, false, key},
             {tr("%1 / %2").arg(quota.registered).arg(quota.planned), quota.missing() ? faultColour() : QColor(), true},
             {StateBars::sentenceOf(ofTrade), {}, false, {}, StateBars::cellOf(ofTrade)}});
    }
    m_ui->trades->setRows(rows);
}

void DashboardPage::showStations(const Picture& picture)
{
    QVector<QVector<TextCell>> rows;
    for (const rules::DueGroup& group : picture.overview.ledger.report.byStation) {
        const QVector<Uid> units = picture.unitsOfStation.value(group.key);
        const QString key =
            countedKey(QStringLiteral("unit"), QStringLiteral("station-") + group.key, {group.label, units});
        rows.append({{group.label, {}, false, key},
                     {QString::number(units.size()), {}, true},
                     {StateBars::sentenceOf(group.figures), {}, false, {}, StateBars::cellOf(group.figures)}});
    }
    m_ui->stations->setRows(rows);
}

void DashboardPage::showThreats(const Picture& picture)
{
    QVector<QVector<TextCell>> rows;
    for (const rules::Risk& risk : picture.overview.readiness.readiness.risks.mid(0, mostThreats)) {
        const QString key = countedKey(pageOf(risk.kind), rules::keyOf(risk.kind), countedBy(risk));
        rows.append(
            {{screenDate(risk.startBy), risk.startBy < day() ? faultColour() : QColor(), false, key}, {risk.why}});
    }
    m_ui->threats->setRows(rows);
    m_ui->threats->resizeRowsToContents();
}

void DashboardPage::showDue(const Picture& picture)
{
    QVector<const rules::DueLine*> lines;
    for (const qint32 place : picture.overview.ledger.report.listed)
        lines.append(&picture.overview.ledger.report.lines[place]);
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto* a, const auto* b) { return a->validUntil < b->validUntil; });
    QVector<QVector<TextCell>> rows;
    for (const rules::DueLine* line : lines.mid(0, mostDue)) {
        const StatusLook look = lookOf(line->status);
        rows.append({{screenDate(line->validUntil), {}, false, line->uid.toString()},
                     {line->unitName},
                     {line->name},
                     {look.text(), look.colour}});
    }
    m_ui->dueLabel->setText(tr("%1 天内到期和已经到期的器具").arg(picture.overview.daysAhead));
    m_ui->due->setRows(rows);
}

void DashboardPage::show(const Picture& picture)
{
    m_counted.clear();
    showRates(picture);
    showFigures(picture.overview.now, picture.overview.monthAgo);
    m_ui->phases->setPhases(picture.overview.now.phases, day());
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
