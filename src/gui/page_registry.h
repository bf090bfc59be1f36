// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

namespace chengheng::gui {

/// A page the rail offers; it is built when first shown.
struct PageEntry {
    QString group;
    QString key;
    QString title;
    QString icon;
    std::function<Page*(AppState&, QWidget*)> build;
};

const QVector<PageEntry>& allPages();

} // namespace chengheng::gui
