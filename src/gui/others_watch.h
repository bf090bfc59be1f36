// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

namespace chengheng::gui {

class Dispatcher;

/// Looks on the read thread, every few seconds, whether somebody else has written to a campaign on a server, and tells
/// it as the dispatcher tells one's own writes. A file has one writer: there it rests.
class OthersWatch : public QObject
{
    Q_OBJECT

public:
    explicit OthersWatch(Dispatcher& dispatcher);

    void setInterval(int milliseconds) { m_timer.setInterval(milliseconds); }
    /// A campaign was opened.
    void begin(bool isServer);
    void end() { m_timer.stop(); }

private:
    void look();

    Dispatcher& m_dispatcher;
    QTimer m_timer;
    QSet<qint64> m_own; ///< entries that this window wrote and has told
    qint64 m_seen = -1; ///< the last entry known; -1: not asked yet
    bool m_isLooking = false;
};

} // namespace chengheng::gui
