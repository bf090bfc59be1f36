// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tables.h"

#include "exchange/clipboard_table.h"
#include "exchange/headings.h"
#include "exchange/table_reader.h"
#include "services/internal/batch_writer.h"
#include "services/internal/judging_ahead.h"
#include "services/internal/known_records.h"
#include "services/internal/revert.h"
#include "storage/journal.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

QVector<exchange::ColumnSpec> columnSpecs(const TableLayout& layout, const FieldValues& given)
{
    QVector<exchange::ColumnSpec> specs;
    for (qsizetype i = 0; i < layout.columns.size(); ++i) {
        const TableColumn& column = layout.columns[i];
        const bool isGiven = column.source == TableColumn::Source::Own && given.contains(layout.fieldOf(column)->key);
        specs.append({QString::number(i), column.heading, column.synonyms, column.isRequired && !isGiven});
    }
    return specs;
}

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

QVector<int> columnPlaces(const TableLayout& layout, const exchange::Headings& headings)
{
    QVector<int> columnOf(layout.columns.size(), -1);
    for (qsizetype i = 0; i < columnOf.size(); ++i)
        columnOf[i] = headings.columns.value(QString::number(i), -1);
    return columnOf;
}

/// One table on its way in: its rows are judged ahead on a thread of their own while those before are written;
/// where a row is refused, what was written is given back.
class TableImport
{
public:
    TableImport(Workspace& workspace, const model::RecordKind& kind, const exchange::Table& table,
                const exchange::Headings& headings, const QString& fileName, const ImportOptions& options,
                const Progress& progress)
        : m_workspace(workspace), m_kind(kind), m_layout(tableLayout(kind)), m_table(table), m_headings(headings),
          m_fileName(fileName), m_options(options), m_progress(progress)
    {
        m_report.kind = kind.key;
        m_report.isDryRun = options.isDryRun;
        m_report.verdicts.reserve(headings.dataRows.size());
    }

    Result<ImportReport> run()
    {
        const auto known = KnownRecords::read(m_workspace, m_kind, m_options);
        if (!known)
            return fail(known.error());
        RowJudge judge(m_layout, *known, m_options, m_workspace.actor(), m_workspace.clock().today());
        auto done = m_options.isDryRun ? judgeAll(judge) : writeAll(judge);
        if (!done)
            return fail(done.error());
        m_report.nearMatches = judge.nearMatches();
        return std::move(m_report);
    }

private:
    Result<void> judgeAll(RowJudge& judge)
    {
        return takeAll(judge, nullptr, [](const JudgedRow&) { return Result<void>(); });
    }

    Result<void> writeAll(RowJudge& judge)
    {
        Uid batch;
        const auto seq = runIntent(m_workspace, m_kind.key + QStringLiteral(".import"), Uid::create(),
                                   [&](storage::Intent& intent) { return write(judge, intent, batch); });
        if (!seq && seq.error().code != QLatin1String(notKept))
            return fail(seq.error());
        if (seq)
            m_report.batch = batch;
        return {};
    }

    Result<void> write(RowJudge& judge, storage::Intent& intent, Uid& batch)
    {
        const auto lastNumber = lastNumberOf(intent);
        if (!lastNumber)
            return fail(lastNumber.error());
        RowEncoder encoder(m_kind, *lastNumber);
        BatchWriter writer(m_workspace, intent, m_fileName);
        auto written = takeAll(judge, &encoder,
                               [&](const JudgedRow& row) { return isKept() ? writer.write(row) : Result<void>(); });
        if (!written)
            return written;
        if (!isKept() || m_report.accepted + m_report.updated == 0)
            return fail(ErrorKind::Cancelled, notKept, Text::tr("没有导入任何内容。"));
        const auto added = intent.insert(model::toRecord(batchRecord()));
        if (!added)
            return fail(added.error());
        batch = *added;
        return {};
    }

    Result<void> takeAll(RowJudge& judge, RowEncoder* encoder,
                         const std::function<Result<void>(const JudgedRow&)>& take)
    {
        const qsizetype total = m_headings.dataRows.size();
        JudgingAhead ahead(m_table, m_headings, columnPlaces(m_layout, m_headings), judge, encoder);
        QVector<JudgedRow> spent;
        while (m_report.rows < total) {
            if (m_progress
                && !m_progress(encoder ? Text::tr("正在导入") : Text::tr("正在核对表格"), m_report.rows, total))
                return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消，没有导入任何内容。"));
            auto rows = ahead.next(std::move(spent));
            if (!rows)
                return fail(rows.error());
            for (JudgedRow& row : *rows) {
                ++m_report.rows;
                count(m_report, row.verdict.verdict);
                if (auto taken = take(row); !taken)
                    return taken;
                m_report.verdicts.append(std::move(row.verdict));
            }
            spent = std::move(*rows);
        }
        return {};
    }

    bool isKept() const { return m_report.rejected == 0 || m_options.isPartial; }

    Result<qint64> lastNumberOf(storage::Intent& intent) const
    {
        const qsizetype counted = countedField(m_kind);
        return counted < 0 ? Result<qint64>(0) : intent.highest(m_kind, m_kind.fields[counted].key);
    }

    model::ImportBatch batchRecord() const
    {
        model::ImportBatch batch;
        batch.kind = m_report.kind;
        batch.fileName = m_fileName;
        batch.on = m_workspace.clock().today();
        batch.rows = m_report.rows;
        batch.accepted = m_report.accepted;
        batch.updated = m_report.updated;
        batch.skipped = m_report.skipped;
        batch.rejected = m_report.rejected;
        return batch;
    }

    static constexpr const char* notKept = "nothing_imported";

    Workspace& m_workspace;
    const model::RecordKind& m_kind;
    const TableLayout m_layout;
    const exchange::Table& m_table;
    const exchange::Headings& m_headings;
    QString m_fileName;
    const ImportOptions& m_options;
    Progress m_progress;
    ImportReport m_report;
};

} // namespace

qsizetype ImportReport::hints() const
{
    return std::count_if(verdicts.begin(), verdicts.end(),
                         [](const RowVerdict& verdict) { return !verdict.note.isEmpty(); });
}

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

Result<void> checkImportable(const model::RecordKind& kind)
{
    if (importableKinds().contains(kind.key))
        return {};
    return fail(ErrorKind::Invalid, "not_importable",
                Text::tr("“%1”不能用表格导入：表格里认不出每一行是哪一条。请在窗口里登记，或用 add 命令逐条登记。")
                    .arg(kind.title),
                kind.key);
}

namespace {

/// The register whose columns a table has, required ones and all, and most of; nullptr where no register's.
const model::RecordKind* registerOf(const exchange::Table& table)
{
    const model::RecordKind* best = nullptr;
    qsizetype most = 0;
    for (const QString& key : importableKinds()) {
        const model::RecordKind& kind = *model::findKind(key);
        const auto headings = exchange::findHeadings(table, columnSpecs(tableLayout(kind), {}));
        if (!headings || !headings->missingRequired.isEmpty() || headings->columns.size() <= most)
            continue;
        best = &kind;
        most = headings->columns.size();
    }
    return best;
}

/// Says where a table belongs that was given to another register.
Error withItsRegister(Error error, const exchange::Table& table)
{
    if (const model::RecordKind* kind = registerOf(table))
        error.message += Text::tr("这张表的列与“%1”相符，请到“%1”导入。").arg(kind->title);
    return error;
}

Result<ImportReport> importTable(Workspace& workspace, const model::RecordKind& kind, const exchange::Table& table,
                                 const QString& name, const ImportOptions& options, const Progress& progress)
{
    const auto headings = exchange::requireHeadings(table, columnSpecs(tableLayout(kind), options.given));
    if (!headings)
        return fail(withItsRegister(headings.error(), table));
    if (headings->dataRows.isEmpty())
        return fail(ErrorKind::Invalid, "no_rows",
                    Text::tr("“%1”只有表头，没有数据行，没有导入任何内容。请填好后再导入。").arg(name), name);
    return TableImport(workspace, kind, table, *headings, name, options, progress).run();
}

Result<void> checkMayImport(const Workspace& workspace, const model::RecordKind& kind)
{
    if (auto allowed = checkRight(workspace.actor(), Deed::Write, kind); !allowed)
        return allowed;
    return checkImportable(kind);
}

} // namespace

Result<ImportReport> importFile(Workspace& workspace, const model::RecordKind& kind, const QString& path,
                                const ImportOptions& options, const Progress& progress)
{
    if (auto allowed = checkMayImport(workspace, kind); !allowed)
        return fail(allowed.error());
    const auto table = exchange::readTable(path);
    if (!table)
        return fail(table.error());
    return importTable(workspace, kind, *table, QFileInfo(path).fileName(), options, progress);
}

Result<ImportReport> importClipboard(Workspace& workspace, const model::RecordKind& kind, const QString& text,
                                     const ImportOptions& options, const Progress& progress)
{
    if (auto allowed = checkMayImport(workspace, kind); !allowed)
        return fail(allowed.error());
    return importTable(workspace, kind, exchange::parseClipboard(text), Text::tr("粘贴的表格"), options, progress);
}

Result<Written> undoImport(Workspace& workspace, const Uid& batchUid)
{
    const model::RecordKind& batchKind = model::kindOf<model::ImportBatch>();
    const auto entries = storage::Journal(*workspace.data().database).entriesOf(batchUid);
    if (!entries)
        return fail(entries.error());
    if (entries->isEmpty())
        return fail(ErrorKind::NotFound, "no_such_batch",
                    Text::tr("没有编号为“%1”的导入批次。").arg(batchUid.toString()), batchUid.toString());
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
                return fail(ErrorKind::Conflict, "already_undone",
                            Text::tr("“%1”的导入已经撤销过了。").arg(batch.fileName));
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
