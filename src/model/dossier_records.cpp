// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dossier_records.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DossierRecords)
};

} // namespace

template <>
const RecordKind& kindOf<RuleTemplate>()
{
    static const RecordKind kind{
        .key = QStringLiteral("rule_template"),
        .title = Text::tr("制度范本"),
        .fields =
            {
                choiceField("trade", Text::tr("业态"), &RuleTemplate::trade).required(),
                textField("name", Text::tr("制度名称"), &RuleTemplate::name).required().searched(),
                longTextField("content", Text::tr("内容要点"), &RuleTemplate::content),
            },
        .nameField = QStringLiteral("name"),
        .identities = {{QStringLiteral("name"), QStringLiteral("trade")}},
        .keepers = Keepers::Office,
    };
    return kind;
}

template <>
const RecordKind& kindOf<ManagementRule>()
{
    static const RecordKind kind{
        .key = QStringLiteral("management_rule"),
        .title = Text::tr("计量管理制度"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &ManagementRule::unit, "unit").required(),
                textField("name", Text::tr("制度名称"), &ManagementRule::name).required().searched(),
                dateField("in_force_from", Text::tr("施行日期"), &ManagementRule::inForceFrom)
                    .ahead()
                    .required()
                    .beginsToday(),
                dateField("in_force_to", Text::tr("停止日期"), &ManagementRule::inForceTo).ahead(),
                textField("keeper", Text::tr("负责人"), &ManagementRule::keeper).limit(40),
                dateField("seen_on", Text::tr("查看日期"), &ManagementRule::seenOn).since(),
                longTextField("remarks", Text::tr("备注"), &ManagementRule::remarks),
            },
        .nameField = QStringLiteral("name"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("name"), QStringLiteral("unit")}},
        .sinceField = QStringLiteral("in_force_from"),
        .inOrder = {{QStringLiteral("in_force_from"), QStringLiteral("in_force_to")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<UnitComplaint>()
{
    static const RecordKind kind{
        .key = QStringLiteral("unit_complaint"),
        .title = Text::tr("单位投诉与复秤登记"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &UnitComplaint::unit, "unit").required(),
                dateField("on", Text::tr("日期"), &UnitComplaint::on).required(),
                choiceField("kind", Text::tr("类别"), &UnitComplaint::kind).required(),
                textField("subject", Text::tr("事由"), &UnitComplaint::subject).required().searched(),
                textField("handling", Text::tr("处理情况"), &UnitComplaint::handling).since("handled_on"),
                dateField("handled_on", Text::tr("办结日期"), &UnitComplaint::handledOn).since(),
                moneyField("refunded", Text::tr("退赔金额（元）"), &UnitComplaint::refunded).since("handled_on"),
                longTextField("remarks", Text::tr("备注"), &UnitComplaint::remarks),
            },
        .nameField = QStringLiteral("subject"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("on"), QStringLiteral("unit"), QStringLiteral("subject")}},
        .sinceField = QStringLiteral("on"),
        .inOrder = {{QStringLiteral("on"), QStringLiteral("handled_on")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<StallContract>()
{
    static const RecordKind kind{
        .key = QStringLiteral("stall_contract"),
        .title = Text::tr("摊位合同"),
        .fields =
            {
                referenceField("stallholder", Text::tr("场内经营户"), &StallContract::stallholder, "stallholder")
                    .required(),
                textField("number", Text::tr("合同编号"), &StallContract::number).required().searched().limit(40),
                dateField("from", Text::tr("起始日期"), &StallContract::from).ahead().required().beginsToday(),
                dateField("to", Text::tr("截止日期"), &StallContract::to).ahead(),
                flagField("measurement_terms", Text::tr("含计量条款"), &StallContract::measurementTerms),
                dateField("committed_on", Text::tr("承诺日期"), &StallContract::committedOn),
            },
        .nameField = QStringLiteral("number"),
        .parentField = QStringLiteral("stallholder"),
        .identities = {{QStringLiteral("number"), QStringLiteral("stallholder")}},
        .inOrder = {{QStringLiteral("from"), QStringLiteral("to")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<FairScaleCheck>()
{
    static const RecordKind kind{
        .key = QStringLiteral("fair_scale_check"),
        .title = Text::tr("公平秤核查"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &FairScaleCheck::unit, "unit").required(),
                dateField("on", Text::tr("核查日期"), &FairScaleCheck::on).required(),
                referenceField("instrument", Text::tr("公平秤"), &FairScaleCheck::instrument, "instrument"),
                integerField("weight_grams", Text::tr("砝码（克）"), &FairScaleCheck::weightGrams).range(1, 1000000),
                integerField("shown_grams", Text::tr("示值（克）"), &FairScaleCheck::shownGrams).range(0, 1000000),
                choiceField("result", Text::tr("核查结果"), &FairScaleCheck::result).required(),
                textField("checker", Text::tr("核查人"), &FairScaleCheck::checker).required().searched().limit(40),
                longTextField("remarks", Text::tr("备注"), &FairScaleCheck::remarks),
            },
        .nameField = QStringLiteral("on"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("on"), QStringLiteral("unit")}},
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

} // namespace chengheng::model
