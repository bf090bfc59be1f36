// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/accounts_page.h"

#include "gui/password_dialog.h"
#include "gui/prompts.h"
#include "model/office_records.h"
#include "services/passwords.h"

namespace chengheng::gui {

AccountsPage::AccountsPage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::Account>(), parent)
{
    addListButton(tr("重置口令…"), [this] { reset(); });
    list().addToMenu(tr("启用登录口令…"), [this] { start(); });
    list().addToMenu(tr("停用登录口令…"), [this] { end(); });
}

void AccountsPage::reset()
{
    const model::Record* chosen = list().current();
    if (!chosen)
        return;
    const auto told = [this, name = chosen->name()](const Result<QString>& password) {
        if (!password)
            Prompts::current().show(this, password.error());
        else
            Prompts::current().inform(
                this, tr("“%1”的一次性口令：%2\n\n只显示这一次，请当面告诉本人；首次登录时须换成自己的口令。")
                          .arg(name, *password));
    };
    const QString question = tr("给“%1”一个新的一次性口令吗？原来的口令马上失效。").arg(chosen->name());
    Prompts::current().confirm(this, question, tr("重置"), [this, told, uid = chosen->uid] {
        dispatcher().write<QString>(
            this, [uid](services::Workspace& workspace) { return services::resetPassword(workspace, uid); }, told);
    });
}

void AccountsPage::start()
{
    const model::Record* chosen = list().current();
    if (!chosen) {
        Prompts::current().inform(this, tr("请先登记管理员本人的账号，再选中它启用登录口令。"));
        return;
    }
    const QString hint = tr("给管理员“%1”设口令。从下次打开起，每个人都要填姓名和口令；其他人的口令用“重置口令”发放。"
                            "唯一的管理员忘了口令，谁也帮不了，请记好，或让两个人都有管理员账号。")
                             .arg(chosen->name());
    auto* dialog = new PasswordDialog(tr("启用登录口令"), hint, PasswordDialog::NewPassword, this);
    connect(dialog, &PasswordDialog::entered, this, [this, dialog, uid = chosen->uid](const services::SignIn& entered) {
        dispatcher().write<services::Written>(
            dialog,
            [uid, password = entered.newPassword](services::Workspace& workspace) {
                return services::startPasswords(workspace, uid, password);
            },
            [this, dialog](const Result<services::Written>& started) {
                if (!started) {
                    dialog->showFault(started.error());
                    return;
                }
                dialog->accept();
                Prompts::current().inform(this, tr("已启用登录口令，从下次打开起要填姓名和口令。"));
            });
    });
    dialog->open();
}

void AccountsPage::end()
{
    const QString question = tr("停用登录口令吗？所有人的口令都会清除，打开时重新自报姓名，不能撤销。");
    Prompts::current().confirm(this, question, tr("停用"), [this] {
        dispatcher().write<services::Written>(this, services::endPasswords,
                                              [this](const Result<services::Written>& ended) {
                                                  if (!ended)
                                                      Prompts::current().show(this, ended.error());
                                              });
    });
}

} // namespace chengheng::gui
