// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training_records.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TrainingRecords)
};

} // namespace

template <>
const RecordKind& kindOf<Training>()
{
    static const RecordKind kind{
        .key = QStringLiteral("training"),
        .title = Text::tr("培训"),
        .fields =
            {
                textField("title", Text::tr("培训名称"), &Training::title).required().searched().unique(),
                choiceField("audience", Text::tr("培训对象"), &Training::audience).required(),
                textField("batch", Text::tr("批次"), &Training::batch).limit(40),
                dateField("on", Text::tr("日期"), &Training::on).ahead().required(),
                textField("place", Text::tr("地点"), &Training::place),
                textField("topics", Text::tr("培训内容"), &Training::topics)
                    .required()
                    .searched()
                    .picked("training_topic", Text::tr("、")),
                textField("teacher", Text::tr("授课人"), &Training::teacher).limit(40),
                referenceField("organisation", Text::tr("主办部门"), &Training::organisation, "organisation"),
                integerField("hours", Text::tr("学时"), &Training::hours).range(0, 999),
                longTextField("remarks", Text::tr("备注"), &Training::remarks),
            },
        .nameField = QStringLiteral("title"),
        .identities = {{QStringLiteral("title")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<TrainingTopic>()
{
    static const RecordKind kind{
        .key = QStringLiteral("training_topic"),
        .title = Text::tr("培训课题"),
        .fields =
            {
                textField("name", Text::tr("课题"), &TrainingTopic::name).required().searched().limit(60),
                choiceField("role", Text::tr("应训对象"), &TrainingTopic::role).required(),
                dateField("from", Text::tr("自何日起要求"), &TrainingTopic::from).ahead(),
                longTextField("remarks", Text::tr("备注"), &TrainingTopic::remarks),
            },
        .nameField = QStringLiteral("name"),
        .identities = {{QStringLiteral("name"), QStringLiteral("role")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("from"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<TrainingAttendance>()
{
    static const RecordKind kind{
        .key = QStringLiteral("training_attendance"),
        .title = Text::tr("培训签到"),
        .fields =
            {
                referenceField("training", Text::tr("培训名称"), &TrainingAttendance::training, "training").required(),
                referenceField("unit", Text::tr("单位名称"), &TrainingAttendance::unit, "unit"),
                referenceField("supervisor", Text::tr("群众监督员"), &TrainingAttendance::supervisor, "supervisor"),
                textField("person", Text::tr("姓名"), &TrainingAttendance::person).required().searched().limit(40),
                choiceField("role", Text::tr("身份"), &TrainingAttendance::role).required(),
                flagField("present", Text::tr("已到"), &TrainingAttendance::present),
            },
        .nameField = QStringLiteral("person"),
        .parentField = QStringLiteral("training"),
        .identities = {{QStringLiteral("person"), QStringLiteral("training"), QStringLiteral("unit"),
                        QStringLiteral("role")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("training"),
    };
    return kind;
}

} // namespace chengheng::model
