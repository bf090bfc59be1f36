// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/progress.h"
#include "services/workspace.h"

#include <QObject>
#include <QPointer>

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>

namespace chengheng::gui {

class OthersWatch;

/// The only way from the window to the services. Three threads, each with its own view of the
/// campaign: one writes, one reads for pages, one does long jobs; a fourth, without one, prepares what is to be
/// written, and a fifth interrupts cancelled jobs. Results come back on the window's thread and are dropped where
/// the object that asked for them is gone.
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    using Opener = std::function<Result<std::unique_ptr<services::Workspace>>()>;
    /// An opening that takes its time (making a campaign or the demonstration).
    using LongOpener = std::function<Result<std::unique_ptr<services::Workspace>>(const services::Progress&)>;

    /// Ends the statement that a workspace is in; on a server it asks over a connection of its own.
    using Interrupter = std::function<void(services::Workspace&)>;

    explicit Dispatcher(QObject* parent = nullptr, Interrupter interrupter = &services::Workspace::interrupt);
    ~Dispatcher() override;

    /// Opens a campaign (closing the one before) and then calls back.
    void open(Opener opener, QObject* context, std::function<void(Result<void>)> then);
    /// The same as a job: the foot bar says what it does, and cancelling ends it.
    void open(const QString& title, LongOpener opener, QObject* context, std::function<void(Result<void>)> then);
    /// Cancels the jobs, lets what was asked before end and closes the campaign.
    void close(QObject* context, std::function<void()> then);
    bool isOpen() const { return m_isOpen; }
    /// A job runs or waits.
    bool isWorking() const { return !m_jobs.isEmpty(); }
    /// Who works in the campaign that is open.
    const services::Actor& actor() const { return m_actor; }
    /// Everything asked for has been answered.
    bool isSettled() const;
    /// A write of this window's own has not been answered yet.
    bool isWriting() const;

    template <class T>
    void read(QObject* context, std::function<Result<T>(const services::Workspace&)> work,
              std::function<void(Result<T>)> then)
    {
        run<T>(*m_reading, context, std::move(work), std::move(then));
    }

    template <class T>
    void write(QObject* context, std::function<Result<T>(services::Workspace&)> work,
               std::function<void(Result<T>)> then)
    {
        run<T>(*m_writing, context, std::move(work), std::move(then));
    }

    /// Long work on a read-only view, with progress in the foot bar and a cancel that ends it.
    template <class T>
    void job(const QString& title, QObject* context,
             std::function<Result<T>(services::Workspace&, const services::Progress&)> work,
             std::function<void(Result<T>)> then)
    {
        longRun<T>(*m_working, title, context, std::move(work), std::move(then));
    }

    /// Long work that writes (an import).
    template <class T>
    void writeJob(const QString& title, QObject* context,
                  std::function<Result<T>(services::Workspace&, const services::Progress&)> work,
                  std::function<void(Result<T>)> then)
    {
        longRun<T>(*m_writing, title, context, std::move(work), std::move(then));
    }

    /// A read that nobody waits for (the rail's counts): behind the jobs, so that pages never wait for it.
    template <class T>
    void readLater(QObject* context, std::function<Result<T>(const services::Workspace&)> work,
                   std::function<void(Result<T>)> then)
    {
        run<T>(*m_working, context, std::move(work), std::move(then));
    }

    /// Prepares without a campaign (reads and scales photographs), then writes what was prepared: other writes
    /// do not wait for the preparing. What was asked for before a close or the end is still written.
    template <class P, class T>
    void prepareAndWrite(QObject* context, std::function<P()> prepare,
                         std::function<Result<T>(services::Workspace&, const P&)> work,
                         std::function<void(Result<T>)> then)
    {
        QPointer<QObject> guard(context);
        post(*m_preparing, [this, guard, prepare = std::move(prepare), work = std::move(work),
                            then = std::move(then)](services::Workspace*) {
            writePrepared([this, guard, prepared = prepare(), work, then](services::Workspace* workspace) {
                auto result =
                    std::make_shared<Result<T>>(workspace ? work(*workspace, prepared) : Result<T>(notOpen()));
                answer(guard, [then, result] { then(std::move(*result)); });
            });
        });
    }

    /// Tells what others write to a campaign on a server.
    OthersWatch& others() { return *m_others; }

    /// Asks the running and the waiting jobs to stop; the statement that a job is in ends at once.
    void cancelJob();

Q_SIGNALS:
    /// By an entry of the journal, of one's own or somebody else's.
    void recordsChanged(const QStringList& kinds, qint64 seq);
    /// By this window.
    void wrote(qint64 seq);
    void jobStarted(const QString& title);
    void jobProgressed(const QString& now, qint64 done, qint64 total);
    void jobEnded();

private:
    struct Lane; ///< a thread and the workspace that lives on it

    void post(Lane& lane, std::function<void(services::Workspace*)> work);
    void answer(const QPointer<QObject>& context, std::function<void()> then);
    void closeWorkspaces();
    void writePrepared(std::function<void(services::Workspace*)> work);
    bool takePrepared(services::Workspace* workspace);
    Result<void> take(Result<std::unique_ptr<services::Workspace>> opened);
    struct Job {
        std::shared_ptr<std::atomic_bool> isCancelled;
        services::Progress progress;
    };
    /// Does a job's work, which cancelJob() may interrupt.
    static void interruptibly(Lane& lane, const Job& job, const std::function<void()>& work);
    void interruptCancelled(Lane& lane);
    Job startJob(const QString& title);
    void endJob(const Job& job);

    template <class T, class Work>
    void run(Lane& lane, QObject* context, Work work, std::function<void(Result<T>)> then)
    {
        QPointer<QObject> guard(context);
        post(lane, [this, guard, work = std::move(work), then = std::move(then)](services::Workspace* workspace) {
            auto result = std::make_shared<Result<T>>(workspace ? work(*workspace) : Result<T>(notOpen()));
            answer(guard, [then, result] { then(std::move(*result)); });
        });
    }

    template <class T, class Work>
    void longRun(Lane& lane, const QString& title, QObject* context, Work work, std::function<void(Result<T>)> then)
    {
        const Job job = startJob(title);
        QPointer<QObject> guard(context);
        post(lane,
             [this, &lane, guard, job, work = std::move(work), then = std::move(then)](services::Workspace* workspace) {
                 auto result = std::make_shared<Result<T>>(Result<T>(notOpen()));
                 if (workspace)
                     interruptibly(lane, job, [&] { *result = work(*workspace, job.progress); });
                 answer(this, [this, job] { endJob(job); });
                 answer(guard, [then, result] { then(std::move(*result)); });
             });
    }

    static tl::unexpected<Error> notOpen();

    std::unique_ptr<Lane> m_writing;
    std::unique_ptr<Lane> m_reading;
    std::unique_ptr<Lane> m_working;
    std::unique_ptr<Lane> m_preparing;  ///< its workspace stays null
    std::unique_ptr<Lane> m_cancelling; ///< likewise; asking a server to stop may wait for the network
    Interrupter m_interrupt;
    std::mutex m_preparedGuard;
    std::deque<std::function<void(services::Workspace*)>> m_prepared; ///< to be written; under the guard
    QVector<std::shared_ptr<std::atomic_bool>> m_jobs;                ///< cancel marks of the jobs that have not ended
    bool m_isOpen = false;
    services::Actor m_actor;
    OthersWatch* m_others;
};

} // namespace chengheng::gui
