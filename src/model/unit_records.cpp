// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/unit_records.h"

#include "base/credit_code.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(UnitRecords)
};

} // namespace

template <>
const RecordKind& kindOf<Unit>()
{
    static const RecordKind kind{
        .key = QStringLiteral("unit"),
        .title = Text::tr("参建单位"),
        .fields =
            {
                integerField("registration_number", Text::tr("登记号"), &Unit::registrationNumber).counted().untabled(),
                textField("name", Text::tr("单位名称"), &Unit::name)
                    .required()
                    .limit(100)
                    .searched()
                    .unique()
                    .alias({Text::tr("名称"), Text::tr("参建单位"), Text::tr("单位"), Text::tr("企业名称")}),
                textField("credit_code", Text::tr("统一社会信用代码"), &Unit::creditCode)
                    .checked(creditCodeFault)
                    .searched()
                    .unique()
                    .alias({Text::tr("信用代码"), Text::tr("社会信用代码"), Text::tr("统一信用代码")}),
                choiceField("trade", Text::tr("业态"), &Unit::trade)
                    .required()
                    .dated()
                    .alias({Text::tr("行业"), Text::tr("类别"), Text::tr("单位类型")}),
                textField("address", Text::tr("地址"), &Unit::address)
                    .searched()
                    .alias({Text::tr("经营地址"), Text::tr("单位地址")}),
                textField("road", Text::tr("路段"), &Unit::road).searched().alias({Text::tr("所在路段")}),
                textField("community", Text::tr("村居"), &Unit::community)
                    .limit(60)
                    .searched()
                    .alias({Text::tr("所在村居"), Text::tr("村（居）委会"), Text::tr("居委")}),
                referenceField("station", Text::tr("监管所"), &Unit::station, "organisation")
                    .dated()
                    .alias({Text::tr("市场监管所"), Text::tr("所属监管所")}),
                textField("head", Text::tr("负责人"), &Unit::head).limit(40).searched(),
                textField("head_phone", Text::tr("联系电话"), &Unit::headPhone)
                    .limit(40)
                    .searched()
                    .alias({Text::tr("电话"), Text::tr("负责人电话")}),
                textField("manager", Text::tr("计量管理员"), &Unit::manager)
                    .limit(40)
                    .searched()
                    .alias({Text::tr("计量员"), Text::tr("计量管理人员")})
                    .dated(),
                textField("manager_phone", Text::tr("计量管理员电话"), &Unit::managerPhone).limit(40),
                textField("opening_hours", Text::tr("营业时间"), &Unit::openingHours).limit(60),
                flagField("benchmark", Text::tr("标杆单位"), &Unit::isBenchmark).since("benchmark_on"),
                textField("benchmark_reason", Text::tr("标杆理由"), &Unit::benchmarkReason).since("benchmark_on"),
                dateField("benchmark_on", Text::tr("树立标杆日期"), &Unit::benchmarkOn).since(),
                choiceField("participation", Text::tr("参建状态"), &Unit::participation)
                    .required()
                    .presumed()
                    .dated()
                    .untabled(),
                dateField("dossier_on", Text::tr("建档日期"), &Unit::dossierOn),
                longTextField("remarks", Text::tr("备注"), &Unit::remarks),
            },
        .nameField = QStringLiteral("name"),
        .identities = {{QStringLiteral("credit_code")}, {QStringLiteral("name")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<UnitAlias>()
{
    static const RecordKind kind{
        .key = QStringLiteral("unit_alias"),
        .title = Text::tr("单位别名"),
        .fields =
            {
                referenceField("unit", Text::tr("单位"), &UnitAlias::unit, "unit").required(),
                textField("alias", Text::tr("别名"), &UnitAlias::alias).required().limit(100).searched().unique(),
            },
        .nameField = QStringLiteral("alias"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("alias")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<Stallholder>()
{
    static const RecordKind kind{
        .key = QStringLiteral("stallholder"),
        .title = Text::tr("场内经营户"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &Stallholder::unit, "unit").required(),
                textField("stall", Text::tr("摊位号"), &Stallholder::stall).required().limit(40).searched(),
                textField("name", Text::tr("经营者"), &Stallholder::name).required().limit(100).searched(),
                textField("phone", Text::tr("联系电话"), &Stallholder::phone).limit(40),
                flagField("committed", Text::tr("已承诺"), &Stallholder::hasCommitted).since("committed_on"),
                dateField("committed_on", Text::tr("承诺日期"), &Stallholder::committedOn).since(),
                longTextField("remarks", Text::tr("备注"), &Stallholder::remarks),
            },
        .nameField = QStringLiteral("name"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("stall"), QStringLiteral("unit")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<Department>()
{
    static const RecordKind kind{
        .key = QStringLiteral("department"),
        .title = Text::tr("内设科室"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &Department::unit, "unit").required(),
                textField("name", Text::tr("科室名称"), &Department::name)
                    .required()
                    .limit(60)
                    .searched()
                    .alias({Text::tr("科室"), Text::tr("部门")}),
                textField("head", Text::tr("负责人"), &Department::head).limit(40).searched(),
                textField("phone", Text::tr("联系电话"), &Department::phone).limit(40),
                longTextField("remarks", Text::tr("备注"), &Department::remarks),
            },
        .nameField = QStringLiteral("name"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("name"), QStringLiteral("unit")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<Commitment>()
{
    static const RecordKind kind{
        .key = QStringLiteral("commitment"),
        .title = Text::tr("承诺书"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &Commitment::unit, "unit").required(),
                dateField("signed_on", Text::tr("签订日期"), &Commitment::signedOn).required(),
                textField("signatory", Text::tr("签订人"), &Commitment::signatory).limit(40),
                choiceField("displayed", Text::tr("张贴情况"), &Commitment::displayed).since("seen_on"),
                dateField("seen_on", Text::tr("查看日期"), &Commitment::seenOn).since(),
                longTextField("remarks", Text::tr("备注"), &Commitment::remarks),
            },
        .nameField = QStringLiteral("signed_on"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("signed_on"), QStringLiteral("unit")}},
        .sinceField = QStringLiteral("signed_on"),
        .check = [](const Record& r) -> QVector<Error> {
            if (!isEmpty(r.value(QStringLiteral("displayed"))) && isEmpty(r.value(QStringLiteral("seen_on"))))
                return {Error{ErrorKind::Invalid, QStringLiteral("required"),
                              Text::tr("填写了张贴情况，请同时填写查看日期。"), QStringLiteral("seen_on")}};
            return {};
        },
    };
    return kind;
}

} // namespace chengheng::model
