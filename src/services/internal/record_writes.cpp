// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/record_writes.h"

#include "base/json.h"
#include "base/text.h"
#include "model/as_of.h"
#include "services/internal/out_of_use.h"
#include "services/internal/write_rules.h"
#include "services/picks.h"

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

/// Counts a new record, and fills what its rules give.
Result<void> fillGiven(const Writing& writing, model::Record& record)
{
    for (const model::Field& field : record.kind->fields) {
        if (!field.isCounted || model::integerOf(record.value(field.key)) > 0)
            continue;
        const auto highest = writing.intent.highest(*record.kind, field.key);
        if (!highest)
            return fail(highest.error());
        record.set(field.key, *highest + 1);
    }
    const auto fill = writeRulesOf(*record.kind).fill;
    return fill ? fill(writing, record) : Result<void>();
}

/// Steps and scored sheets are facts that others rest on: their words may be corrected, not what they are.
Result<void> checkFixed(const WriteRules& rules, const model::Record& before, const model::Record& after)
{
    for (const QString& key : rules.fixed)
        if (before.value(key) != after.value(key))
            return fail(ErrorKind::Invalid, "fixed",
                        Text::tr("%1的“%2”登记后不能更改；登错了请在撤销后重新登记。")
                            .arg(after.kind->title, after.kind->field(key)->label),
                        key);
    return {};
}

/// The journal keeps a reason as it keeps a text.
Result<void> checkReason(const QString& reason)
{
    if (const QString fault = unsoundText(reason); !fault.isEmpty())
        return fail(ErrorKind::Invalid, "unsound_text", Text::tr("原因里%1。").arg(fault), QStringLiteral("reason"));
    return {};
}

} // namespace

Result<void> checkFaults(const model::Record& record, QDate today)
{
    const QVector<Error> faults = model::faultsOf(record, today);
    if (faults.isEmpty())
        return {};
    Error first = faults.first();
    if (faults.size() > 1)
        first.message += Text::tr("（另有 %1 处错误）").arg(faults.size() - 1);
    return fail(first);
}

Result<void> checkOwnStation(const Workspace& workspace, storage::Intent& intent, const model::Record& record)
{
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

Result<void> checkMayWrite(const Workspace& workspace, storage::Intent& intent, const model::Record& record)
{
    if (auto allowed = checkRight(workspace.actor(), Deed::Write, *record.kind); !allowed)
        return allowed;
    return checkOwnStation(workspace, intent, record);
}

Result<void> checkMayAdd(const Workspace& workspace, storage::Intent& intent, const model::Record& record)
{
    if (auto allowed = checkWrite(workspace.actor(), nullptr, record); !allowed)
        return allowed;
    return checkOwnStation(workspace, intent, record);
}

Result<Uid> insertChecked(const Workspace& workspace, storage::Intent& intent, model::Record record)
{
    const Writing writing{workspace, intent};
    const WriteRules& rules = writeRulesOf(*record.kind);
    if (auto allowed = checkMayAdd(workspace, intent, record); !allowed)
        return fail(allowed.error());
    if (auto sound = checkFaults(record, workspace.clock().today()); !sound)
        return fail(sound.error());
    if (auto picked = checkPicked(workspace, record); !picked)
        return fail(picked.error());
    if (rules.beforeInsert)
        if (auto holds = rules.beforeInsert(writing, record); !holds)
            return fail(holds.error());
    if (auto filled = fillGiven(writing, record); !filled)
        return fail(filled.error());
    auto uid = intent.insert(record);
    if (!uid || !rules.afterInsert)
        return uid;
    if (auto followed = rules.afterInsert(writing, record); !followed)
        return fail(followed.error());
    return uid;
}

Result<Uid> enterChecked(const Workspace& workspace, storage::Intent& intent, model::Record record)
{
    if (const auto rule = writeRulesOf(*record.kind).beforeEntry)
        if (auto holds = rule(record); !holds)
            return fail(holds.error());
    return insertChecked(workspace, intent, std::move(record));
}

Result<void> updateChecked(const Workspace& workspace, storage::Intent& intent, model::Record record)
{
    const Writing writing{workspace, intent};
    const WriteRules& rules = writeRulesOf(*record.kind);
    const auto before = intent.find(*record.kind, record.uid);
    if (!before)
        return fail(before.error());
    if (auto allowed = checkWrite(workspace.actor(), &*before, record); !allowed)
        return allowed;
    if (auto own = checkOwnStation(workspace, intent, *before); !own)
        return own; // not taken from another station
    if (auto own = checkOwnStation(workspace, intent, record); !own)
        return own; // nor given to one
    if (auto kept = checkFixed(rules, *before, record); !kept)
        return kept;
    if (rules.beforeUpdate)
        if (auto holds = rules.beforeUpdate(writing, *before, record); !holds)
            return holds;
    if (auto sound = checkFaults(record, workspace.clock().today()); !sound)
        return sound;
    if (auto picked = checkPicked(workspace, record, &*before); !picked)
        return picked;
    if (auto filled = fillGiven(writing, record); !filled)
        return filled;
    if (auto updated = intent.update(record); !updated)
        return updated;
    return rules.afterChange ? rules.afterChange(writing, record) : Result<void>();
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
        return fail(ErrorKind::Invalid, "reason_required", Text::tr("更正会影响统计数字的内容时，请写明更正原因。"),
                    QStringLiteral("reason"));
    if (auto told = checkReason(reason); !told)
        return told;
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
        return fail(ErrorKind::Invalid, "not_dated", Text::tr("“%1”不按日期变更，请直接修改。").arg(field.label),
                    field.key);
    if (auto fault = model::faultOf(field, value, workspace.clock().today()))
        return fail(*fault);
    if (record.kind->key != model::kindOf<model::Unit>().key || field.key != QLatin1String("station")
        || record.value(field.key) == value)
        return {};
    return checkStation(workspace.actor(), Uid(model::textOf(value))); // an officer does not move a unit to another
}

QString storedText(const model::Value& value)
{
    return QString::fromUtf8(canonicalJson(model::toJson(value)));
}

/// What else is stored of a record whose dated fields changed.
Result<void> followChange(const Workspace& workspace, storage::Intent& intent, const model::Record& record)
{
    const auto follow = writeRulesOf(*record.kind).afterChange;
    return follow ? follow({workspace, intent}, record) : Result<void>();
}

} // namespace

Result<void> writeChanges(const Workspace& workspace, storage::Intent& intent, const model::RecordKind& kind,
                          const Uid& uid, const FieldValues& values, QDate from, const QString& reason,
                          const QString& reportedBy)
{
    if (!from.isValid())
        return fail(ErrorKind::Invalid, "required", Text::tr("请填写变更从哪一天起生效。"), QStringLiteral("from"));
    const auto record = intent.find(kind, uid);
    if (!record)
        return fail(record.error());
    if (auto allowed = checkMayWrite(workspace, intent, *record); !allowed)
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
        change.reportedBy = reportedBy;
        if (auto sound = checkFaults(model::toRecord(change), workspace.clock().today()); !sound)
            return sound;
        if (auto added = intent.insert(model::toRecord(change)); !added)
            return fail(added.error());
    }
    return followChange(workspace, intent, *record);
}

Result<void> writeChangeCorrection(const Workspace& workspace, storage::Intent& intent, const Uid& uid, qint64 version,
                                   QDate from, const model::Value& value, const QString& reason)
{
    if (!from.isValid())
        return fail(ErrorKind::Invalid, "required", Text::tr("请填写变更从哪一天起生效。"), QStringLiteral("from"));
    if (reason.trimmed().isEmpty())
        return fail(ErrorKind::Invalid, "reason_required", Text::tr("更正会影响统计数字的内容时，请写明更正原因。"),
                    QStringLiteral("reason"));
    const auto stored = intent.find(model::kindOf<model::DatedChange>(), uid);
    if (!stored)
        return fail(stored.error());
    auto change = model::fromRecord<model::DatedChange>(*stored);
    const auto record = intent.find(*model::findKind(change.subjectKind), change.subject);
    if (!record)
        return fail(record.error());
    if (auto allowed = checkMayWrite(workspace, intent, *record); !allowed)
        return allowed;
    if (auto shown = checkOutOfUse(intent, *record, {{change.field, value}}, reason); !shown)
        return shown;
    if (auto sound = checkDatedValue(workspace, *record, *record->kind->field(change.field), value); !sound)
        return sound;
    change.version = version;
    change.from = from;
    change.value = storedText(value);
    if (auto sound = checkFaults(model::toRecord(change), workspace.clock().today()); !sound)
        return sound;
    if (auto told = checkReason(reason); !told)
        return told;
    intent.setReason(reason);
    if (auto updated = intent.update(model::toRecord(change)); !updated)
        return updated;
    return followChange(workspace, intent, *record);
}

} // namespace chengheng::services
