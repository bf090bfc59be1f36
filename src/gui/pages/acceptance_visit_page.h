// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/register_page.h"

namespace chengheng::gui {

/// 考核验收: the register, and for each visit the draw of its units on the spot.
class AcceptanceVisitPage : public RegisterPage
{
    Q_OBJECT

public:
    explicit AcceptanceVisitPage(AppState& state, QWidget* parent = nullptr);

private:
    void askDraw();
};

} // namespace chengheng::gui
