// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace chengheng::gui {

namespace Ui {
class PasswordDialog;
}

/// Asks for a name, a password, a new password twice, or some of these. It stays until who opened it accepts it;
/// a fault shows in it, and nothing but the password must be typed again.
class PasswordDialog : public QDialog
{
    Q_OBJECT

public:
    enum Part { Name = 1, Password = 2, NewPassword = 4 };

    PasswordDialog(const QString& title, const QString& hint, int parts, QWidget* parent);
    ~PasswordDialog() override;

    void setName(const QString& name);
    /// What was entered was refused; a refusal that asks for a new password gets its fields.
    void showFault(const Error& error);

Q_SIGNALS:
    void entered(const services::SignIn& person);

private:
    void askNewPassword(bool isAsked);
    void submit();
    void say(const QString& fault);
    QPushButton* agreeButton() const;

    std::unique_ptr<Ui::PasswordDialog> m_ui;
    bool m_asksNew = false;
};

} // namespace chengheng::gui
