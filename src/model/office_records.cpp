// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/office_records.h"

#include "model/checks.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficeRecords)
};

/// A contact speaks for an organisation or for a unit.
QVector<Error> belongsSomewhere(const Record& liaison)
{
    return needOneOf(liaison, {"organisation", "unit"}, Text::tr("请填写联络员所在的部门或单位。"));
}

/// An officer works on the units of his station.
QVector<Error> hasStation(const Record& account)
{
    const bool isOfficer = wordOf<Role>(textOf(account.value(QStringLiteral("role")))) == Role::Officer;
    if (!isOfficer || !isEmpty(account.value(QStringLiteral("station"))))
        return {};
    return {Error{ErrorKind::Invalid, QStringLiteral("required"), Text::tr("监管所人员请填写是哪个监管所。"),
                  QStringLiteral("station")}};
}

/// A task is done where something shows it.
QVector<Error> isProved(const Record& task)
{
    return needWith(task, "done_on", {"proof"});
}

} // namespace

template <>
const QVector<Word<PasswordState>>& wordsOf()
{
    static const QVector<Word<PasswordState>> words{
        {PasswordState::OneTime, {QStringLiteral("one_time"), Text::tr("一次性"), {}}},
        {PasswordState::Own, {QStringLiteral("own"), Text::tr("已设"), {}}},
    };
    return words;
}

template <>
const RecordKind& kindOf<Account>()
{
    static const RecordKind kind{
        .key = QStringLiteral("account"),
        .title = Text::tr("人员账号"),
        .fields =
            {
                textField("login", Text::tr("登录名"), &Account::login).required().unique().limit(60),
                textField("name", Text::tr("姓名"), &Account::name).required().searched().limit(40),
                choiceField("role", Text::tr("角色"), &Account::role).required(),
                referenceField("station", Text::tr("监管所"), &Account::station, "organisation"),
                dateField("from", Text::tr("启用日期"), &Account::from).ahead().required().beginsToday(),
                dateField("to", Text::tr("停用日期"), &Account::to).ahead(),
                longTextField("remarks", Text::tr("备注"), &Account::remarks),
                choiceField("password_state", Text::tr("登录口令"), &Account::passwordState).derived(),
            },
        .nameField = QStringLiteral("name"),
        .identities = {{QStringLiteral("login")}},
        .keepers = Keepers::Administrator,
        .inOrder = {{QStringLiteral("from"), QStringLiteral("to")}},
        .check = hasStation,
    };
    return kind;
}

template <>
const RecordKind& kindOf<Liaison>()
{
    static const RecordKind kind{
        .key = QStringLiteral("liaison"),
        .title = Text::tr("联络员"),
        .fields =
            {
                referenceField("organisation", Text::tr("部门或监管所"), &Liaison::organisation, "organisation"),
                referenceField("unit", Text::tr("单位名称"), &Liaison::unit, "unit"),
                textField("person", Text::tr("联络员"), &Liaison::person).required().searched().limit(40),
                textField("post", Text::tr("职务"), &Liaison::post),
                textField("phone", Text::tr("联系电话"), &Liaison::phone).required().limit(40),
                dateField("from", Text::tr("任职日期"), &Liaison::from).ahead(),
                dateField("to", Text::tr("离任日期"), &Liaison::to).ahead().since(),
                longTextField("remarks", Text::tr("备注"), &Liaison::remarks),
            },
        .nameField = QStringLiteral("person"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("person"), QStringLiteral("organisation"), QStringLiteral("unit")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("from"),
        .inOrder = {{QStringLiteral("from"), QStringLiteral("to")}},
        .check = belongsSomewhere,
    };
    return kind;
}

template <>
const RecordKind& kindOf<Guidance>()
{
    static const RecordKind kind{
        .key = QStringLiteral("guidance"),
        .title = Text::tr("业务指导"),
        .fields =
            {
                referenceField("organisation", Text::tr("指导对象"), &Guidance::organisation, "organisation")
                    .required(),
                dateField("on", Text::tr("指导日期"), &Guidance::on).required(),
                textField("adviser", Text::tr("指导人"), &Guidance::adviser).required().limit(40),
                textField("subject", Text::tr("事项"), &Guidance::subject).required().searched(),
                longTextField("content", Text::tr("指导内容"), &Guidance::content),
                dateField("due_on", Text::tr("回复期限"), &Guidance::dueOn).ahead(),
                dateField("answered_on", Text::tr("回复日期"), &Guidance::answeredOn).since(),
                longTextField("answer", Text::tr("回复内容"), &Guidance::answer).since("answered_on"),
            },
        .nameField = QStringLiteral("subject"),
        .identities = {{QStringLiteral("subject"), QStringLiteral("on")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
        .owed = {{QStringLiteral("due_on"), QStringLiteral("answered_on")}},
        .inOrder = {{QStringLiteral("on"), QStringLiteral("answered_on")}},
    };
    return kind;
}

template <>
const RecordKind& kindOf<Task>()
{
    static const RecordKind kind{
        .key = QStringLiteral("task"),
        .title = Text::tr("任务分解"),
        .fields =
            {
                textField("goal", Text::tr("年度目标"), &Task::goal).required().searched(),
                textField("title", Text::tr("任务"), &Task::title).required().searched().unique(),
                textField("milestone", Text::tr("对应节点"), &Task::milestone).picked("milestone").unlisted().limit(40),
                referenceField("organisation", Text::tr("责任部门"), &Task::organisation, "organisation").required(),
                referenceField("seat", Text::tr("责任岗位"), &Task::seat, "seat"),
                dateField("set_on", Text::tr("下达日期"), &Task::setOn).required(),
                dateField("from", Text::tr("开始日期"), &Task::from).ahead(),
                dateField("due_on", Text::tr("完成期限"), &Task::dueOn).ahead().required(),
                textField("deliverable", Text::tr("成果材料"), &Task::deliverable),
                dateField("done_on", Text::tr("完成日期"), &Task::doneOn).since(),
                textField("proof", Text::tr("完成依据"), &Task::proof).since("done_on"),
                longTextField("remarks", Text::tr("备注"), &Task::remarks),
            },
        .nameField = QStringLiteral("title"),
        .identities = {{QStringLiteral("title")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("set_on"),
        .owed = {{QStringLiteral("due_on"), QStringLiteral("done_on")}},
        .inOrder = {{QStringLiteral("set_on"), QStringLiteral("due_on")},
                    {QStringLiteral("from"), QStringLiteral("due_on")}},
        .check = isProved,
    };
    return kind;
}

template <>
const RecordKind& kindOf<CorrectionSlip>()
{
    static const RecordKind kind{
        .key = QStringLiteral("correction_slip"),
        .title = Text::tr("更正单"),
        .fields =
            {
                integerField("number", Text::tr("编号"), &CorrectionSlip::number).issued().untabled(),
                textField("subject", Text::tr("更正事项"), &CorrectionSlip::subject).required().searched(),
                textField("was", Text::tr("原内容"), &CorrectionSlip::was).required(),
                textField("now", Text::tr("更正为"), &CorrectionSlip::now).required(),
                textField("reason", Text::tr("更正原因"), &CorrectionSlip::reason).required(),
                textField("approver", Text::tr("批准人"), &CorrectionSlip::approver).required().limit(40),
                dateField("on", Text::tr("更正日期"), &CorrectionSlip::on).required(),
                longTextField("papers", Text::tr("涉及的已发文书"), &CorrectionSlip::papers),
            },
        .nameField = QStringLiteral("subject"),
        .identities = {{QStringLiteral("subject"), QStringLiteral("on")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<Handover>()
{
    static const RecordKind kind{
        .key = QStringLiteral("handover"),
        .title = Text::tr("工作交接"),
        .fields =
            {
                dateField("on", Text::tr("交接日期"), &Handover::on).ahead().required().beginsToday(),
                textField("from_person", Text::tr("移交人"), &Handover::fromPerson).required().searched().limit(40),
                textField("to_person", Text::tr("接交人"), &Handover::toPerson).required().searched().limit(40),
                longTextField("open_work", Text::tr("未办结事项"), &Handover::openWork).limit(100'000),
                longTextField("papers_out", Text::tr("在外用印文书"), &Handover::papersOut).limit(100'000),
                textField("backup_place", Text::tr("档案与备份存放"), &Handover::backupPlace),
                flagField("roles_moved", Text::tr("账号权限已移交"), &Handover::rolesMoved),
                flagField("signed_by_both", Text::tr("双方已签字"), &Handover::signedByBoth),
                longTextField("remarks", Text::tr("备注"), &Handover::remarks),
            },
        .nameField = QStringLiteral("from_person"),
        .identities = {{QStringLiteral("from_person"), QStringLiteral("on")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

} // namespace chengheng::model
