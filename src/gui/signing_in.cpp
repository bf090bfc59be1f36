// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/signing_in.h"

#include "gui/password_dialog.h"
#include "gui/prompts.h"
#include "services/passwords.h"

#include <QCoreApplication>
#include <QSettings>
#include <QWidget>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SigningIn)
};

} // namespace

SigningIn::SigningIn(QWidget* window) : QObject(window), m_window(window) {}

void SigningIn::ask(const Opening& opening, const Error& why)
{
    if (m_dialog) {
        m_dialog->showFault(why);
        return;
    }
    m_dialog = new PasswordDialog(tr("登录"), why.message, PasswordDialog::Name | PasswordDialog::Password, m_window);
    m_dialog->setName(QSettings().value(QStringLiteral("name")).toString());
    connect(m_dialog, &PasswordDialog::entered, this, [this, opening](const services::SignIn& person) {
        Opening again = opening;
        again.signIn = person;
        Q_EMIT entered(again);
    });
    m_dialog->open();
}

void SigningIn::end()
{
    if (m_dialog)
        m_dialog->accept();
    m_dialog = nullptr;
}

void askToChangePassword(Dispatcher& dispatcher, QWidget* parent)
{
    const auto ask = [&dispatcher, parent] {
        auto* dialog =
            new PasswordDialog(Text::tr("修改口令"), Text::tr("换成只有您自己知道的新口令，下次登录时使用。"),
                               PasswordDialog::Password | PasswordDialog::NewPassword, parent);
        QObject::connect(dialog, &PasswordDialog::entered, dialog,
                         [&dispatcher, dialog, parent](const services::SignIn& entered) {
                             dispatcher.write<services::Written>(
                                 dialog,
                                 [entered](services::Workspace& workspace) {
                                     return services::changePassword(workspace, entered.password, entered.newPassword);
                                 },
                                 [dialog, parent](const Result<services::Written>& changed) {
                                     if (!changed) {
                                         dialog->showFault(changed.error());
                                         return;
                                     }
                                     dialog->accept();
                                     Prompts::current().inform(parent, Text::tr("口令已换成新的。"));
                                 });
                         });
        dialog->open();
    };
    dispatcher.write<bool>( // the writing workspace knows who signed in
        parent,
        [](services::Workspace& workspace) -> Result<bool> {
            if (auto may = services::checkSignedIn(workspace); !may)
                return fail(may.error());
            return true;
        },
        [ask, parent](const Result<bool>& may) { may ? ask() : Prompts::current().show(parent, may.error()); });
}

} // namespace chengheng::gui
