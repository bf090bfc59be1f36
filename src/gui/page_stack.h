// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

#include <QHash>
#include <QStackedWidget>

namespace chengheng::gui {

/// The pages of an open campaign, each built when first shown, and before them the start page.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    /// `state` outlives the stack; `start` is shown while no campaign is open.
    PageStack(AppState& state, QWidget* start, QWidget* parent = nullptr);

    /// Brings the page with this part to the front and lets it read anew; an unknown key changes nothing.
    void showPage(const QString& partKey);
    /// The same, and brings a record of it to view; a null one is none.
    void showRecord(const QString& partKey, const Uid& record);
    /// nullptr on the start page.
    Page* current() const;
    QVector<Page*> built() const { return m_built.values(); }
    /// Takes down every page; the start page is in front.
    void drop();
    /// Of every part of every page.
    static QStringList partKeys();

Q_SIGNALS:
    /// Another page, or another part of it, is in front.
    void headChanged(chengheng::gui::Page* page);
    /// What the page in front says of its state.
    void stateChanged(const QString& sentence);

private:
    Page* build(const QString& partKey);

    AppState& m_state;
    QWidget* m_start;
    QHash<QString, Page*> m_built; ///< by the page's key
};

} // namespace chengheng::gui
