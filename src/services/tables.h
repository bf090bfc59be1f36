// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/summary.h"
#include "services/progress.h"
#include "services/registers.h"

namespace chengheng::services {

enum class Existing { Stop, Skip, Update };

struct ImportOptions {
    Existing existing = Existing::Stop;
    bool isDryRun = false;
    bool isPartial = false; ///< take the good rows although others are rejected
    /// Answers to near-match questions: the name in the table → the unit meant, remembered as alias; null: none of
    /// those offered, and the name is unknown.
    QHash<QString, Uid> sameAs = {};
    /// What every row has although the table need not say it: the record that the rows belong to. A row that says
    /// otherwise is rejected.
    FieldValues given = {};
};

enum class Verdict { Accepted, Updated, Skipped, Rejected };

struct RowFault {
    QString column; ///< heading as in the table
    QString value;
    QString code;
    QString why;
};

struct RowVerdict {
    int row = 0; ///< as the spreadsheet counts
    Verdict verdict = Verdict::Accepted;
    QVector<RowFault> faults;
    QString note; ///< a hint; the row is taken all the same
};

/// A name in the table that is nearly that of a known unit: asked once.
struct NearMatch {
    QString name;
    QVector<QPair<Uid, QString>> candidates;
};

struct ImportReport {
    QString kind;
    int rows = 0;
    int accepted = 0;
    int updated = 0;
    int skipped = 0;
    int rejected = 0;
    Uid batch; ///< null on a dry run or where nothing was written
    bool isDryRun = false;
    QVector<RowVerdict> verdicts;
    QVector<NearMatch> nearMatches;

    bool isRefused() const { return rejected > 0; }
    qsizetype hints() const; ///< rows with a note
};

QString verdictKey(Verdict verdict);

/// Registers that tables can fill: those whose description says what names a record.
QStringList importableKinds();
/// Invalid "not_importable" for the others: nothing in a table would tell their records apart.
Result<void> checkImportable(const model::RecordKind& kind);

/// Reads, judges and (unless dry) writes a table as one batch and one intent: all or nothing, or the
/// good rows where partial. An Error means the table as a whole could not be read, or has no rows ("no_rows").
Result<ImportReport> importFile(Workspace& workspace, const model::RecordKind& kind, const QString& path,
                                const ImportOptions& options, const Progress& progress = {});
/// The same for a range copied in WPS or Excel; a first row without known headings is taken as data
/// in the order of the register's columns.
Result<ImportReport> importClipboard(Workspace& workspace, const model::RecordKind& kind, const QString& text,
                                     const ImportOptions& options, const Progress& progress = {});
/// Takes a batch back as one; Conflict names a record that changed since.
Result<Written> undoImport(Workspace& workspace, const Uid& batch);

/// Rows of a register as xlsx or csv (by the path's ending); returns how many. Drafts stay in the office
/// (RecordKind::releasedBy). A workbook names
/// `created` as its time, or now where that is invalid.
Result<qint64> exportTable(const Workspace& workspace, const model::RecordKind& kind, const QString& path,
                           const RegisterQuery& query = {}, const QDateTime& created = {});
/// The same of given records, stored or not: a table to fill in.
Result<qint64> exportRecords(const Workspace& workspace, const model::RecordKind& kind,
                             const QVector<model::Record>& records, const QString& path, QDate day = {},
                             const QDateTime& created = {});
/// Denied "draft" for what rules only propose: it leaves the office by no way.
Result<void> checkNoDraft(const QString& title, const rules::Summary& summary);
/// A summary as xlsx or csv, under its title; returns how many rows. `created` as in exportTable(). Refused as
/// checkNoDraft().
Result<qint64> exportSummary(const QString& title, const rules::Summary& summary, const QString& path,
                             const QDateTime& created = {});
/// An empty table with the right headings, choice lists and a sheet that explains the columns.
Result<void> writeTemplate(const model::RecordKind& kind, const QString& path);

} // namespace chengheng::services
