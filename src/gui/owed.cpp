// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/owed.h"

#include "gui/page_registry.h"
#include "services/overview.h"

#include <QCoreApplication>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Owed)
};

qint64 behindSchedule(const rules::Status& status)
{
    qint64 count = 0;
    for (const rules::PhaseStanding& phase : status.phases)
        for (const rules::MilestoneStanding& milestone : phase.milestones)
            if (milestone.state == rules::MilestoneState::Missed || milestone.state == rules::MilestoneState::AtRisk)
                ++count;
    return count;
}

/// The pressing lines of a page's tables together; its sentence names each table that has some.
OwedByPage owedByTables(const QHash<QString, qint64>& pressing)
{
    OwedByPage owed;
    for (const PageEntry& entry : allPages()) {
        qint64 count = 0;
        QStringList tables;
        for (const PagePart& part : entry.parts)
            if (const qint64 lines = pressing.value(part.key); lines > 0) {
                count += lines;
                tables << Text::tr("%1 %2 项").arg(part.title).arg(lines);
            }
        if (count > 0)
            owed.insert(entry.key(), {count, tables.join(Text::tr("；"))});
    }
    return owed;
}

} // namespace

Result<OwedByPage> owedOn(const services::Workspace& workspace, QDate day)
{
    const auto status = services::statusOn(workspace, day);
    if (!status)
        return fail(status.error());
    const auto pressing = services::pressingOn(workspace, day);
    if (!pressing)
        return fail(pressing.error());
    OwedByPage owed = owedByTables(*pressing);
    const auto owes = [&owed](const char* page, qint64 count, const QString& sentence) {
        if (count > 0)
            owed.insert(QLatin1String(page), {count, sentence.arg(count)});
    };
    owes("schedule", behindSchedule(*status), Text::tr("%1 项节点已错过或有风险"));
    owes("instrument", status->verification.count(rules::VerificationStatus::Overdue), Text::tr("%1 件器具超周期"));
    owes("scoring", status->units - status->scoredUnits.size(), Text::tr("%1 家单位还没有检查评分"));
    owes("problem", status->overdueProblems.size(), Text::tr("%1 个问题超过整改期限"));
    return owed;
}

} // namespace chengheng::gui
