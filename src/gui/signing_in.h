// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/opening.h"

#include <QPointer>

namespace chengheng::gui {

class PasswordDialog;

/// Lets somebody sign in to a campaign that asks for it: one dialog, kept until the opening succeeds, fails for
/// another reason or is given up.
class SigningIn : public QObject
{
    Q_OBJECT

public:
    explicit SigningIn(QWidget* window);

    void ask(const Opening& opening, const Error& why);
    /// The opening came to an end.
    void end();

Q_SIGNALS:
    /// Try once more, with what was entered.
    void entered(const Opening& opening);

private:
    QWidget* m_window;
    QPointer<PasswordDialog> m_dialog;
};

/// 修改口令: of who signed in.
void askToChangePassword(Dispatcher& dispatcher, QWidget* parent);

} // namespace chengheng::gui
