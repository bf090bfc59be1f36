// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/organisation_page.h"

#include "base/dates.h"
#include "gui/form_dialog.h"
#include "gui/printing.h"
#include "gui/theme.h"
#include "services/actions.h"
#include "services/overview.h"
#include "ui_OrganisationPage.h"

namespace chengheng::gui {

OrganisationPage::OrganisationPage(AppState& state, QWidget* parent)
    : Page(state, QStringLiteral("seat"), tr("组织机构"), parent), m_ui(std::make_unique<Ui::OrganisationPage>()),
      m_replace(new QAction(tr("自然替补"), this)), m_print(new QAction(tr("打印…"), this))
{
    m_ui->setupUi(this);
    connect(m_replace, &QAction::triggered, this, &OrganisationPage::replace);
    connect(m_print, &QAction::triggered, this, &OrganisationPage::print);
}

OrganisationPage::~OrganisationPage() = default;

void OrganisationPage::print()
{
    documents::PrintedList list = m_ui->seats->printed(m_ui->seats->accessibleName());
    printList(dispatcher(), this, list, day());
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
                     {seat.isVacant() ? seat.why : QString()}}); // the row says the rest
    }
    m_ui->seats->setRows(rows);
    Q_EMIT stateChanged(vacant == 0 ? tr("%1 个席位全部到人").arg(seats.size())
                                    : tr("%1 个席位，其中空缺 %2 个").arg(seats.size()).arg(vacant));
}

void OrganisationPage::replace()
{
    const Uid seat(m_ui->seats->currentKey());
    if (seat.isNull()) {
        Prompts::current().inform(this, tr("请先选中一个席位。"));
        return;
    }
    const services::Action& action = *services::findAction(model::kindOf<model::Seat>(), QStringLiteral("replace"));
    auto* dialog = new FormDialog(tr("自然替补：%1").arg(m_ui->seats->item(m_ui->seats->currentRow(), 4)->text()),
                                  services::inputsOf(action), this);
    dialog->form().setValues(services::presetsOf(action, fillingIn()));
    dialog->submitTo(dispatcher(), [seat, &action](services::Workspace& workspace, const services::FieldValues& values,
                                                   const Uid& intent) {
        return services::doAction(workspace, action, seat, values, intent);
    });
    dialog->open();
}

} // namespace chengheng::gui
