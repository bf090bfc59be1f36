// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture_taker.h"

#include "base/log.h"
#include "gui/main_window.h"
#include "services/demo.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTimer>

namespace chengheng::app {

namespace {

constexpr int settleMilliseconds = 1200; // reads come back on their own threads
const QDate demoDay(2024, 11, 20);

/// Shows one page after the other and takes its picture when it has settled.
class PictureTaker : public QObject
{
public:
    PictureTaker(gui::MainWindow& window, QString folder) : m_window(window), m_folder(std::move(folder)), m_left(window.pageKeys())
    {
        m_timer.setInterval(settleMilliseconds);
        connect(&m_timer, &QTimer::timeout, this, [this] { step(); });
    }

    void start() { m_timer.start(); }

private:
    void step()
    {
        m_window.grab().save(QDir(m_folder).filePath(m_current + QStringLiteral(".png")));
        if (m_left.isEmpty()) {
            m_timer.stop();
            QApplication::quit();
            return;
        }
        m_current = m_left.takeFirst();
        m_window.showPage(m_current);
    }

    gui::MainWindow& m_window;
    QString m_folder;
    QStringList m_left;
    QString m_current = QStringLiteral("start-after");
    QTimer m_timer;
};

} // namespace

int takePictures(const QString& folder, const QString& file)
{
    if (!QDir().mkpath(folder)) {
        log::error(QObject::tr("无法建立文件夹“%1”。").arg(folder));
        return 1;
    }
    const QTemporaryDir scratch;
    QString campaign = file;
    if (campaign.isEmpty()) {
        const auto demo = services::makeDemo(scratch.filePath(QStringLiteral("demo")));
        if (!demo) {
            log::error(demo.error().message);
            return 1;
        }
        campaign = demo->file;
    }
    gui::Dispatcher dispatcher;
    const auto clock = std::make_shared<FixedClock>(demoDay);
    gui::MainWindow window(dispatcher, clock);
    window.resize(1366, 768);
    window.show();
    PictureTaker taker(window, folder);
    QObject::connect(&window, &gui::MainWindow::campaignOpened, &taker, [&taker] { taker.start(); });
    QObject::connect(&window, &gui::MainWindow::openingFailed, &taker, [] { QApplication::exit(1); });
    window.grab().save(QDir(folder).filePath(QStringLiteral("start.png")));
    services::Actor actor;
    actor.name = QObject::tr("演示人员");
    window.openCampaign(
        [campaign, actor, clock] { return services::Workspace::open(services::Place::ofFile(campaign), actor, clock); }, campaign);
    return QApplication::exec();
}

} // namespace chengheng::app
