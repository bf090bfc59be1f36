// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/supervision_writes.h"

#include "model/as_of.h"
#include "model/inspection_records.h"
#include "model/service_records.h"
#include "model/supervisor_records.h"
#include "rules/notice_text.h"
#include "rules/problem_state.h"
#include "rules/supervisor_problems.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SupervisionWrites)
};

using model::Problem;
using model::ReportInstrument;
using model::SupervisorReport;

template <class R>
Result<QVector<R>> listed(storage::Intent& intent, QVector<QPair<QString, model::Value>> where)
{
    const auto rows = intent.list(model::kindOf<R>(), {.where = std::move(where)});
    if (!rows)
        return fail(rows.error());
    QVector<R> typed;
    for (const model::Record& row : *rows)
        typed.append(model::fromRecord<R>(row));
    return typed;
}

/// What the office has set for the day, for the days that problems are given.
Result<model::CampaignFacts> settingsOn(storage::Intent& intent, QDate day)
{
    auto settings = intent.list(model::kindOf<model::Setting>());
    if (!settings)
        return fail(settings.error());
    model::CampaignFacts facts;
    facts.books.insert(model::kindOf<model::Setting>().key, std::move(*settings));
    return model::asOf(std::move(facts), day);
}

QStringList tradeLabels(const QStringList& keys)
{
    QStringList labels;
    for (const QString& key : keys)
        labels << model::labelOf(model::wordOf<model::Trade>(key).value_or(model::Trade::None));
    return labels;
}

Result<bool> isClosed(storage::Intent& intent, const Problem& problem, QDate day)
{
    const auto steps = listed<model::ProblemStep>(intent, {{QStringLiteral("problem"), problem.uid.toString()}});
    if (!steps)
        return fail(steps.error());
    return rules::problemStanding(problem, *steps, day).isClosed();
}

/// Whether another instrument of a report has this problem already.
Result<bool> isTaken(storage::Intent& intent, const Problem& problem)
{
    const auto others = intent.count(model::kindOf<ReportInstrument>(),
                                     {.where = {{QStringLiteral("problem"), problem.uid.toString()}}});
    if (!others)
        return fail(others.error());
    return *others > 0;
}

/// The problem on record that is the new one, if any, made to say what the new one does.
Result<Uid> knownProblem(storage::Intent& intent, const Problem& raised)
{
    const auto own = listed<Problem>(
        intent, {{QStringLiteral("unit"), raised.unit.toString()}, {QStringLiteral("fault"), raised.fault}});
    if (!own)
        return fail(own.error());
    for (Problem known : *own) {
        const auto closed = isClosed(intent, known, raised.foundOn);
        if (!closed)
            return fail(closed.error());
        if (!*closed && !raised.instrument.isNull() && known.instrument == raised.instrument)
            return known.uid;
        const auto taken = isTaken(intent, known);
        if (!taken)
            return fail(taken.error());
        if (*closed || *taken || !rules::isTheSameAtLarge(known, raised))
            continue;
        known.instrument = raised.instrument;
        known.description = raised.description;
        if (auto updated = intent.update(model::toRecord(known)); !updated)
            return fail(updated.error());
        return known.uid;
    }
    return Uid();
}

/// The first of the fields that have something to say here and are asked of some trades only.
const model::Field* firstAsked(const model::Record& record, const model::Record* before)
{
    for (const model::Field& field : record.kind->fields) {
        const model::Value& value = record.value(field.key);
        if (!field.trades.isEmpty() && !model::isEmpty(value) && (!before || before->value(field.key) != value))
            return &field;
    }
    return nullptr;
}

/// The unit as it stood on the record's day.
Result<model::Unit> unitThen(storage::Intent& intent, const model::Record& record)
{
    const Uid uid(model::textOf(record.value(QStringLiteral("unit"))));
    const auto unit = intent.find(model::kindOf<model::Unit>(), uid);
    if (!unit)
        return fail(unit.error());
    const auto changes = changesOfSubject(intent, uid);
    if (!changes)
        return fail(changes.error());
    const QDate day = model::dateOf(record.value(record.kind->sinceField));
    return model::fromRecord<model::Unit>(model::asOf(*unit, *changes, day));
}

/// All such fields of a kind are asked of the same trades.
Result<void> checkAsked(storage::Intent& intent, const model::Record& record, const model::Record* before)
{
    const model::Field* asked = firstAsked(record, before);
    if (!asked)
        return {};
    const auto unit = unitThen(intent, record);
    if (!unit)
        return fail(unit.error());
    if (asked->trades.contains(model::keyOf(unit->trade)))
        return {};
    return fail(ErrorKind::Invalid, "not_asked",
                Text::tr("“%1”只问%2，“%3”是%4，请留空。")
                    .arg(asked->label, tradeLabels(asked->trades).join(QStringLiteral("、")), unit->name,
                         model::labelOf(unit->trade)),
                asked->key);
}

/// A unit's requests or self-checks, the earliest first.
template <class R>
Result<QVector<R>> ofUnit(storage::Intent& intent, const Uid& unit, QDate R::* day)
{
    auto own = listed<R>(intent, {{QStringLiteral("unit"), unit.toString()}});
    if (own)
        std::stable_sort(own->begin(), own->end(), [day](const R& a, const R& b) { return a.*day < b.*day; });
    return own;
}

} // namespace

Result<void> checkAskedOfTrade(const Writing& writing, const model::Record& record)
{
    return checkAsked(writing.intent, record, nullptr);
}

Result<void> checkStillAskedOfTrade(const Writing& writing, const model::Record& before, const model::Record& after)
{
    return checkAsked(writing.intent, after, &before);
}

Result<void> checkSupervisorsNamed(const Writing& writing, const model::Record& inspection)
{
    static const QRegularExpression number(QStringLiteral("\\d+"));
    for (const QString& code : rules::personsIn(model::fromRecord<model::Inspection>(inspection).supervisors)) {
        const auto known =
            writing.intent.count(model::kindOf<model::Supervisor>(),
                                 {.where = {{QStringLiteral("number"), number.match(code).captured().toLongLong()}}});
        if (!known)
            return fail(known.error());
        if (*known == 0)
            return fail(ErrorKind::Invalid, "no_such_supervisor",
                        Text::tr("花名册里没有“%1”监督员，请核对编号。").arg(code), QStringLiteral("supervisors"));
    }
    return {};
}

Result<void> checkRehearsalStays(const model::Record& before, const model::Record& after)
{
    const QString kind = QStringLiteral("kind");
    const model::Value mock = model::keyOf(model::InspectionKind::Rehearsal);
    if ((before.value(kind) == mock) == (after.value(kind) == mock))
        return {};
    return fail(ErrorKind::Invalid, "fixed",
                Text::tr("模拟检查不进入统计，登记后不能与其他检查互改；登错了请在撤销后重新登记。"), kind);
}

Result<void> raiseFromReport(const Writing& writing, const model::Record& record)
{
    const auto report = model::fromRecord<SupervisorReport>(record);
    const auto settings = settingsOn(writing.intent, report.receivedOn);
    if (!settings)
        return fail(settings.error());
    for (const Problem& problem : rules::problemsOf(report, writing.workspace.calendar(), *settings))
        if (auto added = writing.intent.insert(model::toRecord(problem)); !added)
            return fail(added.error());
    return {};
}

Result<void> raiseFromInstrument(const Writing& writing, model::Record& record)
{
    const auto seen = model::fromRecord<ReportInstrument>(record);
    if (record.version > 0)
        return {};
    const auto stored = writing.intent.find(model::kindOf<SupervisorReport>(), seen.supervisorReport);
    if (!stored)
        return fail(stored.error());
    const auto report = model::fromRecord<SupervisorReport>(*stored);
    const auto settings = settingsOn(writing.intent, report.receivedOn);
    if (!settings)
        return fail(settings.error());
    const Problem raised = rules::problemOf(seen, report, writing.workspace.calendar(), *settings);
    auto problem = knownProblem(writing.intent, raised);
    if (problem && problem->isNull())
        problem = writing.intent.insert(model::toRecord(raised));
    if (!problem)
        return fail(problem.error());
    record.set(QStringLiteral("problem"), problem->toString());
    return {};
}

Result<void> tellProblem(const Writing& writing, const model::Record& record)
{
    const auto seen = model::fromRecord<ReportInstrument>(record);
    if (seen.problem.isNull() || seen.instrument.isNull())
        return {};
    const auto stored = writing.intent.find(model::kindOf<Problem>(), seen.problem);
    if (!stored)
        return fail(stored.error());
    auto problem = model::fromRecord<Problem>(*stored);
    if (problem.instrument == seen.instrument)
        return {};
    problem.instrument = seen.instrument;
    return writing.intent.update(model::toRecord(problem));
}

Result<void> handInSelfCheck(const Writing& writing, const model::Record& record)
{
    const auto visit = model::fromRecord<model::Inspection>(record);
    if (visit.kind != model::InspectionKind::SelfCheck || visit.unit.isNull())
        return {};
    const auto requests = ofUnit(writing.intent, visit.unit, &model::SelfCheckRequest::askedOn);
    if (!requests)
        return fail(requests.error());
    for (model::SelfCheckRequest request : *requests) {
        if (request.handedInOn.isValid() || request.askedOn > visit.on)
            continue;
        request.handedInOn = visit.on;
        return writing.intent.update(model::toRecord(request));
    }
    return {};
}

Result<void> findSelfCheck(const Writing& writing, model::Record& record)
{
    const auto request = model::fromRecord<model::SelfCheckRequest>(record);
    if (record.version > 0 || request.handedInOn.isValid())
        return {};
    const auto visits = ofUnit(writing.intent, request.unit, &model::Inspection::on);
    if (!visits)
        return fail(visits.error());
    for (const model::Inspection& visit : *visits)
        if (visit.kind == model::InspectionKind::SelfCheck && visit.on >= request.askedOn
            && visit.on <= request.dueOn) {
            record.set(QStringLiteral("handed_in_on"), visit.on);
            break;
        }
    return {};
}

Result<QString> againstClosing(storage::Intent& intent, const model::Problem& problem, QDate day)
{
    if (problem.instrument.isNull())
        return QString();
    const auto instrument = intent.find(model::kindOf<model::Instrument>(), problem.instrument);
    const QPair<QString, model::Value> ofIt{QStringLiteral("instrument"), problem.instrument.toString()};
    auto verifications = listed<model::Verification>(intent, {ofIt});
    auto changes = changesOfSubject(intent, problem.instrument);
    const model::RecordKind& events = model::kindOf<model::InstrumentEvent>();
    auto happened = intent.list(events, {.where = {ofIt}});
    if (!instrument || !verifications)
        return fail(instrument ? verifications.error() : instrument.error());
    if (!changes || !happened)
        return fail(changes ? happened.error() : changes.error());
    model::CampaignFacts facts;
    facts.instruments = {model::fromRecord<model::Instrument>(*instrument)};
    facts.verifications = *std::move(verifications);
    facts.changes = *std::move(changes);
    facts.books.insert(events.key, *std::move(happened));
    return rules::againstClosing(problem, model::asOf(std::move(facts), day), day);
}

Result<void> checkClosing(const Writing& writing, const model::Problem& problem, const model::ProblemStep& step)
{
    if (step.kind != model::StepKind::Closed || !step.remarks.trimmed().isEmpty())
        return {};
    const auto against = againstClosing(writing.intent, problem, step.on);
    if (!against)
        return fail(against.error());
    if (against->isEmpty())
        return {};
    return fail(ErrorKind::Invalid, "reason_required", Text::tr("%1仍要销号的，请在备注里写明理由。").arg(*against),
                QStringLiteral("remarks"));
}

Result<void> checkNotice(const Writing& writing, const model::Record& record)
{
    const auto notice = model::fromRecord<model::RectificationNotice>(record);
    if (notice.inspection.isNull())
        return {};
    const QString inspection = QStringLiteral("inspection");
    const auto stored = writing.intent.find(model::kindOf<model::Inspection>(), notice.inspection);
    if (!stored)
        return fail(stored.error());
    if (model::fromRecord<model::Inspection>(*stored).unit != notice.unit)
        return fail(ErrorKind::Invalid, "other_unit", Text::tr("这次检查查的不是这家单位，请核对。"), inspection);
    const QPair<QString, model::Value> ofIt{inspection, notice.inspection.toString()};
    const auto issued = writing.intent.count(*record.kind, {.where = {ofIt}});
    const auto found = writing.intent.count(model::kindOf<Problem>(), {.where = {ofIt}});
    if (!issued || !found)
        return fail(issued ? found.error() : issued.error());
    if (*issued > 0)
        return fail(ErrorKind::Conflict, "already_issued", Text::tr("这次检查已经发过整改通知，一次检查只发一份。"),
                    inspection);
    if (*found == 0)
        return fail(ErrorKind::Invalid, "nothing_to_demand",
                    Text::tr("这次检查没有登记问题，请先登记问题，再起草整改通知。"), inspection);
    return {};
}

Result<void> draftNotice(const Writing& writing, model::Record& record)
{
    const auto notice = model::fromRecord<model::RectificationNotice>(record);
    if (notice.inspection.isNull() || !notice.content.isEmpty() || record.version > 0)
        return {};
    const auto found = listed<Problem>(writing.intent, {{QStringLiteral("inspection"), notice.inspection.toString()}});
    if (!found)
        return fail(found.error());
    record.set(QStringLiteral("content"), rules::demandsOf(*found));
    return {};
}

} // namespace chengheng::services
