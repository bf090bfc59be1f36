// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/actions.h"

#include "base/dates.h"
#include "base/json.h"
#include "model/application_records.h"
#include "model/as_of.h"
#include "model/complaint_records.h"
#include "rules/problem_state.h"
#include "services/internal/attaching.h"
#include "services/internal/record_writes.h"
#include "services/internal/run_writing.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

/// What the action itself asks for, before the record's own rules do: a change always says why.
bool isInsistedOn(const Action& action, const model::Field& field)
{
    if (!action.filled.isEmpty())
        return action.filled.contains(field.key);
    return action.childKind.isEmpty() ? field.key == QLatin1String("reason")
                                      : action.requiredInputs.contains(field.key);
}

Result<void> needInputs(const Action& action, const FieldValues& inputs)
{
    for (const model::Field& field : inputsOf(action))
        if (isInsistedOn(action, field) && model::isEmpty(inputs.value(field.key)))
            return fail(ErrorKind::Invalid, "required", Text::tr("“%1”需要填写%2。").arg(action.title, field.label),
                        field.key);
    return {};
}

Result<void> checkKnownInputs(const Action& action, const FieldValues& inputs)
{
    const QVector<model::Field> fields = inputsOf(action);
    for (auto it = inputs.begin(); it != inputs.end(); ++it) {
        const bool isKnown =
            std::any_of(fields.begin(), fields.end(), [&](const model::Field& field) { return field.key == it.key(); });
        if (!isKnown)
            return fail(ErrorKind::Invalid, "unknown_field",
                        Text::tr("“%1”没有名为“%2”的内容。").arg(action.title, it.key()), it.key());
    }
    return {};
}

template <class R>
Result<QVector<R>> childrenOf(storage::Intent& intent, const char* parentField, const Uid& parent)
{
    const auto rows =
        intent.list(model::kindOf<R>(), {.where = {{QString::fromLatin1(parentField), parent.toString()}}});
    if (!rows)
        return fail(rows.error());
    QVector<R> typed;
    for (const model::Record& row : *rows)
        typed.append(model::fromRecord<R>(row));
    return typed;
}

/// Natural replacement (notice: 由其所在单位接任领导自然替补): who sits there leaves the day before.
Result<void> endCurrentHolder(const Workspace& workspace, storage::Intent& intent, const Uid& seat, QDate from)
{
    if (!from.isValid())
        return fail(ErrorKind::Invalid, "required", Text::tr("请填写接任日期。"), QStringLiteral("from"));
    const auto holders = childrenOf<model::SeatHolder>(intent, "seat", seat);
    if (!holders)
        return fail(holders.error());
    for (model::SeatHolder holder : *holders) {
        if (holder.to.isValid())
            continue;
        if (holder.from.isValid() && holder.from >= from)
            return fail(ErrorKind::Invalid, "ends_before_it_begins",
                        Text::tr("现任%1自%2任职，接任日期应晚于这一天。").arg(holder.person, paperDate(holder.from)),
                        QStringLiteral("from"));
        holder.to = from.addDays(-1);
        if (auto updated = updateChecked(workspace, intent, model::toRecord(holder)); !updated)
            return updated;
    }
    return {};
}

/// The other one of two that came together is of the other kind.
Result<void> checkTwin(const model::Record& complaint, const model::Record& other)
{
    const QString kind = QStringLiteral("kind");
    if (complaint.value(kind) != other.value(kind))
        return {};
    return fail(
        ErrorKind::Invalid, "same_kind",
        Text::tr("这一件本来就是%1，不用另登。").arg(model::displayText(*other.kind->field(kind), other.value(kind))),
        kind);
}

/// What an action asks for beyond adding its child.
Result<void> beforeChild(const Workspace& workspace, storage::Intent& intent, const Action& action,
                         const model::Record& parent, const model::Record& child)
{
    if (action.childKind == QLatin1String("seat_holder"))
        return endCurrentHolder(workspace, intent, parent.uid, model::dateOf(child.value(QStringLiteral("from"))));
    if (action.linkField == QLatin1String("twin"))
        return checkTwin(parent, child);
    return {};
}

/// Where the record will name the child: it is the actor's to write, and names none yet.
Result<void> checkPointsNowhere(const Workspace& workspace, storage::Intent& intent, const Action& action,
                                const model::Record& record)
{
    if (action.backField.isEmpty())
        return {};
    if (auto allowed = checkMayWrite(workspace, intent, record); !allowed)
        return allowed;
    if (model::isEmpty(record.value(action.backField)))
        return {};
    return fail(ErrorKind::Conflict, "already_there",
                Text::tr("“%1”已经%2过，不必再登记。").arg(record.name(), action.title), action.backField);
}

/// The record now names what came of it.
Result<Uid> pointBack(const Workspace& workspace, storage::Intent& intent, const Action& action, model::Record record,
                      const Uid& child)
{
    record.set(action.backField, child.toString());
    if (auto updated = updateChecked(workspace, intent, std::move(record)); !updated)
        return fail(updated.error());
    return child;
}

Result<Uid> addChild(const Workspace& workspace, storage::Intent& intent, const Action& action, const Uid& parentUid,
                     const FieldValues& inputs)
{
    const model::RecordKind& childKind = *model::findKind(action.childKind);
    const auto parent = intent.find(*model::findKind(action.kind), parentUid);
    if (!parent)
        return fail(parent.error());
    if (auto free = checkPointsNowhere(workspace, intent, action, *parent); !free)
        return fail(free.error());
    model::Record child(childKind);
    for (auto it = inputs.begin(); it != inputs.end(); ++it)
        child.set(it.key(), it.value());
    for (auto it = action.given.begin(); it != action.given.end(); ++it)
        child.set(it.key(), it.value());
    for (const auto& [to, from] : action.carried)
        if (!inputs.contains(to) && !action.given.contains(to))
            child.set(to, parent->value(from));
    if (const QString link = linkFieldOf(action); !link.isEmpty())
        child.set(link, parentUid.toString());
    if (auto allowed = checkMayAdd(workspace, intent, child); !allowed)
        return fail(allowed.error());
    if (auto special = beforeChild(workspace, intent, action, *parent, child); !special)
        return fail(special.error());
    const auto uid = enterChecked(workspace, intent, child);
    return uid && !action.backField.isEmpty() ? pointBack(workspace, intent, action, *parent, *uid) : uid;
}

/// The number that follows: “沪检2024第000123号” → “沪检2024第000124号”.
QString numberAfter(const QString& number)
{
    static const QRegularExpression lastDigits(QStringLiteral("(\\d+)(\\D*)$"));
    const auto match = lastDigits.match(number);
    if (!match.hasMatch())
        return number;
    const QString digits = match.captured(1);
    const QString next = QString::number(digits.toLongLong() + 1).rightJustified(digits.size(), QLatin1Char('0'));
    return number.left(match.capturedStart(1)) + next + match.captured(2);
}

/// What the next record of a batch is given: its numbers counted up.
void numberOn(const model::RecordKind& child, FieldValues& inputs)
{
    for (const model::Field& field : child.fields)
        if (field.isNumberedOn && !model::isEmpty(inputs.value(field.key)))
            inputs[field.key] = numberAfter(model::textOf(inputs.value(field.key)));
}

/// A photograph that is there already is none the worse.
Result<void> attach(storage::Intent& intent, const Action& action, const Uid& uid,
                    const QVector<LoadedFile>& photographs)
{
    if (photographs.isEmpty())
        return {};
    const auto attached = attachNew(intent, {action.kind, uid}, photographs);
    if (!attached && attached.error().code != QLatin1String("attached_already"))
        return fail(attached.error());
    return {};
}

Result<Uid> fillIn(const Workspace& workspace, storage::Intent& intent, const Action& action, const Uid& uid,
                   const FieldValues& inputs)
{
    FieldValues values = action.given;
    values.insert(inputs);
    values.removeIf([](const FieldValues::iterator& value) { return model::isEmpty(*value); });
    auto stored = intent.find(*model::findKind(action.kind), uid);
    if (!stored)
        return fail(stored.error());
    model::Record blank = *stored;
    model::Record filled = *stored;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        blank.set(it.key(), {});
        filled.set(it.key(), it.value());
    }
    if (auto allowed = checkWrite(workspace.actor(), &blank, filled); !allowed)
        return fail(allowed.error());
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const model::Field& field = *stored->kind->field(it.key());
        if (const model::Value was = stored->value(it.key()); !model::isEmpty(was))
            return fail(ErrorKind::Conflict, "filled_in_already",
                        Text::tr("“%1”的%2已经登记为%3，不能重复办理。")
                            .arg(stored->name(), field.label, model::displayText(field, was)),
                        it.key());
    }
    if (auto updated = updateChecked(workspace, intent, std::move(filled)); !updated)
        return fail(updated.error());
    return uid;
}

/// Does an action to one record and gives the record that was written.
Result<Uid> act(const Workspace& workspace, storage::Intent& intent, const Action& action, const Uid& uid,
                const FieldValues& inputs)
{
    if (!action.childKind.isEmpty())
        return addChild(workspace, intent, action, uid, inputs);
    if (!action.filled.isEmpty())
        return fillIn(workspace, intent, action, uid, inputs);
    const auto changed = writeChanges(workspace, intent, *model::findKind(action.kind), uid, action.given,
                                      model::dateOf(inputs.value(QStringLiteral("from"))),
                                      model::textOf(inputs.value(QStringLiteral("reason"))),
                                      model::textOf(inputs.value(QStringLiteral("reported_by"))));
    if (!changed)
        return fail(changed.error());
    return uid;
}

} // namespace

Result<void> checkMayDo(const Actor& actor, const Action& action)
{
    model::Record before(*model::findKind(action.childKind.isEmpty() ? action.kind : action.childKind));
    model::Record after = before;
    for (auto it = action.given.begin(); it != action.given.end(); ++it)
        after.set(it.key(), it.value());
    for (const QString& key : action.filled) // what will be said stands for what may be said
        after.set(key, QStringLiteral("?"));
    return checkWrite(actor, action.childKind.isEmpty() ? &before : nullptr, after);
}

Result<QString> cautionAgainst(const Workspace& workspace, const Action& action, const Uid& uid, QDate day)
{
    const QString kind = model::textOf(action.given.value(QStringLiteral("kind")));
    const bool isClosing = kind == model::keyOf(model::StepKind::Closed);
    const bool leadsThere =
        kind == model::keyOf(model::StepKind::Rectified) || kind == model::keyOf(model::StepKind::RecheckPassed);
    if (action.childKind != model::kindOf<model::ProblemStep>().key || !(isClosing || leadsThere))
        return QString();
    auto facts = workspace.facts();
    if (!facts)
        return fail(facts.error());
    const auto then = model::asOf(*std::move(facts), day);
    const auto problem = std::find_if(then.problems.begin(), then.problems.end(),
                                      [&](const model::Problem& each) { return each.uid == uid; });
    const QString against = problem == then.problems.end() ? QString() : rules::againstClosing(*problem, then, day);
    return against.isEmpty() || isClosing
               ? against
               : Text::tr("%1先在计量器具台账里登记检定（已停用的登记停用），再来销号。").arg(against);
}

Result<Written> doAction(Workspace& workspace, const Action& action, const QVector<Uid>& uids,
                         const FieldValues& inputs, const Uid& intent, const QVector<LoadedFile>& photographs)
{
    if (auto known = checkKnownInputs(action, inputs); !known)
        return fail(known.error());
    if (auto complete = needInputs(action, inputs); !complete)
        return fail(complete.error());
    if (uids.isEmpty())
        return fail(ErrorKind::Invalid, "nothing_chosen", Text::tr("请先选择要“%1”的记录。").arg(action.title));
    const model::RecordKind& written = *model::findKind(action.childKind.isEmpty() ? action.kind : action.childKind);
    FieldValues values = inputs;
    const auto done = runWriting(workspace, action.kind + QLatin1Char('.') + action.key, intent, written,
                                 [&](storage::Intent& open) -> Result<Uid> {
                                     Uid last;
                                     for (const Uid& uid : uids) {
                                         if (auto attached = attach(open, action, uid, photographs); !attached)
                                             return fail(attached.error());
                                         const auto one = act(workspace, open, action, uid, values);
                                         if (!one)
                                             return one;
                                         last = *one;
                                         if (!action.childKind.isEmpty())
                                             numberOn(written, values);
                                     }
                                     return last;
                                 });
    // A dated change leaves the record itself as it is, so that a retry does not find it in its entry.
    return done && done->uid.isNull() ? Written{uids.last(), done->seq} : done;
}

Result<Written> doAction(Workspace& workspace, const Action& action, const Uid& uid, const FieldValues& inputs,
                         const Uid& intent, const QVector<LoadedFile>& photographs)
{
    return doAction(workspace, action, QVector<Uid>{uid}, inputs, intent, photographs);
}

} // namespace chengheng::services
