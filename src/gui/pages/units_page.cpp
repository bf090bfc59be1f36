// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/units_page.h"

#include "base/dates.h"
#include "gui/asking.h"
#include "gui/photo_intake_dialog.h"
#include "gui/printing.h"
#include "gui/text_table.h"
#include "gui/theme.h"
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

} // namespace

UnitsPage::UnitsPage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::Unit>(), parent, unitForm()),
      m_ledger(new TextTable(tr("台账"), {tr("器具"), tr("出厂编号"), tr("状态"), tr("为什么")})),
      m_scores(new TextTable(tr("评分"), {tr("日期"), tr("检查"), tr("得分"), tr("建议等级"), tr("说明")}))
{
    addTab(m_scores, tr("评分"));
    addTab(m_ledger, tr("器具状态"));
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
            printPaper(dispatcher(), this,
                       [units, on = day()](const services::Workspace& workspace) { return services::visitSheet(workspace, units, on); });
    });
    list().addToMenu(tr("本月到期提醒…"), [this] {
        if (const QVector<Uid> units = chosenUnits(); !units.isEmpty())
            printPaper(dispatcher(), this,
                       [units, on = day()](const services::Workspace& workspace) { return services::dueNotice(workspace, units, on); });
    });
    list().addToMenu(tr("本月到期：复制为微信文字"), [this] {
        if (const QVector<Uid> units = chosenUnits(); !units.isEmpty())
            read<QString>([units, on = day()](const services::Workspace& workspace) { return services::dueNoticeText(workspace, units, on); },
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
                details.instruments.append({line.name, line.serial, look.text(),
                                            rules::standingOf(ledger->facts, ledger->report, line).why});
                details.colours.append(look.colour);
            }
            for (const model::Inspection& inspection : ledger->facts.inspections) {
                if (inspection.unit != uid)
                    continue;
                const auto score = services::scoreOf(workspace, inspection.uid);
                if (!score) { // scored on another edition: the others still show
                    details.scores.prepend({screenDate(inspection.on), model::labelOf(inspection.kind), tr("—"),
                                            QString(), score.error().message});
                    continue;
                }
                details.scores.prepend({screenDate(inspection.on), model::labelOf(inspection.kind),
                                        score->score ? score->score->toString() : tr("未评完"), score->grade, score->why});
            }
            return details;
        },
        [this, uid = record.uid](const Details& details) {
            if (uid == m_shown)
                show(details);
        });
}

void UnitsPage::show(const Details& details)
{
    QVector<QVector<TextCell>> ledger;
    for (qsizetype i = 0; i < details.instruments.size(); ++i) {
        const QVector<QString>& line = details.instruments[i];
        ledger.append({{line[0]}, {line[1]}, {line[2], details.colours[i]}, {line[3]}});
    }
    m_ledger->setRows(ledger);
    QVector<QVector<TextCell>> scores;
    for (const QVector<QString>& line : details.scores)
        scores.append({{line[0]}, {line[1]}, {line[2], {}, true}, {line[3]}, {line[4]}});
    m_scores->setRows(scores);
}

} // namespace chengheng::gui
