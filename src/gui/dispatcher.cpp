// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dispatcher.h"

#include <QCoreApplication>
#include <QThread>

namespace chengheng::gui {

struct Dispatcher::Lane {
    QThread thread;
    QObject* worker = new QObject; // lives on the thread and is deleted there
    std::unique_ptr<services::Workspace> workspace;

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

Dispatcher::Dispatcher(QObject* parent)
    : QObject(parent), m_writing(std::make_unique<Lane>()), m_reading(std::make_unique<Lane>()),
      m_working(std::make_unique<Lane>())
{
}

Dispatcher::~Dispatcher()
{
    cancelJob();
    // An opening under way still hands readers to the other lanes: let it end before they go.
    QMetaObject::invokeMethod(m_writing->worker, [] {}, Qt::BlockingQueuedConnection);
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
    QMetaObject::invokeMethod(lane.worker, [&lane, work = std::move(work)] { work(lane.workspace.get()); });
}

void Dispatcher::answer(const QPointer<QObject>& context, std::function<void()> then)
{
    QMetaObject::invokeMethod(this, [context, then = std::move(then)] {
        if (context)
            then();
    });
}

void Dispatcher::open(Opener opener, QObject* context, std::function<void(Result<void>)> then)
{
    // Readers of the campaign before are closed first, then the writer; each on its own thread.
    for (Lane* lane : {m_working.get(), m_reading.get()})
        QMetaObject::invokeMethod(lane->worker, [lane] { lane->workspace.reset(); }, Qt::BlockingQueuedConnection);
    const QPointer<QObject> guard(context);
    post(*m_writing, [this, guard, opener = std::move(opener), then = std::move(then)](services::Workspace*) {
        m_writing->workspace.reset();
        auto opened = opener();
        if (!opened) {
            const Error error = opened.error();
            answer(this, [this] { m_isOpen = false; });
            answer(guard, [then, error] { then(fail(error)); });
            return;
        }
        m_writing->workspace = std::move(*opened);
        m_writing->workspace->setListener([this](const services::ChangeNotice& notice) {
            answer(this, [this, notice] { Q_EMIT recordsChanged(notice.kinds, notice.seq); });
        });
        services::Workspace* writer = m_writing->workspace.get();
        auto problem = std::make_shared<std::optional<Error>>();
        for (Lane* lane : {m_reading.get(), m_working.get()})
            QMetaObject::invokeMethod(
                lane->worker,
                [lane, writer, problem] {
                    auto reader = writer->reader();
                    if (reader)
                        lane->workspace = std::move(*reader);
                    else
                        *problem = reader.error();
                },
                Qt::BlockingQueuedConnection);
        answer(this, [this, problem] { m_isOpen = !*problem; });
        answer(guard, [then, problem] { then(*problem ? Result<void>(fail(**problem)) : Result<void>()); });
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
}

} // namespace chengheng::gui
