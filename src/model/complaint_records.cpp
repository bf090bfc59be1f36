// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/complaint_records.h"

#include "model/checks.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ComplaintRecords)
};

/// Somebody is complained of; a refusal gives its ground (令121号15).
QVector<Error> isSound(const Record& complaint)
{
    QVector<Error> faults =
        needOneOf(complaint, {"unit", "respondent"}, Text::tr("请填写被反映单位，或未参建的被反映方。"));
    faults += needWith(complaint, "refused_on", {"refusal_ground"});
    faults += needWith(complaint, "ended_on", {"accepted_on", "outcome"});
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
                choiceField("channel", Text::tr("来源"), &Complaint::channel).required(),
                referenceField("unit", Text::tr("被反映单位"), &Complaint::unit, "unit"),
                textField("respondent", Text::tr("被反映方（未参建）"), &Complaint::respondent).searched(),
                textField("subject", Text::tr("事由"), &Complaint::subject).required().searched(),
                textField("request", Text::tr("诉求"), &Complaint::request),
                dateField("deadline", Text::tr("工单限期"), &Complaint::deadline),
                dateField("handed_on", Text::tr("移交监管所日期"), &Complaint::handedOn).since(),
                dateField("accepted_on", Text::tr("受理日期"), &Complaint::acceptedOn).since(),
                dateField("refused_on", Text::tr("不予受理日期"), &Complaint::refusedOn).since(),
                textField("refusal_ground", Text::tr("不予受理理由"), &Complaint::refusalGround).since("refused_on"),
                dateField("ended_on", Text::tr("调解终结日期"), &Complaint::endedOn).since(),
                choiceField("outcome", Text::tr("结果"), &Complaint::outcome).since("ended_on"),
                dateField("answered_on", Text::tr("答复日期"), &Complaint::answeredOn).since(),
                longTextField("answer", Text::tr("答复内容"), &Complaint::answer).since("answered_on"),
                textField("handler", Text::tr("承办人"), &Complaint::handler).limit(40).searched(),
            },
        .nameField = QStringLiteral("subject"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("subject"), QStringLiteral("received_on")}},
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
                dateField("filed_on", Text::tr("立案日期"), &EnforcementCase::filedOn).required(),
                textField("facts", Text::tr("违法事实"), &EnforcementCase::facts).required().searched(),
                textField("legal_basis", Text::tr("处罚依据"), &EnforcementCase::legalBasis).required(),
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
