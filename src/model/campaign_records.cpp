// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/campaign_records.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CampaignRecords)
};

} // namespace

template <>
const RecordKind& kindOf<Campaign>()
{
    static const RecordKind kind{
        .key = QStringLiteral("campaign"),
        .title = Text::tr("创建活动"),
        .fields =
            {
                textField("title", Text::tr("活动名称"), &Campaign::title).required(),
                textField("campaign_type", Text::tr("创建类型"), &Campaign::campaignType),
                textField("applicant", Text::tr("创建主体"), &Campaign::applicant).required(),
                textField("notice_number", Text::tr("发文字号"), &Campaign::noticeNumber),
                textField("plan_id", Text::tr("方案"), &Campaign::planId).required().unlisted(),
                dateField("from", Text::tr("开始日期"), &Campaign::from).ahead().required(),
                dateField("to", Text::tr("结束日期"), &Campaign::to).ahead().required(),
                textField("predecessor", Text::tr("上一轮活动"), &Campaign::predecessor),
                dateField("predecessor_on", Text::tr("上一轮结束日期"), &Campaign::predecessorOn),
                textField("successor", Text::tr("下一轮活动"), &Campaign::successor).derived(),
                dateField("closed_on", Text::tr("结束并转为只读的日期"), &Campaign::closedOn).derived(),
                textField("civic_assessment", Text::tr("文明社区测评"), &Campaign::civicAssessment),
                longTextField("remarks", Text::tr("备注"), &Campaign::remarks),
            },
        .nameField = QStringLiteral("title"),
        .keepers = Keepers::Office,
        .inOrder = {{QStringLiteral("from"), QStringLiteral("to")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<Edition>()
{
    static const RecordKind kind{
        .key = QStringLiteral("edition"),
        .title = Text::tr("版本"),
        .fields =
            {
                choiceField("kind", Text::tr("类别"), &Edition::kind).required(),
                textField("name", Text::tr("名称"), &Edition::name).required(),
                documentField("content", Text::tr("内容"), &Edition::content),
            },
        .nameField = QStringLiteral("name"),
        .isInternal = true,
    };
    return kind;
}

template <>
const RecordKind& kindOf<Organisation>()
{
    static const RecordKind kind{
        .key = QStringLiteral("organisation"),
        .title = Text::tr("单位部门"),
        .fields =
            {
                textField("name", Text::tr("名称"), &Organisation::name).required().searched().unique(),
                choiceField("kind", Text::tr("类别"), &Organisation::kind).required(),
                longTextField("duties", Text::tr("职责"), &Organisation::duties),
            },
        .nameField = QStringLiteral("name"),
        .identities = {{QStringLiteral("name")}},
        .keepers = Keepers::Office,
    };
    return kind;
}

template <>
const RecordKind& kindOf<Seat>()
{
    static const RecordKind kind{
        .key = QStringLiteral("seat"),
        .title = Text::tr("席位"),
        .fields =
            {
                textField("body", Text::tr("机构"), &Seat::body).required().searched(),
                textField("role", Text::tr("职责"), &Seat::role).required(),
                referenceField("organisation", Text::tr("单位"), &Seat::organisation, "organisation").required(),
                textField("post", Text::tr("职务"), &Seat::post).searched(),
                integerField("position", Text::tr("序号"), &Seat::position).range(0, 999),
            },
        .nameField = QStringLiteral("post"),
        .identities = {{QStringLiteral("body"), QStringLiteral("role"), QStringLiteral("organisation"),
                        QStringLiteral("position")}},
        .keepers = Keepers::Office,
    };
    return kind;
}

template <>
const RecordKind& kindOf<SeatHolder>()
{
    static const RecordKind kind{
        .key = QStringLiteral("seat_holder"),
        .title = Text::tr("任职人员"),
        .fields =
            {
                referenceField("seat", Text::tr("席位"), &SeatHolder::seat, "seat").required(),
                textField("person", Text::tr("姓名"), &SeatHolder::person).required().limit(40).searched(),
                dateField("from", Text::tr("任职日期"), &SeatHolder::from).ahead().beginsToday(),
                dateField("to", Text::tr("离任日期"), &SeatHolder::to).ahead(),
                textField("phone", Text::tr("联系电话"), &SeatHolder::phone).limit(40),
                longTextField("remarks", Text::tr("备注"), &SeatHolder::remarks),
            },
        .nameField = QStringLiteral("person"),
        .parentField = QStringLiteral("seat"),
        .identities = {{QStringLiteral("person"), QStringLiteral("seat"), QStringLiteral("from")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("from"),
        .inOrder = {{QStringLiteral("from"), QStringLiteral("to")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<MilestoneFact>()
{
    static const RecordKind kind{
        .key = QStringLiteral("milestone_fact"),
        .title = Text::tr("节点完成记录"),
        .fields =
            {
                textField("milestone", Text::tr("节点"), &MilestoneFact::milestone).required().picked("milestone"),
                dateField("on", Text::tr("完成日期"), &MilestoneFact::on).required(),
                textField("evidence", Text::tr("依据材料"), &MilestoneFact::evidence),
                longTextField("remarks", Text::tr("备注"), &MilestoneFact::remarks),
            },
        .nameField = QStringLiteral("milestone"),
        .identities = {{QStringLiteral("milestone"), QStringLiteral("on")}},
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<DatedChange>()
{
    static const RecordKind kind{
        .key = QStringLiteral("dated_change"),
        .title = Text::tr("变更记录"),
        .fields =
            {
                textField("subject_kind", Text::tr("登记簿"), &DatedChange::subjectKind).required(),
                anyReferenceField("subject", Text::tr("对象"), &DatedChange::subject).required(),
                textField("field", Text::tr("字段"), &DatedChange::field).required(),
                dateField("from", Text::tr("自何日起"), &DatedChange::from).ahead().required().beginsToday(),
                textField("value", Text::tr("新值"), &DatedChange::value).limit(4000),
                textField("reason", Text::tr("原因"), &DatedChange::reason),
                textField("reported_by", Text::tr("上报人"), &DatedChange::reportedBy).limit(40),
            },
        .nameField = QStringLiteral("field"),
        .isInternal = true,
    };
    return kind;
}

template <>
const RecordKind& kindOf<Setting>()
{
    static const RecordKind kind{
        .key = QStringLiteral("setting"),
        .title = Text::tr("期限设定"),
        .fields =
            {
                choiceField("name", Text::tr("项目"), &Setting::name).required(),
                integerField("days", Text::tr("改为"), &Setting::days)
                    .required()
                    .range(1, 400)
                    .alias({Text::tr("天数")}),
                dateField("from", Text::tr("自何日起"), &Setting::from).ahead().required().beginsToday(),
                longTextField("reason", Text::tr("理由"), &Setting::reason).required(),
            },
        .nameField = QStringLiteral("name"),
        .identities = {{QStringLiteral("name"), QStringLiteral("from")}},
        .keepers = Keepers::Administrator,
        .sinceField = QStringLiteral("from"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<ImportBatch>()
{
    static const RecordKind kind{
        .key = QStringLiteral("import_batch"),
        .title = Text::tr("导入批次"),
        .fields =
            {
                textField("kind", Text::tr("登记簿"), &ImportBatch::kind).required(),
                textField("file_name", Text::tr("文件"), &ImportBatch::fileName).required(),
                dateField("on", Text::tr("日期"), &ImportBatch::on).required(),
                integerField("rows", Text::tr("行数"), &ImportBatch::rows),
                integerField("accepted", Text::tr("新增"), &ImportBatch::accepted),
                integerField("updated", Text::tr("更新"), &ImportBatch::updated),
                integerField("skipped", Text::tr("跳过"), &ImportBatch::skipped),
                integerField("rejected", Text::tr("退回"), &ImportBatch::rejected),
                choiceField("state", Text::tr("状态"), &ImportBatch::state).presumed(),
            },
        .nameField = QStringLiteral("file_name"),
        .isInternal = true,
    };
    return kind;
}

template <>
const RecordKind& kindOf<Attachment>()
{
    static const RecordKind kind{
        .key = QStringLiteral("attachment"),
        .title = Text::tr("附件"),
        .fields =
            {
                textField("subject_kind", Text::tr("登记簿"), &Attachment::subjectKind).required(),
                anyReferenceField("subject", Text::tr("对象"), &Attachment::subject).required(),
                textField("item", Text::tr("评分项"), &Attachment::item),
                textField("file_name", Text::tr("文件名"), &Attachment::fileName).required(),
                textField("media_type", Text::tr("类型"), &Attachment::mediaType).required(),
                textField("sha256", Text::tr("校验值"), &Attachment::sha256).required().unlisted(),
                integerField("size", Text::tr("大小"), &Attachment::size),
                textField("original_sha256", Text::tr("原件校验值"), &Attachment::originalSha256).unlisted(),
                dateField("taken_on", Text::tr("拍摄日期"), &Attachment::takenOn).anyDay(),
                textField("taken_at", Text::tr("拍摄地点"), &Attachment::takenAt),
                textField("caption", Text::tr("说明"), &Attachment::caption),
            },
        .nameField = QStringLiteral("file_name"),
        .isInternal = true,
    };
    return kind;
}

} // namespace chengheng::model
