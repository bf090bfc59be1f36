// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/opening.h"
#include "gui/page.h"

#include <QMainWindow>

class QTimer;

namespace chengheng::gui {

class FootBar;
class HelpDock;
class PageHead;
class PageStack;
class Rail;
class SigningIn;
class StartPage;

/// The shell: rail, page head, pages, foot bar. It knows pages only by their entries.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Dispatcher& dispatcher, std::shared_ptr<const Clock> clock, QWidget* parent = nullptr);

    /// Opens a campaign and shows its first page.
    void openCampaign(const Opening& opening);
    void openCampaign(Dispatcher::Opener opener, const QString& file);
    /// Back to the start page; asks where something would be lost.
    void closeCampaign();
    void showPage(const QString& key);
    /// Shows itself where and as large as it was left; the first time whole on the screen.
    void showAsLeft();
    Page* currentPage() const;
    /// Of every part of every page.
    QStringList pageKeys() const;
    /// What works on every page, with its shortcut; the sheet and the menu list these.
    QList<QAction*> windowActions() const { return m_actions + m_pageActions; }

Q_SIGNALS:
    void campaignOpened();
    void campaignClosed();
    void openingFailed(const Error& error);

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildActions();
    QAction* add(const QString& text, const QKeySequence& keys, std::function<void()> run);
    void showHead(Page* page);
    void opened(const Opening& opening);
    void setIsOpen(bool isOpen);
    void setDay(QDate day);
    void noteToday();
    void refreshAll();
    void countOwed();
    void showSearch();
    void showShortcuts();
    void showHelp();

    AppState m_state;
    std::shared_ptr<const Clock> m_clock;
    Rail* m_rail = nullptr;
    StartPage* m_start = nullptr;
    PageStack* m_pages = nullptr;
    PageHead* m_head = nullptr;
    FootBar* m_foot = nullptr;
    HelpDock* m_help = nullptr;
    SigningIn* m_signingIn;
    QTimer* m_owedTimer = nullptr;
    QTimer* m_settleTimer = nullptr;
    QAction* m_print = nullptr;
    QAction* m_back = nullptr;
    QList<QAction*> m_actions;
    QList<QAction*> m_pageActions; ///< go to a page
    QList<QAction*> m_anytime;     ///< work on the start page too
    bool m_mayClose = false;
};

} // namespace chengheng::gui
