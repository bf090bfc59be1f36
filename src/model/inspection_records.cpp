// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection_records.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(InspectionRecords)
};

} // namespace

template <>
const RecordKind& kindOf<InspectionPlan>()
{
    static const RecordKind kind{
        .key = QStringLiteral("inspection_plan"),
        .title = Text::tr("检查计划"),
        .fields =
            {
                textField("name", Text::tr("计划名称"), &InspectionPlan::name).required().searched().unique(),
                choiceField("kind", Text::tr("检查方式"), &InspectionPlan::kind).required(),
                dateField("made_on", Text::tr("制定日期"), &InspectionPlan::madeOn),
                dateField("from", Text::tr("开始日期"), &InspectionPlan::from).ahead().required(),
                dateField("to", Text::tr("结束日期"), &InspectionPlan::to).ahead().required(),
                referenceField("organisation", Text::tr("牵头部门"), &InspectionPlan::organisation, "organisation"),
                textField("team", Text::tr("检查组成员"), &InspectionPlan::team),
                choiceField("trade", Text::tr("业态范围"), &InspectionPlan::trade),
                longTextField("remarks", Text::tr("备注"), &InspectionPlan::remarks),
            },
        .nameField = QStringLiteral("name"),
        .identities = {{QStringLiteral("name")}},
        .sinceField = QStringLiteral("made_on"),
        .inOrder = {{QStringLiteral("made_on"), QStringLiteral("to")}, {QStringLiteral("from"), QStringLiteral("to")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<SelfCheckRequest>()
{
    static const RecordKind kind{
        .key = QStringLiteral("self_check_request"),
        .title = Text::tr("自查通知"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &SelfCheckRequest::unit, "unit").required(),
                textField("round", Text::tr("自查轮次"), &SelfCheckRequest::round).required().searched().limit(60),
                dateField("asked_on", Text::tr("通知日期"), &SelfCheckRequest::askedOn).required(),
                dateField("due_on", Text::tr("上交期限"), &SelfCheckRequest::dueOn).ahead().required(),
                dateField("handed_in_on", Text::tr("上交日期"), &SelfCheckRequest::handedInOn).since(),
                longTextField("remarks", Text::tr("备注"), &SelfCheckRequest::remarks),
            },
        .nameField = QStringLiteral("round"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("round"), QStringLiteral("unit")}},
        .sinceField = QStringLiteral("asked_on"),
        .owed = {{QStringLiteral("due_on"), QStringLiteral("handed_in_on")}},
        .inOrder = {{QStringLiteral("asked_on"), QStringLiteral("due_on")},
                    {QStringLiteral("asked_on"), QStringLiteral("handed_in_on")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<WeighingCheck>()
{
    static const RecordKind kind{
        .key = QStringLiteral("weighing_check"),
        .title = Text::tr("称重抽查"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &WeighingCheck::unit, "unit").required(),
                dateField("on", Text::tr("抽查日期"), &WeighingCheck::on).required(),
                textField("goods", Text::tr("商品"), &WeighingCheck::goods).required().searched().limit(60),
                choiceField("price_class", Text::tr("价格类别"), &WeighingCheck::priceClass).required(),
                choiceField("method", Text::tr("核称方法"), &WeighingCheck::method).required(),
                integerField("settled_grams", Text::tr("结算重量（克）"), &WeighingCheck::settledGrams)
                    .required()
                    .range(1, 1000000),
                integerField("true_grams", Text::tr("实际重量（克）"), &WeighingCheck::trueGrams)
                    .required()
                    .range(0, 1000000),
                textField("inspectors", Text::tr("检查人员"), &WeighingCheck::inspectors).required(),
                longTextField("remarks", Text::tr("备注"), &WeighingCheck::remarks),
            },
        .nameField = QStringLiteral("goods"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("on"), QStringLiteral("unit"), QStringLiteral("goods")}},
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<NozzleCheck>()
{
    static const RecordKind kind{
        .key = QStringLiteral("nozzle_check"),
        .title = Text::tr("加油枪抽查"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &NozzleCheck::unit, "unit").required(),
                dateField("on", Text::tr("抽查日期"), &NozzleCheck::on).required(),
                textField("nozzle", Text::tr("枪号"), &NozzleCheck::nozzle).required().searched().limit(40),
                integerField("shown_ml", Text::tr("示值（毫升）"), &NozzleCheck::shownMl).required().range(1, 1000000),
                integerField("measured_ml", Text::tr("实际（毫升）"), &NozzleCheck::measuredMl)
                    .required()
                    .range(1, 1000000),
                textField("inspectors", Text::tr("检查人员"), &NozzleCheck::inspectors).required(),
                longTextField("remarks", Text::tr("备注"), &NozzleCheck::remarks),
            },
        .nameField = QStringLiteral("nozzle"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("nozzle"), QStringLiteral("unit"), QStringLiteral("on")}},
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<RectificationNotice>()
{
    static const RecordKind kind{
        .key = QStringLiteral("rectification_notice"),
        .title = Text::tr("整改通知"),
        .fields =
            {
                integerField("number", Text::tr("编号"), &RectificationNotice::number).issued().untabled(),
                referenceField("unit", Text::tr("单位名称"), &RectificationNotice::unit, "unit").required(),
                referenceField("inspection", Text::tr("检查记录"), &RectificationNotice::inspection, "inspection"),
                choiceField("issuer", Text::tr("性质"), &RectificationNotice::issuer)
                    .required()
                    .onlyBy(Authority::Station, NoticeKind::Order),
                dateField("issued_on", Text::tr("发出日期"), &RectificationNotice::issuedOn).required(),
                dateField("due_on", Text::tr("整改期限"), &RectificationNotice::dueOn).ahead().required(),
                longTextField("content", Text::tr("整改要求"), &RectificationNotice::content),
                textField("receiver", Text::tr("签收人"), &RectificationNotice::receiver).limit(40),
                dateField("answered_on", Text::tr("回复日期"), &RectificationNotice::answeredOn).since(),
            },
        .nameField = QStringLiteral("number"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("issued_on"), QStringLiteral("unit")}},
        .sinceField = QStringLiteral("issued_on"),
        .owed = {{QStringLiteral("due_on"), QStringLiteral("answered_on")}},
        .inOrder = {{QStringLiteral("issued_on"), QStringLiteral("due_on")},
                    {QStringLiteral("issued_on"), QStringLiteral("answered_on")}},
    };
    return kind;
}

} // namespace chengheng::model
