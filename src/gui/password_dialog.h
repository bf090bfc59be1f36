// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace chengheng::gui {

/// Asks for a name, a password, a new password twice, or some of these. It stays until who opened it accepts it;
/// a fault shows in it, and nothing but the password must be typed again.
class PasswordDialog : public QDialog
{
    Q_OBJECT

public:
    enum Part { Name = 1, Password = 2, NewPassword = 4 };

    PasswordDialog(const QString& title, const QString& hint, int parts, QWidget* parent);

    void setName(const QString& name);
    /// What was entered was refused; a refusal that asks for a new password gets its fields.
    void showFault(const Error& error);

Q_SIGNALS:
    void entered(const services::SignIn& person);

private:
    QLineEdit* add(const QString& label, const char* name);
    QLineEdit* addSecret(const QString& label, const char* name);
    void addNewPassword();
    void submit();
    void say(const QString& fault);

    QFormLayout* m_form;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_password = nullptr;
    QLineEdit* m_new = nullptr;
    QLineEdit* m_again = nullptr;
    QList<QLineEdit*> m_secrets;
    QLabel* m_fault;
    QPushButton* m_agree;
};

} // namespace chengheng::gui
