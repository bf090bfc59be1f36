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
    /// Follows a figure, a gap or a hit: goes there, and back() comes back.
    void follow(const Spot& spot);
    /// To where one came from, its record and filter with it; nothing where one came from nowhere.
    void back();
    bool hasWayBack() const { return !m_way.isEmpty(); }
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
    void wayBackChanged(bool hasWayBack);

private:
    /// Where one was, and whether one left it by following something.
    struct Step {
        Spot spot;
        bool isFollowed = false;
    };

    Page* build(const QString& partKey);
    void bringToFront(Page* page, const QString& partKey);
    void noteStep(const QString& to, bool isFollowed);
    void leaveList();

    AppState& m_state;
    QWidget* m_start;
    QHash<QString, Page*> m_built; ///< by the page's key
    QVector<Step> m_way;           ///< here, the last step last
};

} // namespace chengheng::gui
