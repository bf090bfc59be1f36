// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/foot_bar.h"
#include "gui/pages/accounts_page.h"
#include "gui/password_dialog.h"
#include "gui/start_page.h"
#include "model/office_records.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>

using namespace chengheng;
using namespace chengheng::test;

namespace {

const QString ownPassword = QStringLiteral("yi gan cheng cheng liang xin");
const QString otherPassword = QStringLiteral("correct horse battery");

void fill(gui::PasswordDialog& dialog, const QMap<QString, QString>& texts)
{
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        auto* edit = dialog.findChild<QLineEdit*>(it.key());
        REQUIRE(edit);
        edit->setText(it.value());
    }
    QTest::keyClick(&dialog, Qt::Key_Return);
}

bool says(const QWidget& below, const QString& part)
{
    const auto labels = below.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->isVisible() && label->text().contains(part); });
}

void choose(QObject& below, const QString& text)
{
    for (auto* action : below.findChildren<QAction*>())
        if (action->text() == text) {
            action->trigger();
            return;
        }
    FAIL("no action " << text.toStdString());
}

/// The office's window, its accounts page and its sign-in.
struct OfficeDriver : WindowDriver {
    Uid administrator = add("wxl", QStringLiteral("王霄凌"), services::Role::Administrator);
    Uid clerk = add("lm", QStringLiteral("李敏"), services::Role::Clerk);

    Uid add(const char* login, const QString& name, services::Role role)
    {
        model::Account account;
        account.login = QLatin1String(login);
        account.name = name;
        account.role = role;
        account.from = day("2024-09-01");
        Uid uid;
        dispatcher.write<services::Written>(
            &window,
            [account](services::Workspace& workspace) {
                return services::addRecord(workspace, model::toRecord(account));
            },
            [&](const Result<services::Written>& written) { uid = need(Result<services::Written>(written)).uid; });
        waitFor([&] { return !uid.isNull(); });
        return uid;
    }

    gui::AccountsPage& accounts(const Uid& chosen)
    {
        auto& shown = page<gui::AccountsPage>("account");
        waitFor([this] { return dispatcher.isSettled(); });
        shown.reveal(chosen);
        waitFor([this] { return dispatcher.isSettled(); });
        return shown;
    }

    void start()
    {
        choose(accounts(administrator), QStringLiteral("启用登录口令…"));
        fill(*dialog<gui::PasswordDialog>(),
             {{QStringLiteral("newPassword"), ownPassword}, {QStringLiteral("newPasswordAgain"), ownPassword}});
        waitFor([this] { return prompts.said.join(QChar()).contains(QStringLiteral("已启用登录口令")); });
    }

    /// Closes the campaign and opens it again from the start page, up to the question who it is.
    gui::PasswordDialog& openAgain()
    {
        window.closeCampaign();
        waitFor([this] { return !dispatcher.isOpen() && dispatcher.isSettled(); });
        auto* recent = window.findChild<gui::StartPage*>()->findChild<QListWidget*>();
        Q_EMIT recent->itemActivated(recent->item(0));
        return *dialog<gui::PasswordDialog>();
    }

    void signIn(gui::PasswordDialog& asked, const QString& name, const QString& password)
    {
        fill(asked, {{QStringLiteral("name"), name}, {QStringLiteral("password"), password}});
    }

    void waitForOpen(const QString& name)
    {
        waitFor([this, name] { return window.currentPage() && says(*window.findChild<gui::FootBar*>(), name); });
    }
};

} // namespace

TEST_CASE("An administrator switches passwords on, and the next opening asks who it is until it is right", "[gui]")
{
    OfficeDriver office;
    choose(office.accounts(office.clerk), QStringLiteral("启用登录口令…"));
    auto* first = office.dialog<gui::PasswordDialog>();
    fill(*first, {{QStringLiteral("newPassword"), ownPassword}, {QStringLiteral("newPasswordAgain"), otherPassword}});
    CHECK(says(*first, QStringLiteral("不一样")));
    fill(*first, {{QStringLiteral("newPassword"), ownPassword}, {QStringLiteral("newPasswordAgain"), ownPassword}});
    office.waitFor([&] { return says(*first, QStringLiteral("管理员账号")); }); // the clerk's is none
    first->reject();

    office.start();
    gui::PasswordDialog& asked = office.openAgain();
    CHECK(says(asked, QStringLiteral("启用了登录口令")));
    office.signIn(asked, QStringLiteral("王霄凌"), otherPassword);
    office.waitFor([&] { return says(asked, QStringLiteral("还可以再试 4 次")); });
    CHECK(asked.findChild<QLineEdit*>(QStringLiteral("password"))->text().isEmpty());
    CHECK_FALSE(office.window.currentPage());
    office.signIn(asked, QStringLiteral("wxl"), ownPassword);
    office.waitForOpen(QStringLiteral("王霄凌"));
}

TEST_CASE("A one-time password is told once and replaced at signing in; one's own is changed in the window", "[gui]")
{
    OfficeDriver office;
    office.start();
    office.prompts.said.clear();
    press(office.accounts(office.clerk), QStringLiteral("重置口令…"));
    office.waitFor([&] { return office.prompts.said.size() == 2; }); // the question and the password
    const auto told = QRegularExpression(QStringLiteral("\\w{4}-\\w{4}-\\w{4}")).match(office.prompts.said.last());
    REQUIRE(told.hasMatch());

    gui::PasswordDialog& asked = office.openAgain();
    office.signIn(asked, QStringLiteral("李敏"), told.captured());
    office.waitFor([&] {
        return says(asked, QStringLiteral("一次性口令")) && asked.findChild<QLineEdit*>(QStringLiteral("newPassword"));
    });
    fill(asked, {{QStringLiteral("newPassword"), QStringLiteral("short")},
                 {QStringLiteral("newPasswordAgain"), QStringLiteral("short")}});
    office.waitFor([&] { return says(asked, QStringLiteral("至少 8 个字符")); });
    fill(asked, {{QStringLiteral("newPassword"), otherPassword}, {QStringLiteral("newPasswordAgain"), otherPassword}});
    office.waitForOpen(QStringLiteral("李敏"));

    choose(office.window, QStringLiteral("修改口令…"));
    auto* change = office.dialog<gui::PasswordDialog>();
    const auto enter = [&](const QString& old) {
        fill(*change, {{QStringLiteral("password"), old},
                       {QStringLiteral("newPassword"), ownPassword},
                       {QStringLiteral("newPasswordAgain"), ownPassword}});
    };
    enter(ownPassword);
    office.waitFor([&] { return says(*change, QStringLiteral("还可以再试 4 次")); });
    enter(otherPassword);
    office.waitFor([&] { return office.prompts.said.last() == QStringLiteral("口令已换成新的。"); });

    press(office.accounts(office.administrator), QStringLiteral("重置口令…"));
    office.waitFor([&] { return !office.prompts.errors.isEmpty(); });
    CHECK(office.prompts.errors.last().contains(QStringLiteral("李敏")));
}

TEST_CASE("Who only declared a name has no password to change, and giving up the sign-in leads to the start page",
          "[gui]")
{
    OfficeDriver office;
    choose(office.window, QStringLiteral("修改口令…"));
    office.waitFor([&] { return office.prompts.errors.join(QChar()).contains(QStringLiteral("自报姓名")); });
    office.start();
    gui::PasswordDialog& asked = office.openAgain();
    asked.reject();
    auto* start = office.window.findChild<gui::StartPage*>();
    office.waitFor([&] { return start->isVisible() && start->isEnabled(); });
    CHECK_FALSE(office.window.currentPage());
}

TEST_CASE("An administrator switches passwords off again", "[gui]")
{
    OfficeDriver office;
    office.start();
    choose(office.accounts(office.administrator), QStringLiteral("停用登录口令…"));
    office.waitFor([&] { return office.dispatcher.isSettled(); });
    office.window.closeCampaign();
    office.waitFor([&] { return !office.dispatcher.isOpen() && office.dispatcher.isSettled(); });
    auto* recent = office.window.findChild<gui::StartPage*>()->findChild<QListWidget*>();
    Q_EMIT recent->itemActivated(recent->item(0));
    office.waitFor([&] { return office.window.currentPage() != nullptr; });
}
