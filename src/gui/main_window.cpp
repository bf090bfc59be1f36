// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/main_window.h"

#include "base/text.h"
#include "gui/foot_bar.h"
#include "gui/help_dock.h"
#include "gui/import_history.h"
#include "gui/leaving.h"
#include "gui/page_head.h"
#include "gui/page_registry.h"
#include "gui/page_stack.h"
#include "gui/rail.h"
#include "gui/recent_campaigns.h"
#include "gui/search_palette.h"
#include "gui/shortcut_sheet.h"
#include "gui/signing_in.h"
#include "gui/start_page.h"
#include "gui/upkeep.h"
#include "services/passwords.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QScreen>
#include <QSettings>
#include <QThreadPool>
#include <QTimer>

namespace chengheng::gui {

namespace {

constexpr int owedMilliseconds = 400; // several changes in a row are counted once
constexpr int backUpDelay = 3000;     // ms after opening: the first page comes first
constexpr int settleDelay = 20'000;   // ms after the last write: who copies the file in a pause copies all of it

} // namespace

MainWindow::MainWindow(Dispatcher& dispatcher, std::shared_ptr<const Clock> clock, QWidget* parent)
    : QMainWindow(parent), m_clock(std::move(clock)), m_rail(new Rail), m_start(new StartPage(m_clock)),
      m_pages(new PageStack(m_state, m_start)), m_head(new PageHead(m_clock->today())), m_foot(new FootBar(dispatcher)),
      m_signingIn(new SigningIn(this)), m_owedTimer(new QTimer(this)), m_settleTimer(new QTimer(this))
{
    m_state.dispatcher = &dispatcher;
    m_state.today = m_clock->today();
    m_state.day = m_state.today;
    auto* centre = new QWidget;
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_pages, 1);
    column->addWidget(m_foot);
    row->addLayout(column, 1);
    setCentralWidget(centre);
    m_owedTimer->setSingleShot(true);
    m_owedTimer->setInterval(owedMilliseconds);
    m_settleTimer->setSingleShot(true);
    m_settleTimer->setInterval(settleDelay);
    buildActions();
    setIsOpen(false);
    connect(m_start, &StartPage::campaignChosen, this, qOverload<const Opening&>(&MainWindow::openCampaign));
    connect(m_signingIn, &SigningIn::entered, this, qOverload<const Opening&>(&MainWindow::openCampaign));
    connect(m_rail, &Rail::pageChosen, m_pages, &PageStack::showPage);
    connect(m_pages, &PageStack::headChanged, this, &MainWindow::showHead);
    connect(m_pages, &PageStack::stateChanged, m_head, &PageHead::setSentence);
    connect(m_pages, &PageStack::wayBackChanged, m_back, &QAction::setEnabled);
    connect(m_head, &PageHead::dayChanged, this, &MainWindow::setDay);
    connect(m_owedTimer, &QTimer::timeout, this, &MainWindow::countOwed);
    connect(&dispatcher, &Dispatcher::recordsChanged, this, &MainWindow::refreshAll);
    connect(&dispatcher, &Dispatcher::wrote, m_settleTimer, qOverload<>(&QTimer::start));
    connect(m_settleTimer, &QTimer::timeout, this, [this] { settleFile(*m_state.dispatcher, this); });
}

QAction* MainWindow::add(const QString& text, const QKeySequence& keys, std::function<void()> run)
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    return action;
}

void MainWindow::buildActions()
{
    m_print = add(tr("打印本页"), QKeySequence::Print, [this] {
        if (QAction* print = currentPage() ? currentPage()->printAction() : nullptr)
            print->trigger();
    });
    m_back = add(tr("回到上一处"), QKeySequence(Qt::ALT | Qt::Key_Left), [this] { m_pages->back(); });
    QAction* imports = add(tr("导入记录…"), {}, [this] { ImportHistory::start(*m_state.dispatcher, this); });
    QAction* sheet = add(tr("快捷键一览"), QKeySequence(Qt::CTRL | Qt::Key_Slash), [this] { showShortcuts(); });
    QAction* help = add(tr("帮助"), QKeySequence::HelpContents, [this] { showHelp(); });
    QAction* diagnosis = add(tr("导出诊断…"), {}, [this] { exportDiagnosis(*m_state.dispatcher, *m_clock, this); });
    QAction* password = add(tr("修改口令…"), {}, [this] { askToChangePassword(*m_state.dispatcher, this); });
    QAction* leave = add(tr("关闭活动"), QKeySequence(Qt::CTRL | Qt::Key_W), [this] { closeCampaign(); });
    addAction(m_rail->foldAction());
    m_actions = {add(tr("去到…"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { showSearch(); }),
                 add(tr("在本页查找"), QKeySequence::Find,
                     [this] {
                         if (Page* page = currentPage())
                             page->focusSearch();
                     }),
                 m_print,
                 m_back,
                 add(tr("保存"), QKeySequence::Save,
                     [this] {
                         if (Page* page = currentPage(); page && page->hasUnsavedChanges())
                             page->saveChanges([](bool) {});
                     }),
                 add(tr("撤销刚才的操作"), QKeySequence::Undo, [this] { m_foot->undo(); }),
                 add(tr("刷新本页"), QKeySequence::Refresh, [this] { refreshAll(); }),
                 imports,
                 m_rail->foldAction(),
                 sheet,
                 help,
                 diagnosis,
                 password,
                 leave};
    m_anytime = {sheet, help, diagnosis};
    for (qsizetype place = 0; place < allPages().size(); ++place)
        if (const QKeySequence keys = Rail::shortcutOf(place); !keys.isEmpty())
            m_pageActions << add(allPages().at(place).title, keys,
                                 [this, key = allPages().at(place).key()] { showPage(key); });
    auto* menu = new QMenu(this);
    menu->addActions({imports, sheet, help, diagnosis, password});
    menu->addSeparator();
    menu->addAction(leave);
    m_rail->setMenu(menu);
}

void MainWindow::openCampaign(Dispatcher::Opener opener, const QString& file)
{
    openCampaign(
        {services::Place::ofFile(file), tr("正在打开"),
         [opener = std::move(opener)](const services::Progress&, const services::SignIn&) { return opener(); }});
}

void MainWindow::openCampaign(const Opening& opening)
{
    m_start->setEnabled(false); // what it does shows in the foot bar, with a cancel
    const auto run = [opening](const services::Progress& progress) { return opening.run(progress, opening.signIn); };
    m_state.dispatcher->open(opening.title, run, this, [this, opening](const Result<void>& done) {
        m_start->setEnabled(true);
        if (done) {
            m_signingIn->end();
            opened(opening);
            return;
        }
        m_pages->drop();
        setIsOpen(false);
        if (services::asksToSignIn(done.error())) {
            m_signingIn->ask(opening, done.error());
            return;
        }
        m_signingIn->end();
        if (done.error().kind == ErrorKind::Cancelled)
            m_start->welcome(tr("已取消。"));
        else
            Prompts::current().show(this, done.error());
        Q_EMIT openingFailed(done.error());
    });
}

void MainWindow::opened(const Opening& opening)
{
    rememberCampaign(opening.place, m_clock->now());
    m_pages->drop();
    setIsOpen(true);
    const RecentCampaign campaign{opening.place, {}};
    setWindowTitle(tr("%1（%2）— 诚衡").arg(campaign.name(), campaign.where()));
    m_head->setDay(m_state.today);
    m_foot->welcome();
    showPage(allPages().first().key());
    m_owedTimer->start();
    QThreadPool::globalInstance()->start([] { searchKey(QChar(0x6C49)); }); // 汉: ICU reads its rules once
    QTimer::singleShot(backUpDelay, this, [this] { keepSafe(*m_state.dispatcher, this); });
    Q_EMIT campaignOpened();
}

void MainWindow::setIsOpen(bool isOpen)
{
    m_rail->setVisible(isOpen);
    m_head->setVisible(isOpen);
    for (QAction* action : windowActions())
        action->setEnabled(isOpen || m_anytime.contains(action));
    m_back->setEnabled(m_pages->hasWayBack());
    if (isOpen)
        return;
    m_start->welcome();
    m_foot->reset();
    m_rail->setOwed({});
    setWindowTitle(tr("诚衡"));
}

void MainWindow::closeCampaign()
{
    if (!m_state.dispatcher->isOpen())
        return;
    leavePages(this, *m_state.dispatcher, m_pages->built(), [this] {
        m_pages->drop();
        setIsOpen(false);
        m_state.dispatcher->close(this, [this] { Q_EMIT campaignClosed(); });
    });
}

namespace {

QString geometrySetting()
{
    return QStringLiteral("window/geometry");
}

} // namespace

void MainWindow::showAsLeft()
{
    constexpr QSize usual(1366, 768);
    const QSize room = screen()->availableSize();
    resize(usual.boundedTo(room));
    const bool isKnown = restoreGeometry(QSettings().value(geometrySetting()).toByteArray());
    if (!isKnown && (room.width() <= usual.width() || room.height() <= usual.height()))
        showMaximized();
    else
        show();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings().setValue(geometrySetting(), saveGeometry());
    if (m_mayClose || (m_pages->built().isEmpty() && !m_state.dispatcher->isWorking())) {
        event->accept();
        return;
    }
    event->ignore();
    leavePages(this, *m_state.dispatcher, m_pages->built(), [this] {
        m_mayClose = true;
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection); // not within this very closing
    });
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        noteToday();
}

/// The window may stay open over night: who was at today is at the new one in the morning.
void MainWindow::noteToday()
{
    const QDate today = m_clock->today();
    if (today == m_state.today)
        return;
    const bool wasToday = m_state.day == m_state.today;
    m_state.today = today;
    m_head->setToday(today);
    if (wasToday)
        m_head->setDay(today);
}

Page* MainWindow::currentPage() const
{
    return m_pages->current();
}

QStringList MainWindow::pageKeys() const
{
    return PageStack::partKeys();
}

void MainWindow::showPage(const QString& key)
{
    m_pages->showPage(key);
}

void MainWindow::showHead(Page* page)
{
    m_rail->setCurrent(page->key());
    m_head->show(pageWith(page->key())->title, page->primaryAction());
    m_print->setEnabled(page->printAction());
}

void MainWindow::setDay(QDate day)
{
    m_state.day = day;
    refreshAll();
}

void MainWindow::refreshAll()
{
    if (Page* page = currentPage())
        page->refresh();
    m_owedTimer->start();
}

void MainWindow::countOwed()
{
    if (!m_state.dispatcher->isOpen())
        return;
    m_state.dispatcher->readLater<OwedByPage>(
        this, [day = m_state.day](const services::Workspace& workspace) { return owedOn(workspace, day); },
        [this](const Result<OwedByPage>& owed) {
            if (owed && m_state.dispatcher->isOpen())
                m_rail->setOwed(*owed);
        });
}

void MainWindow::showSearch()
{
    auto* palette = new SearchPalette(*m_state.dispatcher, m_actions, this);
    connect(palette, &SearchPalette::pageChosen, m_pages, &PageStack::showPage);
    connect(palette, &SearchPalette::recordChosen, m_pages,
            [this](const QString& page, const Uid& uid) { m_pages->follow({page, uid}); });
    palette->open();
}

void MainWindow::showShortcuts()
{
    (new ShortcutSheet(windowActions(), currentPage(), m_head->title(), this))->open();
}

void MainWindow::showHelp()
{
    if (!m_help) {
        m_help = new HelpDock(this);
        addDockWidget(Qt::RightDockWidgetArea, m_help);
        m_help->setFloating(true); // the pages need the whole of a small screen
        const QSize size(440, qMin(height() - 80, 640));
        m_help->setGeometry(QRect(mapToGlobal(QPoint(width() - size.width() - 16, 56)), size));
    }
    m_help->toggle(currentPage() ? m_head->title() : QString());
}

} // namespace chengheng::gui
