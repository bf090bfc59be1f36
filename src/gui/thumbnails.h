// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "model/campaign_records.h"

#include <QPixmap>

namespace chengheng::gui {

/// Small pictures of photographs. Each is decoded once for its content, off the window's thread and one at a
/// time, so that pages come between; all panels share what was made, of which the oldest goes beyond 64 MB.
class Thumbnails : public QObject
{
    Q_OBJECT

public:
    explicit Thumbnails(Dispatcher& dispatcher, QObject* parent = nullptr);

    /// Null where it is not made yet, or cannot be.
    static QPixmap of(const model::Attachment& attachment);
    /// Makes those that are missing, in this order; what waited before is given up.
    void make(const QVector<model::Attachment>& attachments);

Q_SIGNALS:
    void made(const QString& sha256);

private:
    void makeNext();

    Dispatcher& m_dispatcher;
    QVector<model::Attachment> m_waiting;
    bool m_isMaking = false;
};

} // namespace chengheng::gui
