// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/service_records.h"

#include "model/checks.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ServiceRecords)
};

/// What was moved has a new place, what was sealed again a new seal.
QVector<Error> saysWhatIsNew(const Record& event)
{
    const auto kind = wordOf<InstrumentEventKind>(textOf(event.value(QStringLiteral("kind"))));
    if (kind == InstrumentEventKind::Moved)
        return needOneOf(event, {"place"}, Text::tr("移动了位置，请填写新使用地点。"));
    if (kind == InstrumentEventKind::Resealed)
        return needOneOf(event, {"seal_number"}, Text::tr("重新加了封，请填写新封印号。"));
    return {};
}

} // namespace

template <>
const RecordKind& kindOf<Booking>()
{
    static const RecordKind kind{
        .key = QStringLiteral("booking"),
        .title = Text::tr("预约检定"),
        .fields =
            {
                referenceField("instrument", Text::tr("计量器具"), &Booking::instrument, "instrument").required(),
                dateField("on", Text::tr("预约日期"), &Booking::on).required(),
                textField("body", Text::tr("检定机构"), &Booking::body).required().searched(),
                choiceField("mode", Text::tr("检定方式"), &Booking::mode),
                dateField("planned_on", Text::tr("约定日期"), &Booking::plannedOn).ahead().required(),
                dateField("done_on", Text::tr("完成日期"), &Booking::doneOn).since(),
                longTextField("remarks", Text::tr("备注"), &Booking::remarks),
            },
        .nameField = QStringLiteral("body"),
        .parentField = QStringLiteral("instrument"),
        .identities = {{QStringLiteral("on"), QStringLiteral("instrument")}},
        .sinceField = QStringLiteral("on"),
        .owed = {{QStringLiteral("planned_on"), QStringLiteral("done_on")}},
        .inOrder = {{QStringLiteral("on"), QStringLiteral("planned_on")},
                    {QStringLiteral("on"), QStringLiteral("done_on")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<InstrumentEvent>()
{
    static const RecordKind kind{
        .key = QStringLiteral("instrument_event"),
        .title = Text::tr("器具变动"),
        .fields =
            {
                referenceField("instrument", Text::tr("计量器具"), &InstrumentEvent::instrument, "instrument")
                    .required(),
                dateField("on", Text::tr("日期"), &InstrumentEvent::on).required(),
                choiceField("kind", Text::tr("变动"), &InstrumentEvent::kind).required(),
                textField("place", Text::tr("新使用地点"), &InstrumentEvent::place).picked("place"),
                textField("seal_number", Text::tr("新封印号"), &InstrumentEvent::sealNumber).limit(60),
                textField("body", Text::tr("经办机构"), &InstrumentEvent::body),
                dateField("expected_on", Text::tr("预计送回"), &InstrumentEvent::expectedOn)
                    .ahead()
                    .alias({Text::tr("预计送回日期")}),
                dateField("returned_on", Text::tr("送回日期"), &InstrumentEvent::returnedOn).since(),
                textField("reason", Text::tr("事由"), &InstrumentEvent::reason).required().searched(),
            },
        .nameField = QStringLiteral("reason"),
        .parentField = QStringLiteral("instrument"),
        .identities = {{QStringLiteral("on"), QStringLiteral("instrument")}},
        .sinceField = QStringLiteral("on"),
        .owed = {{QStringLiteral("expected_on"), QStringLiteral("returned_on")}},
        .inOrder = {{QStringLiteral("on"), QStringLiteral("expected_on")},
                    {QStringLiteral("on"), QStringLiteral("returned_on")}},
        .check = saysWhatIsNew,
    };
    return kind;
}

template <>
const RecordKind& kindOf<ServicePoint>()
{
    static const RecordKind kind{
        .key = QStringLiteral("service_point"),
        .title = Text::tr("便民服务点"),
        .fields =
            {
                textField("name", Text::tr("名称"), &ServicePoint::name).required().searched().unique(),
                textField("address", Text::tr("地址"), &ServicePoint::address).required().searched(),
                referenceField("organisation", Text::tr("设立部门"), &ServicePoint::organisation, "organisation"),
                textField("body", Text::tr("技术机构"), &ServicePoint::body),
                dateField("from", Text::tr("启用日期"), &ServicePoint::from).ahead().required().beginsToday(),
                dateField("to", Text::tr("停用日期"), &ServicePoint::to).ahead().since(),
                textField("hours", Text::tr("服务时间"), &ServicePoint::hours).limit(60),
                textField("phone", Text::tr("联系电话"), &ServicePoint::phone).limit(40),
            },
        .nameField = QStringLiteral("name"),
        .identities = {{QStringLiteral("name")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("from"),
        .inOrder = {{QStringLiteral("from"), QStringLiteral("to")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<ServiceVisit>()
{
    static const RecordKind kind{
        .key = QStringLiteral("service_visit"),
        .title = Text::tr("上门检定"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &ServiceVisit::unit, "unit").required(),
                dateField("on", Text::tr("计划日期"), &ServiceVisit::on).ahead().required(),
                textField("body", Text::tr("检定机构"), &ServiceVisit::body).required().searched(),
                integerField("instruments", Text::tr("器具数"), &ServiceVisit::instruments).range(0, 99999),
                textField("persons", Text::tr("经办人"), &ServiceVisit::persons),
                dateField("done_on", Text::tr("完成日期"), &ServiceVisit::doneOn).since(),
                longTextField("remarks", Text::tr("备注"), &ServiceVisit::remarks),
            },
        .nameField = QStringLiteral("body"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("on"), QStringLiteral("unit")}},
        .owed = {{QStringLiteral("on"), QStringLiteral("done_on")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<ResidentService>()
{
    static const RecordKind kind{
        .key = QStringLiteral("resident_service"),
        .title = Text::tr("居民器具服务"),
        .fields =
            {
                referenceField("service_point", Text::tr("便民服务点"), &ResidentService::servicePoint,
                               "service_point"),
                dateField("on", Text::tr("日期"), &ResidentService::on).required(),
                textField("device", Text::tr("器具"), &ResidentService::device).required().searched().limit(60),
                choiceField("service", Text::tr("服务内容"), &ResidentService::service).required(),
                integerField("quantity", Text::tr("数量"), &ResidentService::quantity).required().range(1, 9999),
                longTextField("remarks", Text::tr("备注"), &ResidentService::remarks),
            },
        .nameField = QStringLiteral("device"),
        .identities = {{QStringLiteral("on"), QStringLiteral("device")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

} // namespace chengheng::model
