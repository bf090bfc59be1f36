// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/survey_records.h"

#include "model/checks.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SurveyRecords)
};

QVector<Error> countsAgree(const Record& survey)
{
    if (integerOf(survey.value(QStringLiteral("mandatory"))) <= integerOf(survey.value(QStringLiteral("instruments")))
        || isEmpty(survey.value(QStringLiteral("instruments"))))
        return {};
    return {Error{ErrorKind::Invalid, QStringLiteral("more_than_all"), Text::tr("强检器具数不能多于在用器具数。"),
                  QStringLiteral("mandatory")}};
}

} // namespace

template <>
const RecordKind& kindOf<Survey>()
{
    static const RecordKind kind{
        .key = QStringLiteral("survey"),
        .title = Text::tr("摸底排查"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &Survey::unit, "unit").required(),
                dateField("on", Text::tr("排摸日期"), &Survey::on).required(),
                textField("surveyor", Text::tr("排摸人"), &Survey::surveyor).required().searched().limit(40),
                integerField("area", Text::tr("经营面积（平方米）"), &Survey::area).range(0, 9999999),
                integerField("staff", Text::tr("从业人数"), &Survey::staff).range(0, 999999),
                integerField("instruments", Text::tr("在用器具数"), &Survey::instruments).range(0, 999999),
                integerField("mandatory", Text::tr("其中强检"), &Survey::mandatory).range(0, 999999),
                choiceField("management", Text::tr("计量管理状况"), &Survey::management),
                choiceField("opinion", Text::tr("建议"), &Survey::opinion),
                textField("reason", Text::tr("理由"), &Survey::reason),
                longTextField("remarks", Text::tr("备注"), &Survey::remarks),
            },
        .nameField = QStringLiteral("surveyor"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("on"), QStringLiteral("unit")}},
        .sinceField = QStringLiteral("on"),
        .check = countsAgree,
    };
    return kind;
}

template <>
const RecordKind& kindOf<SurveyInstrument>()
{
    static const RecordKind kind{
        .key = QStringLiteral("survey_instrument"),
        .title = Text::tr("排摸器具"),
        .fields =
            {
                referenceField("survey", Text::tr("摸底排查"), &SurveyInstrument::survey, "survey").required(),
                textField("name", Text::tr("器具名称"), &SurveyInstrument::name).required().searched().limit(100),
                integerField("quantity", Text::tr("数量"), &SurveyInstrument::quantity).required().range(1, 99999),
                flagField("mandatory", Text::tr("强检"), &SurveyInstrument::isMandatory),
            },
        .nameField = QStringLiteral("name"),
        .parentField = QStringLiteral("survey"),
        .identities = {{QStringLiteral("name"), QStringLiteral("survey")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<CreationMode>()
{
    static const RecordKind kind{
        .key = QStringLiteral("creation_mode"),
        .title = Text::tr("创建模式"),
        .fields =
            {
                choiceField("trade", Text::tr("业态"), &CreationMode::trade).required(),
                textField("mode", Text::tr("创建模式"), &CreationMode::mode).required().searched(),
                longTextField("focus", Text::tr("工作重点"), &CreationMode::focus),
                dateField("decided_on", Text::tr("确定日期"), &CreationMode::decidedOn).required(),
            },
        .nameField = QStringLiteral("mode"),
        .identities = {{QStringLiteral("trade")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("decided_on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<UnitReport>()
{
    static const RecordKind kind{
        .key = QStringLiteral("unit_report"),
        .title = Text::tr("信息更新"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &UnitReport::unit, "unit").required(),
                dateField("on", Text::tr("上报日期"), &UnitReport::on).required(),
                referenceField("organisation", Text::tr("上报部门"), &UnitReport::organisation, "organisation")
                    .required(),
                textField("reporter", Text::tr("上报人"), &UnitReport::reporter).limit(40),
                textField("content", Text::tr("更新内容"), &UnitReport::content).required().searched(),
                flagField("entered", Text::tr("已据此修改登记"), &UnitReport::entered),
            },
        .nameField = QStringLiteral("content"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("on"), QStringLiteral("unit"), QStringLiteral("content")}},
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

} // namespace chengheng::model
