// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/progress.h"
#include "services/registers.h"

#include <QDateTime>

namespace chengheng::services {

/// Pictures that belong together by their time.
struct PhotoGroup {
    QDateTime from; ///< invalid: neither camera nor name tell
    QDateTime to;
    QStringList paths;
};

/// The pictures of a folder (not of those below it) in groups: by the camera's time, where it wrote none by the time in
/// the file's name. NotFound "no_such_folder", Invalid "no_pictures".
Result<QVector<PhotoGroup>> photographsIn(const QString& folder, int gapMinutes, const Progress& progress = {});

/// What the pictures of a day may be of: inspections, trainings, meetings and other records of that day, by register.
Result<QVector<SearchHit>> eventsOn(const Workspace& workspace, QDate day);

} // namespace chengheng::services
