// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/units_page.h"

#include "base/dates.h"
#include "gui/asking.h"
#include "gui/empty_note.h"
#include "gui/pages/filed_sheet_dialog.h"
#include "gui/photo_intake_dialog.h"
#include "gui/printing.h"
#include "gui/theme.h"
#include "rules/improvement.h"
#include "services/inspections.h"
#include "services/overview.h"
#include "services/record_papers.h"
#include "ui_UnitForm.h"

#include <QClipboard>
#include <QGuiApplication>

namespace chengheng::gui {

namespace {

QWidget* unitForm()
{
    auto* widget = new QWidget;
    Ui::UnitForm().setupUi(widget);
    return widget;
}

/// What the unit whose facts these are has still to put right, dearest first.
QVector<QVector<TextCell>> improvementsOf(const services::Workspace& workspace, const model::CampaignFacts& facts,
                                          QDate on)
{
    QVector<QVector<TextCell>> rows;
    for (const rules::UnitImprovements& own : rules::improvementsOf(facts, workspace.sheets(), on))
        for (const rules::Improvement& one : own.items)
            rows.append(
                {{one.item},
                 {one.what},
                 {one.points > Points() ? one.points.toString() : QString(), {}, true},
                 {one.responsible},
                 {one.dueOn.isValid() ? screenDate(one.dueOn) : QString(), one.isOverdue ? faultColour() : QColor()},
                 {one.isOverdue ? UnitsPage::tr("▲ %1（逾期）").arg(one.state) : one.state}});
    return rows;
}

} // namespace

UnitsPage::UnitsPage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::Unit>(), parent, unitForm()),
      m_ledger(new TextTable(tr("台账"), {tr("器具"), tr("出厂编号"), tr("状态"), tr("为什么")})),
      m_scores(new TextTable(tr("评分"), {tr("日期"), tr("检查"), tr("得分"), tr("建议等级"), tr("说明")})),
      m_improvements(new TextTable(
          tr("改进清单"), {tr("评分项"), tr("要改进的"), tr("可挽回分"), tr("责任人"), tr("期限"), tr("状态")}))
{
    m_scores->setToolTip(tr("双击一行或按回车，打开那次检查的评分表和照片"));
    connect(m_scores, &QTableWidget::cellActivated, this, [this] {
        if (const Uid inspection(m_scores->currentKey()); !inspection.isNull())
            (new FiledSheetDialog(dispatcher(), inspection, this))->open();
    });
    connect(m_ledger, &QTableWidget::cellActivated, this,
            [this] { Q_EMIT pageAsked(model::kindOf<model::Instrument>().key, Uid(m_ledger->currentKey())); });
    new EmptyNote(m_scores, tr("这家单位还没有检查评分，请到“检查评分”登记。"));
    new EmptyNote(m_ledger, tr("这家单位还没有登记计量器具，请到“器具台账”登记或导入。"));
    new EmptyNote(m_improvements, tr("没有要改进的：最近一次检查没有失分，或者还没有检查评分。"));
    addTab(m_scores, tr("评分"));
    addTab(m_ledger, tr("器具状态"));
    addTab(m_improvements, tr("改进清单"));
    offerPapers();
    list().addToMenu(tr("整理照片文件夹（微信）…"), [this] { PhotoIntakeDialog::start(dispatcher(), this); });
}

/// What is printed of a unit, and of several for a day's round.
void UnitsPage::offerPapers()
{
    addListButton(tr("一户一档…"), [this] {
        if (const QVector<Uid> units = chosenUnits(); !units.isEmpty())
            printPaper(dispatcher(), this, [unit = units.first(), on = day()](const services::Workspace& workspace) {
                return services::unitFolder(workspace, unit, on);
            });
    });
    list().addToMenu(tr("今日走访单…"), [this] {
        if (const QVector<Uid> units = chosenUnits(); !units.isEmpty())
            printPaper(dispatcher(), this, [units, on = day()](const services::Workspace& workspace) {
                return services::visitSheet(workspace, units, on);
            });
    });
    list().addToMenu(tr("本月到期提醒…"), [this] {
        if (const QVector<Uid> units = chosenUnits(); !units.isEmpty())
            printPaper(dispatcher(), this, [units, on = day()](const services::Workspace& workspace) {
                return services::dueNotice(workspace, units, on);
            });
    });
    list().addToMenu(tr("本月到期：复制为微信文字"), [this] {
        if (const QVector<Uid> units = chosenUnits(); !units.isEmpty())
            read<QString>(
                [units, on = day()](const services::Workspace& workspace) {
                    return services::dueNoticeText(workspace, units, on);
                },
                [](const QString& text) { QGuiApplication::clipboard()->setText(text); });
    });
}

QVector<Uid> UnitsPage::chosenUnits()
{
    if (const QVector<Uid> chosen = list().chosen(); !chosen.isEmpty())
        return chosen;
    if (const model::Record* current = list().current())
        return {current->uid};
    Prompts::current().inform(this, tr("请先在列表里选中单位，可以按住 Ctrl 或 Shift 选多家。"));
    return {};
}

void UnitsPage::showDetails(const model::Record& record)
{
    m_shown = record.uid;
    read<Details>(
        [uid = record.uid, on = day()](const services::Workspace& workspace) -> Result<Details> {
            Details details;
            rules::DueOptions options;
            options.unit = uid;
            const auto ledger = services::ledgerOn(workspace, on, options);
            if (!ledger)
                return fail(ledger.error());
            for (const rules::DueLine& line : ledger->report.lines) {
                const StatusLook look = lookOf(line.status);
                const QString why = rules::standingOf(ledger->facts, ledger->report, line).why;
                details.instruments.append(
                    {{line.name, {}, false, line.uid.toString()}, {line.serial}, {look.text(), look.colour}, {why}});
            }
            for (const model::Inspection& inspection : ledger->facts.inspections + ledger->facts.rehearsals) {
                const TextCell dated{screenDate(inspection.on), {}, false, inspection.uid.toString()};
                const auto score = services::scoreOf(workspace, inspection.uid);
                if (!score) { // scored on another edition: the others still show
                    details.scores.prepend(
                        {dated, {model::labelOf(inspection.kind)}, {tr("—"), {}, true}, {}, {score.error().message}});
                    continue;
                }
                details.scores.prepend({dated,
                                        {model::labelOf(inspection.kind)},
                                        {score->score ? score->score->toString() : tr("未评完"), {}, true},
                                        {score->grade},
                                        {score->why}});
            }
            details.improvements = improvementsOf(workspace, ledger->facts, on);
            return details;
        },
        [this, uid = record.uid](const Details& details) {
            if (uid == m_shown)
                show(details);
        });
}

void UnitsPage::show(const Details& details)
{
    m_ledger->setRows(details.instruments);
    m_scores->setRows(details.scores);
    m_improvements->setRows(details.improvements);
}

} // namespace chengheng::gui
