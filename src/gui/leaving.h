// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

namespace chengheng::gui {

/// Goes on with `then` once nothing is lost by it: asks once for all pages with unsaved changes, with
/// 保存 as the default, and before a running job is cancelled. Where the user stays, or saving fails,
/// nothing happens.
void leavePages(QWidget* window, Dispatcher& dispatcher, const QVector<Page*>& pages, std::function<void()> then);

} // namespace chengheng::gui
