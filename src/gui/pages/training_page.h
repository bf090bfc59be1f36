// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/register_page.h"

namespace chengheng::gui {

/// 培训: the register, and for each one its sign-in sheet with the names of those expected.
class TrainingPage : public RegisterPage
{
    Q_OBJECT

public:
    explicit TrainingPage(AppState& state, QWidget* parent = nullptr);

private:
    void saveSignInSheet();
};

} // namespace chengheng::gui
