// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window_bench.h"

#include "gui/main_window.h"
#include "gui/theme.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QLibraryInfo>
#include <QProcess>
#include <QTest>
#include <QTextStream>
#include <QTranslator>

#include <sqlite3.h>

#include <algorithm>

using namespace chengheng;

namespace {

constexpr int rounds = 5;
constexpr int patience = 60'000; // ms
const QDate benchDay(2024, 10, 15);

/// How long the event loop was busy between two waits, at most.
class BusyWatch : public QObject
{
public:
    BusyWatch()
    {
        auto* loop = QAbstractEventDispatcher::instance();
        connect(loop, &QAbstractEventDispatcher::awake, this, [this] { m_timer.start(); });
        connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (m_timer.isValid())
                m_longest = std::max(m_longest, m_timer.nsecsElapsed());
        });
    }
    double milliseconds() const { return double(m_longest) / 1e6; }
    void forget() { m_longest = 0; }

private:
    QElapsedTimer m_timer;
    qint64 m_longest = 0;
};

int showBare(const QString& file)
{
    sqlite3* handle = nullptr;
    sqlite3_open(file.toUtf8().constData(), &handle);
    sqlite3_exec(handle, "SELECT COUNT(*) FROM unit", nullptr, nullptr, nullptr);
    QWidget window;
    window.resize(1366, 768);
    window.show();
    const bool isShown = QTest::qWaitForWindowExposed(&window);
    window.grab();
    sqlite3_close(handle);
    return isShown ? 0 : 1;
}

int showOurs(const QString& mode, const QString& file)
{
    gui::Dispatcher dispatcher;
    const auto clock = std::make_shared<FixedClock>(benchDay);
    gui::MainWindow window(dispatcher, clock);
    window.resize(1366, 768);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        return 1;
    window.grab();
    if (mode == QLatin1String("shell"))
        return 0;
    const services::Actor actor{QStringLiteral("bench"), services::Role::Administrator, {}, true};
    BusyWatch watch;
    window.openCampaign([file, actor, clock] { return services::Workspace::open(services::Place::ofFile(file), actor, clock); }, file);
    if (!QTest::qWaitFor([&] { return window.currentPage() && dispatcher.isSettled(); }, patience))
        return 1;
    window.grab();
    if (mode == QLatin1String("page"))
        return 0;
    watch.forget();
    window.showPage(QStringLiteral("instrument"));
    if (!QTest::qWaitFor([&] { return dispatcher.isSettled(); }, patience))
        return 1;
    QTest::qWait(200); // what was shown is painted
    QTextStream(stdout) << watch.milliseconds() << Qt::endl;
    return 0;
}

QByteArray runAgain(const QString& mode, const QString& file)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--window"), mode, file});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("window mode %s failed: %s", qPrintable(mode), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

} // namespace

int runWindowMode(int& argc, char** argv)
{
    if (argc < 4 || qstrcmp(argv[1], "--window") != 0)
        return -1;
    QCoreApplication::setOrganizationName(QStringLiteral("chengheng"));
    QCoreApplication::setApplicationName(QStringLiteral("chengheng-bench"));
    QApplication application(argc, argv);
    QTranslator qtTexts;
    if (qtTexts.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qtTexts);
    gui::applyTheme(application);
    const QString mode = QString::fromLocal8Bit(argv[2]);
    const QString file = QString::fromLocal8Bit(argv[3]);
    return mode == QLatin1String("bare") ? showBare(file) : showOurs(mode, file);
}

double windowSeconds(const QString& mode, const QString& file)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        runAgain(mode, file);
        times.push_back(double(timer.nsecsElapsed()) / 1e9);
    }
    std::sort(times.begin(), times.end());
    return times[rounds / 2];
}

double longestBlock(const QString& file)
{
    return runAgain(QStringLiteral("ledger"), file).trimmed().toDouble();
}
