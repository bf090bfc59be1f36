// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/organisation_page.h"

#include "base/dates.h"
#include "gui/form_dialog.h"
#include "gui/text_table.h"
#include "gui/theme.h"
#include "services/actions.h"
#include "services/overview.h"

#include <QVBoxLayout>

namespace chengheng::gui {

OrganisationPage::OrganisationPage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("seat"), tr("组织机构"), parent), m_replace(new QAction(tr("自然替补"), this)),
      m_table(new TextTable(tr("席位"), {tr("机构"), tr("职责"), tr("姓名"), tr("单位"), tr("职务"), tr("任职自"), tr("前任"), tr("说明")}))
{
    m_table->stretch(7);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gutter, spacing, gutter, spacing);
    layout->addWidget(m_table);
    connect(m_replace, &QAction::triggered, this, &OrganisationPage::replace);
}

void OrganisationPage::refresh()
{
    read<QVector<rules::SeatView>>(
        [on = day()](const services::Workspace& workspace) { return services::seatsOn(workspace, on); },
        [this](const QVector<rules::SeatView>& seats) { show(seats); });
}

void OrganisationPage::show(const QVector<rules::SeatView>& seats)
{
    QVector<QVector<TextCell>> rows;
    int vacant = 0;
    for (const rules::SeatView& seat : seats) {
        vacant += seat.isVacant();
        rows.append({{seat.body, {}, false, seat.seat.toString()},
                     {seat.role},
                     {seat.isVacant() ? tr("（空缺）") : seat.person, seat.isVacant() ? faultColour() : QColor()},
                     {seat.organisationName},
                     {seat.post},
                     {screenDate(seat.heldFrom)},
                     {seat.predecessor},
                     {seat.why}});
    }
    m_table->setRows(rows);
    Q_EMIT stateChanged(vacant == 0 ? tr("%1 个席位全部到人").arg(seats.size())
                                    : tr("%1 个席位，其中空缺 %2 个").arg(seats.size()).arg(vacant));
}

void OrganisationPage::replace()
{
    const Uid seat(m_table->currentKey());
    if (seat.isNull()) {
        Prompts::current().inform(this, tr("请先选中一个席位。"));
        return;
    }
    const services::Action& action = *services::findAction(model::kindOf<model::Seat>(), QStringLiteral("replace"));
    auto* dialog = new FormDialog(tr("自然替补：%1").arg(m_table->item(m_table->currentRow(), 4)->text()),
                                  services::inputsOf(action), this);
    dialog->form().setValues({{QStringLiteral("from"), today()}});
    dialog->submitTo(dispatcher(), [seat, &action](services::Workspace& workspace, const services::FieldValues& values) {
        return services::doAction(workspace, action, seat, values);
    });
    dialog->open();
}

} // namespace chengheng::gui
