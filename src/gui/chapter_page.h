// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page_registry.h"

class QTabWidget;

namespace chengheng::gui {

/// Registers that belong together, as tabs of one page; each is built when first shown. To the window it
/// is one page: what is asked of it is asked of the part in front.
class ChapterPage : public Page
{
    Q_OBJECT

public:
    ChapterPage(AppState& state, const PageEntry& entry, QWidget* parent = nullptr);

    void refresh() override;
    QAction* primaryAction() override { return current()->primaryAction(); }
    QAction* printAction() override { return current()->printAction(); }
    void reveal(const Uid& uid) override { current()->reveal(uid); }
    Spot spot() const override { return current()->spot(); }
    void goTo(const Spot& spot) override { current()->goTo(spot); }
    void focusSearch() override { current()->focusSearch(); }
    void showPart(const QString& key) override;
    bool hasUnsavedChanges() const override;
    void saveChanges(std::function<void(bool)> then) override;
    void dropChanges() override;
    /// The part in front.
    Page* current() const;

private:
    Page* part(int place);
    Page* firstUnsaved() const;

    const PageEntry& m_entry;
    QTabWidget* m_tabs;
    QVector<Page*> m_parts; ///< null until shown
};

} // namespace chengheng::gui
