// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture_taker.h"

#include "base/log.h"
#include "gui/import_dialog.h"
#include "gui/import_history.h"
#include "gui/list_view.h"
#include "gui/main_window.h"
#include "gui/page_head.h"
#include "services/demo.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QTemporaryDir>
#include <QTimer>

namespace chengheng::app {

namespace {

constexpr int lookMilliseconds = 50;
constexpr int quietLooks = 12; // longer than the delays of searching and counting
constexpr int mostLooks = 600; // never hangs
const QDate demoDay(2024, 11, 20);
QtMessageHandler s_logHandler = nullptr;

/// The offscreen platform says at every window what it cannot do; nobody needs to read that.
void leaveOutPlatform(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (!text.startsWith(QLatin1String("This plugin does not support")))
        s_logHandler(type, context, text);
}

/// Two rows that cannot be taken, as they come out of a spreadsheet.
QString tableWithFaults()
{
    return QObject::tr("单位名称\t业态\t统一社会信用代码\t联系电话\n"
                       "顾村明目眼镜店\t眼镜店\t\t56041234\n"
                       "菊泉超市\t商场\t91310113MA1GKXXX0I\t56045678\n"
                       "\t餐饮店\t\t56049999\n");
}

/// Something to show and the file its picture goes to.
struct Scene {
    QString name;
    std::function<void()> show;
};

/// Shows one scene after the other and takes its picture once every read has been answered.
class PictureTaker : public QObject
{
public:
    PictureTaker(gui::MainWindow& window, gui::Dispatcher& dispatcher, QString folder, const QStringList& only)
        : m_window(window), m_dispatcher(dispatcher), m_folder(std::move(folder))
    {
        for (const QString& key : window.pageKeys())
            m_scenes.append({key, [this, key] { m_window.showPage(key); }});
        m_scenes.append({QStringLiteral("instrument-opened"), [this] { openInstrument(); }});
        m_scenes.append(
            {QStringLiteral("past"), [this] { m_window.findChild<gui::PageHead*>()->setDay(demoDay.addMonths(-6)); }});
        m_scenes.append({QStringLiteral("search"), [this] { search(); }});
        m_scenes.append({QStringLiteral("shortcuts"), [this] { trigger(QKeySequence(Qt::CTRL | Qt::Key_Slash)); }});
        m_scenes.append({QStringLiteral("import"), [this] {
                             QGuiApplication::clipboard()->setText(tableWithFaults());
                             gui::ImportDialog::paste(m_dispatcher, model::kindOf<model::Unit>(), &m_window);
                         }});
        m_scenes.append({QStringLiteral("imports"), [this] { gui::ImportHistory::start(m_dispatcher, &m_window); }});
        if (!only.isEmpty())
            m_scenes.removeIf([&only](const Scene& scene) { return !only.contains(scene.name); });
        connect(&m_timer, &QTimer::timeout, this, [this] { look(); });
    }

    void start()
    {
        next();
        m_timer.start(lookMilliseconds);
    }

    /// The window, with the open dialog over its middle.
    QPixmap picture() const
    {
        QPixmap picture = m_window.grab();
        if (const QDialog* dialog = openDialog()) {
            const QPixmap over = const_cast<QDialog*>(dialog)->grab();
            const QSize room = m_window.size() - dialog->size();
            const QRect place(QPoint(room.width() / 2, room.height() / 2), dialog->size());
            QPainter painter(&picture);
            painter.fillRect(m_window.rect(), QColor(0, 0, 0, 90));
            painter.drawPixmap(place.topLeft(), over);
            painter.setPen(Qt::darkGray);
            painter.drawRect(place);
        }
        return picture;
    }

private:
    static QDialog* openDialog()
    {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* dialog = qobject_cast<QDialog*>(widget); dialog && dialog->isVisible())
                return dialog;
        return nullptr;
    }

    void trigger(const QKeySequence& keys)
    {
        for (QAction* action : m_window.windowActions())
            if (action->shortcut() == keys)
                action->trigger();
    }

    void openInstrument()
    {
        m_window.showPage(QStringLiteral("instrument"));
        auto* rows = m_window.currentPage()->findChild<gui::ListView*>();
        rows->selectRow(0);
        Q_EMIT rows->opened();
    }

    void search()
    {
        m_window.findChild<gui::PageHead*>()->setDay(demoDay);
        trigger(QKeySequence(Qt::CTRL | Qt::Key_K));
        if (const QDialog* palette = openDialog())
            palette->findChild<QLineEdit*>()->setText(QStringLiteral("gc"));
    }

    void look()
    {
        m_quiet = m_dispatcher.isSettled() ? m_quiet + 1 : 0;
        if (m_quiet < quietLooks && ++m_looks < mostLooks)
            return;
        picture().save(QDir(m_folder).filePath(m_scenes[m_shown].name + QStringLiteral(".png")));
        if (QDialog* dialog = openDialog())
            dialog->close();
        ++m_shown;
        next();
    }

    void next()
    {
        m_quiet = 0;
        m_looks = 0;
        if (m_shown < m_scenes.size()) {
            m_scenes[m_shown].show();
            return;
        }
        m_timer.stop();
        QApplication::exit(0); // quit() would ask the window first
    }

    gui::MainWindow& m_window;
    gui::Dispatcher& m_dispatcher;
    QString m_folder;
    QVector<Scene> m_scenes;
    qsizetype m_shown = 0;
    int m_quiet = 0;
    int m_looks = 0;
    QTimer m_timer;
};

Result<QString> campaignFor(const QString& file, const QTemporaryDir& scratch)
{
    if (!file.isEmpty())
        return file;
    const auto demo = services::makeDemo(scratch.filePath(QStringLiteral("demo")));
    return demo ? Result<QString>(demo->file) : Result<QString>(fail(demo.error()));
}

} // namespace

int takePictures(const QString& folder, const QStringList& only, const QString& file, const services::Actor& actor)
{
    s_logHandler = qInstallMessageHandler(leaveOutPlatform);
    if (!QDir().mkpath(folder)) {
        log::error(QObject::tr("无法建立文件夹“%1”。").arg(folder));
        return 1;
    }
    const QTemporaryDir scratch;
    const auto campaign = campaignFor(file, scratch);
    if (!campaign) {
        log::error(campaign.error().message);
        return 1;
    }
    gui::Dispatcher dispatcher;
    const auto clock = std::make_shared<FixedClock>(demoDay);
    gui::MainWindow window(dispatcher, clock);
    window.resize(1366, 768);
    window.show();
    PictureTaker taker(window, dispatcher, folder, only);
    QObject::connect(&window, &gui::MainWindow::campaignOpened, &taker, [&taker] { taker.start(); });
    QObject::connect(&window, &gui::MainWindow::openingFailed, &taker, [](const Error& error) {
        log::error(error.message);
        QApplication::exit(1);
    });
    taker.picture().save(QDir(folder).filePath(QStringLiteral("start.png")));
    window.openCampaign([path = *campaign, actor,
                         clock] { return services::Workspace::open(services::Place::ofFile(path), actor, clock); },
                        *campaign);
    return QApplication::exec();
}

} // namespace chengheng::app
