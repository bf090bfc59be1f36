// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/registers.h"

namespace chengheng::services {

/// One entry of a record's timeline, newest first.
struct TimelineEntry {
    qint64 seq = 0;
    QDateTime when;
    QString who;
    QString intent;
    QString sentence; ///< what changed, readable: “状态：在用 → 停用”, with the reason given
};
/// What was done to a record, to its dated changes and to the records below it that have none below themselves (an
/// instrument's verifications, a problem's steps). What the actor may not read is left out.
Result<QVector<TimelineEntry>> timelineOf(const Workspace& workspace, const Uid& uid);

/// A field's value from a day on.
struct DatedFact {
    Uid uid; ///< of the change itself
    qint64 version = 0;
    model::Field field;
    QDate from;
    model::Value value;
    QString shown; ///< the value as a person reads it, References by name
    QString reason;
    QString reportedBy;
};
/// The dated changes of a record, by day.
Result<QVector<DatedFact>> datedFactsOf(const Workspace& workspace, const model::RecordKind& kind, const Uid& uid);

/// A dated change was entered wrongly: it holds from another day, or has another value. `version` is the one that
/// was read; a reason is required. Rights are those over the record it belongs to.
Result<Written> correctChange(Workspace& workspace, const Uid& change, qint64 version, QDate from,
                              const model::Value& value, const QString& reason, const Uid& intent = Uid::create());

} // namespace chengheng::services
