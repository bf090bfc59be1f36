// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/write_rules.h"

#include "model/application_records.h"
#include "model/as_of.h"
#include "model/closing_records.h"
#include "model/complaint_records.h"
#include "model/inspection_records.h"
#include "model/office_records.h"
#include "model/outside_records.h"
#include "model/paper_records.h"
#include "model/publicity_records.h"
#include "model/service_records.h"
#include "model/supervisor_records.h"
#include "rules/paper_standing.h"
#include "rules/problem_state.h"
#include "rules/verification.h"
#include "services/internal/given_values.h"
#include "services/internal/guards.h"
#include "services/internal/inspection_checks.h"
#include "services/internal/ledger_writes.h"
#include "services/internal/out_of_use.h"
#include "services/internal/sign_in.h"
#include "services/internal/supervision_writes.h"
#include "services/picks.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(WriteRules)
};

using model::Record;

template <class R>
Result<QVector<R>> childrenOf(storage::Intent& intent, const char* parentField, const Uid& parent)
{
    const auto rows =
        intent.list(model::kindOf<R>(), {.where = {{QString::fromLatin1(parentField), parent.toString()}}});
    if (!rows)
        return fail(rows.error());
    QVector<R> typed;
    for (const Record& row : *rows)
        typed.append(model::fromRecord<R>(row));
    return typed;
}

// ---- campaign, accounts

Result<void> refuseSecondCampaign(const Writing&, const Record&)
{
    return fail(ErrorKind::Invalid, "single_record",
                Text::tr("一个文件只登记一个创建活动；要办新一轮，请另建一个创建活动。"));
}

/// The first account on a server is that of the administrator who enters it: else nobody could come in again.
Result<void> checkFirstAccount(const Writing& writing, const Record& record)
{
    const auto login = writing.workspace.data().database->login();
    const auto others = writing.intent.count(*record.kind);
    if (!login || !others)
        return fail(login ? others.error() : login.error());
    const auto account = model::fromRecord<model::Account>(record);
    if (login->isEmpty() || *others > 0
        || (account.login == *login && account.role == Role::Administrator
            && account.from <= writing.workspace.clock().today() && !account.to.isValid()))
        return {};
    return fail(ErrorKind::Invalid, "first_account",
                Text::tr("第一个账号须是管理员本人：登录名“%1”，角色“管理员”，即日启用。").arg(*login),
                QStringLiteral("login"));
}

Result<void> leavePasswordToItsService(const Writing&, Record& record) // passwords.h
{
    if (record.version == 0)
        record.set(QStringLiteral("password_state"), {});
    return {};
}

Result<void> keepAnAdministrator(const Writing& writing, const Record&)
{
    return checkAdministratorStays(writing.intent, writing.workspace.clock().today());
}

// ---- units and instruments

/// An officer does not move a unit to another station.
Result<void> checkStationStays(const Writing& writing, const Record& before, const Record& after)
{
    const QString station = QStringLiteral("station");
    if (before.value(station) == after.value(station))
        return {};
    return checkStation(writing.workspace.actor(), Uid(model::textOf(after.value(station))));
}

Result<void> checkStaysInUseEntered(const Record& record)
{
    return checkStaysInUse(nullptr, record);
}

Result<void> checkStaysInUseStored(const Writing&, const Record& before, const Record& after)
{
    return checkStaysInUse(&before, after);
}

/// A verification's end rests on the instrument's legal kind and cycle on the day it was verified.
Result<void> deriveEffectiveEnd(const Writing& writing, Record& record)
{
    auto verification = model::fromRecord<model::Verification>(record);
    const auto instrument = writing.intent.find(model::kindOf<model::Instrument>(), verification.instrument);
    if (!instrument)
        return fail(instrument.error());
    const auto changes = changesOfSubject(writing.intent, verification.instrument);
    if (!changes)
        return fail(changes.error());
    const auto then = model::fromRecord<model::Instrument>(model::asOf(*instrument, *changes, verification.verifiedOn));
    const QDate end = rules::effectiveEnd(verification, then.legalKind, then.cycleMonths);
    record.set(QStringLiteral("effective_end"), end.isValid() ? model::Value(end) : model::Value());
    return {};
}

/// When an instrument's cycle or legal kind changes, the ends that rest on it move with it.
Result<void> rederiveVerifications(const Writing& writing, const Record& instrument)
{
    const auto rows = writing.intent.list(model::kindOf<model::Verification>(),
                                          {.where = {{QStringLiteral("instrument"), instrument.uid.toString()}}});
    if (!rows)
        return fail(rows.error());
    for (Record row : *rows) {
        const model::Value before = row.value(QStringLiteral("effective_end"));
        if (auto derived = deriveEffectiveEnd(writing, row); !derived)
            return derived;
        if (row.value(QStringLiteral("effective_end")) == before)
            continue;
        if (auto updated = writing.intent.update(row); !updated)
            return updated;
    }
    return {};
}

// ---- inspections, problems, supervisors

Result<void> checkInspectionEntered(const Writing& writing, const Record& record)
{
    if (auto named = checkSupervisorsNamed(writing, record); !named)
        return named;
    return checkInspection(writing.workspace, writing.intent, model::fromRecord<model::Inspection>(record));
}

/// What was scored stands; its words may be corrected though the sheets have another edition by now.
Result<void> checkInspectionCorrected(const Writing& writing, const Record& before, const Record& after)
{
    if (auto kept = checkRehearsalStays(before, after); !kept)
        return kept;
    if (auto named = checkSupervisorsNamed(writing, after); !named)
        return named;
    for (const char* key : {"on", "inspectors", "answers"})
        if (before.value(QLatin1String(key)) != after.value(QLatin1String(key)))
            return checkInspectionEntered(writing, after);
    return {};
}

/// A step must be one the problem's state allows, whichever way it is entered.
Result<void> checkProblemStep(const Writing& writing, const Record& record)
{
    const auto step = model::fromRecord<model::ProblemStep>(record);
    const auto problem = writing.intent.find(model::kindOf<model::Problem>(), step.problem);
    if (!problem)
        return fail(problem.error());
    const auto steps = childrenOf<model::ProblemStep>(writing.intent, "problem", step.problem);
    if (!steps)
        return fail(steps.error());
    const auto typed = model::fromRecord<model::Problem>(*problem);
    const auto may = rules::mayTakeStep(typed, *steps, step);
    return may ? checkClosing(writing, typed, step) : may;
}

// ---- papers

/// A paper's way through signing, the same as a problem's.
Result<void> checkPaperStep(const Writing& writing, const Record& record)
{
    const auto step = model::fromRecord<model::IssuedPaperStep>(record);
    const auto paper = writing.intent.find(model::kindOf<model::IssuedPaper>(), step.issuedPaper);
    if (!paper)
        return fail(paper.error());
    const auto steps = childrenOf<model::IssuedPaperStep>(writing.intent, "issued_paper", step.issuedPaper);
    if (!steps)
        return fail(steps.error());
    return rules::mayTakePaperStep(model::fromRecord<model::IssuedPaper>(*paper), *steps, step);
}

QStringList keys(std::initializer_list<const char*> names)
{
    QStringList list;
    for (const char* name : names)
        list << QString::fromLatin1(name);
    return list;
}

QHash<QString, WriteRules> allRules()
{
    return {
        {model::kindOf<model::Campaign>().key, {.beforeInsert = refuseSecondCampaign}},
        {model::kindOf<model::Account>().key,
         {.beforeInsert = checkFirstAccount, .fill = leavePasswordToItsService, .afterChange = keepAnAdministrator}},
        {model::kindOf<model::Unit>().key, {.beforeUpdate = checkStationStays, .afterChange = openDossier}},
        {model::kindOf<model::InstrumentEvent>().key, {.afterInsert = followEvent}},
        {model::kindOf<model::Instrument>().key,
         {.beforeUpdate = checkStaysInUseStored,
          .beforeEntry = checkStaysInUseEntered,
          .afterChange = rederiveVerifications}},
        {model::kindOf<model::Verification>().key, {.fill = deriveEffectiveEnd}},
        {model::kindOf<model::Inspection>().key,
         {.beforeInsert = checkInspectionEntered,
          .beforeUpdate = checkInspectionCorrected,
          .afterInsert = handInSelfCheck,
          .fixed = keys({"sheet", "edition", "unit"})}},
        {model::kindOf<model::ProblemStep>().key,
         {.beforeInsert = checkProblemStep, .fixed = keys({"kind", "on", "problem"})}},
        {model::kindOf<model::SelfCheckRequest>().key, {.fill = findSelfCheck}},
        {model::kindOf<model::RectificationNotice>().key, {.beforeInsert = checkNotice, .fill = draftNotice}},
        {model::kindOf<model::SupervisorReport>().key,
         {.beforeInsert = checkAskedOfTrade, .beforeUpdate = checkStillAskedOfTrade, .afterInsert = raiseFromReport}},
        {model::kindOf<model::ReportInstrument>().key, {.fill = raiseFromInstrument, .afterChange = tellProblem}},
        {model::kindOf<model::IssuedPaper>().key,
         {.fill = givePaperNumber, .fixed = keys({"made_on", "number", "sha256"})}},
        {model::kindOf<model::IssuedPaperStep>().key,
         {.beforeInsert = checkPaperStep, .fixed = keys({"kind", "on", "issued_paper"})}},
        {model::kindOf<model::ArchivePiece>().key,
         {.fill = giveArchiveNumber, .fixed = keys({"year", "retention", "number"})}},
        {model::kindOf<model::OutsideFile>().key, {.fill = readOutside}},
        {model::kindOf<model::ComplaintStep>().key,
         {.beforeInsert = checkComplaintStep, .fixed = keys({"kind", "on", "complaint"})}},
        {model::kindOf<model::ApplicationStep>().key,
         {.beforeInsert = checkApplicationStep, .fixed = keys({"kind", "on", "application"})}},
        {model::kindOf<model::ListEntry>().key, {.beforeInsert = checkListEntry, .beforeUpdate = checkListEntryStands}},
        {model::kindOf<model::Commendation>().key,
         {.beforeInsert = checkCommendation, .beforeUpdate = checkCommendationStands, .fill = nameApprovers}},
    };
}

} // namespace

const WriteRules& writeRulesOf(const model::RecordKind& kind)
{
    static const QHash<QString, WriteRules> rules = allRules();
    static const WriteRules none;
    const auto own = rules.constFind(kind.key);
    return own == rules.cend() ? none : *own;
}

bool standsAlone(const model::RecordKind& kind)
{
    const WriteRules& rules = writeRulesOf(kind);
    const bool isPicked = std::any_of(kind.fields.begin(), kind.fields.end(), isClosedList);
    return !rules.beforeInsert && !rules.fill && !rules.afterInsert && !isPicked;
}

Result<QVector<model::DatedChange>> changesOfSubject(storage::Intent& intent, const Uid& subject)
{
    return childrenOf<model::DatedChange>(intent, "subject", subject);
}

} // namespace chengheng::services
