// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"
#include "services/workspace.h"

#include <optional>

#include <QMap>

namespace chengheng::services {

/// What a list shows. Search matches characters, pinyin and initials; `where` is equality by field
/// key (References by uid).
struct RegisterQuery {
    QVector<QPair<QString, model::Value>> where = {};
    QString search = {};
    std::optional<QVector<Uid>> among = {}; ///< only these records (what a list shows)
    QDate asOf = {};                        ///< invalid: dated fields as latest known today
};

/// Outcome of a write: the record and the journal entry that holds it.
struct Written {
    Uid uid;
    qint64 seq = 0;
    qint64 version = 0;  ///< of an existing record that was written to, as it is now; 0 where it is not said
    QString remark = {}; ///< to be shown: a budget is overspent now; mostly empty
};

using FieldValues = QMap<QString, model::Value>;

/// A new record of a kind with these values.
model::Record recordOf(const model::RecordKind& kind, const FieldValues& values);
/// Who fills in a form, and the day on which.
struct FillingIn {
    QString by = {};
    QDate on = {};
};
/// What a form puts into a field of something new; empty: it is left to be filled in.
model::Value beginningOf(const model::Field& field, const FillingIn& now);
/// What a new record starts with, for forms.
FieldValues presumedValues(const model::RecordKind& kind, const FillingIn& now = {});

/// Whether the actor may read a register at all: volunteer supervisors are the office's secret.
bool mayRead(const Workspace& workspace, const model::RecordKind& kind);
/// Rows of a register, in its natural order, dated fields as of the query's day.
Result<QVector<model::Record>> listRecords(const Workspace& workspace, const model::RecordKind& kind,
                                           const RegisterQuery& query = {});
Result<model::Record> findRecord(const Workspace& workspace, const model::RecordKind& kind, const Uid& uid,
                                 QDate asOf = {});

/// Records something new. All faults of the record are in one error: the first one's sentence, its
/// field in `where`. The intent id makes a retry safe.
Result<Written> addRecord(Workspace& workspace, const model::Record& record, const Uid& intent = Uid::create());
/// It was wrong: overwrites values, dated ones at their first value. `version` is the one that was
/// read; a reason is required where a field that moves a figure is corrected.
Result<Written> correctRecord(Workspace& workspace, const model::RecordKind& kind, const Uid& uid, qint64 version,
                              const FieldValues& values, const QString& reason, const Uid& intent = Uid::create());
/// The same was wrong in several records: gives them all these values as one intent, all or nothing. `records` as they
/// were read. Invalid "moves_a_figure" for dated fields: each of those is corrected by itself, with its reason.
Result<Written> correctRecords(Workspace& workspace, const QVector<model::Record>& records, const FieldValues& values,
                               const Uid& intent = Uid::create());
/// From a day on it is so: adds dated changes; only dated fields can change this way. `reportedBy`: who told the
/// office.
Result<Written> changeRecord(Workspace& workspace, const model::RecordKind& kind, const Uid& uid,
                             const FieldValues& values, QDate from, const QString& reason,
                             const Uid& intent = Uid::create(), const QString& reportedBy = {});
/// What a form saves, as one intent: with a day, dated fields change from it on and the others are
/// corrected; without one all were wrong from the start.
Result<Written> reviseRecord(Workspace& workspace, const model::RecordKind& kind, const Uid& uid, qint64 version,
                             const FieldValues& values, QDate from, const QString& reason,
                             const Uid& intent = Uid::create(), const QString& reportedBy = {});

/// Names for uids of a kind (units, organisations …), for showing References; codes where the actor may
/// not read the register.
Result<QHash<Uid, QString>> namesOf(const Workspace& workspace, const model::RecordKind& kind);

/// A record where one is to be chosen: by name and what tells it from others of that name (“电子秤 · 20240112 ·
/// 收银台”), with the unit it belongs to.
struct ReferenceChoice {
    QString name;
    Uid unit; ///< null: belongs to none
};
Result<QHash<Uid, ReferenceChoice>> choicesOf(const Workspace& workspace, const model::RecordKind& kind);

/// One hit of the search over everything (Ctrl+K), names that start with the text first; the code of an instrument's
/// label finds it.
struct SearchHit {
    QString kind;
    Uid uid;
    QString name;
    QString detail;
};
Result<QVector<SearchHit>> searchEverything(const Workspace& workspace, const QString& text, int limit = 50);

} // namespace chengheng::services
