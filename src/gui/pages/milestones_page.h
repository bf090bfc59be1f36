// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/register_page.h"

namespace chengheng::gui {

/// 节点完成记录: what was entered of milestones that no register answers, by the plan's titles.
class MilestonesPage : public RegisterPage
{
    Q_OBJECT

public:
    explicit MilestonesPage(AppState& state, QWidget* parent = nullptr);

protected:
    std::function<FieldWords(const services::Workspace&)> wordsReader() const override;
};

} // namespace chengheng::gui
