// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/application_records.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ApplicationRecords)
};

} // namespace

template <>
const RecordKind& kindOf<Application>()
{
    static const RecordKind kind{
        .key = QStringLiteral("application"),
        .title = Text::tr("申请"),
        .fields =
            {
                textField("title", Text::tr("名称"), &Application::title).required().searched().unique(),
                choiceField("kind", Text::tr("类别"), &Application::kind).required(),
                dateField("drafted_on", Text::tr("起草日期"), &Application::draftedOn).required(),
                textField("drafter", Text::tr("起草人"), &Application::drafter).limit(40),
                longTextField("remarks", Text::tr("备注"), &Application::remarks),
            },
        .nameField = QStringLiteral("title"),
        .identities = {{QStringLiteral("title")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("drafted_on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<ApplicationStep>()
{
    static const RecordKind kind{
        .key = QStringLiteral("application_step"),
        .title = Text::tr("申请办理"),
        .fields =
            {
                referenceField("application", Text::tr("申请"), &ApplicationStep::application, "application")
                    .required(),
                choiceField("kind", Text::tr("步骤"), &ApplicationStep::kind)
                    .required()
                    .onlyBy(Authority::Section, ApplicationStepKind::CoSigned),
                dateField("on", Text::tr("日期"), &ApplicationStep::on).required(),
                referenceField("organisation", Text::tr("办理部门"), &ApplicationStep::organisation, "organisation"),
                textField("persons", Text::tr("经办人"), &ApplicationStep::persons).limit(40).beginsSigned(),
                textField("opinion", Text::tr("意见"), &ApplicationStep::opinion),
            },
        .nameField = QStringLiteral("persons"),
        .parentField = QStringLiteral("application"),
        .identities = {{QStringLiteral("on"), QStringLiteral("application"), QStringLiteral("kind")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<AcceptanceVisit>()
{
    static const RecordKind kind{
        .key = QStringLiteral("acceptance_visit"),
        .title = Text::tr("考核验收"),
        .fields =
            {
                dateField("on", Text::tr("验收日期"), &AcceptanceVisit::on).ahead().required(),
                textField("team", Text::tr("验收组"), &AcceptanceVisit::team).required().searched(),
                longTextField("drawn", Text::tr("抽查单位"), &AcceptanceVisit::drawn),
                textField("organiser_points", Text::tr("组织者得分"), &AcceptanceVisit::organiserPoints).limit(40),
                choiceField("conclusion", Text::tr("结论"), &AcceptanceVisit::conclusion),
                longTextField("remarks", Text::tr("备注"), &AcceptanceVisit::remarks),
            },
        .nameField = QStringLiteral("team"),
        .identities = {{QStringLiteral("on")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<DrawnUnit>()
{
    static const RecordKind kind{
        .key = QStringLiteral("drawn_unit"),
        .title = Text::tr("抽查单位"),
        .fields =
            {
                referenceField("acceptance_visit", Text::tr("考核验收"), &DrawnUnit::acceptanceVisit,
                               "acceptance_visit")
                    .required(),
                referenceField("unit", Text::tr("单位名称"), &DrawnUnit::unit, "unit").required(),
                integerField("place", Text::tr("抽取次序"), &DrawnUnit::place).required().range(1, 9999),
                textField("remarks", Text::tr("备注"), &DrawnUnit::remarks),
            },
        .nameField = QStringLiteral("place"),
        .parentField = QStringLiteral("acceptance_visit"),
        .identities = {{QStringLiteral("place"), QStringLiteral("acceptance_visit")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("acceptance_visit"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<AcceptanceOpinion>()
{
    static const RecordKind kind{
        .key = QStringLiteral("acceptance_opinion"),
        .title = Text::tr("验收意见"),
        .fields =
            {
                referenceField("acceptance_visit", Text::tr("考核验收"), &AcceptanceOpinion::acceptanceVisit,
                               "acceptance_visit")
                    .required(),
                referenceField("unit", Text::tr("单位名称"), &AcceptanceOpinion::unit, "unit"),
                textField("content", Text::tr("意见"), &AcceptanceOpinion::content).required().searched(),
                dateField("due_on", Text::tr("整改期限"), &AcceptanceOpinion::dueOn).ahead().required(),
                dateField("done_on", Text::tr("完成日期"), &AcceptanceOpinion::doneOn).since(),
                textField("result", Text::tr("整改情况"), &AcceptanceOpinion::result).since("done_on"),
                referenceField("problem", Text::tr("对应问题"), &AcceptanceOpinion::problem, "problem").derived(),
            },
        .nameField = QStringLiteral("content"),
        .parentField = QStringLiteral("acceptance_visit"),
        .identities = {{QStringLiteral("content"), QStringLiteral("acceptance_visit")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("acceptance_visit"),
        .owed = {{QStringLiteral("due_on"), QStringLiteral("done_on")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<AnnualReport>()
{
    static const RecordKind kind{
        .key = QStringLiteral("annual_report"),
        .title = Text::tr("年度总结"),
        .fields =
            {
                textField("title", Text::tr("标题"), &AnnualReport::title).required().searched().unique(),
                integerField("year", Text::tr("年度"), &AnnualReport::year).required().range(2000, 2100),
                dateField("on", Text::tr("起草日期"), &AnnualReport::on).required(),
                longTextField("content", Text::tr("正文"), &AnnualReport::content),
                dateField("sent_on", Text::tr("报送市局日期"), &AnnualReport::sentOn).since(),
            },
        .nameField = QStringLiteral("title"),
        .identities = {{QStringLiteral("title")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
        .inOrder = {{QStringLiteral("on"), QStringLiteral("sent_on")}},
    };
    return kind;
}

} // namespace chengheng::model
