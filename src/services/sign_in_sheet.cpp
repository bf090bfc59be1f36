// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sign_in_sheet.h"

#include "model/supervisor_records.h"
#include "model/training_records.h"
#include "model/unit_records.h"
#include "services/tables.h"

#include <algorithm>

namespace chengheng::services {

namespace {

using model::AttendeeRole;
using model::TrainingAttendance;

template <class R>
Result<QVector<R>> all(const Workspace& workspace, const RegisterQuery& query = {})
{
    const auto rows = listRecords(workspace, model::kindOf<R>(), query);
    if (!rows)
        return fail(rows.error());
    QVector<R> typed;
    for (const model::Record& row : *rows)
        typed.append(model::fromRecord<R>(row));
    return typed;
}

Result<QVector<TrainingAttendance>> unitsExpected(const Workspace& workspace, const model::Training& training)
{
    const auto units = all<model::Unit>(workspace, {.asOf = training.on});
    if (!units)
        return fail(units.error());
    QVector<TrainingAttendance> expected;
    for (const model::Unit& unit : *units) {
        if (unit.participation != model::Participation::Participating)
            continue;
        const QPair<AttendeeRole, QString> people[]{{AttendeeRole::Head, unit.head},
                                                    {AttendeeRole::Manager, unit.manager}};
        for (const auto& [role, person] : people) {
            TrainingAttendance one;
            one.training = training.uid;
            one.unit = unit.uid;
            one.person = person;
            one.role = role;
            expected.append(one);
        }
    }
    return expected;
}

Result<QVector<TrainingAttendance>> volunteersExpected(const Workspace& workspace, const model::Training& training)
{
    const auto volunteers = all<model::Supervisor>(workspace);
    if (!volunteers)
        return fail(volunteers.error());
    QVector<TrainingAttendance> expected;
    for (const model::Supervisor& volunteer : *volunteers) {
        if (volunteer.recruitedOn > training.on || (volunteer.endedOn.isValid() && volunteer.endedOn < training.on))
            continue;
        TrainingAttendance one;
        one.training = training.uid;
        one.supervisor = volunteer.uid;
        one.person = volunteer.name;
        one.role = AttendeeRole::Supervisor;
        expected.append(one);
    }
    return expected;
}

/// Those who signed in before, then those expected who did not.
QVector<model::Record> rowsOf(const QVector<TrainingAttendance>& signedIn, const QVector<TrainingAttendance>& expected)
{
    QVector<model::Record> rows;
    for (const TrainingAttendance& one : signedIn)
        rows.append(model::toRecord(one));
    for (const TrainingAttendance& one : expected) {
        const bool isThere = std::any_of(signedIn.begin(), signedIn.end(), [&](const TrainingAttendance& other) {
            return other.role == one.role && other.unit == one.unit && other.supervisor == one.supervisor;
        });
        if (!isThere)
            rows.append(model::toRecord(one));
    }
    return rows;
}

} // namespace

Result<qint64> writeSignInSheet(const Workspace& workspace, const Uid& training, const QString& path)
{
    const auto record = findRecord(workspace, model::kindOf<model::Training>(), training);
    if (!record)
        return fail(record.error());
    const auto held = model::fromRecord<model::Training>(*record);
    auto expected = Result<QVector<TrainingAttendance>>(QVector<TrainingAttendance>());
    if (held.audience == model::Audience::Units)
        expected = unitsExpected(workspace, held);
    if (held.audience == model::Audience::Supervisors)
        expected = volunteersExpected(workspace, held);
    if (!expected)
        return fail(expected.error());
    const auto signedIn =
        all<TrainingAttendance>(workspace, {.where = {{QStringLiteral("training"), training.toString()}}});
    if (!signedIn)
        return fail(signedIn.error());
    return exportRecords(workspace, model::kindOf<TrainingAttendance>(), rowsOf(*signedIn, *expected), path);
}

} // namespace chengheng::services
