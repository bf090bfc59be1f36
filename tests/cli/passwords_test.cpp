// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include "services/history.h"
#include "services/registers.h"

#include <linux/capability.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace chengheng;
using namespace chengheng::test;

namespace {

const QByteArray ownPassword = "一杆秤称出良心来";
const QByteArray otherPassword = "correct horse battery";

/// A file with a password, named to the programs that are called while it lives.
class PasswordFile
{
public:
    PasswordFile(const char* variable, const QByteArray& password)
        : m_variable(variable), m_path(m_folder.filePath(QStringLiteral("口令")))
    {
        writeFile(m_path, password + '\n');
        REQUIRE(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
        qputenv(variable, m_path.toUtf8());
    }
    ~PasswordFile() { qunsetenv(m_variable); }
    PasswordFile(const PasswordFile&) = delete;
    PasswordFile& operator=(const PasswordFile&) = delete;

    QString path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    const char* m_variable;
    QString m_path;
};

struct Given : PasswordFile {
    explicit Given(const QByteArray& password) : PasswordFile("CHENGHENG_PASSWORD_FILE", password) {}
};

struct GivenNew : PasswordFile {
    explicit GivenNew(const QByteArray& password) : PasswordFile("CHENGHENG_NEW_PASSWORD_FILE", password) {}
};

/// A script on a campaign with an administrator's and a clerk's account.
struct Office : Script {
    Office()
    {
        const auto account = [&](const char* login, const char* name, const char* role) {
            const QString file = written("account.json", {{QStringLiteral("login"), QString::fromUtf8(login)},
                                                          {QStringLiteral("name"), QString::fromUtf8(name)},
                                                          {QStringLiteral("role"), QString::fromUtf8(role)},
                                                          {QStringLiteral("from"), QStringLiteral("2024-01-01")}});
            REQUIRE(on({"add", "account"}, {file}).status == 0);
        };
        account("wxl", "王霄凌", "administrator");
        account("lm", "李敏", "clerk");
    }

    Outcome as(const char* user, std::initializer_list<const char*> words) const
    {
        return on({}, QStringList{QStringLiteral("--user"), QString::fromUtf8(user)} + spoken(words));
    }

    void start() const
    {
        const GivenNew fresh(ownPassword);
        REQUIRE(as("王霄凌", {"start-passwords", "wxl"}).status == 0);
    }

private:
    static QStringList spoken(std::initializer_list<const char*> words)
    {
        QStringList list;
        for (const char* word : words)
            list << QString::fromUtf8(word);
        return list;
    }
};

/// Whom the journal names for the last change of the record that a command wrote.
QString whoWrote(const Script& script, const Outcome& outcome)
{
    REQUIRE(outcome.status == 0);
    const auto workspace =
        need(services::Workspace::open(services::Place::ofFile(script.file), {}, std::make_shared<SystemClock>()));
    return need(services::timelineOf(*workspace, Uid(outcome.json[QLatin1String("uid")].toString()))).first().who;
}

} // namespace

TEST_CASE("Passwords are started, reset, changed and ended from the command line", "[cli]")
{
    const Office office;
    checkRefused(office.as("王霄凌", {"reset-password", "李敏"}), "passwords_not_started");
    {
        const GivenNew fresh("short");
        checkRefused(office.as("王霄凌", {"start-passwords", "wxl"}), "short_password");
    }
    office.start();
    QByteArray oneTime;
    {
        const Given own(ownPassword);
        CHECK(office.as("王霄凌", {"status"}).status == 0);
        CHECK(office.as("wxl", {"verify"}).status == 0);
        checkRefused(office.as("李敏", {"status"}), "no_password");
        checkRefused(office.as("王霄凌", {"reset-password", "无此人"}), "no_such_account");
        const Outcome reset = office.as("王霄凌", {"reset-password", "李敏"});
        REQUIRE(reset.status == 0);
        oneTime = reset.json[QLatin1String("one_time_password")].toString().toUtf8();
        CHECK(oneTime.size() == 14);
    }
    {
        const Given once(oneTime);
        checkRefused(office.as("李敏", {"status"}), "password_must_change");
        const GivenNew fresh(otherPassword);
        CHECK(office.as("李敏", {"passwd"}).status == 0);
        checkRefused(office.as("李敏", {"passwd"}), "wrong_password");
    }
    {
        const Given other(otherPassword);
        CHECK(office.as("李敏", {"status"}).status == 0);
        checkRefused(office.as("李敏", {"reset-password", "王霄凌"}), "not_allowed");
        checkRefused(office.as("李敏", {"end-passwords"}), "not_allowed");
        const GivenNew again(ownPassword);
        CHECK(office.as("李敏", {"passwd"}).status == 0); // her own by her own
    }
    const Given own(ownPassword);
    CHECK(office.as("李敏", {"list", "account"}).out.contains("\"own\""));
    CHECK_FALSE(office.as("李敏", {"list", "account"}).out.contains("argon2"));
    CHECK(office.as("王霄凌", {"end-passwords"}).status == 0);
    CHECK(office.on({"status"}).status == 0);
}

TEST_CASE("Without a right password nothing is read, and no password is taken from an open file", "[cli]")
{
    const Office office;
    office.start();
    for (const char* command : {"status", "due", "verify"}) {
        INFO(command);
        const Outcome asked =
            call({QStringLiteral("--json"), QStringLiteral("--file"), office.file, QLatin1String(command)},
                 [] { ::setsid(); }); // no terminal to ask on
        checkRefused(asked, "password_not_given");
    }
    const Given wrong("猜一猜");
    for (int i = 0; i < 5; ++i)
        checkRefused(office.as("王霄凌", {"status"}), "wrong_password");
    checkRefused(office.as("王霄凌", {"status"}), "locked_out");
    REQUIRE(QFile::setPermissions(wrong.path(), QFile::ReadOwner | QFile::ReadOther));
    checkRefused(office.as("王霄凌", {"status"}), "open_password_file");
    REQUIRE(QFile::remove(wrong.path()));
    checkRefused(office.as("王霄凌", {"status"}), "no_such_file");
}

TEST_CASE("Of a file that must not be written a password is asked for all the same", "[cli]")
{
    const Office office;
    office.start();
    const auto rights = QFile::permissions(office.file);
    QFile::setPermissions(office.file, QFile::ReadOwner);
    const QStringList status{QStringLiteral("--json"), QStringLiteral("--file"), office.file,
                             QStringLiteral("--user"), QStringLiteral("wxl"),    QStringLiteral("status")};
    const auto obeyPermissions = [] { ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0); };
    {
        const Given wrong("猜一猜");
        checkRefused(call(status, obeyPermissions), "wrong_password");
    }
    const Given own(ownPassword);
    CHECK(call(status, obeyPermissions).status == 0);
    QFile::setPermissions(office.file, rights);
}

TEST_CASE("The journal names who runs a script by the operating system, unless the line names somebody", "[cli]")
{
    const Script script;
    qputenv("USER", "somebody-else");
    const auto add = [&](const char* name, const QStringList& options) {
        const QString file = script.written("organisation.json", {{QStringLiteral("name"), QString::fromUtf8(name)},
                                                                  {QStringLiteral("kind"), QStringLiteral("station")}});
        return script.on({}, options + QStringList{QStringLiteral("add"), QStringLiteral("organisation"), file});
    };
    CHECK(whoWrote(script, add("甲所", {})) == QString::fromLocal8Bit(::getpwuid(::geteuid())->pw_name));
    CHECK(whoWrote(script, add("乙所", {QStringLiteral("--user"), QStringLiteral("王霄凌")}))
          == QStringLiteral("王霄凌"));
}
