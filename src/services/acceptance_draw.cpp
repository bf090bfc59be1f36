// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/acceptance_draw.h"

#include "model/application_records.h"
#include "services/internal/record_writes.h"
#include "services/overview.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AcceptanceDraw)
};

Result<void> writeDraw(const Workspace& workspace, storage::Intent& open, model::AcceptanceVisit visit,
                       const rules::DrawResult& drawn, const QString& seed)
{
    const auto there = open.count(model::kindOf<model::DrawnUnit>(),
                                  {.where = {{QStringLiteral("acceptance_visit"), visit.uid.toString()}}});
    if (!there)
        return fail(there.error());
    if (*there > 0)
        return fail(ErrorKind::Conflict, "drawn_already",
                    Text::tr("这次验收已经登记了抽查单位；要重抽，请先撤销上一次抽取。"));
    qint64 place = 0;
    for (const rules::UnitStanding& unit : drawn.units) {
        model::DrawnUnit one;
        one.acceptanceVisit = visit.uid;
        one.unit = unit.uid;
        one.place = ++place;
        if (auto added = insertChecked(workspace, open, model::toRecord(one)); !added)
            return fail(added.error());
    }
    visit.drawn = Text::tr("随机种子“%1”，抽取 %2 家").arg(seed).arg(drawn.units.size());
    return updateChecked(workspace, open, model::toRecord(visit));
}

} // namespace

Result<rules::DrawResult> drawForVisit(Workspace& workspace, const Uid& visit, const rules::DrawRequest& request,
                                       const Uid& intent)
{
    const auto record = findRecord(workspace, model::kindOf<model::AcceptanceVisit>(), visit);
    if (!record)
        return fail(record.error());
    const auto held = model::fromRecord<model::AcceptanceVisit>(*record);
    auto drawn = drawUnits(workspace, held.on, request);
    if (!drawn)
        return drawn;
    const auto seq = runIntent(workspace, QStringLiteral("acceptance_visit.draw"), intent, [&](storage::Intent& open) {
        return writeDraw(workspace, open, held, *drawn, request.seed);
    });
    if (!seq)
        return fail(seq.error());
    return drawn;
}

} // namespace chengheng::services
