// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "model/office_records.h"
#include "services/diagnosis.h"
#include "services/history.h"
#include "services/packets.h"
#include "services/passwords.h"
#include "services/undo.h"
#include "services/upkeep.h"

#include <QSet>

using namespace chengheng;
using namespace chengheng::test;
using services::Role;
using services::SignIn;
using services::Workspace;

namespace {

const QString ownPassword = QStringLiteral("一杆秤称出良心来");
const QString otherPassword = QStringLiteral("correct horse battery");

model::Account accountOf(const QString& login, const QString& name, Role role)
{
    model::Account account;
    account.login = login;
    account.name = name;
    account.role = role;
    account.from = day("2024-09-01");
    return account;
}

/// A campaign with an administrator's and a clerk's account; on a server it is reached by a login that is nobody's.
struct Office : OpenCampaign {
    Uid administrator;
    Uid clerk;

    Office()
    {
        if (server)
            giveLoginAway();
        administrator = add(accountOf(QStringLiteral("wxl"), QStringLiteral("王霄凌"), Role::Administrator));
        clerk = add(accountOf(QStringLiteral("lm"), QStringLiteral("李敏"), Role::Clerk));
    }

    Uid add(const model::Account& account)
    {
        return need(services::addRecord(*workspace, model::toRecord(account))).uid;
    }

    void start() { need(services::startPasswords(*workspace, administrator, ownPassword)); }

    Result<std::unique_ptr<Workspace>> enter(const SignIn& person, Workspace::Mode mode = Workspace::Mode::ReadWrite)
    {
        workspace.reset();
        return Workspace::open(place(), {QStringLiteral("自称领导"), Role::Leader, {}, true}, clock, mode, person);
    }

    void signIn(const SignIn& person) { workspace = need(enter(person)); }
    QString refusalOf(const SignIn& person, Workspace::Mode mode = Workspace::Mode::ReadWrite)
    {
        const auto entered = enter(person, mode);
        REQUIRE_FALSE(entered);
        CHECK(services::asksToSignIn(entered.error()));
        CHECK(entered.error().message.endsWith(QStringLiteral("。")));
        said = entered.error().message;
        return entered.error().code;
    }
    void wait(int minutes) { clock->set(clock->now().addSecs(minutes * 60)); }

    QString said; ///< with the last refusal

private:
    /// The first account is the one that enters it, and its time is over.
    void giveLoginAway()
    {
        const auto refused = services::addRecord(
            *workspace,
            model::toRecord(accountOf(QStringLiteral("nobody"), QStringLiteral("张三"), Role::Administrator)));
        const QString login =
            refused.error().message.section(QStringLiteral("“"), 1).section(QStringLiteral("”"), 0, 0);
        const Uid own = add(accountOf(login, QStringLiteral("张三"), Role::Administrator));
        need(services::correctRecord(*workspace, model::kindOf<model::Account>(), own, 1,
                                     {{QStringLiteral("to"), day("2024-09-30")}}, {}));
    }
};

} // namespace

TEST_CASE("From the first password on, opening asks who it is and takes nobody's word", "[services]")
{
    Office office;
    office.start();
    CHECK(office.workspace->actor().isDeclared); // until the next opening
    CHECK(office.refusalOf({}) == QLatin1String("sign_in_required"));
    CHECK(office.refusalOf({QStringLiteral("王霄凌"), {}, {}}) == QLatin1String("wrong_password"));
    CHECK(office.refusalOf({QStringLiteral("无此人"), ownPassword, {}}) == QLatin1String("wrong_password"));
    CHECK(office.refusalOf({QStringLiteral("李敏"), ownPassword, {}}) == QLatin1String("no_password"));

    office.signIn({QStringLiteral("WXL "), ownPassword, {}});
    CHECK(office.workspace->actor().name == QStringLiteral("王霄凌"));
    CHECK(office.workspace->actor().role == Role::Administrator);
    CHECK(office.workspace->actor().account == office.administrator);
    CHECK_FALSE(office.workspace->actor().isDeclared);
    const auto reader = need(office.workspace->reader());
    CHECK_FALSE(reader->actor().isDeclared);
}

TEST_CASE("The first password is an administrator's, and only one of them switches passwords on", "[services]")
{
    Office office;
    CHECK(services::resetPassword(*office.workspace, office.clerk).error().code
          == QLatin1String("passwords_not_started"));
    CHECK(services::startPasswords(*office.workspace, office.clerk, ownPassword).error().code
          == QLatin1String("not_an_administrator"));
    CHECK(services::startPasswords(*office.workspace, office.administrator, QStringLiteral("short")).error().code
          == QLatin1String("short_password"));
    office.start();
    CHECK(services::startPasswords(*office.workspace, office.administrator, otherPassword).error().code
          == QLatin1String("passwords_started"));
    office.signIn({QStringLiteral("wxl"), ownPassword, {}});
    const auto undone = services::undoLast(*office.workspace);
    CHECK(undone.error().code == QLatin1String("nothing_to_undo"));

    need(services::endPasswords(*office.workspace));
    if (office.server) {
        CHECK(office.enter({}).error().code == QLatin1String("unknown_login"));
    } else {
        office.reopenAs({QStringLiteral("自称领导"), Role::Leader, {}, true});
        CHECK(office.workspace->actor().isDeclared);
    }
}

TEST_CASE("Wrong tries close an account for a growing while, and the right password opens it again", "[services]")
{
    const auto mode = GENERATE(Workspace::Mode::ReadWrite, Workspace::Mode::ReadOnly);
    Office office;
    office.start();
    const SignIn wrong{QStringLiteral("王霄凌"), QStringLiteral("猜一猜"), {}};
    const SignIn right{QStringLiteral("王霄凌"), ownPassword, {}};
    for (int left = 4; left > 0; --left) {
        CHECK(office.refusalOf(wrong, mode) == QLatin1String("wrong_password"));
        CHECK(office.said.contains(QStringLiteral("再试 %1 次").arg(left)));
    }
    for (const int minutes : {1, 2, 4, 8, 16, 32, 60, 60}) {
        CHECK(office.refusalOf(wrong, mode) == QLatin1String("wrong_password"));
        CHECK(office.said.contains(QStringLiteral("过 %1 分钟").arg(minutes)));
        CHECK(office.refusalOf(right, mode) == QLatin1String("locked_out")); // even the right one
        office.wait(minutes - 1);
        CHECK(office.refusalOf(right, mode) == QLatin1String("locked_out"));
        CHECK(office.said.contains(QStringLiteral("过 1 分钟")));
        office.wait(1);
    }
    CHECK(need(office.enter(right, mode))->isReadOnly() == (mode == Workspace::Mode::ReadOnly));
    CHECK(office.refusalOf(wrong, mode) == QLatin1String("wrong_password"));
    CHECK(office.said.contains(QStringLiteral("再试 4 次")));
}

TEST_CASE("A clock that was set back does not lock an account for ever", "[services]")
{
    Office office;
    office.start();
    for (int i = 0; i < 5; ++i)
        office.refusalOf({QStringLiteral("wxl"), {}, {}});
    office.wait(-24 * 60);
    office.signIn({QStringLiteral("wxl"), ownPassword, {}});
}

TEST_CASE("A reset gives a one-time password that must be replaced and ends a lock-out", "[services]")
{
    Office office;
    office.start();
    const QString first = need(services::resetPassword(*office.workspace, office.clerk));
    const QString second = need(services::resetPassword(*office.workspace, office.clerk));
    CHECK(first != second);
    for (int i = 0; i < 5; ++i)
        office.refusalOf({QStringLiteral("李敏"), first, {}});
    CHECK(office.refusalOf({QStringLiteral("李敏"), second, {}}) == QLatin1String("locked_out"));
    office.signIn({QStringLiteral("wxl"), ownPassword, {}});
    const QString third = need(services::resetPassword(*office.workspace, office.clerk));

    CHECK(office.refusalOf({QStringLiteral("李敏"), third, {}}) == QLatin1String("password_must_change"));
    CHECK(office.refusalOf({QStringLiteral("李敏"), third, QStringLiteral("short")})
          == QLatin1String("short_password"));
    CHECK(office.refusalOf({QStringLiteral("李敏"), third, third}) == QLatin1String("same_password"));
    office.signIn({QStringLiteral("李敏"), third, otherPassword});
    CHECK(office.workspace->actor().role == Role::Clerk);
    CHECK(office.refusalOf({QStringLiteral("李敏"), third, {}}) == QLatin1String("wrong_password"));
    office.signIn({QStringLiteral("李敏"), otherPassword, {}});
    CHECK(need(services::timelineOf(*office.workspace, office.clerk)).first().intent
          == QLatin1String("account.change_password"));
    CHECK(need(services::timelineOf(*office.workspace, office.clerk)).first().who == QStringLiteral("李敏"));
}

TEST_CASE("One's own password is changed by the old one, and tries at it count", "[services]")
{
    Office office;
    CHECK(services::changePassword(*office.workspace, {}, otherPassword).error().code
          == QLatin1String("not_signed_in"));
    office.start();
    office.signIn({QStringLiteral("wxl"), ownPassword, {}});
    Workspace& workspace = *office.workspace;
    for (int i = 0; i < 5; ++i)
        CHECK(services::changePassword(workspace, QStringLiteral("猜一猜"), otherPassword).error().code
              == QLatin1String("wrong_password"));
    CHECK(services::changePassword(workspace, ownPassword, otherPassword).error().code == QLatin1String("locked_out"));
    office.wait(1);
    CHECK(services::changePassword(workspace, ownPassword, QStringLiteral("王霄凌")).error().code
          == QLatin1String("short_password"));
    CHECK(services::changePassword(workspace, ownPassword, ownPassword).error().code == QLatin1String("same_password"));
    need(services::changePassword(workspace, ownPassword, otherPassword));
    CHECK(office.refusalOf({QStringLiteral("wxl"), ownPassword, {}}) == QLatin1String("wrong_password"));
    office.signIn({QStringLiteral("wxl"), otherPassword, {}});
}

TEST_CASE("Two people of one name sign in by their logins, and who has left does not", "[services]")
{
    Office office;
    const Uid twin = office.add(accountOf(QStringLiteral("lm2"), QStringLiteral("李敏"), Role::Clerk));
    office.start();
    const QString password = need(services::resetPassword(*office.workspace, twin));
    CHECK(office.refusalOf({QStringLiteral("李敏"), password, {}}) == QLatin1String("ambiguous_name"));
    office.signIn({QStringLiteral("lm2"), password, otherPassword});
    office.clock->set(QDateTime(day("2024-08-31"), QTime(9, 0))); // before the account begins
    CHECK(office.refusalOf({QStringLiteral("lm2"), otherPassword, {}}) == QLatin1String("wrong_password"));
}

TEST_CASE("An administrator who can sign in is always left", "[services]")
{
    Office office;
    office.start();
    office.signIn({QStringLiteral("wxl"), ownPassword, {}});
    const auto correct = [&](const Uid& uid, const services::FieldValues& values) {
        const auto account = need(services::findRecord(*office.workspace, model::kindOf<model::Account>(), uid));
        return services::correctRecord(*office.workspace, model::kindOf<model::Account>(), uid, account.version, values,
                                       {});
    };
    const services::FieldValues ended{{QStringLiteral("to"), day("2024-09-30")}};
    CHECK(correct(office.administrator, ended).error().code == QLatin1String("last_administrator"));
    CHECK(correct(office.administrator, {{QStringLiteral("role"), QStringLiteral("clerk")}}).error().code
          == QLatin1String("last_administrator"));
    need(correct(office.clerk, {{QStringLiteral("role"), QStringLiteral("administrator")}}));
    CHECK(correct(office.administrator, ended).error().code
          == QLatin1String("last_administrator")); // the other has no password
    need(services::resetPassword(*office.workspace, office.clerk));
    need(correct(office.administrator, ended));
}

TEST_CASE("No password and nothing it is checked by stands in a list, a journal, a table or a diagnosis", "[services]")
{
    Office office;
    office.start();
    const QString oneTime = need(services::resetPassword(*office.workspace, office.clerk));
    CHECK(services::correctRecord(*office.workspace, model::kindOf<model::Account>(), office.clerk, 2,
                                  {{QStringLiteral("password_state"), QStringLiteral("own")}}, {})
              .error()
              .code
          == QLatin1String("unknown_field"));
    const QString table = office.folder.filePath(QStringLiteral("账号.csv"));
    need(services::exportTable(*office.workspace, model::kindOf<model::Account>(), table));
    const QString diagnosis = office.folder.filePath(QStringLiteral("诊断.zip"));
    need(services::exportDiagnosis(office.workspace.get(), diagnosis, office.clock->now()));
    QByteArray told = readFile(table) + readFile(diagnosis);
    for (const auto& account : need(services::listRecords(*office.workspace, model::kindOf<model::Account>())))
        for (qsizetype i = 0; i < account.values.size(); ++i)
            told += model::displayText(account.kind->fields[i], account.values[i]).toUtf8() + '\n';
    for (const Uid& uid : {office.administrator, office.clerk})
        for (const auto& entry : need(services::timelineOf(*office.workspace, uid)))
            told += entry.sentence.toUtf8() + '\n';
    CHECK(told.contains("王霄凌"));
    for (const QByteArray& secret : {QByteArray("argon2"), ownPassword.toUtf8(), oneTime.toUtf8()})
        CHECK_FALSE(told.contains(secret));
    CHECK(need(services::verifyCampaign(*office.workspace)).isOk);
}

TEST_CASE("A new account has no password, whatever is written beside it", "[services]")
{
    Office office;
    auto account = accountOf(QStringLiteral("new"), QStringLiteral("新人"), Role::Clerk);
    account.passwordState = model::PasswordState::Own;
    const Uid uid = office.add(account);
    CHECK(model::isEmpty(need(services::findRecord(*office.workspace, model::kindOf<model::Account>(), uid))
                             .value(QStringLiteral("password_state"))));
}

TEST_CASE("Passwords go with a backup and with what is restored from it", "[services]")
{
    Office office;
    office.start();
    const QString copy = office.folder.filePath(QStringLiteral("副本.chc"));
    need(services::backupTo(*office.workspace, copy));
    const auto open = [&](const SignIn& person) {
        return Workspace::open(services::Place::ofFile(copy), {}, office.clock, Workspace::Mode::ReadOnly, person);
    };
    CHECK(open({}).error().code == QLatin1String("sign_in_required"));
    CHECK(need(open({QStringLiteral("wxl"), ownPassword, {}}))->actor().account == office.administrator);
}

TEST_CASE("A server's login that is an account is asked for no password", "[services][server]")
{
    if (qEnvironmentVariable("CHENGHENG_TEST_BACKEND") != QLatin1String("server"))
        return;
    Office office;
    office.start();
    office.signIn({QStringLiteral("wxl"), ownPassword, {}});
    const auto accounts = office.all<model::Account>({.where = {{QStringLiteral("name"), QStringLiteral("张三")}}});
    need(services::correctRecord(*office.workspace, model::kindOf<model::Account>(), accounts.first().uid,
                                 accounts.first().version, {{QStringLiteral("to"), {}}}, {}));
    office.signIn({});
    CHECK(office.workspace->actor().name == QStringLiteral("张三"));
    CHECK_FALSE(office.workspace->actor().isDeclared);
}

TEST_CASE("Only an administrator switches passwords on and off or resets one", "[services]")
{
    for (const Role role : {Role::Clerk, Role::Officer, Role::Section, Role::Leader, Role::Administrator}) {
        INFO(services::roleLabel(role));
        Office office;
        office.start();
        const Uid uid = role == Role::Administrator ? office.administrator : office.clerk;
        auto account = need(services::findRecord(*office.workspace, model::kindOf<model::Account>(), uid));
        services::FieldValues values{{QStringLiteral("role"), model::keyOf(role)}};
        if (role == Role::Officer)
            values.insert(QStringLiteral("station"), office.all<model::Organisation>().first().uid.toString());
        need(services::correctRecord(*office.workspace, model::kindOf<model::Account>(), uid, account.version, values,
                                     {}));
        const QString oneTime = need(services::resetPassword(*office.workspace, uid));
        office.signIn({model::textOf(account.value(QStringLiteral("login"))), oneTime, otherPassword});

        const bool mayAdminister = role == Role::Administrator;
        const auto isDenied = [](const auto& done) { return !done && done.error().kind == ErrorKind::Denied; };
        CHECK(isDenied(services::resetPassword(*office.workspace, office.clerk)) == !mayAdminister);
        CHECK(isDenied(services::startPasswords(*office.workspace, uid, ownPassword)) == !mayAdminister);
        CHECK(services::changePassword(*office.workspace, otherPassword, QStringLiteral("another long one")));
        CHECK(isDenied(services::endPasswords(*office.workspace)) == !mayAdminister);
    }
}
