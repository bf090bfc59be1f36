// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/progress.h"
#include "services/workspace.h"

namespace chengheng::services {

struct Gap {
    QString paper; ///< title of the paper in the packet's catalogue
    QString state; ///< missing or stale
    QString why;
};

struct PacketReport {
    int files = 0;
    int pages = 0;
    QVector<Gap> gaps;
    QString manifestSha256;
};

/// Writes the acceptance packet of a day to a folder, or to one file where `out` ends in .zip. The
/// target must not exist; a stop or an error leaves nothing there.
Result<PacketReport> writePacket(const Workspace& workspace, const QString& out, QDate day,
                                 const Progress& progress = {});
/// What the packet of a day would lack, without writing it.
Result<QVector<Gap>> packetGaps(const Workspace& workspace, QDate day);

struct Break {
    QString what;
    qint64 seq = 0;
    QString why;
};
struct VerifyReport {
    bool isOk = true;
    QString head;
    qint64 entries = 0;
    QVector<Break> breaks;
};

/// Checks papers of a packet against its manifest.
Result<VerifyReport> verifyPacket(const QString& packet);
/// Checks journal, rows, derived values and attachments; with `head`, that it is the journal's head.
Result<VerifyReport> verifyCampaign(const Workspace& workspace, const QString& head = {});

/// A verified copy as a .chc file; `out` must not exist.
Result<void> backupTo(Workspace& workspace, const QString& out);
/// Fills an empty place from a backup.
Result<void> restoreFrom(const QString& backup, const Place& target);

} // namespace chengheng::services
