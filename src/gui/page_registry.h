// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

namespace chengheng::gui {

/// One register or computed view of a page.
struct PagePart {
    QString key; ///< of the register, where it shows one
    QString title;
    std::function<Page*(AppState&, QWidget*)> build;
};

/// A page the rail offers, of one part or of several side by side; built when first shown. Its key is
/// that of its first part.
struct PageEntry {
    QString group;
    QString title;
    QString icon;
    QVector<PagePart> parts;

    const QString& key() const { return parts.first().key; }
};

const QVector<PageEntry>& allPages();
/// The page that has a part of this key, or nullptr.
const PageEntry* pageWith(const QString& partKey);
/// A new page of an entry.
Page* buildPage(const PageEntry& entry, AppState& state, QWidget* parent);

} // namespace chengheng::gui
