// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "gui/pages/scoring_draft.h"

class QTimer;
class QWidget;

namespace chengheng::gui {

/// Keeps what is typed on the scoring page as the chosen unit's draft, within a second and without asking.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    /// `current`: what stands on the page now.
    DraftKeeper(Dispatcher& dispatcher, std::function<ScoringDraft()> current, QWidget* page);

    /// Reads the draft of `key` (empty: none); what is typed from now on is its. flush() before the page
    /// shows another unit. An answer to an earlier question never comes.
    void open(const QString& key, std::function<void(const QJsonObject&)> then);
    const QString& key() const { return m_key; }
    /// Something was typed.
    void touch();
    /// Saves at once what waits to be saved.
    void flush();
    /// The draft was filed and dropped.
    void forget();

private:
    void save();

    Dispatcher& m_dispatcher;
    std::function<ScoringDraft()> m_current;
    QWidget* m_page;
    QTimer* m_timer;
    QString m_key;
    int m_opened = 0;
    bool m_hasDraft = false;
};

} // namespace chengheng::gui
