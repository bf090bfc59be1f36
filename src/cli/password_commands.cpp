// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "cli/command.h"
#include "cli/password_source.h"
#include "model/office_records.h"
#include "services/passwords.h"

#include <QCoreApplication>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PasswordCommands)
};

/// An account by login, else by its person's name.
Result<model::Account> accountNamed(const services::Workspace& workspace, const QString& text)
{
    const auto rows = services::listRecords(workspace, model::kindOf<model::Account>());
    if (!rows)
        return fail(rows.error());
    QVector<model::Account> meant;
    for (const model::Record& row : *rows) {
        const auto account = model::fromRecord<model::Account>(row);
        if (account.login == text)
            return account;
        if (foldName(account.name) == foldName(text))
            meant.append(account);
    }
    if (meant.size() == 1)
        return meant.first();
    if (meant.isEmpty())
        return fail(ErrorKind::NotFound, "no_such_account", Text::tr("没有登录名或姓名为“%1”的人员账号。").arg(text),
                    text);
    return fail(ErrorKind::Invalid, "ambiguous_name", Text::tr("有几个姓名为“%1”的账号，请改写登录名。").arg(text),
                text);
}

/// One's own, whether it was a one-time password or not; who is known without signing in may have one too.
Result<Answer> changeOwn(Context& context)
{
    const services::Place& place = context.call.place;
    const auto mode = services::Workspace::Mode::ReadWrite;
    auto opened = services::Workspace::open(place, context.actor, context.clock, mode);
    if (!opened && opened.error().code != QLatin1String("sign_in_required"))
        return fail(opened.error());
    const auto old = givenPassword(context.actor.name);
    if (!old)
        return fail(old.error());
    const auto fresh = givenNewPassword();
    if (!fresh)
        return fail(fresh.error());
    if (!opened) {
        opened =
            services::Workspace::open(place, context.actor, context.clock, mode, {context.actor.name, *old, *fresh});
        if (!opened)
            return fail(opened.error());
    } else if (const auto changed = services::changePassword(**opened, *old, *fresh); !changed) {
        return fail(changed.error());
    }
    const services::Actor& who = (*opened)->actor();
    return Answer{{{QStringLiteral("account"), who.account.toString()}},
                  Text::tr("“%1”的口令已换成新的。").arg(who.name)};
}

Result<Answer> reset(Context& context)
{
    const auto account = accountNamed(*context.workspace, context.call.words[0]);
    if (!account)
        return fail(account.error());
    const auto password = services::resetPassword(*context.workspace, account->uid);
    if (!password)
        return fail(password.error());
    return Answer{
        {{QStringLiteral("account"), account->uid.toString()}, {QStringLiteral("one_time_password"), *password}},
        Text::tr("“%1”的一次性口令：%2\n只显示这一次，请当面告诉本人；首次登录时须换成自己的口令。")
            .arg(account->name, *password)};
}

Result<Answer> start(Context& context)
{
    const auto account = accountNamed(*context.workspace, context.call.words[0]);
    if (!account)
        return fail(account.error());
    const auto password = givenNewPassword();
    if (!password)
        return fail(password.error());
    if (const auto started = services::startPasswords(*context.workspace, account->uid, *password); !started)
        return fail(started.error());
    return Answer{{{QStringLiteral("account"), account->uid.toString()}},
                  Text::tr("已启用登录口令，从下次打开起要填姓名和口令。其他人的口令请用 reset-password 发放。")};
}

Result<Answer> end(Context& context)
{
    if (const auto ended = services::endPasswords(*context.workspace); !ended)
        return fail(ended.error());
    return Answer{{}, Text::tr("已停用登录口令，所有口令都已清除，打开时重新自报姓名。")};
}

} // namespace

Result<std::unique_ptr<services::Workspace>> openPlace(const Context& context, const services::Place& place,
                                                       services::Workspace::Mode mode)
{
    auto opened = services::Workspace::open(place, context.actor, context.clock, mode);
    if (opened || opened.error().code != QLatin1String("sign_in_required"))
        return opened;
    const auto password = givenPassword(context.actor.name);
    if (!password)
        return fail(password.error());
    return services::Workspace::open(place, context.actor, context.clock, mode, {context.actor.name, *password, {}});
}

QVector<Command> passwordCommands()
{
    const auto plain = [](const char* name, const QString& words, const QString& summary,
                          Result<Answer> (*run)(Context&)) {
        const int count = words.isEmpty() ? 0 : 1;
        return Command{{.name = QString::fromLatin1(name),
                        .words = words,
                        .summary = summary,
                        .fewestWords = count,
                        .mostWords = count,
                        .isWriting = true},
                       run};
    };
    return {
        {{.name = QStringLiteral("passwd"),
          .summary = Text::tr("修改自己的登录口令，一次性口令也用它换掉"),
          .isWriting = true,
          .needsCampaign = false},
         [](Context& context) { return needPlace(context, changeOwn); }},
        plain("reset-password", QStringLiteral("NAME"),
              Text::tr("给登录名或姓名为 NAME 的账号一个一次性口令（管理员）"), reset),
        plain("start-passwords", QStringLiteral("NAME"), Text::tr("启用登录口令，并设好管理员账号 NAME 的口令"), start),
        plain("end-passwords", {}, Text::tr("停用登录口令，清除所有口令（管理员）"), end),
    };
}

} // namespace chengheng::cli
