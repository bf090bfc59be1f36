// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/complaint_records.h"

#include "model/checks.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ComplaintRecords)
};

/// Who complains is known by name and telephone; more is not kept.
QVector<Error> holdsNoIdentityNumber(const Record& record, std::initializer_list<const char*> keys)
{
    QVector<Error> faults;
    for (const char* key : keys)
        if (holdsIdentityNumber(textOf(record.value(QLatin1String(key)))))
            faults.append({ErrorKind::Invalid, QStringLiteral("personal_data"),
                           Text::tr("“%1”里有身份证号，登记簿不留身份证号，请删去。")
                               .arg(record.kind->field(QLatin1String(key))->label),
                           QLatin1String(key)});
    return faults;
}

/// Somebody is complained of; a refusal of a 投诉 names its case (令121号15, 16), that of a 举报 its reason.
QVector<Error> isSound(const Record& complaint)
{
    const bool isReport =
        wordOf<ComplaintKind>(textOf(complaint.value(QStringLiteral("kind")))) == ComplaintKind::Report;
    QVector<Error> faults =
        needOneOf(complaint, {"unit", "respondent"}, Text::tr("请填写被反映单位，或未参建的被反映方。"));
    faults += needWith(complaint, "refused_on", {isReport ? "refusal_ground" : "refusal_item"});
    faults += needWith(complaint, "ended_on", {"accepted_on", "outcome"});
    faults += holdsNoIdentityNumber(complaint, {"subject", "facts", "request", "refusal_ground", "answer"});
    return faults;
}

QVector<Error> isDecidedInOrder(const Record& enforcementCase)
{
    QVector<Error> faults = needOneOf(enforcementCase, {"unit", "party"}, Text::tr("请填写当事人。"));
    faults += needWith(enforcementCase, "decided_on", {"decision"});
    faults += needWith(enforcementCase, "executed_on", {"decided_on"});
    return faults;
}

} // namespace

template <>
const RecordKind& kindOf<Complaint>()
{
    static const RecordKind kind{
        .key = QStringLiteral("complaint"),
        .title = Text::tr("投诉举报"),
        .fields =
            {
                integerField("number", Text::tr("登记号"), &Complaint::number).issued().untabled(),
                choiceField("kind", Text::tr("类别"), &Complaint::kind).required(),
                dateField("received_on", Text::tr("收到日期"), &Complaint::receivedOn).required(),
                choiceField("receiver", Text::tr("收件方"), &Complaint::receiver).required().presumed(),
                choiceField("channel", Text::tr("来源"), &Complaint::channel).required(),
                referenceField("twin", Text::tr("同一来件的另一件"), &Complaint::twin, "complaint").unlisted(),
                textField("person", Text::tr("投诉人、举报人"), &Complaint::person).limit(40).unlisted(),
                textField("phone", Text::tr("联系电话"), &Complaint::phone).limit(40).unlisted(),
                textField("address", Text::tr("联系地址"), &Complaint::address).unlisted(),
                flagField("may_publish", Text::tr("同意公示投诉信息"), &Complaint::mayPublish).unlisted(),
                flagField("may_entrust", Text::tr("同意委托调解"), &Complaint::mayEntrust).unlisted(),
                referenceField("unit", Text::tr("被反映单位"), &Complaint::unit, "unit"),
                textField("respondent", Text::tr("被反映方（未参建）"), &Complaint::respondent).searched(),
                textField("respondent_contact", Text::tr("被反映方联系人"), &Complaint::respondentContact)
                    .limit(40)
                    .unlisted(),
                textField("respondent_phone", Text::tr("被反映方电话"), &Complaint::respondentPhone)
                    .limit(40)
                    .unlisted(),
                textField("respondent_address", Text::tr("被反映方地址"), &Complaint::respondentAddress).unlisted(),
                referenceField("instrument", Text::tr("涉及器具"), &Complaint::instrument, "instrument").unlisted(),
                referenceField("problem", Text::tr("关联问题"), &Complaint::problem, "problem").unlisted(),
                textField("subject", Text::tr("事由"), &Complaint::subject).required().searched(),
                longTextField("facts", Text::tr("事实依据"), &Complaint::facts),
                textField("request", Text::tr("诉求"), &Complaint::request),
                dateField("deadline", Text::tr("工单限期"), &Complaint::deadline).ahead(),
                dateField("handed_on", Text::tr("移交监管所日期"), &Complaint::handedOn).since(),
                dateField("accepted_on", Text::tr("受理日期"), &Complaint::acceptedOn)
                    .onlyBy(Authority::Station)
                    .since(),
                dateField("refused_on", Text::tr("不予受理日期"), &Complaint::refusedOn)
                    .onlyBy(Authority::Station)
                    .since(),
                choiceField("refusal_item", Text::tr("不予受理情形"), &Complaint::refusalItem)
                    .since("refused_on")
                    .unlisted(),
                textField("refusal_ground", Text::tr("不予受理理由"), &Complaint::refusalGround)
                    .since("refused_on")
                    .unlisted(),
                dateField("ended_on", Text::tr("调解终结日期"), &Complaint::endedOn).onlyBy(Authority::Station).since(),
                choiceField("end_ground", Text::tr("终止调解情形"), &Complaint::endGround).since("ended_on").unlisted(),
                choiceField("outcome", Text::tr("结果"), &Complaint::outcome).since("ended_on"),
                dateField("answered_on", Text::tr("答复日期"), &Complaint::answeredOn).since(),
                longTextField("answer", Text::tr("答复内容"), &Complaint::answer).since("answered_on"),
                textField("handler", Text::tr("承办人"), &Complaint::handler).limit(40).searched().beginsSigned(),
            },
        .nameField = QStringLiteral("subject"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("subject"), QStringLiteral("received_on"), QStringLiteral("kind")}},
        .sinceField = QStringLiteral("received_on"),
        .owed = {{QStringLiteral("deadline"), QStringLiteral("answered_on")}},
        .inOrder = {{QStringLiteral("received_on"), QStringLiteral("handed_on")},
                    {QStringLiteral("received_on"), QStringLiteral("accepted_on")},
                    {QStringLiteral("received_on"), QStringLiteral("refused_on")},
                    {QStringLiteral("accepted_on"), QStringLiteral("ended_on")},
                    {QStringLiteral("received_on"), QStringLiteral("answered_on")}},
        .check = isSound,
    };
    return kind;
}

template <>
const RecordKind& kindOf<ComplaintStep>()
{
    static const RecordKind kind{
        .key = QStringLiteral("complaint_step"),
        .title = Text::tr("投诉举报办理"),
        .fields =
            {
                referenceField("complaint", Text::tr("投诉举报"), &ComplaintStep::complaint, "complaint").required(),
                choiceField("kind", Text::tr("步骤"), &ComplaintStep::kind).required(),
                dateField("on", Text::tr("日期"), &ComplaintStep::on).required(),
                textField("persons", Text::tr("经办人"), &ComplaintStep::persons).limit(40).beginsSigned(),
                textField("content", Text::tr("说明"), &ComplaintStep::content).searched(),
            },
        .nameField = QStringLiteral("kind"),
        .parentField = QStringLiteral("complaint"),
        .identities = {{QStringLiteral("on"), QStringLiteral("complaint"), QStringLiteral("kind")}},
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<EnforcementCase>()
{
    static const RecordKind kind{
        .key = QStringLiteral("enforcement_case"),
        .title = Text::tr("案件查处"),
        .fields =
            {
                textField("number", Text::tr("案号"), &EnforcementCase::number)
                    .required()
                    .searched()
                    .unique()
                    .limit(60),
                choiceField("source", Text::tr("案件来源"), &EnforcementCase::source).required(),
                referenceField("unit", Text::tr("当事人（参建单位）"), &EnforcementCase::unit, "unit"),
                textField("party", Text::tr("当事人（未参建）"), &EnforcementCase::party).searched(),
                referenceField("complaint", Text::tr("关联投诉举报"), &EnforcementCase::complaint, "complaint"),
                referenceField("problem", Text::tr("关联问题"), &EnforcementCase::problem, "problem"),
                referenceField("inspection", Text::tr("关联检查"), &EnforcementCase::inspection, "inspection")
                    .unlisted(),
                referenceField("supervisor_report", Text::tr("关联监督反馈"), &EnforcementCase::supervisorReport,
                               "supervisor_report")
                    .unlisted(),
                referenceField("instrument", Text::tr("涉及器具"), &EnforcementCase::instrument, "instrument")
                    .unlisted(),
                dateField("filed_on", Text::tr("立案日期"), &EnforcementCase::filedOn).required(),
                textField("facts", Text::tr("违法事实"), &EnforcementCase::facts).required().limit(500).searched(),
                textField("violated", Text::tr("违反条款"), &EnforcementCase::violated)
                    .picked("article", Text::tr("；"))
                    .unlisted(),
                textField("legal_basis", Text::tr("处罚依据"), &EnforcementCase::legalBasis)
                    .required()
                    .picked("article", Text::tr("；")),
                dateField("decided_on", Text::tr("决定日期"), &EnforcementCase::decidedOn).since(),
                textField("decision", Text::tr("处理决定"), &EnforcementCase::decision).since("decided_on"),
                moneyField("penalty", Text::tr("罚没金额（元）"), &EnforcementCase::penalty).since("decided_on"),
                dateField("executed_on", Text::tr("执行日期"), &EnforcementCase::executedOn).since(),
                dateField("closed_on", Text::tr("结案日期"), &EnforcementCase::closedOn).since(),
            },
        .nameField = QStringLiteral("number"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("number")}},
        .keepers = Keepers::Bureau,
        .sinceField = QStringLiteral("filed_on"),
        .inOrder = {{QStringLiteral("filed_on"), QStringLiteral("decided_on")},
                    {QStringLiteral("decided_on"), QStringLiteral("executed_on")},
                    {QStringLiteral("filed_on"), QStringLiteral("closed_on")}},
        .check = isDecidedInOrder,
    };
    return kind;
}

} // namespace chengheng::model
