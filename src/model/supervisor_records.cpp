// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/supervisor_records.h"

#include "model/checks.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SupervisorRecords)
};

/// 商贸类单位 (SUP-3): those that sell goods by quantity. The notice does not list them; hospitals, opticians and
/// restaurants live by service.
QStringList tradingTrades()
{
    return {keyOf(Trade::PetrolStation), keyOf(Trade::Shop), keyOf(Trade::Market), keyOf(Trade::SmallMerchant)};
}

/// SUP-4: 按地域或行业包干.
QVector<Error> hasScope(const Record& assignment)
{
    return needOneOf(assignment, {"unit", "road", "community", "trade"},
                     Text::tr("请填写包干的单位、路段、村居或业态之一。"));
}

} // namespace

template <>
const RecordKind& kindOf<Supervisor>()
{
    static const RecordKind kind{
        .key = QStringLiteral("supervisor"),
        .title = Text::tr("群众监督员"),
        .fields =
            {
                integerField("number", Text::tr("编号"), &Supervisor::number).issued().untabled(),
                textField("name", Text::tr("姓名"), &Supervisor::name).required().searched().limit(40),
                textField("phone", Text::tr("联系电话"), &Supervisor::phone).limit(40),
                textField("community", Text::tr("所在村居"), &Supervisor::community).searched().limit(60),
                dateField("recruited_on", Text::tr("招募日期"), &Supervisor::recruitedOn).required(),
                dateField("trained_on", Text::tr("培训日期"), &Supervisor::trainedOn).since(),
                dateField("appointed_on", Text::tr("聘任日期"), &Supervisor::appointedOn).since(),
                textField("certificate", Text::tr("聘书编号"), &Supervisor::certificate)
                    .numberedOn()
                    .limit(40)
                    .since("appointed_on"),
                dateField("term_to", Text::tr("聘期至"), &Supervisor::termTo).ahead(),
                dateField("ended_on", Text::tr("离任日期"), &Supervisor::endedOn).ahead().since(),
                longTextField("remarks", Text::tr("备注"), &Supervisor::remarks),
            },
        .nameField = QStringLiteral("name"),
        .identities = {{QStringLiteral("name"), QStringLiteral("phone")}},
        .keepers = Keepers::Office,
        .isConfidential = true,
        .sinceField = QStringLiteral("recruited_on"),
        .inOrder = {{QStringLiteral("recruited_on"), QStringLiteral("appointed_on")},
                    {QStringLiteral("appointed_on"), QStringLiteral("term_to")},
                    {QStringLiteral("recruited_on"), QStringLiteral("ended_on")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<Assignment>()
{
    static const RecordKind kind{
        .key = QStringLiteral("assignment"),
        .title = Text::tr("包干分工"),
        .fields =
            {
                referenceField("supervisor", Text::tr("群众监督员"), &Assignment::supervisor, "supervisor").required(),
                referenceField("unit", Text::tr("单位名称"), &Assignment::unit, "unit"),
                textField("road", Text::tr("路段"), &Assignment::road).searched().limit(60),
                textField("community", Text::tr("村居"), &Assignment::community).searched().limit(60),
                choiceField("trade", Text::tr("业态"), &Assignment::trade),
                dateField("from", Text::tr("开始日期"), &Assignment::from).ahead().required().beginsToday(),
                dateField("to", Text::tr("结束日期"), &Assignment::to).ahead(),
            },
        .nameField = QStringLiteral("road"),
        .parentField = QStringLiteral("supervisor"),
        .identities = {{QStringLiteral("supervisor"), QStringLiteral("from"), QStringLiteral("road"),
                        QStringLiteral("community"), QStringLiteral("trade"), QStringLiteral("unit")}},
        .keepers = Keepers::Office,
        .isConfidential = true,
        .sinceField = QStringLiteral("from"),
        .inOrder = {{QStringLiteral("from"), QStringLiteral("to")}},
        .check = hasScope,
    };
    return kind;
}

template <>
const RecordKind& kindOf<SupervisorReport>()
{
    static const RecordKind kind{
        .key = QStringLiteral("supervisor_report"),
        .title = Text::tr("监督反馈单"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &SupervisorReport::unit, "unit").required(),
                referenceField("supervisor", Text::tr("群众监督员"), &SupervisorReport::supervisor, "supervisor")
                    .required(),
                dateField("on", Text::tr("暗访日期"), &SupervisorReport::on).required().beginsBlank(),
                dateField("received_on", Text::tr("收到日期"), &SupervisorReport::receivedOn).required(),
                choiceField("commitment", Text::tr("承诺书张贴"), &SupervisorReport::commitment),
                choiceField("instruments", Text::tr("器具检定情况"), &SupervisorReport::instruments),
                choiceField("cheating", Text::tr("利用器具作弊"), &SupervisorReport::cheating),
                choiceField("quantity", Text::tr("商品量标注"), &SupervisorReport::quantity).askedOf(tradingTrades()),
                choiceField("legal_units", Text::tr("法定计量单位"), &SupervisorReport::legalUnits)
                    .askedOf(tradingTrades()),
                textField("content", Text::tr("反映情况"), &SupervisorReport::content).searched(),
                dateField("answered_on", Text::tr("反馈监督员日期"), &SupervisorReport::answeredOn).since(),
                textField("answer", Text::tr("处理反馈"), &SupervisorReport::answer).since("answered_on"),
            },
        .nameField = QStringLiteral("content"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("on"), QStringLiteral("unit")}},
        .keepers = Keepers::Office,
        .isConfidential = true,
        .sinceField = QStringLiteral("on"),
        .inOrder = {{QStringLiteral("on"), QStringLiteral("received_on")},
                    {QStringLiteral("received_on"), QStringLiteral("answered_on")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<ReportInstrument>()
{
    static const RecordKind kind{
        .key = QStringLiteral("report_instrument"),
        .title = Text::tr("反馈涉及器具"),
        .fields =
            {
                referenceField("supervisor_report", Text::tr("监督反馈单"), &ReportInstrument::supervisorReport,
                               "supervisor_report")
                    .required(),
                referenceField("instrument", Text::tr("计量器具"), &ReportInstrument::instrument, "instrument"),
                choiceField("finding", Text::tr("发现"), &ReportInstrument::finding).required(),
                textField("name", Text::tr("器具名称"), &ReportInstrument::name).limit(100).searched(),
                textField("serial", Text::tr("出厂编号"), &ReportInstrument::serial).limit(60).searched(),
                textField("place", Text::tr("所在位置"), &ReportInstrument::place).limit(60),
                textField("description", Text::tr("情况说明"), &ReportInstrument::description).required().searched(),
                referenceField("problem", Text::tr("对应问题"), &ReportInstrument::problem, "problem").derived(),
            },
        .nameField = QStringLiteral("description"),
        .parentField = QStringLiteral("supervisor_report"),
        .identities = {{QStringLiteral("supervisor_report"), QStringLiteral("description")}},
        .keepers = Keepers::Office,
        .isConfidential = true,
        .sinceField = QStringLiteral("supervisor_report"),
    };
    return kind;
}

} // namespace chengheng::model
