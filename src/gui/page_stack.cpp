// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/page_stack.h"

#include "gui/page_registry.h"

namespace chengheng::gui {

namespace {

constexpr qsizetype mostSteps = 50;

} // namespace

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
    connect(page, &Page::pageAsked, this,
            [this](const QString& asked, const Uid& record, const Counted& only) { follow({asked, record, only}); });
    connect(page, &Page::left, this, &PageStack::leaveList);
    connect(page, &Page::partChanged, this, [this, page] { Q_EMIT headChanged(page); });
    return page;
}

void PageStack::bringToFront(Page* page, const QString& partKey)
{
    page->showPart(partKey);
    setCurrentWidget(page);
    Q_EMIT headChanged(page);
}

void PageStack::noteStep(const QString& to, bool isFollowed)
{
    const Page* from = current();
    if (!from || (from->spot().page == to && !isFollowed))
        return;
    m_way.append({from->spot(), isFollowed});
    if (m_way.size() > mostSteps)
        m_way.removeFirst();
    Q_EMIT wayBackChanged(true);
}

void PageStack::showPage(const QString& partKey)
{
    Page* page = build(partKey);
    if (!page)
        return;
    noteStep(partKey, false);
    bringToFront(page, partKey);
    page->refresh();
}

void PageStack::follow(const Spot& spot)
{
    Page* page = build(spot.page);
    if (!page)
        return;
    noteStep(spot.page, true);
    bringToFront(page, spot.page);
    page->goTo(spot);
    page->refresh();
}

void PageStack::back()
{
    if (m_way.isEmpty())
        return;
    const Spot spot = m_way.takeLast().spot;
    Page* page = build(spot.page);
    bringToFront(page, spot.page);
    if (page->spot() != spot) // something else led to it meanwhile
        page->goTo(spot);
    page->refresh();
    Q_EMIT wayBackChanged(hasWayBack());
}

/// Esc in a list goes back only along what was followed.
void PageStack::leaveList()
{
    if (hasWayBack() && m_way.last().isFollowed)
        back();
}

void PageStack::drop()
{
    setCurrentWidget(m_start);
    for (Page* page : std::as_const(m_built)) {
        removeWidget(page);
        page->deleteLater();
    }
    m_built.clear();
    m_way.clear();
    Q_EMIT wayBackChanged(false);
}

} // namespace chengheng::gui
