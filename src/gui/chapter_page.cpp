// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chapter_page.h"

#include "gui/theme.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace chengheng::gui {

ChapterPage::ChapterPage(AppState& state, const PageEntry& entry, QWidget* parent)
    : Page(state, entry.key(), entry.title, parent), m_entry(entry), m_tabs(new QTabWidget), m_parts(entry.parts.size())
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing, 0, 0);
    layout->addWidget(m_tabs);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(entry.title);
    for (const PagePart& part : entry.parts) {
        auto* place = new QWidget;
        auto* inner = new QVBoxLayout(place);
        inner->setContentsMargins(0, 0, 0, 0);
        m_tabs->addTab(place, part.title);
    }
    part(0);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int place) {
        part(place);
        Q_EMIT partChanged();
        refresh();
    });
}

Page* ChapterPage::part(int place)
{
    Page*& page = m_parts[place];
    if (page)
        return page;
    page = m_entry.parts[place].build(m_state, nullptr);
    m_tabs->widget(place)->layout()->addWidget(page);
    connect(page, &Page::stateChanged, this, [this, page = page](const QString& sentence) {
        if (page == current())
            Q_EMIT stateChanged(sentence);
    });
    connect(page, &Page::pageAsked, this, &Page::pageAsked);
    connect(page, &Page::left, this, &Page::left);
    return page;
}

Page* ChapterPage::current() const
{
    return m_parts[m_tabs->currentIndex()];
}

void ChapterPage::refresh()
{
    current()->refresh();
}

void ChapterPage::showPart(const QString& key)
{
    for (int place = 0; place < m_parts.size(); ++place)
        if (m_entry.parts[place].key == key)
            m_tabs->setCurrentIndex(place);
}

Page* ChapterPage::firstUnsaved() const
{
    for (Page* page : m_parts)
        if (page && page->hasUnsavedChanges())
            return page;
    return nullptr;
}

bool ChapterPage::hasUnsavedChanges() const
{
    return firstUnsaved();
}

void ChapterPage::saveChanges(std::function<void(bool)> then)
{
    Page* unsaved = firstUnsaved();
    if (!unsaved) {
        then(true);
        return;
    }
    unsaved->saveChanges([this, then = std::move(then)](bool isSaved) {
        if (isSaved)
            saveChanges(then);
        else
            then(false);
    });
}

void ChapterPage::dropChanges()
{
    for (Page* page : std::as_const(m_parts))
        if (page)
            page->dropChanges();
}

} // namespace chengheng::gui
