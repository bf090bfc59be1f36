// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/register_page.h"

namespace chengheng::gui {

/// 人员账号: the register with what an administrator does to passwords.
class AccountsPage : public RegisterPage
{
    Q_OBJECT

public:
    explicit AccountsPage(AppState& state, QWidget* parent = nullptr);

private:
    void reset();
    void start();
    void end();
};

} // namespace chengheng::gui
