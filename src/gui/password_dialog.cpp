// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/password_dialog.h"

#include "gui/theme.h"
#include "rules/passwords.h"
#include "services/passwords.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengheng::gui {

namespace {

constexpr int dialogWidth = 440;

} // namespace

PasswordDialog::PasswordDialog(const QString& title, const QString& hint, int parts, QWidget* parent)
    : QDialog(parent), m_form(new QFormLayout), m_fault(new QLabel)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(dialogWidth);
    auto* said = new QLabel(hint);
    said->setWordWrap(true);
    m_form->setLabelAlignment(Qt::AlignRight);
    auto* shows = new QCheckBox(tr("显示口令（旁边没有人时）")); // an input method works in a shown field only
    QPalette red = m_fault->palette();
    red.setColor(QPalette::WindowText, faultColour());
    m_fault->setPalette(red);
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_agree = buttons->button(QDialogButtonBox::Ok);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(said);
    layout->addLayout(m_form);
    layout->addWidget(shows);
    layout->addWidget(m_fault);
    layout->addWidget(buttons);
    if (parts & Name)
        m_name = add(tr("姓名或登录名"), "name");
    if (parts & Password)
        m_password = addSecret(parts & NewPassword ? tr("原来的口令") : tr("口令"), "password");
    if (parts & NewPassword)
        addNewPassword();
    connect(shows, &QCheckBox::toggled, this, [this](bool isShown) {
        for (QLineEdit* secret : std::as_const(m_secrets))
            secret->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &PasswordDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QLineEdit* PasswordDialog::add(const QString& label, const char* name)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(QString::fromLatin1(name));
    m_form->addRow(label, edit);
    return edit;
}

QLineEdit* PasswordDialog::addSecret(const QString& label, const char* name)
{
    QLineEdit* edit = add(label, name);
    const bool isShown = !m_secrets.isEmpty() && m_secrets.first()->echoMode() == QLineEdit::Normal;
    edit->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    m_secrets << edit;
    return edit;
}

void PasswordDialog::addNewPassword()
{
    m_new = addSecret(tr("新口令"), "newPassword");
    m_new->setPlaceholderText(tr("至少 %1 个字符，一句好记的话最好").arg(rules::shortestPassword));
    m_again = addSecret(tr("再输一次"), "newPasswordAgain");
}

void PasswordDialog::setName(const QString& name)
{
    m_name->setText(name);
    if (!name.isEmpty())
        m_password->setFocus();
}

void PasswordDialog::submit()
{
    if (m_new && m_new->text() != m_again->text()) {
        say(tr("两次输入的新口令不一样，请重新输入。"));
        m_again->clear();
        m_again->setFocus();
        return;
    }
    m_fault->hide();
    m_agree->setEnabled(false);
    const auto textOf = [](const QLineEdit* edit) { return edit ? edit->text() : QString(); };
    Q_EMIT entered({textOf(m_name), textOf(m_password), textOf(m_new)});
}

void PasswordDialog::say(const QString& fault)
{
    m_fault->setText(fault);
    m_fault->show();
}

void PasswordDialog::showFault(const Error& error)
{
    say(error.message);
    m_agree->setEnabled(true);
    if (services::asksForNewPassword(error)) {
        if (!m_new)
            addNewPassword();
        m_new->setFocus();
    } else if (m_password) {
        m_password->clear();
        m_password->setFocus();
    }
}

} // namespace chengheng::gui
