// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/intent_titles.h"

#include "services/actions.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(IntentTitles)
};

/// Intents that are not made from a register's own description.
const QHash<QString, QString>& ownTitles()
{
    static const QHash<QString, QString> titles{
        {QStringLiteral("account.change_password"), Text::tr("设置登录口令")},
        {QStringLiteral("account.reset_password"), Text::tr("重设登录口令")},
        {QStringLiteral("account.start_passwords"), Text::tr("启用登录口令")},
        {QStringLiteral("account.end_passwords"), Text::tr("停用登录口令")},
        {QStringLiteral("archive_piece.archive"), Text::tr("归档")},
        {QStringLiteral("attachment.add"), Text::tr("添加附件")},
        {QStringLiteral("attachment.correct"), Text::tr("修改附件说明")},
        {QStringLiteral("attachment.detach"), Text::tr("取下附件")},
        {QStringLiteral("acceptance_visit.draw"), Text::tr("现场抽取单位")},
        {QStringLiteral("campaign.carry_over"), Text::tr("接续上一轮")},
        {QStringLiteral("campaign.close"), Text::tr("结束本轮")},
        {QStringLiteral("campaign.reopen"), Text::tr("恢复登记")},
        {QStringLiteral("campaign.new"), Text::tr("新建创建活动")},
        {QStringLiteral("dated_change.correct"), Text::tr("更正变更")},
        {QStringLiteral("handover.do"), Text::tr("移交工作")},
        {QStringLiteral("import_batch.undo"), Text::tr("撤销导入")},
        {QStringLiteral("instrument.split"), Text::tr("逐台拆分器具")},
        {QStringLiteral("issued_paper.file_scan"), Text::tr("扫描件归档")},
        {QStringLiteral("packet.number"), Text::tr("验收材料封面编号")},
        {QStringLiteral("issued_paper.issue"), Text::tr("编号登记")},
        {QStringLiteral("journal.undo"), Text::tr("撤销")},
        {QStringLiteral("paper_template.set"), Text::tr("更换文书模板")},
        {QStringLiteral("report_instrument.enter"), Text::tr("登入台账")},
        {QStringLiteral("report_instrument.match"), Text::tr("对应台账")},
    };
    return titles;
}

/// What can be done to every register.
QString commonTitle(const QString& deed, const QString& register_)
{
    if (deed == QLatin1String("add"))
        return Text::tr("登记%1").arg(register_);
    if (deed == QLatin1String("correct") || deed == QLatin1String("revise"))
        return Text::tr("修改%1").arg(register_);
    if (deed == QLatin1String("change"))
        return Text::tr("变更%1").arg(register_);
    if (deed == QLatin1String("import"))
        return Text::tr("导入%1").arg(register_);
    return {};
}

} // namespace

QString intentTitle(const QString& intent)
{
    if (const QString own = ownTitles().value(intent); !own.isEmpty())
        return own;
    const model::RecordKind* kind = model::findKind(intent.section(QLatin1Char('.'), 0, 0));
    if (!kind)
        return {};
    const QString deed = intent.section(QLatin1Char('.'), 1);
    if (const Action* action = findAction(*kind, deed))
        return action->title;
    return commonTitle(deed, kind->title);
}

} // namespace chengheng::services
