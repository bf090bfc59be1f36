// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/instrument_records.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(InstrumentRecords)
};

} // namespace

template <>
const RecordKind& kindOf<Instrument>()
{
    static const RecordKind kind{
        .key = QStringLiteral("instrument"),
        .title = Text::tr("计量器具"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &Instrument::unit, "unit")
                    .required()
                    .alias({Text::tr("使用单位"), Text::tr("单位")}),
                textField("name", Text::tr("器具名称"), &Instrument::name)
                    .required()
                    .limit(100)
                    .searched()
                    .alias({Text::tr("名称"), Text::tr("计量器具名称")}),
                textField("category", Text::tr("器具类别"), &Instrument::category)
                    .alias({Text::tr("项别"), Text::tr("种别"), Text::tr("类别"), Text::tr("器具类别(项别/种别)")}),
                textField("model", Text::tr("型号规格"), &Instrument::model)
                    .searched()
                    .alias({Text::tr("规格型号"), Text::tr("型号")}),
                textField("range", Text::tr("测量范围"), &Instrument::range),
                textField("accuracy", Text::tr("准确度等级"), &Instrument::accuracy)
                    .alias({Text::tr("精度"), Text::tr("等级")}),
                textField("serial", Text::tr("出厂编号"), &Instrument::serial)
                    .limit(60)
                    .searched()
                    .alias({Text::tr("器具编号"), Text::tr("编号")}),
                textField("maker", Text::tr("制造厂"), &Instrument::maker)
                    .alias({Text::tr("生产厂家"), Text::tr("生产企业"), Text::tr("制造单位")}),
                textField("place", Text::tr("使用地点"), &Instrument::place)
                    .searched()
                    .dated()
                    .picked("place")
                    .alias({Text::tr("安装地点"), Text::tr("安装/使用地点"), Text::tr("使用地点(摊位/科室/机号枪号)")}),
                choiceField("purpose", Text::tr("用途"), &Instrument::purpose)
                    .alias({Text::tr("用途(贸易结算/医疗卫生/安全防护/公平秤/自校标准)")}),
                choiceField("legal_kind", Text::tr("管理类别"), &Instrument::legalKind)
                    .required()
                    .presumed()
                    .dated()
                    .alias({Text::tr("管理类别(强检/非强检/首检)")}),
                integerField("quantity", Text::tr("数量"), &Instrument::quantity)
                    .required()
                    .presumed()
                    .range(1, 100'000)
                    .alias({Text::tr("台数"), Text::tr("器具数量")}),
                choiceField("status", Text::tr("状态"), &Instrument::status)
                    .required()
                    .presumed()
                    .dated()
                    .alias({Text::tr("使用状态")}),
                integerField("cycle_months", Text::tr("周期(月)"), &Instrument::cycleMonths)
                    .range(1, 240)
                    .dated()
                    .alias({Text::tr("检定周期(月)"), Text::tr("检定周期")}),
                choiceField("delivery", Text::tr("送检方式"), &Instrument::delivery),
                textField("filing", Text::tr("备案号"), &Instrument::filing)
                    .alias({Text::tr("备案号/备案日期"), Text::tr("强检备案号")}),
                choiceField("sticker", Text::tr("合格标志"), &Instrument::sticker),
                choiceField("seal", Text::tr("铅封"), &Instrument::seal).alias({Text::tr("铅封状态")}),
                textField("machine", Text::tr("机号"), &Instrument::machine).limit(20),
                textField("nozzle", Text::tr("枪号"), &Instrument::nozzle).limit(20),
                textField("oil", Text::tr("油品"), &Instrument::oil).limit(20),
                textField("seal_number", Text::tr("封印号"), &Instrument::sealNumber).limit(60).dated(),
                longTextField("remarks", Text::tr("备注"), &Instrument::remarks),
            },
        .nameField = QStringLiteral("name"),
        .toldApartBy = {QStringLiteral("serial"), QStringLiteral("place")},
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("serial"), QStringLiteral("unit"), QStringLiteral("nozzle")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<Verification>()
{
    static const RecordKind kind{
        .key = QStringLiteral("verification"),
        .title = Text::tr("检定记录"),
        .fields =
            {
                referenceField("instrument", Text::tr("计量器具"), &Verification::instrument, "instrument").required(),
                dateField("verified_on", Text::tr("检定日期"), &Verification::verifiedOn)
                    .required()
                    .alias({Text::tr("上次检定日期")}),
                dateField("valid_until", Text::tr("有效期至"), &Verification::validUntil)
                    .ahead()
                    .alias({Text::tr("有效日期"), Text::tr("下次检定日期")}),
                choiceField("result", Text::tr("检定结论"), &Verification::result)
                    .required()
                    .alias({Text::tr("结论"), Text::tr("检定结果")}),
                textField("certificate", Text::tr("证书编号"), &Verification::certificate)
                    .searched()
                    .numberedOn()
                    .alias({Text::tr("证书号")}),
                textField("body", Text::tr("检定机构"), &Verification::body).alias({Text::tr("检定单位")}),
                dateField("effective_end", Text::tr("有效期截止"), &Verification::effectiveEnd).derived(),
            },
        .nameField = QStringLiteral("verified_on"),
        .parentField = QStringLiteral("instrument"),
        .identities = {{QStringLiteral("verified_on"), QStringLiteral("instrument")}},
        .sinceField = QStringLiteral("verified_on"),
        .check = [](const Record& r) -> QVector<Error> {
            const QDate from = dateOf(r.value(QStringLiteral("verified_on")));
            const QDate to = dateOf(r.value(QStringLiteral("valid_until")));
            if (from.isValid() && to.isValid() && to < from)
                return {Error{ErrorKind::Invalid, QStringLiteral("ends_before_it_begins"),
                              Text::tr("有效期至不能早于检定日期。"), QStringLiteral("valid_until")}};
            return {};
        },
    };
    return kind;
}

} // namespace chengheng::model
