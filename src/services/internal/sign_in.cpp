// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/sign_in.h"

#include "base/text.h"
#include "rules/passwords.h"
#include "services/internal/password_hash.h"
#include "services/passwords.h"
#include "storage/credentials.h"
#include "storage/database.h"
#include "storage/snapshot.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SignIn)
};

using Accounts = QVector<model::Account>;
using model::PasswordState;

Result<Accounts> accountsOf(storage::Database& database)
{
    auto snapshot = storage::Snapshot::begin(database);
    if (!snapshot)
        return fail(snapshot.error());
    return snapshot->all<model::Account>();
}

Result<Accounts> accountsOf(storage::Intent& intent)
{
    const auto rows = intent.list(model::kindOf<model::Account>());
    if (!rows)
        return fail(rows.error());
    Accounts accounts;
    for (const model::Record& row : *rows)
        accounts.append(model::fromRecord<model::Account>(row));
    return accounts;
}

bool haveAny(const Accounts& accounts)
{
    return std::any_of(accounts.begin(), accounts.end(),
                       [](const model::Account& each) { return each.passwordState != PasswordState::None; });
}

Actor actorOf(const model::Account& account)
{
    return {account.name, account.role, account.station, false, {}, account.uid};
}

tl::unexpected<Error> wrong(const QString& name, const QString& consequence)
{
    return fail(ErrorKind::Denied, "wrong_password", Text::tr("姓名或口令不对，%1。").arg(consequence), name);
}

/// The account in force that a login or a person's name means; logins are never shared, names may be.
Result<model::Account> accountNamed(const Accounts& accounts, const QString& typed, QDate today)
{
    const QString name = foldName(typed);
    Accounts meant;
    for (const model::Account& each : accounts) {
        if (!each.isInForce(today))
            continue;
        if (foldName(each.login) == name)
            return each;
        if (foldName(each.name) == name)
            meant.append(each);
    }
    if (meant.isEmpty())
        return wrong(typed, Text::tr("请重新输入"));
    if (meant.size() > 1)
        return fail(ErrorKind::Denied, "ambiguous_name",
                    Text::tr("有 %1 个姓名为“%2”的账号，请改填登录名。").arg(QString::number(meant.size()), typed),
                    typed);
    return meant.first();
}

/// Minutes until an account takes a further try; 0 where it does. A lock that lies farther ahead than any wait
/// was set by a clock that went wrong.
qint64 minutesLocked(const storage::Credential& credential, const QDateTime& now)
{
    constexpr qint64 secondsInMinute = 60;
    const qint64 seconds = credential.lockedUntil.isValid() ? now.secsTo(credential.lockedUntil) : 0;
    if (seconds <= 0 || seconds > rules::waitAfter(credential.failures).count() * secondsInMinute)
        return 0;
    return (seconds + secondsInMinute - 1) / secondsInMinute;
}

tl::unexpected<Error> noPassword(const model::Account& account)
{
    return fail(ErrorKind::Denied, "no_password",
                Text::tr("账号“%1”还没有口令，请管理员在“组织机构”的“人员账号”中重置一次。").arg(account.name),
                account.name);
}

/// Books one try and gives what it is compared with.
Result<storage::Credential> bookTry(storage::Database& database, const model::Account& account, const QDateTime& now)
{
    for (;;) {
        const auto credential = storage::credentialOf(database, account.uid);
        if (!credential)
            return fail(credential.error());
        if (!*credential)
            return noPassword(account);
        if (const qint64 minutes = minutesLocked(**credential, now); minutes > 0)
            return fail(ErrorKind::Denied, "locked_out",
                        Text::tr("口令连续输错 %1 次，请过 %2 分钟再试，或请管理员重置口令。")
                            .arg((*credential)->failures)
                            .arg(minutes),
                        account.name);
        if (database.access() == storage::Access::ReadOnly) // a place that takes no writing counts nothing
            return **credential;
        const auto wait = rules::waitAfter((*credential)->failures + 1);
        const auto counted = storage::countTry(database, account.uid, **credential,
                                               wait.count() > 0 ? now.addDuration(wait) : QDateTime());
        if (!counted)
            return fail(counted.error());
        if (*counted)
            return **credential;
    }
}

QString afterWrongTry(qint64 failures)
{
    const auto wait = rules::waitAfter(failures);
    if (wait.count() == 0)
        return Text::tr("还可以再试 %1 次").arg(rules::triesBeforeLock - failures);
    return Text::tr("已连续输错 %1 次，请过 %2 分钟再试").arg(failures).arg(wait.count());
}

/// The person's new password in the place of the one just given, as an entry of the journal.
Result<void> replacePassword(storage::Database& database, const model::Account& account, const SignIn& person,
                             const Clock& clock)
{
    if (person.newPassword.isEmpty())
        return fail(ErrorKind::Denied, "password_must_change",
                    Text::tr("这是一次性口令，请换成只有您自己知道的新口令。"), account.name);
    const auto verifier = newVerifierOf(account, person.password, person.newPassword);
    if (!verifier)
        return fail(verifier.error());
    auto intent = storage::Intent::begin(
        database, {Uid::create(), account.name, QStringLiteral("account.change_password"), clock.now()});
    if (!intent)
        return fail(intent.error());
    if (auto written = writePassword(*intent, account.uid, *verifier, PasswordState::Own); !written)
        return written;
    if (const auto seq = intent->commit(); !seq)
        return fail(seq.error());
    return {};
}

} // namespace

Result<std::optional<Actor>> knownActor(storage::Database& database, const Actor& declared, QDate today)
{
    const auto accounts = accountsOf(database);
    const auto login = database.login();
    if (!accounts || !login)
        return fail(accounts ? login.error() : accounts.error());
    if (!login->isEmpty())
        for (const model::Account& each : *accounts)
            if (each.login == *login && each.isInForce(today))
                return actorOf(each);
    if (haveAny(*accounts))
        return std::nullopt;
    if (login->isEmpty() || accounts->isEmpty())
        return declared;
    return fail(ErrorKind::Denied, "unknown_login",
                Text::tr("服务器登录名“%1”没有登记为在用的人员账号，请联系管理员在“组织机构”中登记。").arg(*login),
                *login);
}

Result<void> checkPassword(storage::Database& database, const model::Account& account, const QString& typed,
                           const Clock& clock)
{
    const auto booked = bookTry(database, account, clock.now());
    if (!booked)
        return fail(booked.error());
    if (!isPassword(typed, booked->verifier))
        return wrong(account.name, afterWrongTry(booked->failures + 1));
    if (database.access() == storage::Access::ReadOnly)
        return {};
    return storage::forgetTries(database, account.uid);
}

Result<Actor> signIn(storage::Database& database, const SignIn& person, const Clock& clock)
{
    if (person.name.trimmed().isEmpty())
        return fail(ErrorKind::Denied, "sign_in_required",
                    Text::tr("这个活动启用了登录口令，请输入姓名（或登录名）和口令。"));
    const auto accounts = accountsOf(database);
    if (!accounts)
        return fail(accounts.error());
    const auto account = accountNamed(*accounts, person.name, clock.today());
    if (!account)
        return fail(account.error());
    if (auto right = checkPassword(database, *account, person.password, clock); !right)
        return fail(right.error());
    if (account->passwordState == PasswordState::OneTime || !person.newPassword.isEmpty())
        if (auto replaced = replacePassword(database, *account, person, clock); !replaced)
            return fail(replaced.error());
    return actorOf(*account);
}

Result<QString> newVerifierOf(const model::Account& account, const QString& old, const QString& fresh)
{
    if (auto sound = rules::checkNewPassword(fresh, account); !sound)
        return fail(sound.error());
    if (rules::meantPassword(old) == rules::meantPassword(fresh))
        return fail(ErrorKind::Invalid, "same_password", Text::tr("新口令与原来的相同，请换一个。"),
                    QStringLiteral("new_password"));
    return verifierOf(fresh);
}

Result<void> writePassword(storage::Intent& intent, const Uid& account, const QString& verifier, PasswordState state)
{
    auto record = intent.find(model::kindOf<model::Account>(), account);
    if (!record)
        return fail(record.error());
    intent.setReason(record->name());
    record->set(QStringLiteral("password_state"), model::keyOf(state));
    if (auto updated = intent.update(*record); !updated)
        return updated;
    return storage::setVerifier(intent.database(), account, verifier);
}

Result<void> clearPasswords(storage::Intent& intent)
{
    const auto accounts = accountsOf(intent);
    if (!accounts)
        return fail(accounts.error());
    for (model::Account account : *accounts) {
        account.passwordState = PasswordState::None;
        if (auto updated = intent.update(model::toRecord(account)); !updated)
            return updated;
    }
    return storage::removeCredentials(intent.database());
}

Result<void> checkAdministratorStays(storage::Intent& intent, QDate today)
{
    const auto accounts = accountsOf(intent);
    if (!accounts)
        return fail(accounts.error());
    const bool isLeft = std::any_of(accounts->begin(), accounts->end(), [today](const model::Account& each) {
        return each.role == Role::Administrator && each.passwordState != PasswordState::None && each.isInForce(today);
    });
    if (isLeft || !haveAny(*accounts))
        return {};
    return fail(ErrorKind::Invalid, "last_administrator",
                Text::tr("启用登录口令后，至少要有一个有口令、在用的管理员账号；请先给接手的人设好管理员账号和口令。"));
}

} // namespace chengheng::services
