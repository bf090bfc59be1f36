// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/others_watch.h"

#include "gui/dispatcher.h"
#include "services/changes_by_others.h"

namespace chengheng::gui {

namespace {

constexpr int everyMilliseconds = 5'000;

using Notices = QVector<services::ChangeNotice>;

} // namespace

OthersWatch::OthersWatch(Dispatcher& dispatcher) : QObject(&dispatcher), m_dispatcher(dispatcher)
{
    m_timer.setInterval(everyMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &OthersWatch::look);
    connect(&dispatcher, &Dispatcher::wrote, this, [this](qint64 seq) { m_own.insert(seq); });
}

void OthersWatch::begin(bool isServer)
{
    m_own.clear();
    m_seen = -1;
    m_isLooking = false;
    if (!isServer) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    m_dispatcher.read<qint64>(this, services::journalHead,
                              [this](const Result<qint64>& head) { m_seen = head.value_or(-1); });
}

void OthersWatch::look()
{
    if (m_isLooking || m_seen < 0) // the one before has not been answered yet
        return;
    m_isLooking = true;
    m_dispatcher.read<Notices>(
        this, [seen = m_seen](const services::Workspace& workspace) { return services::changesAfter(workspace, seen); },
        [this](const Result<Notices>& notices) {
            m_isLooking = false;
            // The network is away, or one's own entry may be among them before the write has told its number: the
            // next look tries again.
            if (!notices || m_dispatcher.isWriting())
                return;
            for (const services::ChangeNotice& notice : *notices) {
                m_seen = qMax(m_seen, notice.seq);
                if (!m_own.remove(notice.seq))
                    Q_EMIT m_dispatcher.recordsChanged(notice.kinds, notice.seq);
            }
        });
}

} // namespace chengheng::gui
