// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/others_watch.h"
#include "services/registers.h"
#include "support/test_server.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QThread>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// Work that goes on until it is asked to stop.
Result<int> untilStopped(services::Workspace&, const services::Progress& progress)
{
    for (int round = 0; round < 2000; ++round) {
        if (!progress(QStringLiteral("正在等待"), round, 2000))
            return fail(ErrorKind::Cancelled, "cancelled", QStringLiteral("已取消。"));
        QThread::msleep(5);
    }
    return 0;
}

} // namespace

TEST_CASE("Cancelling ends the running job and those that wait behind it", "[gui]")
{
    WindowDriver driver;
    QSignalSpy ended(&driver.dispatcher, &gui::Dispatcher::jobEnded);
    QVector<ErrorKind> ends;
    for (int i = 0; i < 2; ++i)
        driver.dispatcher.job<int>(QStringLiteral("试验"), &driver.window, untilStopped,
                                   [&](const Result<int>& result) {
                                       if (!result)
                                           ends.append(result.error().kind);
                                   });
    driver.dispatcher.cancelJob();
    driver.waitFor([&] { return ends.size() == 2; });
    CHECK(ends == QVector<ErrorKind>{ErrorKind::Cancelled, ErrorKind::Cancelled});
    driver.waitFor([&] { return ended.size() == 1; });
}

TEST_CASE("Cancelling interrupts the statement of a job that asks nobody", "[gui]")
{
    WindowDriver driver;
    std::optional<ErrorKind> end;
    driver.dispatcher.job<int>(
        QStringLiteral("试验"), &driver.window,
        [](services::Workspace& workspace, const services::Progress&) -> Result<int> {
            for (;;)
                if (const auto facts = workspace.facts(); !facts)
                    return fail(facts.error());
        },
        [&](const Result<int>& result) { end = result.error().kind; });
    driver.waitFor([&] {
        driver.dispatcher.cancelJob();
        return end.has_value();
    });
    CHECK(*end == ErrorKind::Cancelled);
    CHECK(driver.ask<int>([](const services::Workspace&) -> Result<int> { return 3; }) == 3);
}

TEST_CASE("Cancelling never waits for the server that is asked to stop, and spares the job after it", "[gui]")
{
    QTemporaryDir folder;
    QSemaphore reached;
    QSemaphore go;
    std::atomic<QThread*> asking = nullptr;
    std::atomic_int asked = 0;
    gui::Dispatcher dispatcher(nullptr, [&](services::Workspace&) { // as a network that does not answer
        asking = QThread::currentThread();
        ++asked;
        reached.release();
        go.acquire();
    });
    bool isOpen = false;
    dispatcher.open(
        [&] {
            return services::Workspace::create(services::Place::ofFile(folder.filePath(QStringLiteral("a.chc"))), {},
                                               std::make_shared<FixedClock>(day("2024-09-30")),
                                               need(services::RuleTexts::builtIn(QStringLiteral("gucun-2024"))));
        },
        &dispatcher, [&](const Result<void>& opened) { isOpen = opened.has_value(); });
    WindowDriver::waitFor([&] { return isOpen; });
    std::optional<bool> isStopped;
    QSemaphore started;
    dispatcher.job<int>(
        QStringLiteral("试验"), &dispatcher,
        [&](services::Workspace& workspace, const services::Progress& progress) {
            started.release();
            while (asked == 0) // it must not end by itself before it is interrupted
                QThread::msleep(1);
            return untilStopped(workspace, progress);
        },
        [&](const Result<int>& result) { isStopped = !result.has_value(); });
    REQUIRE(started.tryAcquire(1, 15'000));
    dispatcher.cancelJob(); // comes back although nobody answers
    REQUIRE(reached.tryAcquire(1, 15'000));
    CHECK(asking != QThread::currentThread());
    go.release();
    WindowDriver::waitFor([&] { return isStopped.has_value() && dispatcher.isSettled(); });
    CHECK(*isStopped);
    std::optional<int> after;
    dispatcher.job<int>(
        QStringLiteral("再一件"), &dispatcher,
        [](services::Workspace&, const services::Progress&) -> Result<int> { return 3; },
        [&](const Result<int>& result) { after = need(result); });
    WindowDriver::waitFor([&] { return after.has_value(); });
    CHECK(*after == 3);
    CHECK(asked == 1);
}

TEST_CASE("A closed campaign answers nothing, and another can be opened", "[gui]")
{
    WindowDriver driver;
    bool isClosed = false;
    driver.dispatcher.close(&driver.window, [&] { isClosed = true; });
    CHECK_FALSE(driver.dispatcher.isOpen());
    driver.waitFor([&] { return isClosed && driver.dispatcher.isSettled(); });
    std::optional<QString> code;
    driver.dispatcher.read<int>(
        &driver.window, [](const services::Workspace&) -> Result<int> { return 1; },
        [&](const Result<int>& result) { code = result ? QString() : result.error().code; });
    driver.waitFor([&] { return code.has_value(); });
    CHECK(*code == QStringLiteral("not_open"));
    std::optional<bool> isOpened;
    QSignalSpy started(&driver.dispatcher, &gui::Dispatcher::jobStarted);
    driver.dispatcher.open(
        QStringLiteral("再次打开"),
        [path = driver.folder.filePath(QStringLiteral("journey.chc")),
         clock = driver.clock](const services::Progress&) {
            services::Actor actor;
            actor.name = QStringLiteral("王霄凌");
            return services::Workspace::open(services::Place::ofFile(path), actor, clock);
        },
        &driver.window, [&](const Result<void>& result) { isOpened = result.has_value(); });
    driver.waitFor([&] { return isOpened.has_value(); });
    CHECK(*isOpened);
    CHECK(started.size() == 1);
    CHECK(driver.dispatcher.isOpen());
}

TEST_CASE("A write does not wait for what another one prepares", "[gui]")
{
    WindowDriver driver;
    QSemaphore go;
    QStringList order;
    driver.dispatcher.prepareAndWrite<int, int>(
        &driver.window, [&go] { return go.acquire(), 7; },
        [](services::Workspace&, const int& prepared) -> Result<int> { return prepared; },
        [&](const Result<int>& result) { order << QString::number(need(result)); });
    driver.dispatcher.write<int>(
        &driver.window, [](services::Workspace&) -> Result<int> { return 1; },
        [&](const Result<int>& result) {
            order << QString::number(need(result));
            go.release();
        });
    driver.waitFor([&] { return order.size() == 2 && driver.dispatcher.isSettled(); });
    CHECK(order == QStringList{QStringLiteral("1"), QStringLiteral("7")});
}

TEST_CASE("What is being prepared is written before the campaign closes or the window goes", "[gui]")
{
    std::atomic_int written = 0;
    const auto prepareSlowly = [&](WindowDriver& driver) {
        driver.dispatcher.prepareAndWrite<int, int>(
            &driver.window, [] { return QThread::msleep(50), 1; },
            [&written](services::Workspace&, const int& prepared) -> Result<int> { return written += prepared; },
            [](const Result<int>&) {});
    };
    {
        WindowDriver driver;
        prepareSlowly(driver);
    }
    CHECK(written == 1);
    WindowDriver driver;
    prepareSlowly(driver);
    bool isClosed = false;
    driver.dispatcher.close(&driver.window, [&] { isClosed = true; });
    driver.waitFor([&] { return isClosed && driver.dispatcher.isSettled(); });
    CHECK(written == 2);
}

TEST_CASE("An answer is dropped where the object that asked is gone", "[gui]")
{
    WindowDriver driver;
    bool isAnswered = false;
    {
        QObject context;
        driver.dispatcher.read<int>(
            &context, [](const services::Workspace&) -> Result<int> { return 1; },
            [&](const Result<int>&) { isAnswered = true; });
    }
    CHECK(driver.ask<int>([](const services::Workspace&) -> Result<int> { return 2; }) == 2);
    CHECK_FALSE(isAnswered);
}

TEST_CASE("The window may close while a campaign is being opened", "[gui]")
{
    bool isOpened = false;
    {
        WindowDriver driver;
        driver.dispatcher.open(
            [&isOpened, path = driver.folder.filePath(QStringLiteral("second.chc")),
             clock = driver.clock]() -> Result<std::unique_ptr<services::Workspace>> {
                QThread::msleep(50);
                isOpened = true;
                services::Actor actor;
                actor.name = QStringLiteral("王霄凌");
                const auto texts = services::RuleTexts::builtIn(QStringLiteral("gucun-2024"));
                if (!texts)
                    return fail(texts.error());
                return services::Workspace::create(services::Place::ofFile(path), actor, clock, *texts);
            },
            &driver.window, [](const Result<void>&) {});
    }
    CHECK(isOpened);
}

TEST_CASE("What somebody else writes to a server shows in the window, one's own writes once", "[gui]")
{
    if (!ServerDatabase::isAvailable())
        return;
    const ServerDatabase database;
    const auto place = services::Place::ofServer(database.service());
    const auto clock = std::make_shared<FixedClock>(day("2024-09-30"));
    const auto texts = need(services::RuleTexts::builtIn(QStringLiteral("gucun-2024")));
    services::Actor actor;
    actor.name = QStringLiteral("甲");
    need(services::Workspace::create(place, actor, clock, texts)).reset();
    gui::Dispatcher dispatcher;
    dispatcher.others().setInterval(50);
    bool isOpen = false;
    dispatcher.open([&] { return services::Workspace::open(place, actor, clock); }, &dispatcher,
                    [&](const Result<void>& opened) { isOpen = opened.has_value(); });
    WindowDriver::waitFor([&] { return isOpen && dispatcher.isSettled(); });
    QSignalSpy changed(&dispatcher, &gui::Dispatcher::recordsChanged);

    const auto other = need(services::Workspace::open(place, actor, clock));
    model::Unit unit;
    unit.name = QStringLiteral("别人登记的店");
    unit.trade = model::Trade::Shop;
    const qint64 theirs = need(services::addRecord(*other, model::toRecord(unit))).seq;
    WindowDriver::waitFor([&] { return changed.size() == 1; });
    CHECK(changed.first().at(0).toStringList() == QStringList{QStringLiteral("unit")});
    CHECK(changed.first().at(1).toLongLong() == theirs);

    unit.name = QStringLiteral("自己登记的店");
    qint64 own = 0;
    dispatcher.write<services::Written>(
        &dispatcher,
        [&](services::Workspace& workspace) { return services::addRecord(workspace, model::toRecord(unit)); },
        [&](const Result<services::Written>& written) { own = written->seq; });
    WindowDriver::waitFor([&] { return own > 0; });
    QTest::qWait(300); // several looks
    CHECK(changed.size() == 2);
    CHECK(changed.last().at(1).toLongLong() == own);
}
