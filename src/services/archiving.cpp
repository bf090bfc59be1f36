// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/archiving.h"

#include "rules/archive.h"
#include "rules/paper_standing.h"
#include "services/internal/archive_writes.h"
#include "services/internal/attaching.h"
#include "services/internal/record_writes.h"
#include "services/issued_papers.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Archiving)
};

/// 责任者: the town that runs the campaign, where that is known.
Result<QString> responsibleFor(storage::Intent& intent, const model::IssuedPaper& paper)
{
    const auto campaigns = intent.list(model::kindOf<model::Campaign>());
    if (!campaigns)
        return fail(campaigns.error());
    const QString town =
        campaigns->isEmpty() ? QString() : model::fromRecord<model::Campaign>(campaigns->first()).applicant;
    return town.isEmpty() ? paper.maker : town;
}

Result<bool> isArchived(storage::Intent& intent, const model::IssuedPaper& paper)
{
    const auto known = intent.list(model::kindOf<model::ArchivePiece>(),
                                   {.where = {{QStringLiteral("document_number"), paper.number}}});
    if (!known)
        return fail(known.error());
    return std::any_of(known->begin(), known->end(), [](const model::Record& piece) {
        return model::isEmpty(piece.value(QStringLiteral("voided_on")));
    });
}

/// A paper with its files, read before anything is written.
struct Filed {
    model::IssuedPaper paper;
    QVector<LoadedFile> files;
};

Result<LoadedFile> fileOf(const Workspace& workspace, const model::Attachment& attachment)
{
    const auto bytes = bytesOf(workspace, attachment);
    if (!bytes)
        return fail(bytes.error());
    return LoadedFile{
        attachment.fileName, attachment.mediaType, *bytes, attachment.originalSha256.toLatin1(), attachment.takenOn,
        attachment.takenAt,  attachment.caption};
}

Result<Filed> filedPaper(const Workspace& workspace, const Uid& uid, const QHash<Uid, rules::PaperStanding>& standings)
{
    const auto record = findRecord(workspace, model::kindOf<model::IssuedPaper>(), uid);
    if (!record)
        return fail(record.error());
    Filed filed{model::fromRecord<model::IssuedPaper>(*record), {}};
    const rules::PaperState state = standings.value(uid).state;
    if (state != rules::PaperState::Sealed && state != rules::PaperState::Scanned)
        return fail(ErrorKind::Conflict, "not_sealed",
                    Text::tr("文书 %1“%2”现在是“%3”，盖章以后才能归档。")
                        .arg(filed.paper.number, filed.paper.title, rules::labelOf(state)),
                    uid.toString());
    const auto attached = attachmentsOf(workspace, uid);
    if (!attached)
        return fail(attached.error());
    for (const model::Attachment& one : *attached) {
        auto file = fileOf(workspace, one);
        if (!file)
            return fail(file.error());
        filed.files.append(std::move(*file));
    }
    return filed;
}

} // namespace

Result<std::optional<model::ArchivePiece>> archiveIn(const Workspace& workspace, storage::Intent& intent,
                                                     const model::IssuedPaper& paper, model::Retention retention,
                                                     qint64 pages, const QVector<LoadedFile>& files)
{
    const auto isThere = isArchived(intent, paper);
    if (!isThere)
        return fail(isThere.error());
    if (*isThere)
        return std::optional<model::ArchivePiece>();
    const auto responsible = responsibleFor(intent, paper);
    if (!responsible)
        return fail(responsible.error());
    const model::RecordKind& kind = model::kindOf<model::ArchivePiece>();
    model::ArchivePiece piece;
    piece.year = paper.madeOn.year();
    piece.retention = retention;
    piece.matter = paper.paperKind.left(kind.field(QStringLiteral("matter"))->maxLength);
    piece.documentNumber = paper.number;
    piece.responsible = *responsible;
    piece.title = paper.title;
    piece.dated = paper.madeOn;
    piece.pages = pages;
    const auto added = insertChecked(workspace, intent, model::toRecord(piece));
    if (!added)
        return fail(added.error());
    if (!files.isEmpty())
        if (const auto attached = attachNew(intent, {kind.key, *added}, files); !attached)
            return fail(attached.error());
    const auto stored = intent.find(kind, *added);
    if (!stored)
        return fail(stored.error());
    return std::optional(model::fromRecord<model::ArchivePiece>(*stored));
}

Result<Archived> archivePapers(Workspace& workspace, const QVector<Uid>& papers,
                               std::optional<model::Retention> retention, const Uid& intent)
{
    const auto standings = paperStandings(workspace, workspace.clock().today());
    if (!standings)
        return fail(standings.error());
    QVector<Filed> filed;
    for (const Uid& uid : papers) {
        auto one = filedPaper(workspace, uid, *standings);
        if (!one)
            return fail(one.error());
        filed.append(std::move(*one));
    }
    Archived archived;
    const auto seq = runIntent(
        workspace, QStringLiteral("archive_piece.archive"), intent, [&](storage::Intent& open) -> Result<void> {
            for (const Filed& one : filed) {
                const auto piece = archiveIn(workspace, open, one.paper,
                                             retention.value_or(rules::usualRetention(one.paper.paperKind)),
                                             one.paper.pages.value_or(1), one.files);
                if (!piece)
                    return fail(piece.error());
                if (*piece)
                    archived.pieces.append(**piece);
                else
                    archived.left
                        << Text::tr("文书 %1“%2”已经归档，没有重复登记。").arg(one.paper.number, one.paper.title);
            }
            if (archived.pieces.isEmpty())
                return fail(ErrorKind::Conflict, "archived_already",
                            archived.left.isEmpty() ? Text::tr("没有选中要归档的文书。")
                                                    : archived.left.join(QLatin1Char('\n')));
            return {};
        });
    if (!seq)
        return fail(seq.error());
    archived.written = {archived.pieces.isEmpty() ? Uid() : archived.pieces.last().uid, *seq};
    return archived;
}

} // namespace chengheng::services
