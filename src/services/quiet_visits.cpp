// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/quiet_visits.h"

#include "base/dates.h"
#include "documents/list_paper.h"
#include "model/supervisor_records.h"
#include "services/internal/workspace_data.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(QuietVisits)
};

} // namespace

Result<rules::QuietVisits> quietVisits(const Workspace& workspace, QDate day, const rules::DrawRequest& request)
{
    if (auto allowed = checkRight(workspace.actor(), Deed::Read, model::kindOf<model::SupervisorReport>()); !allowed)
        return fail(allowed.error());
    const QDate on = workspace.dayOrToday(day);
    const auto facts = workspace.factsOn(on);
    if (!facts)
        return fail(facts.error());
    return rules::quietVisits(*facts, on, request);
}

Result<documents::Paper> quietVisitList(const Workspace& workspace, QDate day, const rules::DrawRequest& request)
{
    const auto drawn = quietVisits(workspace, day, request);
    if (!drawn)
        return fail(drawn.error());
    documents::PrintedList list;
    list.title = Text::tr("暗访名单");
    list.subtitle = drawn->why;
    list.campaign = workspace.plan().title;
    list.asOf = workspace.dayOrToday(day);
    list.columns = {
        {Text::tr("单位名称")}, {Text::tr("业态")}, {Text::tr("路段")}, {Text::tr("监督员")}, {Text::tr("上次暗访")}};
    for (const rules::QuietVisit& visit : drawn->visits)
        list.rows.append({visit.name, model::labelOf(visit.trade), visit.road, visit.supervisor,
                          visit.lastOn.isValid() ? screenDate(visit.lastOn) : QString()});
    return documents::listPaper(list);
}

} // namespace chengheng::services
