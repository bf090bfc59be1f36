// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/main_window.h"

#include "gui/foot_bar.h"
#include "gui/page_registry.h"
#include "gui/search_palette.h"
#include "gui/start_page.h"
#include "gui/theme.h"

#include <QDateEdit>
#include <QDockWidget>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStyle>
#include <QTextBrowser>

namespace chengheng::gui {

namespace {

constexpr int railWidth = 168;
constexpr int railRow = 36;

} // namespace

MainWindow::MainWindow(Dispatcher& dispatcher, std::shared_ptr<const Clock> clock, QWidget* parent)
    : QMainWindow(parent), m_clock(std::move(clock))
{
    m_state.dispatcher = &dispatcher;
    m_state.today = m_clock->today();
    m_state.day = m_state.today;
    setWindowTitle(tr("诚衡"));
    auto* centre = new QWidget;
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    buildRail();
    row->addWidget(m_rail);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(buildHead());
    m_pages = new QStackedWidget;
    auto* start = new StartPage(m_clock);
    connect(start, &StartPage::campaignChosen, this, &MainWindow::openCampaign);
    m_pages->addWidget(start);
    column->addWidget(m_pages, 1);
    m_foot = new FootBar(dispatcher);
    column->addWidget(m_foot);
    row->addLayout(column, 1);
    setCentralWidget(centre);
    m_rail->hide();
    m_head->hide();
    buildShortcuts();
    connect(&dispatcher, &Dispatcher::recordsChanged, this, [this] {
        if (Page* page = currentPage())
            page->refresh();
    });
}

void MainWindow::buildRail()
{
    m_rail = new QListWidget;
    m_rail->setObjectName(QStringLiteral("rail"));
    m_rail->setAccessibleName(tr("工作区"));
    m_rail->setFixedWidth(railWidth);
    m_rail->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QString group;
    for (const PageEntry& entry : allPages()) {
        if (entry.group != group) {
            auto* heading = new QListWidgetItem(entry.group, m_rail);
            heading->setFlags(Qt::NoItemFlags);
            heading->setSizeHint({railWidth, railRow});
            heading->setTextAlignment(Qt::AlignLeft | Qt::AlignBottom);
            group = entry.group;
        }
        auto* item = new QListWidgetItem(iconNamed(entry.icon), entry.title, m_rail);
        item->setData(Qt::UserRole, entry.key);
        item->setSizeHint({railWidth, railRow});
    }
    connect(m_rail, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item)
            showPage(item->data(Qt::UserRole).toString());
    });
}

QWidget* MainWindow::buildHead()
{
    m_head = new QWidget;
    m_head->setObjectName(QStringLiteral("pageHead"));
    m_head->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(m_head);
    row->setContentsMargins(gutter, spacing, gutter, spacing);
    m_title = new QLabel;
    makeTitle(m_title);
    m_sentence = new QLabel;
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_day = new QDateEdit(m_state.day);
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_day->setToolTip(tr("所有数字按这一天的记录计算"));
    auto* dayLabel = new QLabel(tr("数据截至"));
    dayLabel->setBuddy(m_day);
    m_primary = new QPushButton;
    m_primary->setProperty("primary", true);
    row->addWidget(m_title);
    row->addSpacing(gutter);
    row->addWidget(m_sentence, 1);
    row->addWidget(dayLabel);
    row->addWidget(m_day);
    row->addSpacing(spacing);
    row->addWidget(m_primary);
    connect(m_day, &QDateEdit::dateChanged, this, &MainWindow::setDay);
    return m_head;
}

void MainWindow::buildShortcuts()
{
    connect(new QShortcut(QKeySequence(tr("Ctrl+K")), this), &QShortcut::activated, this, &MainWindow::showSearch);
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, m_foot, &FootBar::undo);
    connect(new QShortcut(QKeySequence::HelpContents, this), &QShortcut::activated, this, &MainWindow::showHelp);
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this, [this] {
        if (Page* page = currentPage())
            page->refresh();
    });
}

void MainWindow::openCampaign(Dispatcher::Opener opener, const QString& place)
{
    m_state.dispatcher->open(std::move(opener), this, [this, place](const Result<void>& opened) {
        if (!opened) {
            Prompts::current().show(this, opened.error());
            Q_EMIT openingFailed(opened.error());
            return;
        }
        StartPage::remember(place);
        setWindowTitle(tr("%1 — 诚衡").arg(place));
        for (Page* page : std::as_const(m_built))
            page->deleteLater();
        m_built.clear();
        m_rail->show();
        m_head->show();
        showPage(allPages().first().key);
        Q_EMIT campaignOpened();
    });
}

Page* MainWindow::currentPage() const
{
    return qobject_cast<Page*>(m_pages->currentWidget());
}

QStringList MainWindow::pageKeys() const
{
    QStringList keys;
    for (const PageEntry& entry : allPages())
        keys << entry.key;
    return keys;
}

void MainWindow::showPage(const QString& key)
{
    const auto entry = std::find_if(allPages().begin(), allPages().end(), [&](const PageEntry& e) { return e.key == key; });
    if (entry == allPages().end())
        return;
    Page*& page = m_built[key];
    if (!page) {
        page = entry->build(m_state, m_pages);
        m_pages->addWidget(page);
        connect(page, &Page::stateChanged, this, [this, shown = page](const QString& sentence) {
            if (shown == currentPage())
                m_sentence->setText(sentence);
        });
    }
    m_pages->setCurrentWidget(page);
    m_title->setText(entry->title);
    m_sentence->clear();
    disconnect(m_primaryConnection);
    QAction* primary = page->primaryAction();
    m_primary->setVisible(primary);
    if (primary) {
        m_primary->setText(primary->text());
        m_primary->setToolTip(primary->shortcut().toString());
        m_primaryConnection = connect(m_primary, &QPushButton::clicked, primary, &QAction::trigger);
    }
    const QSignalBlocker blocker(m_rail);
    for (int row = 0; row < m_rail->count(); ++row)
        if (m_rail->item(row)->data(Qt::UserRole).toString() == key)
            m_rail->setCurrentRow(row);
    page->refresh();
}

void MainWindow::setDay(QDate day)
{
    m_state.day = day;
    m_head->setProperty("past", day != m_state.today);
    m_head->style()->unpolish(m_head);
    m_head->style()->polish(m_head);
    if (Page* page = currentPage())
        page->refresh();
}

void MainWindow::showSearch()
{
    if (!m_state.dispatcher->isOpen())
        return;
    auto* palette = new SearchPalette(*m_state.dispatcher, this);
    connect(palette, &SearchPalette::pageChosen, this, &MainWindow::showPage);
    connect(palette, &SearchPalette::recordChosen, this, [this](const QString& page, const Uid& uid) {
        showPage(page);
        if (Page* shown = currentPage())
            shown->reveal(uid);
    });
    palette->open();
}

/// The manual's page of the same title, beside the work.
void MainWindow::showHelp()
{
    if (!m_help) {
        m_help = new QDockWidget(tr("帮助"), this);
        m_helpText = new QTextBrowser;
        m_helpText->setSearchPaths({QStringLiteral(":/help")});
        m_help->setWidget(m_helpText);
        addDockWidget(Qt::RightDockWidgetArea, m_help);
    }
    const QString own = QStringLiteral(":/help/%1.md").arg(m_title->text());
    m_helpText->setSource(QUrl(QStringLiteral("qrc") + (QFile::exists(own) ? own : QStringLiteral(":/help/开始使用.md"))),
                          QTextDocument::MarkdownResource);
    m_help->setVisible(true);
}

} // namespace chengheng::gui
