// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/guards.h"

#include "model/closing_records.h"
#include "model/publicity_records.h"
#include "rules/application_state.h"
#include "rules/complaint_clock.h"
#include "rules/organisation_view.h"

#include <QCoreApplication>

#include <functional>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Guards)
};

template <class R>
Result<QVector<R>> all(storage::Intent& intent, const storage::ListQuery& query = {})
{
    const auto rows = intent.list(model::kindOf<R>(), query);
    if (!rows)
        return fail(rows.error());
    QVector<R> typed;
    for (const model::Record& row : *rows)
        typed.append(model::fromRecord<R>(row));
    return typed;
}

/// A step with the record it belongs to and the steps that were entered before it.
template <class Parent, class Step>
Result<void> checkStepOf(storage::Intent& intent, const model::Record& record, const char* parentField,
                         const std::function<Result<void>(const Parent&, const QVector<Step>&, const Step&)>& check)
{
    const QString key = QString::fromLatin1(parentField);
    const Uid parentUid(model::textOf(record.value(key)));
    const auto parent = intent.find(model::kindOf<Parent>(), parentUid);
    if (!parent)
        return fail(parent.error());
    const auto steps = all<Step>(intent, {.where = {{key, parentUid.toString()}}});
    if (!steps)
        return fail(steps.error());
    return check(model::fromRecord<Parent>(*parent), *steps, model::fromRecord<Step>(record));
}

/// Where the leading group has two heads on the day, both approve (PLAN-8).
Result<void> checkApprovals(storage::Intent& intent, const model::Record& record)
{
    const auto commendation = model::fromRecord<model::Commendation>(record);
    if (!commendation.decidedOn.isValid() || commendation.secondApproval.isValid())
        return {};
    auto seats = all<model::Seat>(intent);
    auto holders = all<model::SeatHolder>(intent);
    if (!seats || !holders)
        return fail(seats ? holders.error() : seats.error());
    model::CampaignFacts facts;
    facts.seats = std::move(*seats);
    facts.seatHolders = std::move(*holders);
    const qsizetype heads = rules::headsSeatedOn(facts, commendation.decidedOn);
    if (heads < 2)
        return {};
    return fail(ErrorKind::Invalid, "required",
                Text::tr("领导小组现有两位组长，表彰决定须两位都批准，请填写第二位领导批准日期。"),
                QStringLiteral("second_approval"));
}

/// A public list names no person of the unit it speaks of.
Result<void> checkNamesNobody(storage::Intent& intent, const model::Record& record)
{
    const auto unit =
        intent.find(model::kindOf<model::Unit>(), Uid(model::textOf(record.value(QStringLiteral("unit")))));
    if (!unit)
        return fail(unit.error());
    for (const char* personField : {"head", "manager"}) {
        const QString person = model::textOf(unit->value(QLatin1String(personField)));
        for (const char* key : {"ground", "finding"})
            if (person.size() > 1 && model::textOf(record.value(QLatin1String(key))).contains(person))
                return fail(ErrorKind::Invalid, "personal_data",
                            Text::tr("“%1”里写了“%2”，名单不写个人姓名，请改为单位或岗位。")
                                .arg(record.kind->field(QLatin1String(key))->label, person),
                            QString::fromLatin1(key));
    }
    return {};
}

} // namespace

Result<void> checkCommendation(const Writing& writing, const model::Record& record)
{
    return checkApprovals(writing.intent, record);
}

Result<void> checkCommendationStands(const Writing& writing, const model::Record&, const model::Record& after)
{
    return checkApprovals(writing.intent, after);
}

Result<void> nameApprovers(const Writing& writing, model::Record& record)
{
    const Actor& actor = writing.workspace.actor();
    model::Record before(*record.kind);
    if (record.version > 0) {
        auto stored = writing.intent.find(*record.kind, record.uid);
        if (!stored)
            return fail(stored.error());
        before = std::move(*stored);
    }
    for (const auto& [day, approver] :
         {std::pair("first_approval", "first_approver"), std::pair("second_approval", "second_approver")}) {
        const QString key = QString::fromLatin1(day);
        if (record.value(key) == before.value(key))
            continue;
        // Who types in what stands on paper approves nothing himself.
        const bool isOwn = actor.role == Role::Leader && !model::isEmpty(record.value(key));
        record.set(QString::fromLatin1(approver), isOwn ? model::Value(actor.name) : model::Value());
    }
    const QString first = model::textOf(record.value(QStringLiteral("first_approver")));
    if (first.isEmpty() || first != model::textOf(record.value(QStringLiteral("second_approver"))))
        return {};
    return fail(ErrorKind::Invalid, "same_person", Text::tr("两次批准须由两位领导作出，“%1”已经批准过。").arg(first),
                QStringLiteral("second_approval"));
}

Result<void> checkListEntry(const Writing& writing, const model::Record& record)
{
    return checkNamesNobody(writing.intent, record);
}

Result<void> checkListEntryStands(const Writing& writing, const model::Record&, const model::Record& after)
{
    return checkNamesNobody(writing.intent, after);
}

Result<void> checkComplaintStep(const Writing& writing, const model::Record& record)
{
    return checkStepOf<model::Complaint, model::ComplaintStep>(
        writing.intent, record, "complaint", [&](const auto& complaint, const auto& steps, const auto& next) {
            return rules::mayTakeComplaintStep(complaint, steps, next, writing.workspace.calendar());
        });
}

Result<void> checkApplicationStep(const Writing& writing, const model::Record& record)
{
    return checkStepOf<model::Application, model::ApplicationStep>(writing.intent, record, "application",
                                                                   rules::mayTakeApplicationStep);
}

} // namespace chengheng::services
