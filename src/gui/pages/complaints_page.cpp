// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/complaints_page.h"

#include "base/dates.h"
#include "gui/theme.h"
#include "rules/complaint_clock.h"

#include <QLabel>

namespace chengheng::gui {

namespace {

struct Standing {
    QStringList lines; ///< one for each limit that runs
    bool isLate = false;
};

Result<Standing> standingOf(const services::Workspace& workspace, const model::Complaint& complaint, QDate on)
{
    const auto facts = workspace.factsOn(on);
    if (!facts)
        return fail(facts.error());
    const model::CampaignFacts& then = *facts;
    Standing standing;
    for (const rules::Clock& clock : rules::clocksOf(complaint, rules::stepsByComplaint(then).value(complaint.uid),
                                                     workspace.calendar(), rules::complaintTargets(then), on)) {
        if (clock.isDone())
            continue;
        standing.isLate |= !clock.isPaused && clock.isLate(on);
        standing.lines << ComplaintsPage::tr("要办：%1，最迟 %2，%3")
                              .arg(rules::labelOf(clock.kind), screenDate(clock.due), rules::stateOf(clock, on));
    }
    if (standing.lines.isEmpty())
        standing.lines << ComplaintsPage::tr("各项时限都已办结。");
    return standing;
}

} // namespace

ComplaintsPage::ComplaintsPage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::Complaint>(), parent), m_standing(new QLabel)
{
    m_standing->setWordWrap(true);
    addBelowTitle(m_standing);
}

void ComplaintsPage::showDetails(const model::Record& record)
{
    m_shown = record.uid;
    read<Standing>([complaint = model::fromRecord<model::Complaint>(record),
                    on = day()](const services::Workspace& workspace) { return standingOf(workspace, complaint, on); },
                   [this, uid = record.uid](const Standing& standing) {
                       if (uid != m_shown)
                           return;
                       setLook(m_standing, standing.isLate ? "fault" : "muted");
                       m_standing->setText(standing.lines.join(QLatin1Char('\n')));
                   });
}

} // namespace chengheng::gui
