// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/asking.h"
#include "gui/spot.h"
#include "services/registers.h"

#include <QAction>
#include <QDate>
#include <QWidget>

namespace chengheng::gui {

/// What all pages share: the way to the services and the day that figures are asked for.
struct AppState {
    Dispatcher* dispatcher = nullptr;
    QDate day; ///< 数据截至
    QDate today;
};

/// One area of work. Built on first show; refreshed when shown, when records changed and when the day
/// changed.
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(AppState& state, QString key, QString title, QWidget* parent = nullptr)
        : QWidget(parent), m_state(state), m_key(std::move(key)), m_title(std::move(title))
    {}

    const QString& key() const { return m_key; }
    const QString& title() const { return m_title; }
    /// Reads what it shows, anew.
    virtual void refresh() = 0;
    /// The page's one primary action, at the right of the head; may be null.
    virtual QAction* primaryAction() { return nullptr; }
    /// Brings one record to view (from the search over everything).
    virtual void reveal(const Uid&) {}
    /// Brings one of its parts to the front, where the page has several.
    virtual void showPart(const QString&) {}
    /// Where one is on it, to come back to.
    virtual Spot spot() const { return {m_key}; }
    /// Goes to a spot of this page: nothing else filters its list then. Its part is in front already.
    virtual void goTo(const Spot& spot)
    {
        if (!spot.record.isNull())
            reveal(spot.record);
    }
    /// Puts the cursor where this page is searched (Ctrl+F).
    virtual void focusSearch() {}
    /// Prints the page (Ctrl+P); null where there is nothing to print.
    virtual QAction* printAction() { return nullptr; }
    /// Something was typed that leaving the page would lose.
    virtual bool hasUnsavedChanges() const { return false; }
    /// Saves it; `then` hears whether it could be saved.
    virtual void saveChanges(std::function<void(bool)> then) { then(true); }
    /// Gives it up.
    virtual void dropChanges() {}

Q_SIGNALS:
    /// One sentence on the state, for the page head.
    void stateChanged(const QString& sentence);
    /// Another part is in front: its actions and state are the page's now.
    void partChanged();
    /// Leads to another page, perhaps to one record of it, or to those that a figure counts.
    void pageAsked(const QString& key, const Uid& record = {}, const Counted& only = {});
    /// Esc in the list: back to where one came from.
    void left();

protected:
    Dispatcher& dispatcher() const { return *m_state.dispatcher; }
    QDate day() const { return m_state.day; }
    QDate today() const { return m_state.today; }
    /// Who fills in a form, on the day that is shown: what lies ahead has not happened.
    services::FillingIn fillingIn() const { return {dispatcher().actor().name, qMin(day(), today())}; }

    /// Reads and shows; an error shows as a sentence.
    template <class T>
    void read(std::function<Result<T>(const services::Workspace&)> work, std::function<void(T)> then)
    {
        askFor<T>(dispatcher(), this, std::move(work), std::move(then));
    }

    template <class T>
    void write(std::function<Result<T>(services::Workspace&)> work, std::function<void(T)> then)
    {
        dispatcher().write<T>(this, std::move(work), [this, then = std::move(then)](Result<T> result) {
            if (result)
                then(std::move(*result));
            else
                Prompts::current().show(this, result.error());
        });
    }

    AppState& m_state;

private:
    QString m_key;
    QString m_title;
};

} // namespace chengheng::gui
