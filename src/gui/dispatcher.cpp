// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dispatcher.h"

#include "gui/others_watch.h"

#include <QCoreApplication>
#include <QThread>

namespace chengheng::gui {

struct Dispatcher::Lane {
    QThread thread;
    QObject* worker = new QObject; // lives on the thread and is deleted there
    std::unique_ptr<services::Workspace> workspace;
    std::atomic_int pending = 0; ///< works whose answers have not been given
    std::mutex guard;
    std::shared_ptr<std::atomic_bool> running; ///< the cancel mark of the job that runs; under the guard

    Lane()
    {
        worker->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        thread.start();
    }

    /// Closes the workspace on its own thread, then ends the thread.
    void close()
    {
        QMetaObject::invokeMethod(worker, [this] { workspace.reset(); }, Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
    }
};

Dispatcher::Dispatcher(QObject* parent, Interrupter interrupter)
    : QObject(parent), m_writing(std::make_unique<Lane>()), m_reading(std::make_unique<Lane>()),
      m_working(std::make_unique<Lane>()), m_preparing(std::make_unique<Lane>()),
      m_cancelling(std::make_unique<Lane>()), m_interrupt(std::move(interrupter)), m_others(new OthersWatch(*this))
{}

Dispatcher::~Dispatcher()
{
    cancelJob();
    m_cancelling->close();
    // What is being prepared is still written, and an opening under way still hands readers to the other
    // lanes: let both end before they go.
    QMetaObject::invokeMethod(m_preparing->worker, [] {}, Qt::BlockingQueuedConnection);
    QMetaObject::invokeMethod(m_writing->worker, [] {}, Qt::BlockingQueuedConnection);
    m_preparing->close();
    m_working->close(); // readers before the writer they came from
    m_reading->close();
    m_writing->close();
}

tl::unexpected<Error> Dispatcher::notOpen()
{
    return fail(ErrorKind::Unavailable, "not_open", tr("还没有打开创建活动。"));
}

void Dispatcher::post(Lane& lane, std::function<void(services::Workspace*)> work)
{
    ++lane.pending;
    QMetaObject::invokeMethod(lane.worker, [this, &lane, work = std::move(work)] {
        work(lane.workspace.get());
        QMetaObject::invokeMethod(this, [&lane] { --lane.pending; }); // behind the answers of this work
    });
}

bool Dispatcher::isSettled() const
{
    return m_writing->pending + m_reading->pending + m_working->pending + m_preparing->pending + m_cancelling->pending
           == 0;
}

bool Dispatcher::isWriting() const
{
    return m_writing->pending > 0;
}

void Dispatcher::answer(const QPointer<QObject>& context, std::function<void()> then)
{
    QMetaObject::invokeMethod(this, [context, then = std::move(then)] {
        if (context)
            then();
    });
}

void Dispatcher::interruptibly(Lane& lane, const Job& job, const std::function<void()>& work)
{
    const auto mark = [&lane](std::shared_ptr<std::atomic_bool> isCancelled) {
        const std::lock_guard lock(lane.guard);
        lane.running = std::move(isCancelled);
    };
    mark(job.isCancelled);
    work();
    mark(nullptr);
}

/// On the preparing thread: hands work to the write thread.
void Dispatcher::writePrepared(std::function<void(services::Workspace*)> work)
{
    {
        const std::lock_guard lock(m_preparedGuard);
        m_prepared.push_back(std::move(work));
    }
    post(*m_writing, [this](services::Workspace* workspace) { takePrepared(workspace); });
}

/// On the write thread: does the next of what was prepared; false where nothing is left, for a close did it.
bool Dispatcher::takePrepared(services::Workspace* workspace)
{
    std::function<void(services::Workspace*)> work;
    {
        const std::lock_guard lock(m_preparedGuard);
        if (m_prepared.empty())
            return false;
        work = std::move(m_prepared.front());
        m_prepared.pop_front();
    }
    work(workspace);
    return true;
}

/// On the write thread: what is still being prepared for this campaign is written, then readers are closed
/// before the writer they came from, each on its own thread.
void Dispatcher::closeWorkspaces()
{
    QMetaObject::invokeMethod(m_preparing->worker, [] {}, Qt::BlockingQueuedConnection);
    while (takePrepared(m_writing->workspace.get())) {
    }
    for (Lane* lane : {m_working.get(), m_reading.get()})
        QMetaObject::invokeMethod(lane->worker, [lane] { lane->workspace.reset(); }, Qt::BlockingQueuedConnection);
    m_writing->workspace.reset();
}

/// On the write thread: keeps the campaign that was opened and gives the other threads a view of it.
Result<void> Dispatcher::take(Result<std::unique_ptr<services::Workspace>> opened)
{
    if (!opened)
        return fail(opened.error());
    m_writing->workspace = std::move(*opened);
    services::Workspace* writer = m_writing->workspace.get();
    writer->setListener([this](const services::ChangeNotice& notice) {
        answer(this, [this, notice] {
            Q_EMIT wrote(notice.seq);
            Q_EMIT recordsChanged(notice.kinds, notice.seq);
        });
    });
    Result<void> taken;
    for (Lane* lane : {m_reading.get(), m_working.get()})
        QMetaObject::invokeMethod(
            lane->worker,
            [lane, writer, &taken] {
                auto reader = writer->reader();
                if (reader)
                    lane->workspace = std::move(*reader);
                else
                    taken = fail(reader.error());
            },
            Qt::BlockingQueuedConnection);
    return taken;
}

void Dispatcher::open(Opener opener, QObject* context, std::function<void(Result<void>)> then)
{
    m_isOpen = false;
    const QPointer<QObject> guard(context);
    post(*m_writing, [this, guard, opener = std::move(opener), then = std::move(then)](services::Workspace*) {
        closeWorkspaces();
        const Result<void> taken = take(opener());
        const bool isServer = taken && m_writing->workspace->place().isServer();
        const services::Actor actor = taken ? m_writing->workspace->actor() : services::Actor();
        answer(this, [this, taken, isServer, actor] {
            m_isOpen = taken.has_value();
            m_actor = actor;
            m_others->begin(isServer);
        });
        answer(guard, [then, taken] { then(taken); });
    });
}

void Dispatcher::open(const QString& title, LongOpener opener, QObject* context, std::function<void(Result<void>)> then)
{
    const Job job = startJob(title);
    open(
        [this, job, opener = std::move(opener)] {
            auto opened = opener(job.progress);
            answer(this, [this, job] { endJob(job); });
            return opened;
        },
        context, std::move(then));
}

void Dispatcher::close(QObject* context, std::function<void()> then)
{
    cancelJob();
    m_isOpen = false;
    m_others->end();
    const QPointer<QObject> guard(context);
    post(*m_writing, [this, guard, then = std::move(then)](services::Workspace*) {
        closeWorkspaces();
        answer(guard, then);
    });
}

Dispatcher::Job Dispatcher::startJob(const QString& title)
{
    auto isCancelled = std::make_shared<std::atomic_bool>(false);
    m_jobs.append(isCancelled);
    Q_EMIT jobStarted(title);
    const auto progress = [this, isCancelled](const QString& now, qint64 done, qint64 total) {
        answer(this, [this, now, done, total] { Q_EMIT jobProgressed(now, done, total); });
        return !isCancelled->load();
    };
    return {isCancelled, progress};
}

void Dispatcher::endJob(const Job& job)
{
    m_jobs.removeOne(job.isCancelled);
    if (m_jobs.isEmpty())
        Q_EMIT jobEnded();
}

void Dispatcher::cancelJob()
{
    for (const auto& isCancelled : std::as_const(m_jobs))
        isCancelled->store(true);
    if (m_jobs.isEmpty())
        return;
    for (Lane* lane : {m_writing.get(), m_working.get()})
        QMetaObject::invokeMethod(m_cancelling->worker, [this, lane] { interruptCancelled(*lane); });
}

/// On the cancelling thread: the job that runs now, unless it came after the cancelling. The guard keeps it from
/// ending meanwhile.
void Dispatcher::interruptCancelled(Lane& lane)
{
    const std::lock_guard lock(lane.guard);
    if (lane.running && lane.running->load())
        m_interrupt(*lane.workspace);
}

} // namespace chengheng::gui
