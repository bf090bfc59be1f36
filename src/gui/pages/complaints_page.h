// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/register_page.h"

class QLabel;

namespace chengheng::gui {

/// 投诉举报: the register; of the chosen one the time limits that run on it.
class ComplaintsPage : public RegisterPage
{
    Q_OBJECT

public:
    explicit ComplaintsPage(AppState& state, QWidget* parent = nullptr);

protected:
    void showDetails(const model::Record& record) override;

private:
    QLabel* m_standing;
    Uid m_shown;
};

} // namespace chengheng::gui
