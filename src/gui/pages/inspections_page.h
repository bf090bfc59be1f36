// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/register_page.h"

namespace chengheng::gui {

/// 检查记录: what was filed, with what follows from it (the notice, an expert's opinion).
class InspectionsPage : public RegisterPage
{
    Q_OBJECT

public:
    explicit InspectionsPage(AppState& state, QWidget* parent = nullptr);

private:
    std::function<FieldWords(const services::Workspace&)> wordsReader() const override;
    void addNew() override; ///< by scoring a sheet
};

} // namespace chengheng::gui
