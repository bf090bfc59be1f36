// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/passwords.h"

#include "services/internal/password_hash.h"
#include "services/internal/sign_in.h"
#include "services/internal/workspace_data.h"

#include <QCoreApplication>
#include <QSet>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Passwords)
};

using model::PasswordState;

Result<void> checkAdministrates(const Workspace& workspace)
{
    return checkRight(workspace.actor(), Deed::Write, model::kindOf<model::Account>());
}

Result<QVector<model::Account>> accountsOf(const Workspace& workspace)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    return snapshot->all<model::Account>();
}

Result<model::Account> accountOf(const Workspace& workspace, const Uid& uid)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto record = snapshot->find(model::kindOf<model::Account>(), uid);
    if (!record)
        return fail(record.error());
    return model::fromRecord<model::Account>(*record);
}

Result<bool> areStarted(const Workspace& workspace)
{
    const auto accounts = accountsOf(workspace);
    if (!accounts)
        return fail(accounts.error());
    return std::any_of(accounts->begin(), accounts->end(),
                       [](const model::Account& each) { return each.passwordState != PasswordState::None; });
}

/// An entry that stays: a password that was replaced is not known any more.
Result<Written> runLasting(Workspace& workspace, const char* deed, const Uid& account,
                           const std::function<Result<void>(storage::Intent&)>& work)
{
    const auto seq = runIntent(workspace, QStringLiteral("account.") + QLatin1String(deed), Uid::create(), work);
    if (!seq)
        return fail(seq.error());
    workspace.data().undoable.removeLast();
    return Written{account, *seq};
}

Result<Written> give(Workspace& workspace, const char* deed, const Uid& account, const QString& verifier,
                     PasswordState state)
{
    return runLasting(workspace, deed, account,
                      [&](storage::Intent& intent) { return writePassword(intent, account, verifier, state); });
}

} // namespace

bool asksForNewPassword(const Error& error)
{
    return error.code == QLatin1String("password_must_change") || error.where == QLatin1String("new_password");
}

bool asksToSignIn(const Error& error)
{
    static const QSet<QString> codes{QStringLiteral("sign_in_required"), QStringLiteral("wrong_password"),
                                     QStringLiteral("locked_out"), QStringLiteral("no_password"),
                                     QStringLiteral("ambiguous_name")};
    return codes.contains(error.code) || asksForNewPassword(error);
}

Result<Written> startPasswords(Workspace& workspace, const Uid& uid, const QString& password)
{
    if (auto allowed = checkAdministrates(workspace); !allowed)
        return fail(allowed.error());
    const auto started = areStarted(workspace);
    if (!started)
        return fail(started.error());
    if (*started)
        return fail(ErrorKind::Conflict, "passwords_started",
                    Text::tr("这个活动已经启用登录口令。要换口令，请用“修改口令”或“重置口令”。"));
    const auto account = accountOf(workspace, uid);
    if (!account)
        return fail(account.error());
    if (account->role != Role::Administrator || !account->isInForce(workspace.clock().today()))
        return fail(
            ErrorKind::Invalid, "not_an_administrator",
            Text::tr("第一个口令要设给在用的管理员账号，“%1”不是；请先登记或选中管理员本人的账号。").arg(account->name),
            account->name);
    const auto verifier = newVerifierOf(*account, {}, password);
    if (!verifier)
        return fail(verifier.error());
    return give(workspace, "start_passwords", uid, *verifier, PasswordState::Own);
}

Result<Written> endPasswords(Workspace& workspace)
{
    if (auto allowed = checkAdministrates(workspace); !allowed)
        return fail(allowed.error());
    return runLasting(workspace, "end_passwords", {}, [](storage::Intent& intent) { return clearPasswords(intent); });
}

Result<QString> resetPassword(Workspace& workspace, const Uid& account)
{
    if (auto allowed = checkAdministrates(workspace); !allowed)
        return fail(allowed.error());
    const auto started = areStarted(workspace);
    if (!started)
        return fail(started.error());
    if (!*started)
        return fail(ErrorKind::Invalid, "passwords_not_started",
                    Text::tr("这个活动还没有启用登录口令，请管理员先选中自己的账号启用。"));
    const QString password = makeOneTimePassword();
    const auto verifier = verifierOf(password);
    if (!verifier)
        return fail(verifier.error());
    if (const auto given = give(workspace, "reset_password", account, *verifier, PasswordState::OneTime); !given)
        return fail(given.error());
    return password;
}

Result<void> checkSignedIn(const Workspace& workspace)
{
    if (!workspace.actor().account.isNull())
        return {};
    return fail(ErrorKind::Denied, "not_signed_in",
                Text::tr("您是自报姓名打开的，没有口令可改；登录口令由管理员在“人员账号”中启用。"));
}

Result<Written> changePassword(Workspace& workspace, const QString& old, const QString& fresh)
{
    if (auto known = checkSignedIn(workspace); !known)
        return fail(known.error());
    const Uid own = workspace.actor().account;
    if (workspace.isReadOnly())
        return fail(ErrorKind::Denied, "read_only", Text::tr("这个活动是以只读方式打开的，不能修改口令。"));
    const auto account = accountOf(workspace, own);
    if (!account)
        return fail(account.error());
    if (auto right = checkPassword(*workspace.data().database, *account, old, workspace.clock()); !right)
        return fail(right.error());
    const auto verifier = newVerifierOf(*account, old, fresh);
    if (!verifier)
        return fail(verifier.error());
    return give(workspace, "change_password", own, *verifier, PasswordState::Own);
}

} // namespace chengheng::services
