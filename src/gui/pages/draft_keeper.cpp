// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/draft_keeper.h"

#include "gui/asking.h"
#include "services/inspections.h"

#include <QTimer>
#include <QWidget>

namespace chengheng::gui {

namespace {

constexpr int delay = 800; // ms: drafts are saved within a second

} // namespace

DraftKeeper::DraftKeeper(Dispatcher& dispatcher, std::function<ScoringDraft()> current, QWidget* page)
    : QObject(page), m_dispatcher(dispatcher), m_current(std::move(current)), m_page(page), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(delay);
    connect(m_timer, &QTimer::timeout, this, &DraftKeeper::save);
}

void DraftKeeper::open(const QString& key, std::function<void(const QJsonObject&)> then)
{
    m_key = key;
    m_hasDraft = false;
    m_dispatcher.read<QJsonObject>(
        m_page, [key](const services::Workspace& workspace) { return services::loadDraft(workspace, key); },
        [this, opened = ++m_opened, then = std::move(then)](const Result<QJsonObject>& json) {
            if (opened != m_opened)
                return;
            if (!json)
                Prompts::current().show(m_page, json.error());
            m_hasDraft = json && !json->isEmpty();
            then(json.value_or(QJsonObject())); // without the draft one can still begin anew
        });
}

void DraftKeeper::touch()
{
    m_timer->start();
}

void DraftKeeper::flush()
{
    if (!m_timer->isActive())
        return;
    m_timer->stop();
    save();
}

void DraftKeeper::forget()
{
    m_timer->stop();
    m_hasDraft = false;
}

/// Nothing found is no draft: one that was emptied goes.
void DraftKeeper::save()
{
    const ScoringDraft typed = m_current();
    if (typed.isEmpty() && !m_hasDraft)
        return;
    m_hasDraft = !typed.isEmpty();
    m_dispatcher.write<bool>(
        m_page,
        [key = m_key, typed](services::Workspace& workspace) -> Result<bool> {
            const auto kept = typed.isEmpty() ? services::dropDraft(workspace, key)
                                              : services::saveDraft(workspace, key, toJson(typed));
            if (!kept)
                return fail(kept.error());
            return true;
        },
        [page = m_page](const Result<bool>& saved) {
            if (!saved)
                Prompts::current().show(page, saved.error());
        });
}

} // namespace chengheng::gui
