// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/page_stack.h"

#include "gui/page_registry.h"

namespace chengheng::gui {

PageStack::PageStack(AppState& state, QWidget* start, QWidget* parent)
    : QStackedWidget(parent), m_state(state), m_start(start)
{
    addWidget(m_start);
}

Page* PageStack::current() const
{
    return qobject_cast<Page*>(currentWidget());
}

QStringList PageStack::partKeys()
{
    QStringList keys;
    for (const PageEntry& entry : allPages())
        for (const PagePart& part : entry.parts)
            keys << part.key;
    return keys;
}

Page* PageStack::build(const QString& partKey)
{
    const PageEntry* entry = pageWith(partKey);
    if (!entry || m_built.contains(entry->key()))
        return entry ? m_built.value(entry->key()) : nullptr;
    Page* page = buildPage(*entry, m_state, this);
    m_built.insert(entry->key(), page);
    addWidget(page);
    connect(page, &Page::stateChanged, this, [this, page](const QString& sentence) {
        if (page == current())
            Q_EMIT stateChanged(sentence);
    });
    connect(page, &Page::pageAsked, this, &PageStack::showRecord);
    connect(page, &Page::partChanged, this, [this, page] { Q_EMIT headChanged(page); });
    return page;
}

void PageStack::showPage(const QString& partKey)
{
    Page* page = build(partKey);
    if (!page)
        return;
    page->showPart(partKey);
    setCurrentWidget(page);
    Q_EMIT headChanged(page);
    page->refresh();
}

void PageStack::showRecord(const QString& partKey, const Uid& record)
{
    showPage(partKey);
    if (Page* shown = record.isNull() ? nullptr : current())
        shown->reveal(record);
}

void PageStack::drop()
{
    setCurrentWidget(m_start);
    for (Page* page : std::as_const(m_built)) {
        removeWidget(page);
        page->deleteLater();
    }
    m_built.clear();
}

} // namespace chengheng::gui
