// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/given_values.h"

#include "documents/checksum.h"
#include "model/closing_records.h"
#include "model/outside_records.h"
#include "model/paper_records.h"
#include "rules/paper_code.h"
#include "services/internal/record_writes.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(GivenValues)
};

/// The highest number among the records of one series; empty where there is none yet.
Result<model::Value> highestOf(storage::Intent& intent, const model::RecordKind& kind,
                               const QVector<QPair<QString, model::Value>>& series)
{
    const auto last = intent.list(
        kind,
        {.where = series, .orderBy = {QStringLiteral("-number")}, .only = {QStringLiteral("number")}, .limit = 1});
    if (!last)
        return fail(last.error());
    return last->isEmpty() ? model::Value() : last->first().value(QStringLiteral("number"));
}

bool isKind(const model::Record& record, const model::RecordKind& kind)
{
    return record.kind->key == kind.key;
}

Result<void> voidPaper(const Workspace& workspace, storage::Intent& intent, const model::Record& record)
{
    model::IssuedPaperStep step;
    step.issuedPaper = record.uid;
    step.kind = model::PaperStepKind::Voided;
    step.on = qMax(workspace.clock().today(), model::dateOf(record.value(QStringLiteral("made_on"))));
    step.person = workspace.actor().name;
    step.reason = Text::tr("撤销了编号登记");
    const auto added = insertChecked(workspace, intent, model::toRecord(step));
    return added ? Result<void>() : Result<void>(fail(added.error()));
}

Result<void> voidPiece(const Workspace& workspace, storage::Intent& intent, model::Record record)
{
    record.set(QStringLiteral("voided_on"),
               qMax(workspace.clock().today(), model::dateOf(record.value(QStringLiteral("dated")))));
    record.set(QStringLiteral("void_reason"), Text::tr("撤销了归档登记"));
    return intent.update(record);
}

} // namespace

Result<void> givePaperNumber(const Writing& writing, model::Record& record)
{
    if (record.version > 0)
        return {};
    const qint64 year = model::dateOf(record.value(QStringLiteral("made_on"))).year();
    const auto highest = highestOf(writing.intent, *record.kind, {{QStringLiteral("year"), year}});
    if (!highest)
        return fail(highest.error());
    record.set(QStringLiteral("year"), year);
    record.set(QStringLiteral("number"), rules::paperNumber(int(year), rules::counterOf(model::textOf(*highest)) + 1));
    return {};
}

Result<void> giveArchiveNumber(const Writing& writing, model::Record& record)
{
    if (record.version > 0)
        return {};
    const auto highest = highestOf(writing.intent, *record.kind,
                                   {{QStringLiteral("year"), record.value(QStringLiteral("year"))},
                                    {QStringLiteral("retention"), record.value(QStringLiteral("retention"))}});
    if (!highest)
        return fail(highest.error());
    record.set(QStringLiteral("number"), model::integerOf(*highest) + 1);
    return {};
}

bool bearsPaperNumbers(const model::RecordKind& kind)
{
    return kind.key == model::kindOf<model::IssuedPaper>().key || kind.key == model::kindOf<model::ArchivePiece>().key;
}

Result<void> voidNumbered(const Workspace& workspace, storage::Intent& intent, const model::Record& record)
{
    return isKind(record, model::kindOf<model::IssuedPaper>()) ? voidPaper(workspace, intent, record)
                                                               : voidPiece(workspace, intent, record);
}

Result<void> readOutside(const Writing&, model::Record& record)
{
    if (!model::isEmpty(record.value(QStringLiteral("sha256"))))
        return {};
    const QString path = model::textOf(record.value(QStringLiteral("path")));
    const auto hash = QFileInfo(path).isFile() ? documents::sha256OfFile(path) : Result<QString>(QString());
    if (!hash || hash->isEmpty())
        return {};
    record.set(QStringLiteral("sha256"), *hash);
    record.set(QStringLiteral("size"), QFileInfo(path).size());
    return {};
}

} // namespace chengheng::services
