// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/record_writes.h"

#include "base/json.h"
#include "base/text.h"
#include "model/as_of.h"
#include "model/closing_records.h"
#include "model/office_records.h"
#include "model/outside_records.h"
#include "model/paper_records.h"
#include "rules/paper_standing.h"
#include "rules/problem_state.h"
#include "rules/supervisor_problems.h"
#include "rules/verification.h"
#include "services/internal/given_values.h"
#include "services/internal/sign_in.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RecordWrites)
};

/// The unit a record belongs to, through its parents; null for what belongs to no unit.
Result<Uid> unitOf(storage::Intent& intent, const model::Record& record)
{
    if (record.kind->key == QLatin1String("unit"))
        return record.uid;
    const model::Field* parent = record.kind->field(record.kind->parentField);
    if (!parent)
        return Uid();
    Uid parentUid(model::textOf(record.value(parent->key)));
    if (parent->refers == QLatin1String("unit") || parentUid.isNull())
        return parentUid;
    const auto parentRecord = intent.find(*model::findKind(parent->refers), parentUid);
    if (!parentRecord)
        return fail(parentRecord.error());
    return unitOf(intent, *parentRecord);
}

/// A verification's end rests on the instrument's legal kind and cycle on the day it was verified.
Result<void> deriveEffectiveEnd(storage::Intent& intent, model::Record& record)
{
    auto verification = model::fromRecord<model::Verification>(record);
    const auto instrument = intent.find(model::kindOf<model::Instrument>(), verification.instrument);
    if (!instrument)
        return fail(instrument.error());
    const auto changes = changesOfSubject(intent, verification.instrument);
    if (!changes)
        return fail(changes.error());
    const auto then = model::fromRecord<model::Instrument>(
        model::asOf(*instrument, *changes, verification.verifiedOn));
    const QDate end = rules::effectiveEnd(verification, then.legalKind, then.cycleMonths);
    record.set(QStringLiteral("effective_end"), end.isValid() ? model::Value(end) : model::Value());
    return {};
}

Result<void> fillGiven(storage::Intent& intent, model::Record& record)
{
    if (record.kind->key == QLatin1String("verification"))
        return deriveEffectiveEnd(intent, record);
    if (record.kind->key == model::kindOf<model::OutsideFile>().key && model::isEmpty(record.value(QStringLiteral("sha256"))))
        readOutside(record);
    if (record.kind->key == model::kindOf<model::Account>().key && record.version == 0)
        record.set(QStringLiteral("password_state"), {}); // passwords.h gives them
    return giveNumbers(intent, record);
}

/// When an instrument's cycle or legal kind is corrected, the ends that rest on it move with it.
Result<void> rederiveVerifications(storage::Intent& intent, const Uid& instrument)
{
    const auto rows = intent.list(model::kindOf<model::Verification>(),
                                  {.where = {{QStringLiteral("instrument"), instrument.toString()}}});
    if (!rows)
        return fail(rows.error());
    for (model::Record row : *rows) {
        const model::Value before = row.value(QStringLiteral("effective_end"));
        if (auto derived = deriveEffectiveEnd(intent, row); !derived)
            return derived;
        if (row.value(QStringLiteral("effective_end")) == before)
            continue;
        if (auto updated = intent.update(row); !updated)
            return updated;
    }
    return {};
}

/// What a step of a problem asks of the actor; everything else is plain writing.
Deed deedOf(const model::Record& record)
{
    if (record.kind->key != model::kindOf<model::ProblemStep>().key)
        return Deed::Write;
    switch (model::fromRecord<model::ProblemStep>(record).kind) {
    case model::StepKind::Ordered:
        return Deed::Order;
    case model::StepKind::Extended:
        return Deed::Approve;
    default:
        return Deed::Write;
    }
}

template <class R>
Result<QVector<R>> childrenOf(storage::Intent& intent, const char* parentField, const QString& parent)
{
    const auto rows = intent.list(model::kindOf<R>(), {.where = {{QString::fromLatin1(parentField), parent}}});
    if (!rows)
        return fail(rows.error());
    QVector<R> typed;
    for (const model::Record& row : *rows)
        typed.append(model::fromRecord<R>(row));
    return typed;
}

/// A step must be one the problem's state allows, whichever way it is entered.
Result<void> checkStep(storage::Intent& intent, const model::Record& record)
{
    const auto step = model::fromRecord<model::ProblemStep>(record);
    const auto problem = intent.find(model::kindOf<model::Problem>(), step.problem);
    if (!problem)
        return fail(problem.error());
    const auto steps = childrenOf<model::ProblemStep>(intent, "problem", step.problem.toString());
    if (!steps)
        return fail(steps.error());
    return rules::mayTakeStep(model::fromRecord<model::Problem>(*problem), *steps, step);
}

/// The same of a paper's way through signing.
Result<void> checkPaperStep(storage::Intent& intent, const model::Record& record)
{
    const auto step = model::fromRecord<model::IssuedPaperStep>(record);
    const auto paper = intent.find(model::kindOf<model::IssuedPaper>(), step.issuedPaper);
    if (!paper)
        return fail(paper.error());
    const auto steps = childrenOf<model::IssuedPaperStep>(intent, "issued_paper", step.issuedPaper.toString());
    if (!steps)
        return fail(steps.error());
    return rules::mayTakePaperStep(model::fromRecord<model::IssuedPaper>(*paper), *steps, step);
}

/// The first account on a server is that of the administrator who enters it: else nobody could come in again.
Result<void> checkFirstAccount(const Workspace& workspace, storage::Intent& intent, const model::Record& record)
{
    const auto login = workspace.data().database->login();
    const auto others = intent.count(*record.kind);
    if (!login || !others)
        return fail(login ? others.error() : login.error());
    const auto account = model::fromRecord<model::Account>(record);
    if (login->isEmpty() || *others > 0
        || (account.login == *login && account.role == Role::Administrator && account.from <= workspace.clock().today()
            && !account.to.isValid()))
        return {};
    return fail(ErrorKind::Invalid, "first_account",
                Text::tr("第一个账号须是管理员本人：登录名“%1”，角色“管理员”，即日启用。").arg(*login), QStringLiteral("login"));
}

/// What must hold before a new record of some kinds comes in.
Result<void> guardInsert(const Workspace& workspace, storage::Intent& intent, const model::Record& record)
{
    if (record.kind->key == model::kindOf<model::Account>().key)
        return checkFirstAccount(workspace, intent, record);
    if (record.kind->key == model::kindOf<model::Campaign>().key)
        return fail(ErrorKind::Invalid, "single_record",
                    Text::tr("一个文件只登记一个创建活动；要办新一轮，请另建一个创建活动。"));
    if (record.kind->key == model::kindOf<model::ProblemStep>().key)
        return checkStep(intent, record);
    if (record.kind->key == model::kindOf<model::IssuedPaperStep>().key)
        return checkPaperStep(intent, record);
    return {};
}

/// What a new record of some kinds brings with it, in the same intent.
Result<void> addWhatFollows(const Workspace& workspace, storage::Intent& intent, const model::Record& record)
{
    if (record.kind->key != model::kindOf<model::SupervisorReport>().key)
        return {};
    const auto report = model::fromRecord<model::SupervisorReport>(record);
    auto settings = intent.list(model::kindOf<model::Setting>());
    if (!settings)
        return fail(settings.error());
    model::CampaignFacts facts;
    facts.books.insert(model::kindOf<model::Setting>().key, std::move(*settings));
    facts = model::asOf(std::move(facts), report.receivedOn);
    for (const model::Problem& problem : rules::problemsOf(report, workspace.calendar(), facts))
        if (auto added = intent.insert(model::toRecord(problem)); !added)
            return fail(added.error());
    return {};
}

/// An officer does not move a unit to another station.
Result<void> checkStationStays(const Workspace& workspace, const model::Record& before, const model::Value& station)
{
    if (before.kind->key != model::kindOf<model::Unit>().key || before.value(QStringLiteral("station")) == station)
        return {};
    return checkStation(workspace.actor(), Uid(model::textOf(station)));
}

/// Steps and scored sheets are facts that others rest on: their words may be corrected, not what they are.
Result<void> guardUpdate(const model::Record& before, const model::Record& after)
{
    static const QHash<QString, QStringList> fixed{
        {model::kindOf<model::ProblemStep>().key, {QStringLiteral("kind"), QStringLiteral("on"), QStringLiteral("problem")}},
        {model::kindOf<model::IssuedPaper>().key, {QStringLiteral("made_on"), QStringLiteral("number"), QStringLiteral("sha256")}},
        {model::kindOf<model::ArchivePiece>().key, {QStringLiteral("year"), QStringLiteral("retention"), QStringLiteral("number")}},
        {model::kindOf<model::IssuedPaperStep>().key, {QStringLiteral("kind"), QStringLiteral("on"), QStringLiteral("issued_paper")}},
        {model::kindOf<model::Inspection>().key, {QStringLiteral("sheet"), QStringLiteral("edition"), QStringLiteral("unit")}},
    };
    for (const QString& key : fixed.value(after.kind->key))
        if (before.value(key) != after.value(key))
            return fail(ErrorKind::Invalid, "fixed",
                        Text::tr("%1的“%2”登记后不能更改；登错了请在撤销后重新登记。").arg(after.kind->title, after.kind->field(key)->label),
                        key);
    return {};
}

} // namespace

Result<QVector<model::DatedChange>> changesOfSubject(storage::Intent& intent, const Uid& subject)
{
    const auto rows = intent.list(model::kindOf<model::DatedChange>(),
                                  {.where = {{QStringLiteral("subject"), subject.toString()}}});
    if (!rows)
        return fail(rows.error());
    QVector<model::DatedChange> changes;
    for (const model::Record& row : *rows)
        changes.append(model::fromRecord<model::DatedChange>(row));
    return changes;
}

Result<void> checkFaults(const model::Record& record)
{
    const QVector<Error> faults = model::faultsOf(record);
    if (faults.isEmpty())
        return {};
    Error first = faults.first();
    if (faults.size() > 1)
        first.message += Text::tr("（另有 %1 处错误）").arg(faults.size() - 1);
    return fail(first);
}

Result<void> checkMayWrite(const Workspace& workspace, storage::Intent& intent, Deed deed,
                           const model::Record& record)
{
    if (auto allowed = checkRight(workspace.actor(), deed, *record.kind); !allowed)
        return allowed;
    if (workspace.actor().role != Role::Officer)
        return {};
    const auto unit = unitOf(intent, record);
    if (!unit)
        return fail(unit.error());
    if (unit->isNull())
        return {};
    const bool isNewUnit = record.kind->key == QLatin1String("unit") && record.version == 0;
    if (isNewUnit)
        return checkStation(workspace.actor(), Uid(model::textOf(record.value(QStringLiteral("station")))));
    const auto unitRecord = intent.find(model::kindOf<model::Unit>(), *unit);
    if (!unitRecord)
        return fail(unitRecord.error());
    const auto changes = changesOfSubject(intent, *unit);
    if (!changes)
        return fail(changes.error());
    const model::Record now = model::asOf(*unitRecord, *changes, workspace.clock().today());
    return checkStation(workspace.actor(), Uid(model::textOf(now.value(QStringLiteral("station")))));
}

bool standsAlone(const model::RecordKind& kind)
{
    static const QSet<QString> leaning{
        model::kindOf<model::Account>().key,         model::kindOf<model::ProblemStep>().key,
        model::kindOf<model::IssuedPaper>().key,     model::kindOf<model::IssuedPaperStep>().key,
        model::kindOf<model::SupervisorReport>().key, model::kindOf<model::Verification>().key,
        model::kindOf<model::ArchivePiece>().key,    model::kindOf<model::OutsideFile>().key,
    };
    return !leaning.contains(kind.key);
}

Result<Uid> insertChecked(const Workspace& workspace, storage::Intent& intent, model::Record record)
{
    if (auto allowed = checkMayWrite(workspace, intent, deedOf(record), record); !allowed)
        return fail(allowed.error());
    if (auto sound = checkFaults(record); !sound)
        return fail(sound.error());
    if (auto guarded = guardInsert(workspace, intent, record); !guarded)
        return fail(guarded.error());
    if (auto filled = fillGiven(intent, record); !filled)
        return fail(filled.error());
    auto uid = intent.insert(record);
    if (!uid)
        return uid;
    if (auto followed = addWhatFollows(workspace, intent, record); !followed)
        return fail(followed.error());
    return uid;
}

Result<void> updateChecked(const Workspace& workspace, storage::Intent& intent, model::Record record)
{
    const auto before = intent.find(*record.kind, record.uid);
    if (!before)
        return fail(before.error());
    if (auto allowed = checkMayWrite(workspace, intent, deedOf(*before), *before); !allowed)
        return allowed; // not taken from another station
    if (auto allowed = checkMayWrite(workspace, intent, deedOf(record), record); !allowed)
        return allowed; // nor given to one
    if (auto kept = checkStationStays(workspace, *before, record.value(QStringLiteral("station"))); !kept)
        return kept;
    if (auto guarded = guardUpdate(*before, record); !guarded)
        return guarded;
    if (auto sound = checkFaults(record); !sound)
        return sound;
    if (auto filled = fillGiven(intent, record); !filled)
        return filled;
    if (auto updated = intent.update(record); !updated)
        return updated;
    if (record.kind->key == QLatin1String("instrument"))
        return rederiveVerifications(intent, record.uid);
    if (record.kind->key == model::kindOf<model::Account>().key)
        return checkAdministratorStays(intent, workspace.clock().today());
    return {};
}

Result<void> writeCorrection(const Workspace& workspace, storage::Intent& intent, const model::RecordKind& kind,
                             const Uid& uid, qint64 version, const FieldValues& values, const QString& reason)
{
    auto record = intent.find(kind, uid);
    if (!record)
        return fail(record.error());
    bool movesFigure = false;
    for (auto it = values.begin(); it != values.end(); ++it) {
        movesFigure = movesFigure || (kind.field(it.key())->isDated && record->value(it.key()) != it.value());
        record->set(it.key(), it.value());
    }
    if (movesFigure && reason.trimmed().isEmpty())
        return fail(ErrorKind::Invalid, "reason_required",
                    Text::tr("更正会影响统计数字的内容时，请写明更正原因。"), QStringLiteral("reason"));
    record->version = version;
    intent.setReason(reason);
    return updateChecked(workspace, intent, *record);
}

namespace {

/// A value that a dated field may take from a day on.
Result<void> checkDatedValue(const Workspace& workspace, const model::Record& record, const model::Field& field,
                             const model::Value& value)
{
    if (!field.isDated)
        return fail(ErrorKind::Invalid, "not_dated",
                    Text::tr("“%1”不按日期变更，请直接修改。").arg(field.label), field.key);
    if (auto fault = model::faultOf(field, value))
        return fail(*fault);
    return field.key == QLatin1String("station") ? checkStationStays(workspace, record, value) : Result<void>();
}

QString storedText(const model::Value& value)
{
    return QString::fromUtf8(canonicalJson(model::toJson(value)));
}

/// An instrument leaves use for a reason, and a photograph shows it: seal, place or plate.
Result<void> checkOutOfUse(storage::Intent& intent, const model::Record& record, const FieldValues& values,
                           const QString& reason)
{
    const QString status = model::textOf(values.value(QStringLiteral("status")));
    if (record.kind->key != model::kindOf<model::Instrument>().key || status.isEmpty()
        || status == model::keyOf(model::InstrumentStatus::InUse))
        return {};
    if (reason.trimmed().isEmpty())
        return fail(ErrorKind::Invalid, "required", Text::tr("器具停用、封存、报废要写明原因。"), QStringLiteral("reason"));
    const auto files = intent.list(model::kindOf<model::Attachment>(),
                                   {.where = {{QStringLiteral("subject"), record.uid.toString()}}});
    if (!files)
        return fail(files.error());
    const bool isShown = std::any_of(files->begin(), files->end(), [](const model::Record& file) {
        return model::textOf(file.value(QStringLiteral("media_type"))).startsWith(QLatin1String("image/"));
    });
    if (isShown)
        return {};
    return fail(ErrorKind::Invalid, "photograph_required",
                Text::tr("器具停用、封存、报废要有现场照片（封签、铭牌或原位置），请附上照片再登记。"), QStringLiteral("status"));
}

/// What else is stored of a record whose dated fields changed.
Result<void> rederive(storage::Intent& intent, const model::Record& record)
{
    return record.kind->key == model::kindOf<model::Instrument>().key ? rederiveVerifications(intent, record.uid)
                                                                      : Result<void>();
}

} // namespace

Result<void> writeChanges(const Workspace& workspace, storage::Intent& intent, const model::RecordKind& kind,
                          const Uid& uid, const FieldValues& values, QDate from, const QString& reason)
{
    if (!from.isValid())
        return fail(ErrorKind::Invalid, "required", Text::tr("请填写变更从哪一天起生效。"), QStringLiteral("from"));
    const auto record = intent.find(kind, uid);
    if (!record)
        return fail(record.error());
    if (auto allowed = checkMayWrite(workspace, intent, Deed::Write, *record); !allowed)
        return allowed;
    if (auto shown = checkOutOfUse(intent, *record, values, reason); !shown)
        return shown;
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (auto sound = checkDatedValue(workspace, *record, *kind.field(it.key()), it.value()); !sound)
            return sound;
        model::DatedChange change;
        change.subjectKind = kind.key;
        change.subject = uid;
        change.field = it.key();
        change.from = from;
        change.value = storedText(it.value());
        change.reason = reason;
        if (auto added = intent.insert(model::toRecord(change)); !added)
            return fail(added.error());
    }
    return rederive(intent, *record);
}

Result<void> writeChangeCorrection(const Workspace& workspace, storage::Intent& intent, const Uid& uid, qint64 version,
                                   QDate from, const model::Value& value, const QString& reason)
{
    if (!from.isValid())
        return fail(ErrorKind::Invalid, "required", Text::tr("请填写变更从哪一天起生效。"), QStringLiteral("from"));
    if (reason.trimmed().isEmpty())
        return fail(ErrorKind::Invalid, "reason_required",
                    Text::tr("更正会影响统计数字的内容时，请写明更正原因。"), QStringLiteral("reason"));
    const auto stored = intent.find(model::kindOf<model::DatedChange>(), uid);
    if (!stored)
        return fail(stored.error());
    auto change = model::fromRecord<model::DatedChange>(*stored);
    const auto record = intent.find(*model::findKind(change.subjectKind), change.subject);
    if (!record)
        return fail(record.error());
    if (auto allowed = checkMayWrite(workspace, intent, Deed::Write, *record); !allowed)
        return allowed;
    if (auto sound = checkDatedValue(workspace, *record, *record->kind->field(change.field), value); !sound)
        return sound;
    change.version = version;
    change.from = from;
    change.value = storedText(value);
    intent.setReason(reason);
    if (auto updated = intent.update(model::toRecord(change)); !updated)
        return updated;
    return rederive(intent, *record);
}

} // namespace chengheng::services
