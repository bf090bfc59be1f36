// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/action_catalogue.h"

#include "model/application_records.h"
#include "model/complaint_records.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ActionCatalogue)
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

QString linkFieldOf(const Action& action)
{
    if (!action.backField.isEmpty())
        return {};
    return action.linkField.isEmpty() ? model::findKind(action.childKind)->parentField : action.linkField;
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
} // namespace chengheng::services
