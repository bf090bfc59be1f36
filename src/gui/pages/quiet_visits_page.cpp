// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/quiet_visits_page.h"

#include "base/dates.h"
#include "gui/printing.h"
#include "gui/theme.h"
#include "services/quiet_visits.h"
#include "ui_QuietVisitsPage.h"

namespace chengheng::gui {

QuietVisitsPage::QuietVisitsPage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("quiet_visits"), tr("暗访名单"), parent),
      m_ui(std::make_unique<Ui::QuietVisitsPage>()), m_draw(new QAction(tr("抽取名单"), this)),
      m_print(new QAction(tr("打印…"), this))
{
    m_ui->setupUi(this);
    connect(m_draw, &QAction::triggered, this, &QuietVisitsPage::refresh);
    connect(m_ui->draw, &QPushButton::clicked, this, &QuietVisitsPage::refresh);
    connect(m_ui->seed, &QLineEdit::returnPressed, this, &QuietVisitsPage::refresh);
    connect(m_ui->visits, &QTableWidget::cellActivated, this,
            [this] { Q_EMIT pageAsked(QStringLiteral("unit"), Uid(m_ui->visits->currentKey())); });
    connect(m_print, &QAction::triggered, this, &QuietVisitsPage::printShown);
}

QuietVisitsPage::~QuietVisitsPage() = default;

/// What is looked for here is another draw.
void QuietVisitsPage::focusSearch()
{
    m_ui->seed->setFocus();
    m_ui->seed->selectAll();
}

rules::DrawRequest QuietVisitsPage::drawAsked() const
{
    return {.seed = m_ui->seed->text(), .count = m_ui->count->value(), .isStratified = m_ui->stratified->isChecked()};
}

/// More units asked for than there are is said on the page, not in a box: it
/// may be so from the start.
void QuietVisitsPage::refresh()
{
    dispatcher().read<rules::QuietVisits>(
        this,
        [request = drawAsked(), on = day()](const services::Workspace& workspace) {
            return services::quietVisits(workspace, on, request);
        },
        [this](const Result<rules::QuietVisits>& list) {
            rules::QuietVisits none;
            none.why = list ? QString() : list.error().message;
            show(list ? *list : none);
        });
}

void QuietVisitsPage::show(const rules::QuietVisits& list)
{
    QVector<QVector<TextCell>> rows;
    for (const rules::QuietVisit& visit : list.visits) {
        const TextCell who =
            visit.supervisor.isEmpty() ? TextCell{tr("▲ 没有人包干"), faultColour()} : TextCell{visit.supervisor};
        rows.append({{visit.name, {}, false, visit.unit.toString()},
                     {model::labelOf(visit.trade)},
                     {visit.road},
                     who,
                     {visit.lastOn.isValid() ? screenDate(visit.lastOn) : tr("没有过")}});
    }
    m_ui->visits->setRows(rows);
    m_ui->sentence->setText(list.why);
    Q_EMIT stateChanged(tr("抽出 %1 家").arg(list.visits.size()));
}

void QuietVisitsPage::printShown()
{
    printPaper(dispatcher(), this, [request = drawAsked(), on = day()](const services::Workspace& workspace) {
        return services::quietVisitList(workspace, on, request);
    });
}

} // namespace chengheng::gui
