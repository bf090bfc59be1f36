// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

namespace chengheng::services {

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
    QString manifestSha256 = {}; ///< of a packet
};

/// Checks journal, rows, derived values, attachments, files kept outside, and that papers and archive are numbered
/// without gaps or doubles; with `head`, that it is the journal's head.
Result<VerifyReport> verifyCampaign(const Workspace& workspace, const QString& head = {});

/// A verified copy as a .chc file; `out` must not exist.
Result<void> backupTo(Workspace& workspace, const QString& out);
/// Fills an empty place from a backup.
Result<void> restoreFrom(const QString& backup, const Place& target);

/// Backups that the program makes by itself: kept in this folder beside the campaign's file.
QString backupFolder(const Place& place);

/// A verified backup of a campaign in a file, at most one a day and only where something was written since
/// the newest; the ten newest stay. Gives its path, or nothing where none was due.
Result<QString> backUpDaily(const Workspace& workspace);

/// A look at every page of the campaign's file (quick_check), once in seven days by the workspace's clock; beside
/// the work, for a large file takes its time. Gives whether it was due. Corrupt "damaged_file". When it was last done
/// stands in the backups' folder, not in the journal: a copy taken elsewhere is looked at anew.
Result<bool> checkWeekly(const Workspace& workspace);

/// Both, as the program does them after opening.
Result<void> keepSafe(const Workspace& workspace);

/// Between the work: the campaign's file is made whole by itself, for who copies it while it is open.
Result<void> settleFile(Workspace& workspace);

} // namespace chengheng::services
