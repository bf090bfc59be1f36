// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window_bench.h"

#include "bench/bench_tools.h"
#include "gui/main_window.h"
#include "gui/page.h"
#include "gui/theme.h"
#include "model/unit_records.h"
#include "services/registers.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLibraryInfo>
#include <QProcess>
#include <QTest>
#include <QTextStream>
#include <QThread>
#include <QTranslator>

#include <sqlite3.h>

#include <algorithm>

using namespace chengheng;

namespace {

constexpr int rounds = 5;
constexpr int patience = 60'000; // ms
constexpr int beginning = 6000;  // ms
constexpr int unitsOpened = 20;

/// Knows how long one event kept the window's thread busy, at most.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0 || QThread::currentThread() != thread()) // workers have their events too
            return QApplication::notify(receiver, event);
        ++m_depth;
        QElapsedTimer timer;
        timer.start();
        const bool isTaken = QApplication::notify(receiver, event);
        m_longest = std::max(m_longest, timer.nsecsElapsed());
        --m_depth;
        return isTaken;
    }
    double milliseconds() const { return double(m_longest) / 1e6; }
    void forget() { m_longest = 0; }

private:
    int m_depth = 0;
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

/// Milliseconds until what was asked for has been read and painted.
double millisecondsOf(gui::MainWindow& window, const gui::Dispatcher& dispatcher, const std::function<void()>& ask)
{
    QElapsedTimer timer;
    timer.start();
    bool isAsked = false;
    const auto asking = [&] { // as an event, like a click
        ask();
        isAsked = true;
    };
    QMetaObject::invokeMethod(&window, asking, Qt::QueuedConnection);
    if (!QTest::qWaitFor([&] { return isAsked && dispatcher.isSettled(); }, patience))
        qFatal("a page was never read");
    window.grab();
    return double(timer.nsecsElapsed()) / 1e6;
}

QVector<Uid> someUnits(gui::Dispatcher& dispatcher)
{
    std::optional<QVector<Uid>> units;
    dispatcher.read<QVector<model::Record>>(
        &dispatcher,
        [](const services::Workspace& workspace) {
            return services::listRecords(workspace, model::kindOf<model::Unit>());
        },
        [&units](Result<QVector<model::Record>> records) {
            units.emplace();
            for (const model::Record& record : need(std::move(records)).mid(0, unitsOpened))
                units->append(record.uid);
        });
    if (!QTest::qWaitFor([&] { return units.has_value(); }, patience))
        qFatal("the units were never read");
    return *units;
}

/// All pages and some units, or the one page that is named.
void openEverything(gui::MainWindow& window, gui::Dispatcher& dispatcher, const QString& only)
{
    QTextStream lines(stdout);
    QTest::qWait(beginning); // once a campaign is open the rail counts what presses, and the file is backed up
    millisecondsOf(window, dispatcher, [] {});
    auto* application = static_cast<TimedApplication*>(QCoreApplication::instance());
    double longest = 0;
    for (const QString& key : only.isEmpty() ? window.pageKeys() : QStringList{only}) {
        application->forget();
        lines << "page " << key << ' ' << millisecondsOf(window, dispatcher, [&] { window.showPage(key); });
        longest = std::max(longest, application->milliseconds());
        lines << ' ' << application->milliseconds() << Qt::endl;
    }
    application->forget();
    if (!only.isEmpty())
        return;
    window.showPage(model::kindOf<model::Unit>().key);
    millisecondsOf(window, dispatcher, [] {});
    const QVector<Uid> units = someUnits(dispatcher);
    for (int i = 0; i < units.size(); ++i)
        lines << "unit " << i << ' '
              << millisecondsOf(window, dispatcher, [&] { window.currentPage()->reveal(units[i]); }) << Qt::endl;
    lines << "block " << std::max(longest, application->milliseconds()) << Qt::endl;
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
    const services::Actor actor = benchActor();
    window.openCampaign(
        [file, actor, clock] { return services::Workspace::open(services::Place::ofFile(file), actor, clock); }, file);
    if (!QTest::qWaitFor([&] { return window.currentPage() && dispatcher.isSettled(); }, patience))
        return 1;
    window.grab();
    if (mode == QLatin1String("page"))
        return 0;
    auto* application = static_cast<TimedApplication*>(QCoreApplication::instance());
    application->forget();
    if (mode == QLatin1String("all")) {
        openEverything(window, dispatcher, QCoreApplication::arguments().value(4));
        return 0;
    }
    window.showPage(QStringLiteral("instrument"));
    if (!QTest::qWaitFor([&] { return dispatcher.isSettled(); }, patience))
        return 1;
    QTest::qWait(200); // what was shown is painted
    QTextStream(stdout) << application->milliseconds() << Qt::endl;
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
    TimedApplication application(argc, argv);
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

PageTimes pageTimes(const QString& file)
{
    PageTimes times;
    const QByteArray printed = runAgain(QStringLiteral("all"), file);
    for (const QByteArray& line : printed.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.first() == "block")
            times.longestBlock = words.at(1).toDouble();
        else if (words.size() >= 3)
            (words.first() == "page" ? times.pages : times.units)
                .append({QString::fromUtf8(words[1]), words[2].toDouble()});
    }
    return times;
}
