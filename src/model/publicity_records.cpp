// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/publicity_records.h"

#include "model/checks.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PublicityRecords)
};

QVector<Error> countsAgree(const Record& survey)
{
    if (integerOf(survey.value(QStringLiteral("aware"))) <= integerOf(survey.value(QStringLiteral("asked"))))
        return {};
    return {Error{ErrorKind::Invalid, QStringLiteral("more_than_asked"), Text::tr("知晓人数不能多于调查人数。"),
                  QStringLiteral("aware")}};
}

/// What stands on a public list tells of a unit, never of a person.
QVector<Error> namesNoPerson(const Record& entry)
{
    QVector<Error> faults;
    for (const char* key : {"ground", "finding", "statement"})
        if (holdsPersonalNumber(textOf(entry.value(QLatin1String(key)))))
            faults.append({ErrorKind::Invalid, QStringLiteral("personal_data"),
                           Text::tr("“%1”里有电话号码或身份证号，名单不写个人信息，请删去。")
                               .arg(entry.kind->field(QLatin1String(key))->label),
                           QLatin1String(key)});
    return faults;
}

/// A black entry rests on a decision or a confirmed finding, the unit is told and heard (or said nothing) before
/// it is approved, and it ends; nothing is published that town and bureau have not approved.
QVector<Error> mayBePublished(const Record& entry)
{
    QVector<Error> faults = namesNoPerson(entry);
    faults += needWith(entry, "published_on", {"town_approved_on", "bureau_approved_on", "end_on"});
    if (wordOf<ListColour>(textOf(entry.value(QStringLiteral("colour")))) != ListColour::Black)
        return faults;
    faults +=
        needOneOf(entry, {"enforcement_case", "finding"}, Text::tr("列入黑名单须有生效的案件决定或经确认的结论。"));
    faults += needWith(entry, "town_approved_on", {"notified_on"});
    if (!isEmpty(entry.value(QStringLiteral("town_approved_on"))) && isEmpty(entry.value(QStringLiteral("statement")))
        && !flagOf(entry.value(QStringLiteral("no_statement"))))
        faults.append({ErrorKind::Invalid, QStringLiteral("required"),
                       Text::tr("列入黑名单要先听取陈述申辩：请填写单位陈述申辩，或勾选“没有陈述申辩”。"),
                       QStringLiteral("statement")});
    return faults;
}

} // namespace

template <>
const RecordKind& kindOf<Activity>()
{
    static const RecordKind kind{
        .key = QStringLiteral("activity"),
        .title = Text::tr("会议活动"),
        .fields =
            {
                textField("title", Text::tr("名称"), &Activity::title).required().searched().unique(),
                choiceField("kind", Text::tr("类别"), &Activity::kind).required(),
                dateField("on", Text::tr("日期"), &Activity::on).ahead().required(),
                textField("place", Text::tr("地点"), &Activity::place).searched(),
                textField("host", Text::tr("主持人"), &Activity::host).limit(40),
                referenceField("organisation", Text::tr("主办部门"), &Activity::organisation, "organisation"),
                longTextField("minutes", Text::tr("会议纪要"), &Activity::minutes),
                longTextField("decisions", Text::tr("议定事项"), &Activity::decisions),
                longTextField("remarks", Text::tr("备注"), &Activity::remarks),
            },
        .nameField = QStringLiteral("title"),
        .identities = {{QStringLiteral("title")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<ActivityAttendance>()
{
    static const RecordKind kind{
        .key = QStringLiteral("activity_attendance"),
        .title = Text::tr("参加人员"),
        .fields =
            {
                referenceField("activity", Text::tr("会议活动"), &ActivityAttendance::activity, "activity").required(),
                choiceField("group", Text::tr("类别"), &ActivityAttendance::group).required(),
                referenceField("unit", Text::tr("单位名称"), &ActivityAttendance::unit, "unit"),
                textField("person", Text::tr("姓名"), &ActivityAttendance::person).required().searched().limit(40),
                integerField("heads", Text::tr("人数"), &ActivityAttendance::heads).required().range(1, 9999),
            },
        .nameField = QStringLiteral("person"),
        .parentField = QStringLiteral("activity"),
        .identities = {{QStringLiteral("person"), QStringLiteral("activity")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("activity"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<FollowUp>()
{
    static const RecordKind kind{
        .key = QStringLiteral("follow_up"),
        .title = Text::tr("会议议定事项"),
        .fields =
            {
                referenceField("activity", Text::tr("会议活动"), &FollowUp::activity, "activity").required(),
                textField("content", Text::tr("事项"), &FollowUp::content).required().searched(),
                referenceField("organisation", Text::tr("责任部门"), &FollowUp::organisation, "organisation")
                    .required(),
                dateField("due_on", Text::tr("完成期限"), &FollowUp::dueOn).ahead().required(),
                dateField("done_on", Text::tr("完成日期"), &FollowUp::doneOn).since(),
                textField("result", Text::tr("完成情况"), &FollowUp::result).since("done_on"),
            },
        .nameField = QStringLiteral("content"),
        .parentField = QStringLiteral("activity"),
        .identities = {{QStringLiteral("content"), QStringLiteral("activity")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("activity"),
        .owed = {{QStringLiteral("due_on"), QStringLiteral("done_on")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<MediaItem>()
{
    static const RecordKind kind{
        .key = QStringLiteral("media_item"),
        .title = Text::tr("媒体报道"),
        .fields =
            {
                textField("title", Text::tr("标题"), &MediaItem::title).required().searched(),
                choiceField("medium", Text::tr("媒介"), &MediaItem::medium).required(),
                choiceField("level", Text::tr("级别"), &MediaItem::level).required(),
                textField("outlet", Text::tr("媒体名称"), &MediaItem::outlet).required().searched(),
                dateField("on", Text::tr("日期"), &MediaItem::on).required(),
                textField("link", Text::tr("链接或版面"), &MediaItem::link),
                referenceField("activity", Text::tr("相关活动"), &MediaItem::activity, "activity"),
            },
        .nameField = QStringLiteral("title"),
        .identities = {{QStringLiteral("title"), QStringLiteral("on")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<Material>()
{
    static const RecordKind kind{
        .key = QStringLiteral("material"),
        .title = Text::tr("宣传品"),
        .fields =
            {
                textField("name", Text::tr("名称"), &Material::name).required().searched().unique(),
                choiceField("kind", Text::tr("类别"), &Material::kind).required(),
                integerField("quantity", Text::tr("印制数量"), &Material::quantity).required().range(1, 9999999),
                dateField("made_on", Text::tr("制作日期"), &Material::madeOn).required(),
                longTextField("remarks", Text::tr("备注"), &Material::remarks),
            },
        .nameField = QStringLiteral("name"),
        .identities = {{QStringLiteral("name")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("made_on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<Handout>()
{
    static const RecordKind kind{
        .key = QStringLiteral("handout"),
        .title = Text::tr("宣传品发放"),
        .fields =
            {
                referenceField("material", Text::tr("宣传品"), &Handout::material, "material").required(),
                referenceField("unit", Text::tr("单位名称"), &Handout::unit, "unit"),
                textField("receiver", Text::tr("领取人"), &Handout::receiver).required().searched().limit(40),
                dateField("on", Text::tr("发放日期"), &Handout::on).required(),
                integerField("quantity", Text::tr("数量"), &Handout::quantity).required().range(1, 9999999),
            },
        .nameField = QStringLiteral("receiver"),
        .parentField = QStringLiteral("material"),
        .identities = {{QStringLiteral("receiver"), QStringLiteral("material"), QStringLiteral("on")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<ColumnPost>()
{
    static const RecordKind kind{
        .key = QStringLiteral("column_post"),
        .title = Text::tr("专栏发布"),
        .fields =
            {
                textField("title", Text::tr("标题"), &ColumnPost::title).required().searched(),
                choiceField("kind", Text::tr("内容"), &ColumnPost::kind).required(),
                dateField("on", Text::tr("发布日期"), &ColumnPost::on).required(),
                textField("link", Text::tr("链接"), &ColumnPost::link),
            },
        .nameField = QStringLiteral("title"),
        .identities = {{QStringLiteral("title"), QStringLiteral("on")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<PublicNotice>()
{
    static const RecordKind kind{
        .key = QStringLiteral("public_notice"),
        .title = Text::tr("公示"),
        .fields =
            {
                textField("title", Text::tr("标题"), &PublicNotice::title).required().searched().unique(),
                choiceField("kind", Text::tr("内容"), &PublicNotice::kind).required(),
                dateField("from", Text::tr("公示日期"), &PublicNotice::from).ahead().required().beginsToday(),
                dateField("to", Text::tr("公示截止"), &PublicNotice::to).ahead(),
                textField("place", Text::tr("公示载体"), &PublicNotice::place).required(),
                textField("objections", Text::tr("收到异议"), &PublicNotice::objections),
                referenceField("issued_paper", Text::tr("所用文书"), &PublicNotice::issuedPaper, "issued_paper")
                    .unlisted(),
            },
        .nameField = QStringLiteral("title"),
        .identities = {{QStringLiteral("title")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("from"),
        .inOrder = {{QStringLiteral("from"), QStringLiteral("to")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<AwarenessSurvey>()
{
    static const RecordKind kind{
        .key = QStringLiteral("awareness_survey"),
        .title = Text::tr("知晓率调查"),
        .fields =
            {
                dateField("on", Text::tr("调查日期"), &AwarenessSurvey::on).required(),
                textField("place", Text::tr("地点"), &AwarenessSurvey::place).required().searched(),
                integerField("asked", Text::tr("调查人数"), &AwarenessSurvey::asked).required().range(1, 999999),
                integerField("aware", Text::tr("知晓人数"), &AwarenessSurvey::aware).required().range(0, 999999),
                textField("method", Text::tr("方式"), &AwarenessSurvey::method).limit(60),
            },
        .nameField = QStringLiteral("place"),
        .identities = {{QStringLiteral("place"), QStringLiteral("on")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
        .check = countsAgree,
    };
    return kind;
}

template <>
const RecordKind& kindOf<ListEntry>()
{
    static const RecordKind kind{
        .key = QStringLiteral("list_entry"),
        .title = Text::tr("红黑名单"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &ListEntry::unit, "unit").required(),
                choiceField("colour", Text::tr("名单"), &ListEntry::colour).required(),
                textField("ground", Text::tr("列入理由"), &ListEntry::ground).required().searched(),
                dateField("drafted_on", Text::tr("拟列日期"), &ListEntry::draftedOn).required(),
                referenceField("enforcement_case", Text::tr("依据案件"), &ListEntry::enforcementCase,
                               "enforcement_case"),
                textField("finding", Text::tr("依据的确认结论"), &ListEntry::finding),
                dateField("notified_on", Text::tr("告知单位日期"), &ListEntry::notifiedOn).since(),
                textField("statement", Text::tr("单位陈述申辩"), &ListEntry::statement).since("notified_on"),
                flagField("no_statement", Text::tr("没有陈述申辩"), &ListEntry::hasNoStatement)
                    .since("notified_on")
                    .unlisted(),
                dateField("town_approved_on", Text::tr("镇政府批准日期"), &ListEntry::townApprovedOn)
                    .onlyBy(Authority::Leader)
                    .since(),
                dateField("bureau_approved_on", Text::tr("区局批准日期"), &ListEntry::bureauApprovedOn)
                    .onlyBy(Authority::Section)
                    .since(),
                dateField("published_on", Text::tr("公布日期"), &ListEntry::publishedOn).since(),
                dateField("end_on", Text::tr("公布至"), &ListEntry::endOn).ahead(),
                dateField("removed_on", Text::tr("移出日期"), &ListEntry::removedOn).since(),
            },
        .nameField = QStringLiteral("ground"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("drafted_on"), QStringLiteral("unit")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("drafted_on"),
        .inOrder = {{QStringLiteral("drafted_on"), QStringLiteral("notified_on")},
                    {QStringLiteral("drafted_on"), QStringLiteral("town_approved_on")},
                    {QStringLiteral("notified_on"), QStringLiteral("town_approved_on")},
                    {QStringLiteral("town_approved_on"), QStringLiteral("bureau_approved_on")},
                    {QStringLiteral("bureau_approved_on"), QStringLiteral("published_on")},
                    {QStringLiteral("drafted_on"), QStringLiteral("published_on")},
                    {QStringLiteral("published_on"), QStringLiteral("end_on")},
                    {QStringLiteral("published_on"), QStringLiteral("removed_on")}},
        .releasedBy = {QStringLiteral("town_approved_on"), QStringLiteral("bureau_approved_on")},
        .check = mayBePublished,
    };
    return kind;
}

} // namespace chengheng::model
