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

model::Value word(const char* key)
{
    return QString::fromLatin1(key);
}

/// An action that adds a step to a problem.
Action step(const char* key, const QString& title, model::StepKind kind, QStringList required = {})
{
    return {QString::fromLatin1(key),
            title,
            QStringLiteral("problem"),
            QStringLiteral("problem_step"),
            {{QStringLiteral("kind"), model::keyOf(kind)}},
            {},
            std::move(required)};
}

/// The unit puts right, a head approves; the office enters it.
Action byOthers(Action action)
{
    action.isOthers = true;
    return action;
}

/// An action that takes a paper one step through signing.
Action signing(const char* key, const QString& title, model::PaperStepKind kind, QStringList required = {})
{
    return {QString::fromLatin1(key),
            title,
            QStringLiteral("issued_paper"),
            QStringLiteral("issued_paper_step"),
            {{QStringLiteral("kind"), model::keyOf(kind)}},
            {},
            std::move(required)};
}

/// 登记为问题: what was said becomes a problem, which the record then names.
Action raiseProblem(const char* from, model::ProblemSource source, QVector<QPair<QString, QString>> carried)
{
    Action action{QStringLiteral("raise_problem"),
                  Text::tr("登记为问题"),
                  QString::fromLatin1(from),
                  QStringLiteral("problem"),
                  {{QStringLiteral("source"), model::keyOf(source)}}};
    action.carried = std::move(carried);
    action.backField = QStringLiteral("problem");
    return action;
}

/// What follows from an inspection and names it.
Action fromInspection(const char* key, const QString& title, const char* childKind, FieldValues given,
                      QVector<QPair<QString, QString>> carried)
{
    Action action{QString::fromLatin1(key), title, QStringLiteral("inspection"), QString::fromLatin1(childKind),
                  std::move(given)};
    action.linkField = QStringLiteral("inspection");
    action.carried = std::move(carried);
    return action;
}

/// The child's field that names the record; none where the record names the child.
QString linkFieldOf(const Action& action)
{
    if (!action.backField.isEmpty())
        return {};
    return action.linkField.isEmpty() ? model::findKind(action.childKind)->parentField : action.linkField;
}

/// An action that enters what happens to a complaint.
Action complaintStep(const char* key, const QString& title, model::ComplaintStepKind kind, QStringList required = {})
{
    return {QString::fromLatin1(key),
            title,
            QStringLiteral("complaint"),
            QStringLiteral("complaint_step"),
            {{QStringLiteral("kind"), model::keyOf(kind)}},
            {},
            std::move(required)};
}

/// An action that takes an application one step on its way.
Action applicationStep(const char* key, const QString& title, model::ApplicationStepKind kind,
                       QStringList required = {})
{
    return {QString::fromLatin1(key),
            title,
            QStringLiteral("application"),
            QStringLiteral("application_step"),
            {{QStringLiteral("kind"), model::keyOf(kind)}},
            {},
            std::move(required)};
}

/// 立案 from what brought a case up: its link and its words go over.
Action fileCase(const char* from, model::CaseSource source, QVector<QPair<QString, QString>> carried)
{
    Action action{QStringLiteral("file_case"),
                  Text::tr("立案"),
                  QString::fromLatin1(from),
                  QStringLiteral("enforcement_case"),
                  {{QStringLiteral("source"), model::keyOf(source)}},
                  {}};
    action.linkField = QString::fromLatin1(from);
    action.carried = std::move(carried);
    return action;
}

/// 投诉 and 举报 that came together are two records (令121号9).
Action twin(const char* key, const QString& title, model::ComplaintKind kind)
{
    Action action{QString::fromLatin1(key),
                  title,
                  QStringLiteral("complaint"),
                  QStringLiteral("complaint"),
                  {{QStringLiteral("kind"), model::keyOf(kind)}},
                  {}};
    action.linkField = QStringLiteral("twin");
    for (const char* same : {"received_on", "receiver", "channel", "person", "phone", "address", "unit", "respondent",
                             "respondent_contact", "respondent_phone", "respondent_address", "instrument", "subject",
                             "facts", "deadline", "handed_on", "handler"})
        action.carried.append({QString::fromLatin1(same), QString::fromLatin1(same)});
    return action;
}

/// An action that changes one field from a day on.
Action change(const char* key, const QString& title, const char* kind, const char* field, const char* value)
{
    return {
        QString::fromLatin1(key), title, QString::fromLatin1(kind), {}, {{QString::fromLatin1(field), word(value)}}};
}

/// An action that fills in fields of the record, each once.
Action fill(const char* key, const QString& title, const char* kind, QStringList fields, QStringList also = {},
            FieldValues given = {})
{
    Action action{QString::fromLatin1(key), title, QString::fromLatin1(kind)};
    action.given = std::move(given);
    action.filled = std::move(fields);
    action.alsoFilled = std::move(also);
    return action;
}

/// An action of whom a field is reserved to: the day of his approval.
Action approve(const char* key, const QString& title, const char* kind, const char* field)
{
    return fill(key, title, kind, {QString::fromLatin1(field)});
}

/// 停用, 封存, 报废.
Action outOfUse(const char* key, const QString& title, const char* status)
{
    Action action = change(key, title, "instrument", "status", status);
    action.needsPhotograph = true;
    return action;
}

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

namespace {

/// What people do that is more than entering a record.
QVector<Action> ownActions()
{
    using model::StepKind;
    return {
        {QStringLiteral("replace"),
         Text::tr("自然替补"),
         QStringLiteral("seat"),
         QStringLiteral("seat_holder"),
         {},
         {},
         {QStringLiteral("from")}},
        {QStringLiteral("commit"), Text::tr("登记承诺书"), QStringLiteral("unit"), QStringLiteral("commitment")},
        {QStringLiteral("alias"), Text::tr("添加别名"), QStringLiteral("unit"), QStringLiteral("unit_alias")},
        change("withdraw", Text::tr("退出参建"), "unit", "participation", "withdrawn"),
        change("join", Text::tr("参加创建"), "unit", "participation", "participating"),
        change("reject", Text::tr("不予入选"), "unit", "participation", "rejected"),
        {QStringLiteral("self_check_request"), Text::tr("通知自查"), QStringLiteral("unit"),
         QStringLiteral("self_check_request")},
        {QStringLiteral("service_visit"), Text::tr("安排上门检定"), QStringLiteral("unit"),
         QStringLiteral("service_visit")},
        fromInspection("draft_notice", Text::tr("起草整改通知"), "rectification_notice", {},
                       {{QStringLiteral("unit"), QStringLiteral("unit")}}),
        fromInspection(
            "give_opinion", Text::tr("登记意见"), "problem",
            {{QStringLiteral("source"), model::keyOf(model::ProblemSource::Opinion)}},
            {{QStringLiteral("unit"), QStringLiteral("unit")}, {QStringLiteral("found_on"), QStringLiteral("on")}}),
        raiseProblem("acceptance_opinion", model::ProblemSource::Opinion,
                     {{QStringLiteral("unit"), QStringLiteral("unit")},
                      {QStringLiteral("description"), QStringLiteral("content")}}),
        {QStringLiteral("verify"), Text::tr("登记检定"), QStringLiteral("instrument"), QStringLiteral("verification")},
        outOfUse("stop", Text::tr("停用"), "stopped"),
        outOfUse("seal", Text::tr("封存"), "sealed"),
        outOfUse("scrap", Text::tr("报废"), "scrapped"),
        change("resume", Text::tr("恢复使用"), "instrument", "status", "in_use"),
        step("advise", Text::tr("提出整改建议"), StepKind::Advised),
        step("order", Text::tr("责令改正"), StepKind::Ordered),
        step("extend", Text::tr("延长期限"), StepKind::Extended, {QStringLiteral("new_due_on")}),
        byOthers(step("rectify", Text::tr("登记整改"), StepKind::Rectified, {QStringLiteral("evidence")})),
        step("recheck_pass", Text::tr("复查通过"), StepKind::RecheckPassed),
        step("recheck_fail", Text::tr("复查未通过"), StepKind::RecheckFailed, {QStringLiteral("remarks")}),
        step("close", Text::tr("销号"), StepKind::Closed),
        step("reopen", Text::tr("重新打开"), StepKind::Reopened, {QStringLiteral("remarks")}),
        approve("approve_town", Text::tr("镇政府批准"), "list_entry", "town_approved_on"),
        approve("approve_bureau", Text::tr("区局批准"), "list_entry", "bureau_approved_on"),
        approve("approve_first", Text::tr("第一位领导批准"), "commendation", "first_approval"),
        approve("approve_second", Text::tr("第二位领导批准"), "commendation", "second_approval"),
        fill("hand_over", Text::tr("移交监管所"), "complaint", {QStringLiteral("handed_on")}),
        fill("accept", Text::tr("受理"), "complaint", {QStringLiteral("accepted_on")}),
        fill("refuse", Text::tr("不予受理"), "complaint", {QStringLiteral("refused_on")},
             {QStringLiteral("refusal_item"), QStringLiteral("refusal_ground")}),
        fill("mediate", Text::tr("调解成功"), "complaint", {QStringLiteral("ended_on")}, {},
             {{QStringLiteral("outcome"), model::keyOf(model::ComplaintOutcome::Settled)}}),
        fill("end", Text::tr("终止调解"), "complaint",
             {QStringLiteral("ended_on"), QStringLiteral("end_ground"), QStringLiteral("outcome")}),
        fill("answer", Text::tr("登记答复"), "complaint", {QStringLiteral("answered_on"), QStringLiteral("answer")},
             {QStringLiteral("outcome")}),
        raiseProblem("complaint", model::ProblemSource::Complaint,
                     {{QStringLiteral("unit"), QStringLiteral("unit")},
                      {QStringLiteral("instrument"), QStringLiteral("instrument")},
                      {QStringLiteral("description"), QStringLiteral("subject")}}),
        twin("twin_report", Text::tr("另登举报"), model::ComplaintKind::Report),
        twin("twin_complaint", Text::tr("另登投诉"), model::ComplaintKind::Complaint),
        complaintStep("testing_begun", Text::tr("送鉴定检测"), model::ComplaintStepKind::TestingBegun),
        complaintStep("testing_ended", Text::tr("检测结束"), model::ComplaintStepKind::TestingEnded),
        complaintStep("clue_found", Text::tr("发现违法线索"), model::ComplaintStepKind::ClueFound,
                      {QStringLiteral("content")}),
        byOthers(complaintStep("check_extended", Text::tr("延长核查"), model::ComplaintStepKind::CheckExtended,
                               {QStringLiteral("persons")})),
        complaintStep("filing_decided", Text::tr("决定是否立案"), model::ComplaintStepKind::FilingDecided,
                      {QStringLiteral("content")}),
        complaintStep("reported_again", Text::tr("再次举报"), model::ComplaintStepKind::ReportedAgain,
                      {QStringLiteral("content")}),
        complaintStep("termination_told", Text::tr("告知终止调解"), model::ComplaintStepKind::TerminationTold),
        complaintStep("reporter_told", Text::tr("告知举报人"), model::ComplaintStepKind::ReporterTold),
        fileCase("complaint", model::CaseSource::Complaint,
                 {{QStringLiteral("unit"), QStringLiteral("unit")},
                  {QStringLiteral("party"), QStringLiteral("respondent")},
                  {QStringLiteral("instrument"), QStringLiteral("instrument")},
                  {QStringLiteral("problem"), QStringLiteral("problem")},
                  {QStringLiteral("facts"), QStringLiteral("subject")}}),
        fileCase("problem", model::CaseSource::Inspection,
                 {{QStringLiteral("unit"), QStringLiteral("unit")},
                  {QStringLiteral("instrument"), QStringLiteral("instrument")},
                  {QStringLiteral("facts"), QStringLiteral("description")}}),
        fileCase("inspection", model::CaseSource::Inspection, {{QStringLiteral("unit"), QStringLiteral("unit")}}),
        fileCase(
            "supervisor_report", model::CaseSource::Supervisor,
            {{QStringLiteral("unit"), QStringLiteral("unit")}, {QStringLiteral("facts"), QStringLiteral("content")}}),
        applicationStep("seal", Text::tr("镇政府盖章"), model::ApplicationStepKind::Sealed),
        applicationStep("co_sign", Text::tr("区局会签"), model::ApplicationStepKind::CoSigned),
        applicationStep("submit", Text::tr("报送市局"), model::ApplicationStepKind::Submitted),
        applicationStep("return", Text::tr("退回修改"), model::ApplicationStepKind::Returned,
                        {QStringLiteral("opinion")}),
        applicationStep("revise", Text::tr("登记修改"), model::ApplicationStepKind::Revised),
        applicationStep("answer", Text::tr("登记答复"), model::ApplicationStepKind::Accepted),
        signing("printed", Text::tr("已打印"), model::PaperStepKind::Printed),
        signing("sent", Text::tr("送签"), model::PaperStepKind::Sent),
        signing("sealed", Text::tr("已盖章"), model::PaperStepKind::Sealed),
        signing("scanned", Text::tr("已扫描"), model::PaperStepKind::Scanned),
        signing("returned", Text::tr("被退回"), model::PaperStepKind::Returned, {QStringLiteral("reason")}),
        signing("voided", Text::tr("作废"), model::PaperStepKind::Voided, {QStringLiteral("reason")}),
    };
}

/// A record with a document (the answers of a sheet) has an editor of its own.
bool isFilledInByForm(const model::RecordKind& kind)
{
    return std::none_of(kind.fields.begin(), kind.fields.end(),
                        [](const model::Field& field) { return field.type == model::FieldType::Document; });
}

/// Where no action adds a kind that belongs to another, entering it there is the action.
QVector<Action> withPlainActions(QVector<Action> actions)
{
    for (const model::RecordKind* child : model::allKinds()) {
        const model::Field* parent = child->field(child->parentField);
        const bool isAdded = std::any_of(actions.begin(), actions.end(), [&](const Action& action) {
            return action.childKind == child->key && action.linkField.isEmpty() && action.backField.isEmpty();
        });
        if (!parent || isAdded || child->isInternal || !isFilledInByForm(*child))
            continue;
        Action action{child->key, Text::tr("登记%1").arg(child->title), parent->refers, child->key};
        action.isPlain = true;
        actions.append(action);
    }
    return actions;
}

} // namespace

const QVector<Action>& allActions()
{
    static const QVector<Action> actions = withPlainActions(ownActions());
    return actions;
}

QVector<Action> actionsOf(const model::RecordKind& kind)
{
    QVector<Action> own;
    for (const Action& action : allActions())
        if (action.kind == kind.key)
            own.append(action);
    return own;
}

const Action* findAction(const model::RecordKind& kind, const QString& key)
{
    for (const Action& action : allActions())
        if (action.kind == kind.key && action.key == key)
            return &action;
    return nullptr;
}

namespace {

/// Said by an action of its own, when the record is there.
bool isApproval(const model::Field& field)
{
    return std::any_of(field.reserved.begin(), field.reserved.end(),
                       [](const model::Reservation& reservation) { return reservation.word.isEmpty(); });
}

} // namespace

QVector<model::Field> inputsOf(const Action& action)
{
    QVector<model::Field> inputs;
    for (const QString& key : action.filled + action.alsoFilled) {
        inputs << *model::findKind(action.kind)->field(key);
        inputs.last().isRequired = action.filled.contains(key);
    }
    if (!inputs.isEmpty())
        return inputs;
    if (action.childKind.isEmpty()) {
        const model::RecordKind& changes = model::kindOf<model::DatedChange>();
        inputs << *changes.field(QStringLiteral("from")) << *changes.field(QStringLiteral("reason"));
        inputs.last().isRequired = true;
        inputs << *changes.field(QStringLiteral("reported_by"));
        return inputs;
    }
    const model::RecordKind& child = *model::findKind(action.childKind);
    for (const model::Field& field : child.fields) {
        if (field.key == linkFieldOf(action) || action.given.contains(field.key) || field.isDerived
            || isApproval(field))
            continue;
        inputs << field;
        inputs.last().isRequired = field.isRequired || action.requiredInputs.contains(field.key);
    }
    return inputs;
}

FieldValues presetsOf(const Action& action, const FillingIn& now, const model::Record* record)
{
    FieldValues presets;
    for (const model::Field& field : inputsOf(action))
        if (!action.isOthers || field.begins != model::Begins::Signed)
            presets.insert(field.key, beginningOf(field, now));
    for (const auto& [to, from] : action.carried)
        if (const model::Value value = record ? record->value(from) : model::Value(); !model::isEmpty(value))
            presets.insert(to, value);
    presets.removeIf([](const auto& preset) { return model::isEmpty(preset.value()); });
    return presets;
}

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
