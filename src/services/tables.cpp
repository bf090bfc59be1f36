// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tables.h"

#include "base/json.h"
#include "exchange/clipboard_table.h"
#include "exchange/headings.h"
#include "exchange/table_reader.h"
#include "model/as_of.h"
#include "rules/verification.h"
#include "services/internal/record_writes.h"
#include "services/internal/revert.h"
#include "services/internal/row_judge.h"
#include "storage/journal.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

QVector<exchange::ColumnSpec> columnSpecs(const TableLayout& layout)
{
    QVector<exchange::ColumnSpec> specs;
    for (qsizetype i = 0; i < layout.columns.size(); ++i) {
        const TableColumn& column = layout.columns[i];
        specs.append({QString::number(i), column.heading, column.synonyms, column.isRequired});
    }
    return specs;
}

/// Stored records by what identifies them in a table.
Result<QHash<QString, Uid>> existingByIdentity(storage::Snapshot& snapshot, const model::RecordKind& kind)
{
    const auto rows = snapshot.list(kind);
    if (!rows)
        return fail(rows.error());
    QHash<QString, Uid> existing;
    existing.reserve(rows->size());
    for (const model::Record& row : *rows)
        for (const QString& key : RowJudge::identityKeys(row))
            existing.insert(key, row.uid);
    return existing;
}

struct Judgement {
    QVector<JudgedRow> rows;
    ImportReport report;
};

void count(ImportReport& report, Verdict verdict)
{
    switch (verdict) {
    case Verdict::Accepted:
        ++report.accepted;
        break;
    case Verdict::Updated:
        ++report.updated;
        break;
    case Verdict::Skipped:
        ++report.skipped;
        break;
    case Verdict::Rejected:
        ++report.rejected;
        break;
    }
}

Result<Judgement> judgeTable(const Workspace& workspace, const TableLayout& layout, const exchange::Table& table,
                             const exchange::Headings& headings, const ImportOptions& options,
                             const Progress& progress)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto names = NameBook::read(*snapshot, *layout.kind, workspace.clock().today());
    if (!names)
        return fail(names.error());
    auto existing = existingByIdentity(*snapshot, *layout.kind);
    if (!existing)
        return fail(existing.error());
    QVector<int> columnOf(layout.columns.size(), -1);
    for (qsizetype i = 0; i < columnOf.size(); ++i)
        columnOf[i] = headings.columns.value(QString::number(i), -1);

    RowJudge judge(layout, *names, std::move(*existing), options, workspace.actor());
    Judgement judgement;
    judgement.rows.reserve(headings.dataRows.size());
    judgement.report.verdicts.reserve(headings.dataRows.size());
    judgement.report.kind = layout.kind->key;
    judgement.report.isDryRun = options.isDryRun;
    for (const qsizetype index : headings.dataRows) {
        if (progress && judgement.rows.size() % 500 == 0
            && !progress(Text::tr("正在核对表格"), judgement.rows.size(), headings.dataRows.size()))
            return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消，没有导入任何内容。"));
        judgement.rows.append(judge.judge(table.rows[index], columnOf, table.rowNumber(index)));
        const RowVerdict& verdict = judgement.rows.last().verdict;
        count(judgement.report, verdict.verdict);
        judgement.report.verdicts.append(verdict);
    }
    judgement.report.rows = int(judgement.rows.size());
    judgement.report.nearMatches = judge.nearMatches();
    return judgement;
}

/// Writes judged rows in one intent.
class BatchWriter
{
public:
    BatchWriter(const Workspace& workspace, storage::Intent& intent, const QString& fileName)
        : m_workspace(workspace), m_intent(intent), m_fileName(fileName)
    {
    }

    Result<void> write(JudgedRow& row)
    {
        switch (row.verdict.verdict) {
        case Verdict::Accepted:
            return insert(row);
        case Verdict::Updated:
            return update(row);
        case Verdict::Skipped:
        case Verdict::Rejected:
            return {};
        }
        return {};
    }

private:
    Result<void> insert(JudgedRow& row)
    {
        if (m_counted >= 0)
            row.record.values[m_counted] = ++m_lastNumber;
        const auto uid = m_intent.insert(row.record);
        if (!uid)
            return fail(uid.error());
        row.record.uid = *uid;
        if (row.child)
            if (auto added = addVerification(row.record, *row.child); !added)
                return added;
        return rememberAlias(row);
    }

    /// Blank keeps; a field that moves a figure changes from today on, the rest is overwritten.
    Result<void> update(JudgedRow& row)
    {
        auto stored = m_intent.find(*row.record.kind, row.existing);
        if (!stored)
            return fail(stored.error());
        const auto changes = changesOfSubject(m_intent, row.existing);
        if (!changes)
            return fail(changes.error());
        const model::Record now = model::asOf(*stored, *changes, m_workspace.clock().today());
        model::Record changed = *stored;
        for (qsizetype i = 0; i < changed.values.size(); ++i) {
            const model::Field& field = changed.kind->fields[i];
            const model::Value& value = row.record.values[i];
            if (model::isEmpty(value) || value == now.values[i])
                continue;
            if (!field.isDated)
                changed.values[i] = value;
            else if (auto dated = addChange(changed.kind->key, row.existing, field, value);
                     !dated)
                return dated;
        }
        if (changed.values != stored->values)
            if (auto updated = m_intent.update(changed); !updated)
                return updated;
        if (row.child)
            if (auto added = addVerification(now, *row.child); !added)
                return added;
        return rememberAlias(row);
    }

    Result<void> addChange(const QString& kindKey, const Uid& subject, const model::Field& field,
                           const model::Value& value)
    {
        model::DatedChange change;
        change.subjectKind = kindKey;
        change.subject = subject;
        change.field = field.key;
        change.from = m_workspace.clock().today();
        change.value = QString::fromUtf8(canonicalJson(model::toJson(value)));
        change.reason = Text::tr("导入“%1”").arg(m_fileName);
        const auto added = m_intent.insert(model::toRecord(change));
        return added ? Result<void>() : Result<void>(fail(added.error()));
    }

    /// The verification of a ledger row, unless one of that day is on record already.
    Result<void> addVerification(const model::Record& instrumentRecord, model::Record child)
    {
        const auto instrument = model::fromRecord<model::Instrument>(instrumentRecord);
        auto verification = model::fromRecord<model::Verification>(child);
        verification.instrument = instrumentRecord.uid;
        if (instrumentRecord.version > 0) {
            const auto same = m_intent.count(model::kindOf<model::Verification>(),
                                             {.where = {{QStringLiteral("instrument"), instrument.uid.toString()},
                                                        {QStringLiteral("verified_on"), verification.verifiedOn}}});
            if (!same)
                return fail(same.error());
            if (*same > 0)
                return {};
        }
        verification.effectiveEnd = rules::effectiveEnd(verification, instrument.legalKind, instrument.cycleMonths);
        const auto added = m_intent.insert(model::toRecord(verification));
        return added ? Result<void>() : Result<void>(fail(added.error()));
    }

    Result<void> rememberAlias(const JudgedRow& row)
    {
        if (row.newAlias.isEmpty() || m_aliases.contains(row.newAlias))
            return {};
        m_aliases.insert(row.newAlias);
        model::UnitAlias alias;
        alias.unit = Uid(model::textOf(row.record.value(row.record.kind->parentField)));
        alias.alias = row.newAlias;
        const auto added = m_intent.insert(model::toRecord(alias));
        return added ? Result<void>() : Result<void>(fail(added.error()));
    }

public:
    Result<void> startNumbering(const model::RecordKind& kind)
    {
        const auto counted = std::find_if(kind.fields.begin(), kind.fields.end(),
                                          [](const model::Field& field) { return field.isCounted; });
        if (counted == kind.fields.end())
            return {};
        m_counted = counted - kind.fields.begin();
        const auto highest = m_intent.highest(kind, counted->key);
        if (!highest)
            return fail(highest.error());
        m_lastNumber = *highest;
        return {};
    }

private:
    const Workspace& m_workspace;
    storage::Intent& m_intent;
    QString m_fileName;
    QSet<QString> m_aliases;
    qsizetype m_counted = -1; ///< the field that counts the records, where the kind has one
    qint64 m_lastNumber = 0;
};

model::ImportBatch batchRecord(const ImportReport& report, const QString& fileName, QDate today)
{
    model::ImportBatch batch;
    batch.kind = report.kind;
    batch.fileName = fileName;
    batch.on = today;
    batch.rows = report.rows;
    batch.accepted = report.accepted;
    batch.updated = report.updated;
    batch.skipped = report.skipped;
    batch.rejected = report.rejected;
    return batch;
}

Result<void> writeBatch(Workspace& workspace, Judgement& judgement, const QString& fileName, const Progress& progress)
{
    const model::RecordKind& kind = *model::findKind(judgement.report.kind);
    const auto seq = runIntent(
        workspace, kind.key + QStringLiteral(".import"), Uid::create(), [&](storage::Intent& intent) -> Result<void> {
            const auto batch = intent.insert(
                model::toRecord(batchRecord(judgement.report, fileName, workspace.clock().today())));
            if (!batch)
                return fail(batch.error());
            judgement.report.batch = *batch;
            BatchWriter writer(workspace, intent, fileName);
            if (auto numbered = writer.startNumbering(kind); !numbered)
                return numbered;
            for (qsizetype i = 0; i < judgement.rows.size(); ++i) {
                if (progress && i % 500 == 0 && !progress(Text::tr("正在写入"), i, judgement.rows.size()))
                    return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消，没有导入任何内容。"));
                if (auto written = writer.write(judgement.rows[i]); !written)
                    return written;
            }
            return {};
        });
    if (!seq)
        return fail(seq.error());
    return {};
}

Result<ImportReport> importTable(Workspace& workspace, const model::RecordKind& kind, const exchange::Table& table,
                                 const exchange::Headings& headings, const QString& fileName,
                                 const ImportOptions& options, const Progress& progress)
{
    const TableLayout layout = tableLayout(kind);
    auto judgement = judgeTable(workspace, layout, table, headings, options, progress);
    if (!judgement)
        return fail(judgement.error());
    ImportReport& report = judgement->report;
    const bool isAllGood = report.rejected == 0 || options.isPartial;
    const bool hasSomething = report.accepted + report.updated > 0;
    if (!options.isDryRun && isAllGood && hasSomething)
        if (auto written = writeBatch(workspace, *judgement, fileName, progress); !written)
            return fail(written.error());
    return report;
}

} // namespace

QString verdictKey(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Accepted:
        return QStringLiteral("accepted");
    case Verdict::Updated:
        return QStringLiteral("updated");
    case Verdict::Skipped:
        return QStringLiteral("skipped");
    case Verdict::Rejected:
        return QStringLiteral("rejected");
    }
    return {};
}

QStringList importableKinds()
{
    QStringList kinds;
    for (const model::RecordKind* kind : model::allKinds())
        if (!kind->isInternal && !kind->identities.isEmpty())
            kinds << kind->key;
    return kinds;
}

Result<ImportReport> importFile(Workspace& workspace, const model::RecordKind& kind, const QString& path,
                                const ImportOptions& options, const Progress& progress)
{
    if (auto allowed = checkRight(workspace.actor(), Deed::Write, kind); !allowed)
        return fail(allowed.error());
    const auto table = exchange::readTable(path);
    if (!table)
        return fail(table.error());
    const auto headings = exchange::requireHeadings(*table, columnSpecs(tableLayout(kind)));
    if (!headings)
        return fail(headings.error());
    return importTable(workspace, kind, *table, *headings, QFileInfo(path).fileName(), options, progress);
}

Result<ImportReport> importClipboard(Workspace& workspace, const model::RecordKind& kind, const QString& text,
                                     const ImportOptions& options)
{
    if (auto allowed = checkRight(workspace.actor(), Deed::Write, kind); !allowed)
        return fail(allowed.error());
    const exchange::Table table = exchange::parseClipboard(text);
    const auto headings = exchange::requireHeadings(table, columnSpecs(tableLayout(kind)));
    if (!headings)
        return fail(headings.error());
    return importTable(workspace, kind, table, *headings, Text::tr("粘贴的表格"), options, {});
}

Result<Written> undoImport(Workspace& workspace, const Uid& batchUid)
{
    const model::RecordKind& batchKind = model::kindOf<model::ImportBatch>();
    const auto entries = storage::Journal(*workspace.data().database).entriesOf(batchUid);
    if (!entries)
        return fail(entries.error());
    if (entries->isEmpty())
        return fail(ErrorKind::NotFound, "no_such_batch", Text::tr("没有编号为“%1”的导入批次。").arg(batchUid.toString()),
                    batchUid.toString());
    const qint64 importSeq = entries->last().seq; // newest first: the last made it
    const auto seq = runIntent(
        workspace, QStringLiteral("import_batch.undo"), Uid::create(), [&](storage::Intent& intent) -> Result<void> {
            auto record = intent.find(batchKind, batchUid);
            if (!record)
                return fail(record.error());
            if (auto allowed = checkRight(workspace.actor(), Deed::Write,
                                          *model::findKind(model::textOf(record->value(QStringLiteral("kind")))));
                !allowed)
                return allowed;
            auto batch = model::fromRecord<model::ImportBatch>(*record);
            if (batch.state == model::BatchState::Undone)
                return fail(ErrorKind::Conflict, "already_undone", Text::tr("“%1”的导入已经撤销过了。").arg(batch.fileName));
            if (auto reverted = revertEntry(workspace, intent, importSeq, batchKind.key); !reverted)
                return reverted;
            batch.state = model::BatchState::Undone;
            return intent.update(model::toRecord(batch));
        });
    if (!seq)
        return fail(seq.error());
    rememberUndone(workspace, importSeq, *seq);
    return Written{batchUid, *seq};
}

} // namespace chengheng::services
