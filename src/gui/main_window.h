// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

#include <QHash>
#include <QMainWindow>

class QDateEdit;
class QDockWidget;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTextBrowser;

namespace chengheng::gui {

class FootBar;

/// The shell: rail, page head, pages, foot bar. It knows pages only by their entries.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Dispatcher& dispatcher, std::shared_ptr<const Clock> clock, QWidget* parent = nullptr);

    /// Opens a campaign and shows its first page.
    void openCampaign(Dispatcher::Opener opener, const QString& place);
    void showPage(const QString& key);
    Page* currentPage() const;
    QStringList pageKeys() const;

Q_SIGNALS:
    void campaignOpened();
    /// All pages asked for were read and shown (used where pictures are taken).
    void openingFailed(const Error& error);

private:
    void buildRail();
    QWidget* buildHead();
    void buildShortcuts();
    void setDay(QDate day);
    void showSearch();
    void showHelp();

    AppState m_state;
    std::shared_ptr<const Clock> m_clock;
    QListWidget* m_rail = nullptr;
    QStackedWidget* m_pages = nullptr;
    QWidget* m_head = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    QDateEdit* m_day = nullptr;
    QPushButton* m_primary = nullptr;
    FootBar* m_foot = nullptr;
    QDockWidget* m_help = nullptr;
    QTextBrowser* m_helpText = nullptr;
    QHash<QString, Page*> m_built;
    QMetaObject::Connection m_primaryConnection;
};

} // namespace chengheng::gui
