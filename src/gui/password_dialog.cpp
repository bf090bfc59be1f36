// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/password_dialog.h"

#include "rules/passwords.h"
#include "services/passwords.h"
#include "ui_PasswordDialog.h"

#include <QPushButton>

namespace chengheng::gui {

PasswordDialog::PasswordDialog(const QString& title, const QString& hint, int parts, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::PasswordDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->hint->setText(hint);
    m_ui->fault->hide();
    m_ui->newPassword->setPlaceholderText(tr("至少 %1 个字符，一句好记的话最好").arg(rules::shortestPassword));
    if (parts & NewPassword)
        m_ui->passwordLabel->setText(tr("原来的口令"));
    m_ui->form->setRowVisible(m_ui->name, parts & Name);
    m_ui->form->setRowVisible(m_ui->password, parts & Password);
    askNewPassword(parts & NewPassword);
    connect(m_ui->shows, &QCheckBox::toggled, this,
            [this](bool isShown) { // an input method works in a shown field only
                for (QLineEdit* secret : {m_ui->password, m_ui->newPassword, m_ui->newPasswordAgain})
                    secret->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
            });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &PasswordDialog::submit);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

PasswordDialog::~PasswordDialog() = default;

void PasswordDialog::askNewPassword(bool isAsked)
{
    m_asksNew = isAsked;
    m_ui->form->setRowVisible(m_ui->newPassword, isAsked);
    m_ui->form->setRowVisible(m_ui->newPasswordAgain, isAsked);
}

void PasswordDialog::setName(const QString& name)
{
    m_ui->name->setText(name);
    if (!name.isEmpty())
        m_ui->password->setFocus();
}

void PasswordDialog::submit()
{
    if (m_asksNew && m_ui->newPassword->text() != m_ui->newPasswordAgain->text()) {
        say(tr("两次输入的新口令不一样，请重新输入。"));
        m_ui->newPasswordAgain->clear();
        m_ui->newPasswordAgain->setFocus();
        return;
    }
    m_ui->fault->hide();
    agreeButton()->setEnabled(false);
    Q_EMIT entered({m_ui->name->text(), m_ui->password->text(), m_ui->newPassword->text()});
}

void PasswordDialog::say(const QString& fault)
{
    m_ui->fault->setText(fault);
    m_ui->fault->show();
}

QPushButton* PasswordDialog::agreeButton() const
{
    return m_ui->buttons->button(QDialogButtonBox::Ok);
}

void PasswordDialog::showFault(const Error& error)
{
    say(error.message);
    agreeButton()->setEnabled(true);
    if (services::asksForNewPassword(error)) {
        askNewPassword(true);
        m_ui->newPassword->setFocus();
    } else {
        m_ui->password->clear();
        m_ui->password->setFocus();
    }
}

} // namespace chengheng::gui
