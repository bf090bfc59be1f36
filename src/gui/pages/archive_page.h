// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/register_page.h"

namespace chengheng::gui {

/// 归档文件: the register with its catalogue, covers and spines.
class ArchivePage : public RegisterPage
{
    Q_OBJECT

public:
    explicit ArchivePage(AppState& state, QWidget* parent = nullptr);
};

} // namespace chengheng::gui
